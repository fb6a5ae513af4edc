package org.qirtas.pdf;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.article.Direction;
import org.qirtas.font.FontFile;
import org.qirtas.text.GlyphRun;

/**
 * A run's glyphs, put into sorts: one a character, in visual order, so that whoever reads them and
 * turns right-to-left text round has the characters in the order in which they were written.
 *
 * <p>Whatever order HarfBuzz drew its glyphs in, each is printed where HarfBuzz put it: a sort's
 * parts are moved by the distance between the pen that HarfBuzz had and the pen that the sort has.
 */
final class Typesetting {
  private final GlyphRun run;
  private final FontFile font;
  private final int[] characters;
  private final int[] owners;
  private final List<List<Integer>> glyphs = new ArrayList<>();
  private final int[] pens;

  private Typesetting(GlyphRun run) {
    this.run = run;
    this.font = run.font();
    this.characters = run.text().codePoints().toArray();
    this.pens = pens(run);
    assignGlyphs();
    this.owners = owners();
  }

  /**
   * A sort in its place.
   *
   * @param correction what must be added to the sort's own width to come to the next one's pen, in
   *     font units: not 0 only where the width would be negative
   */
  record Placed(Sort sort, int correction) {}

  static List<Placed> of(GlyphRun run) {
    return new Typesetting(run).sorts();
  }

  private static int[] pens(GlyphRun run) {
    var pens = new int[run.count() + 1];
    for (int i = 0; i < run.count(); i++) {
      pens[i + 1] = pens[i] + run.advance(i);
    }
    return pens;
  }

  private void assignGlyphs() {
    var numbers = new int[run.text().length()];
    int number = 0;
    for (int at = 0; at < numbers.length; number++) {
      int units = Character.charCount(run.text().codePointAt(at));
      for (int i = 0; i < units; i++) {
        numbers[at + i] = number;
      }
      at += units;
    }
    for (int i = 0; i < characters.length; i++) {
      glyphs.add(new ArrayList<>());
    }
    for (int i = 0; i < run.count(); i++) {
      glyphs.get(numbers[run.cluster(i)]).add(i);
    }
  }

  /** For each character the one whose glyph prints it too: itself, or its ligature's first. */
  private int[] owners() {
    var owners = new int[characters.length];
    int letter = -1;
    for (int c = 0; c < characters.length; c++) {
      boolean has = !glyphs.get(c).isEmpty();
      owners[c] = has || letter < 0 ? c : letter;
      if (has && (letter < 0 || !isMark(characters[c]))) {
        letter = c;
      }
    }
    return owners;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }

  private List<Placed> sorts() {
    var placed = new ArrayList<Placed>();
    boolean rightToLeft = run.direction() == Direction.RIGHT_TO_LEFT;
    int pen = 0;
    for (int i = 0; i < characters.length; i++) {
      int c = rightToLeft ? characters.length - 1 - i : i;
      int advance = advance(c);
      var sort = new Sort(new Sort.Face(parts(c, pen), Math.max(0, advance)), characters[c]);
      placed.add(new Placed(sort, Math.min(0, advance)));
      pen += advance;
    }
    return placed;
  }

  /** A character's share: its own glyphs', or a part of its ligature's. */
  private int advance(int c) {
    int owner = owners[c];
    int whole = 0;
    for (int glyph : glyphs.get(owner)) {
      whole += run.advance(glyph);
    }
    int sharers = 0;
    int place = 0;
    for (int i = owner; i < characters.length && i < owner + 32; i++) {
      if (owners[i] == owner) {
        if (i == c) {
          place = sharers;
        }
        sharers++;
      }
    }
    if (sharers <= 1) {
      return whole;
    }
    // Whole units: what does not divide goes to the first.
    int share = whole / sharers;
    return place == 0 ? whole - share * (sharers - 1) : share;
  }

  private List<Sort.Part> parts(int c, int pen) {
    if (!printsOwner(c)) {
      return List.of();
    }
    var parts = new ArrayList<Sort.Part>();
    for (int glyph : glyphs.get(owners[c])) {
      if (font.outline(run.glyph(glyph)).hasRemaining()) {
        parts.add(
            new Sort.Part(run.glyph(glyph), pens[glyph] + run.dx(glyph) - pen, run.dy(glyph)));
      }
    }
    return parts;
  }

  /** Of a ligature's characters the one drawn first, from the left, prints it. */
  private boolean printsOwner(int c) {
    int owner = owners[c];
    if (run.direction() == Direction.LEFT_TO_RIGHT) {
      return c == owner;
    }
    for (int i = c + 1; i < characters.length && i < owner + 32; i++) {
      if (owners[i] == owner) {
        return false;
      }
    }
    return true;
  }
}
