package org.qirtas.font;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Pairs of glyphs of which one may be set otherwise because the other stands beyond the glyph
 * between them, as a font's rules have it.
 */
public final class GlyphPairs {
  private final List<Pair> pairs;

  private record Pair(BitSet before, BitSet after) {}

  GlyphPairs() {
    this.pairs = new ArrayList<>();
  }

  void add(BitSet before, BitSet after) {
    pairs.add(new Pair(before, after));
  }

  /** {@return whether there is none} */
  public boolean isEmpty() {
    return pairs.isEmpty();
  }

  /**
   * {@return whether two glyphs are such a pair}
   *
   * @param before the one that comes first, in logical order
   * @param after the other
   */
  public boolean contains(int before, int after) {
    for (Pair pair : pairs) {
      if (pair.before.get(before) && pair.after.get(after)) {
        return true;
      }
    }
    return false;
  }
}
