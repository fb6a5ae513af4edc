package org.qirtas.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.qirtas.archive.Status;

/** Finds the item whose text is most like another, among those committed and those yet to be. */
final class KinSearch {
  private static final int CANDIDATES = 10;

  private record Pending(Likeness likeness, Hit hit) {}

  private final List<Pending> pending = new ArrayList<>();

  /** Adds an item that the index does not show yet. */
  void add(Likeness likeness, Hit hit) {
    pending.add(new Pending(likeness, hit));
  }

  /** Says that the index shows all. */
  void clear() {
    pending.clear();
  }

  Optional<Kin> find(Likeness text, IndexReader reader) throws IOException {
    var best = new Best(text);
    for (Pending item : pending) {
      best.offer(item.likeness(), item.hit());
    }
    var query = new BooleanQuery.Builder();
    text.bands()
        .forEach(band ->
            query.add(
                new ConstantScoreQuery(new TermQuery(new Term(Entry.LIKENESS, band))),
                Occur.SHOULD));
    var searcher = new IndexSearcher(reader);
    for (ScoreDoc found : searcher.search(query.build(), CANDIDATES).scoreDocs) {
      Optional<Likeness> stored = stored(reader, found.doc);
      if (stored.isPresent() && best.isBetter(stored.get())) {
        best.offer(stored.get(), Entry.hit(searcher.storedFields().document(found.doc)));
      }
    }
    return best.kin();
  }

  private static Optional<Likeness> stored(IndexReader reader, int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    BinaryDocValues values = leaf.reader().getBinaryDocValues(Entry.LIKENESS);
    return values != null && values.advanceExact(doc - leaf.docBase)
        ? Optional.of(Likeness.of(values.binaryValue()))
        : Optional.empty();
  }

  private static final class Best {
    private final Likeness text;
    private double likeness = Likeness.VERSION;
    private Optional<Kin> kin = Optional.empty();

    Best(Likeness text) {
      this.text = text;
    }

    boolean isBetter(Likeness other) {
      double with = text.with(other);
      return kin.isEmpty() ? with >= likeness : with > likeness;
    }

    void offer(Likeness other, Hit hit) {
      if (isBetter(other) && hit.status() != Status.WITHDRAWN) {
        likeness = text.with(other);
        kin = Optional.of(new Kin(hit, text.isSame(other)));
      }
    }

    Optional<Kin> kin() {
      return kin;
    }
  }
}
