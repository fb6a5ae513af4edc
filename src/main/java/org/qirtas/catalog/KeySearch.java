package org.qirtas.catalog;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries by a key of theirs, in one state of the catalog. An import asks five times a file
 * and mostly for what is not there; a query each time would be more work than all the rest of it.
 */
final class KeySearch {
  private final IndexReader reader;
  private final Map<String, TermsEnum @Nullable []> fields = new HashMap<>();

  KeySearch(IndexReader reader) {
    this.reader = reader;
  }

  IndexReader reader() {
    return reader;
  }

  /** {@return the first entry that has a key} */
  OptionalInt first(String field, BytesRef key) throws IOException {
    int[] found = {-1};
    each(field, key, entry -> {
      found[0] = entry;
      return false;
    });
    return found[0] < 0 ? OptionalInt.empty() : OptionalInt.of(found[0]);
  }

  /**
   * Tells the entries that have a key, the oldest first.
   *
   * @param told is told each, and says whether to go on
   */
  void each(String field, BytesRef key, IntPredicate told) throws IOException {
    TermsEnum @Nullable [] terms = fields.get(field);
    if (terms == null) {
      terms = terms(field);
      fields.put(field, terms);
    }
    List<LeafReaderContext> leaves = reader.leaves();
    for (int i = 0; i < terms.length; i++) {
      TermsEnum within = terms[i];
      if (within != null && within.seekExact(key) && !tell(leaves.get(i), within, told)) {
        return;
      }
    }
  }

  private TermsEnum @Nullable [] terms(String field) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    var terms = new TermsEnum[leaves.size()];
    for (int i = 0; i < terms.length; i++) {
      Terms known = leaves.get(i).reader().terms(field);
      if (known != null) {
        terms[i] = known.iterator();
      }
    }
    return terms;
  }

  private static boolean tell(LeafReaderContext leaf, TermsEnum term, IntPredicate told)
      throws IOException {
    Bits live = leaf.reader().getLiveDocs();
    PostingsEnum entries = term.postings(null, PostingsEnum.NONE);
    for (int entry = entries.nextDoc();
        entry != DocIdSetIterator.NO_MORE_DOCS;
        entry = entries.nextDoc()) {
      boolean stands = live == null || live.get(entry);
      if (stands && !told.test(leaf.docBase + entry)) {
        return false;
      }
    }
    return true;
  }
}
