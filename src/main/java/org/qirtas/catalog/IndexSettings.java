package org.qirtas.catalog;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;

/** How the catalog is written: its words, its buffer, its pieces. */
final class IndexSettings {
  /** In megabytes: what is written at once need not be merged, which is half of the work. */
  private static final double BUFFER = 96;

  private IndexSettings() {}

  static Analyzer analyzer() {
    var stemmed = new FoldedAnalyzer(true);
    var plain = new FoldedAnalyzer(false);
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return Entry.STEMMED.contains(field) ? stemmed : plain;
      }
    };
  }

  static IndexWriterConfig writing() {
    var settings = new IndexWriterConfig(analyzer());
    settings.setCommitOnClose(false);
    settings.setRAMBufferSizeMB(BUFFER);
    var merging = new TieredMergePolicy();
    // What is forgotten shall be forgotten: see forget().
    merging.setForceMergeDeletesPctAllowed(0);
    // One file a segment: a look-up is a new process, and opening files is much of its work.
    merging.setNoCFSRatio(1);
    settings.setMergePolicy(merging);
    // Entries of a tenth more bytes that are read three times as fast: a look-up reads one a row.
    settings.setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_SPEED));
    settings.setUseCompoundFile(true);
    return settings;
  }
}
