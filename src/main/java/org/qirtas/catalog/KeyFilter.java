package org.qirtas.catalog;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Knows of most keys that no entry has them, without a look into the catalog's files (a Bloom
 * filter). An import asks for dozens a file, nearly all of which are not there; and the files are
 * read rather than mapped, so that each look costs calls of the system.
 *
 * <p>Eight megabytes, whatever it holds: of six million keys, those of 200,000 articles, it takes
 * one in a hundred for one that may be there.
 */
final class KeyFilter {
  /** What entries are looked for by while others are added. */
  private static final Set<String> FIELDS =
      Set.of(Entry.ID, Entry.SHA512, Entry.LOCATION, Entry.ADDRESS, Entry.LIKENESS);

  private static final int BITS_OF_AN_INDEX = 26;
  private static final int WORD = Long.SIZE;

  /** How many bits a key sets: three are near enough to the best for ten bits a key and more. */
  private static final int MARKS = 3;

  private final long[] bits = new long[(1 << BITS_OF_AN_INDEX) / WORD];

  /** {@return a filter that knows all keys of a catalog} */
  static KeyFilter of(IndexReader reader) throws IOException {
    var filter = new KeyFilter();
    for (LeafReaderContext leaf : reader.leaves()) {
      for (String field : FIELDS) {
        Terms terms = leaf.reader().terms(field);
        if (terms != null) {
          TermsEnum each = terms.iterator();
          for (BytesRef key = each.next(); key != null; key = each.next()) {
            filter.add(field, key);
          }
        }
      }
    }
    return filter;
  }

  /** Adds an entry's keys. */
  void add(Document entry) {
    for (IndexableField field : entry.getFields()) {
      if (FIELDS.contains(field.name()) && field.fieldType().indexOptions() != IndexOptions.NONE) {
        BytesRef bytes = field.binaryValue();
        String words = field.stringValue();
        add(field.name(), bytes == null && words != null ? new BytesRef(words) : bytes);
      }
    }
  }

  private void add(String field, BytesRef key) {
    long[] hash = hash(field, key);
    for (int mark = 0; mark < MARKS; mark++) {
      int at = at(hash, mark);
      bits[at / WORD] |= 1L << at % WORD;
    }
  }

  /** {@return false where no entry has the key; true where one may} */
  boolean mayHave(String field, BytesRef key) {
    if (!FIELDS.contains(field)) {
      return true;
    }
    long[] hash = hash(field, key);
    for (int mark = 0; mark < MARKS; mark++) {
      int at = at(hash, mark);
      if ((bits[at / WORD] & 1L << at % WORD) == 0) {
        return false;
      }
    }
    return true;
  }

  private static long[] hash(String field, BytesRef key) {
    return StringHelper.murmurhash3_x64_128(key.bytes, key.offset, key.length, field.hashCode());
  }

  /** The next of a key's marks: its hash's second half is the distance between them. */
  private static int at(long[] hash, int mark) {
    return (int) (hash[0] + mark * hash[1] & (1 << BITS_OF_AN_INDEX) - 1);
  }
}
