package org.qirtas.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;
import org.qirtas.archive.Status;

/** Finds the item whose text is most like another, among those committed and those yet to be. */
final class KinSearch {
  private static final int CANDIDATES = 10;

  /** Of what thousands have, such as a page's frame, the first will do. */
  private static final int MOST_OF_A_BAND = 1_000;

  private record Pending(Likeness likeness, Hit hit) {}

  private final Map<BytesRef, List<Pending>> pending = new HashMap<>();

  /** Adds an item that the index does not show yet. */
  void add(Likeness likeness, Hit hit) {
    var item = new Pending(likeness, hit);
    for (BytesRef band : likeness.bands()) {
      List<Pending> alike = pending.computeIfAbsent(band, _ -> new ArrayList<>(1));
      if (alike.size() < MOST_OF_A_BAND) {
        alike.add(item);
      }
    }
  }

  /** Says that the index shows all. */
  void clear() {
    pending.clear();
  }

  Optional<Kin> find(Likeness text, KeySearch committed) throws IOException {
    var best = new Best(text);
    var shared = new HashMap<Integer, Integer>();
    for (BytesRef band : text.bands()) {
      pending.getOrDefault(band, List.of()).forEach(item -> best.offer(item.likeness, item.hit));
      int[] left = {MOST_OF_A_BAND};
      committed.each(
          Entry.LIKENESS,
          band,
          entry -> {
            shared.merge(entry, 1, Integer::sum);
            return --left[0] > 0;
          });
    }
    for (int entry : candidates(shared)) {
      Optional<Likeness> stored = stored(committed.reader(), entry);
      if (stored.isPresent() && best.isBetter(stored.get())) {
        best.offer(stored.get(), Entry.hit(committed.reader().storedFields().document(entry)));
      }
    }
    return best.kin();
  }

  /** {@return those that share the most bands; of equals the oldest first} */
  private static List<Integer> candidates(Map<Integer, Integer> shared) {
    Comparator<Map.Entry<Integer, Integer>> most = Map.Entry.comparingByValue();
    return shared.entrySet().stream()
        .sorted(most.reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
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
