package org.qirtas.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qirtas.font.FontFile;

/**
 * The sorts of one glyph that a document has used: nearly all its characters are printed by one of
 * some hundreds, and need not be put together anew.
 */
final class PlainSorts {
  /** Hostile text may move every glyph by another distance. */
  private static final int MOST = 50_000;

  private final Map<Key, Sort> known = new HashMap<>();

  private record Key(FontFile font, int glyph, int dx, int dy, int advance, int character) {
    // What the compiler writes is too slow for something that every character asks for.
    @Override
    public int hashCode() {
      int hash = 31 * glyph + character;
      hash = 31 * hash + dx;
      hash = 31 * hash + dy;
      return 31 * hash + advance;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // A font is itself only.
    public boolean equals(Object other) {
      return other instanceof Key key
          && key.glyph == glyph
          && key.character == character
          && key.dx == dx
          && key.dy == dy
          && key.advance == advance
          && key.font == font;
    }
  }

  /**
   * A sort that prints one glyph.
   *
   * @param glyph its id in the original font
   * @param dx how far to the right, in font units
   * @param dy how far upwards
   * @param advance the sort's width
   * @param character the code point that it stands for
   */
  Sort of(FontFile font, int glyph, int dx, int dy, int advance, int character) {
    var key = new Key(font, glyph, dx, dy, advance, character);
    Sort sort = known.get(key);
    if (sort == null) {
      boolean printed = font.outline(glyph).hasRemaining();
      List<Sort.Part> parts = printed ? List.of(new Sort.Part(glyph, dx, dy)) : List.of();
      sort = new Sort(new Sort.Face(parts, advance), character);
      if (known.size() < MOST) {
        known.put(key, sort);
      }
    }
    return sort;
  }
}
