package org.qirtas.pdf;

import java.util.List;

/**
 * A piece of type: what it prints, how wide it is, and the one character that it stands for.
 *
 * <p>One CID a sort, and one character a sort, because readers reverse right-to-left text character
 * by character: a sort for two would come out backwards. A mark is a sort without width whose print
 * is moved to where the font's anchors put it; of a ligature's sorts one prints and the others are
 * blank. A letter with a kashida is one sort that prints both and stands for the letter alone.
 */
final class Sort {
  /** What it prints, and its width. */
  private final Face face;

  /** The code point that it stands for. */
  private final int character;

  /** Whether an Arabic letter mark goes before the character: see {@link DirectionalMarks}. */
  private final boolean marked;

  private final int hash;

  Sort(Face face, int character, boolean marked) {
    this.face = face;
    this.character = character;
    this.marked = marked;
    this.hash = 31 * face.hashCode() + character;
  }

  Sort(Face face, int character) {
    this(face, character, false);
  }

  Face face() {
    return face;
  }

  int character() {
    return character;
  }

  // Every character that is printed asks for it.
  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sort s
        && s.hash == hash
        && s.character == character
        && s.marked == marked
        && s.face.equals(face);
  }

  /** The same, with an Arabic letter mark before its character. */
  Sort withMark() {
    return new Sort(face, character, true);
  }

  /** What its code maps to. */
  String text() {
    String shown = Character.toString(Unprintable.shown(character));
    return marked ? Character.toString(DirectionalMarks.ARABIC_LETTER_MARK) + shown : shown;
  }

  /**
   * What a sort prints.
   *
   * @param parts the font's glyphs, moved; none for a blank
   * @param advance its width in font units, 0 or more
   */
  record Face(List<Part> parts, int advance) {
    Face {
      parts = List.copyOf(parts);
    }

    @Override
    public int hashCode() {
      int hash = advance;
      for (int i = 0; i < parts.size(); i++) {
        hash = 31 * hash + parts.get(i).hashCode();
      }
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Face f && f.advance == advance && f.parts.equals(parts);
    }
  }

  /**
   * A glyph of the font, moved, and perhaps stretched.
   *
   * @param glyph its id in the original font
   * @param dx how far to the right, in font units
   * @param dy how far upwards
   * @param stretchedTo its advance where it is a connection drawn longer or shorter than the font
   *     has it; 0: as the font has it
   */
  record Part(int glyph, int dx, int dy, int stretchedTo) {
    Part(int glyph, int dx, int dy) {
      this(glyph, dx, dy, 0);
    }

    @Override
    public int hashCode() {
      return ((31 * glyph + dx) * 31 + dy) * 31 + stretchedTo;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Part p
          && p.glyph == glyph
          && p.dx == dx
          && p.dy == dy
          && p.stretchedTo == stretchedTo;
    }
  }
}
