package org.qirtas.text;

import java.util.Arrays;

/** Glyphs as HarfBuzz gave them, column by column: news has millions, objects would be dear. */
@SuppressWarnings("ArrayRecordComponent") // Columns of a table, shared within the package only.
record ShapedGlyphs(int[] ids, int[] clusters, int[] advances, int[] dx, int[] dy, byte[] flags) {
  static final int UNSAFE_TO_BREAK = 1;
  static final int UNSAFE_TO_CONCAT = 2;
  static final int SAFE_FOR_TATWEEL = 4;

  int count() {
    return ids.length;
  }

  boolean isSafeForTatweel(int at) {
    return (flags[at] & SAFE_FOR_TATWEEL) != 0;
  }

  /** For each offset, and the text's end, how many glyphs belong to characters before it. */
  int[] countsByOffset(int textLength) {
    var counts = new int[textLength + 1];
    for (int cluster : clusters) {
      counts[cluster + 1]++;
    }
    for (int i = 0; i < textLength; i++) {
      counts[i + 1] += counts[i];
    }
    return counts;
  }

  boolean hasFlag(int at, int flag) {
    return (flags[at] & flag) != 0;
  }

  /** A row of neighbouring glyphs, their clusters moved. */
  ShapedGlyphs row(int from, int to, int shift) {
    ShapedGlyphs row = room(to - from);
    for (int i = from; i < to; i++) {
      row.copy(i - from, this, i, shift);
    }
    return row;
  }

  ShapedGlyphs reversed() {
    ShapedGlyphs row = room(count());
    for (int i = 0; i < count(); i++) {
      row.copy(count() - 1 - i, this, i, 0);
    }
    return row;
  }

  static ShapedGlyphs room(int count) {
    return new ShapedGlyphs(
        new int[count],
        new int[count],
        new int[count],
        new int[count],
        new int[count],
        new byte[count]);
  }

  /** Takes over one glyph of another row, its cluster moved. */
  void copy(int to, ShapedGlyphs other, int from, int shift) {
    ids[to] = other.ids[from];
    clusters[to] = other.clusters[from] + shift;
    advances[to] = other.advances[from];
    dx[to] = other.dx[from];
    dy[to] = other.dy[from];
    flags[to] = other.flags[from];
  }

  /** Takes over all glyphs of another row, their clusters moved. */
  void copyAll(int to, ShapedGlyphs other, int shift) {
    int count = other.count();
    System.arraycopy(other.ids, 0, ids, to, count);
    System.arraycopy(other.advances, 0, advances, to, count);
    System.arraycopy(other.dx, 0, dx, to, count);
    System.arraycopy(other.dy, 0, dy, to, count);
    System.arraycopy(other.flags, 0, flags, to, count);
    for (int i = 0; i < count; i++) {
      clusters[to + i] = other.clusters[i] + shift;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShapedGlyphs o
        && Arrays.equals(ids, o.ids)
        && Arrays.equals(clusters, o.clusters)
        && Arrays.equals(advances, o.advances)
        && Arrays.equals(dx, o.dx)
        && Arrays.equals(dy, o.dy)
        && Arrays.equals(flags, o.flags);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(ids);
  }

  @Override
  public String toString() {
    return Arrays.toString(ids) + Arrays.toString(clusters) + Arrays.toString(advances);
  }
}
