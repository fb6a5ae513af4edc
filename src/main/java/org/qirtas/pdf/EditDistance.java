package org.qirtas.pdf;

import java.util.Arrays;

/**
 * Levenshtein's distance, within a band around the diagonal (Ukkonen 1985): time grows with the
 * length and the limit, not with the length squared.
 */
final class EditDistance {
  private EditDistance() {}

  /**
   * How many characters must be added, taken away or changed.
   *
   * @return the distance; {@code limit + 1} where it is greater than the limit
   */
  static int between(int[] one, int[] other, int limit) {
    int head = Arrays.mismatch(one, other);
    if (head < 0) {
      return 0;
    }
    int shorter = Math.min(one.length, other.length);
    int tail = 0;
    while (tail < shorter - head && one[one.length - 1 - tail] == other[other.length - 1 - tail]) {
      tail++;
    }
    int[] a = Arrays.copyOfRange(one, head, one.length - tail);
    int[] b = Arrays.copyOfRange(other, head, other.length - tail);
    return Math.abs(a.length - b.length) > limit ? limit + 1 : banded(a, b, limit);
  }

  /** How many characters must be changed, taken away or added where their order does not matter. */
  static int betweenBags(int[] one, int[] other) {
    int[] a = one.clone();
    int[] b = other.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    int common = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      int order = Integer.compare(a[i], b[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return Math.max(a.length, b.length) - common;
  }

  private static int banded(int[] a, int[] b, int limit) {
    int far = limit + 1;
    var above = new int[b.length + 1];
    var row = new int[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      above[j] = Math.min(j, far);
    }
    for (int i = 1; i <= a.length; i++) {
      int from = Math.max(1, i - limit);
      int to = Math.min(b.length, i + limit);
      row[from - 1] = from == 1 ? Math.min(i, far) : far;
      for (int j = from; j <= to; j++) {
        int changed = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        int removed = j == i + limit ? far : above[j] + 1;
        row[j] = Math.min(far, Math.min(changed, Math.min(removed, row[j - 1] + 1)));
      }
      int[] next = above;
      above = row;
      row = next;
    }
    return above[b.length];
  }
}
