package org.qirtas.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Finds entries by a key of theirs, in one state of the catalog. An import asks five times a file
 * and mostly for what is not there; a query each time would be more work than all the rest of it.
 */
final class KeySearch {
  private final IndexReader reader;
  private final KeyFilter filter;
  private final Map<String, List<Optional<TermsEnum>>> fields = new HashMap<>();

  /** A search in all that is there. */
  KeySearch(IndexReader reader) throws IOException {
    this(reader, KeyFilter.of(reader));
  }

  private KeySearch(IndexReader reader, KeyFilter filter) {
    this.reader = reader;
    this.filter = filter;
  }

  /** {@return the same in a newer state, all of whose new entries it was told of} */
  KeySearch in(IndexReader newer) {
    return new KeySearch(newer, filter);
  }

  /** Is told of an entry that a newer state will have. */
  void added(Document entry) {
    filter.add(entry);
  }

  IndexReader reader() {
    return reader;
  }

  /** {@return the first entry that has a key} */
  OptionalInt first(String field, BytesRef key) throws IOException {
    int[] found = {-1};
    each(
        field,
        key,
        entry -> {
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
    if (!filter.mayHave(field, key)) {
      return;
    }
    List<Optional<TermsEnum>> terms = fields.get(field);
    if (terms == null) {
      terms = terms(field);
      fields.put(field, terms);
    }
    for (int i = 0; i < terms.size(); i++) {
      TermsEnum within = terms.get(i).orElse(null);
      if (within != null && within.seekExact(key) && !tell(reader.leaves().get(i), within, told)) {
        return;
      }
    }
  }

  /** {@return a field's keys in each piece of the catalog, where that has any} */
  private List<Optional<TermsEnum>> terms(String field) throws IOException {
    var terms = new ArrayList<Optional<TermsEnum>>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms known = leaf.reader().terms(field);
      terms.add(known == null ? Optional.empty() : Optional.of(known.iterator()));
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
