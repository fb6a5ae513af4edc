package org.qirtas.compose;

import java.util.List;
import org.qirtas.text.Elongation;

/**
 * The words of a paragraph that their fonts can draw longer.
 *
 * @param words in reading order
 */
record LongerForms(List<Elongation> words) {
  boolean isEmpty() {
    return words.isEmpty();
  }

  /** Those that stand between two offsets. */
  List<Elongation> on(int from, int to) {
    return words.subList(endingUpTo(from), endingUpTo(to));
  }

  private int endingUpTo(int at) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).end() <= at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
