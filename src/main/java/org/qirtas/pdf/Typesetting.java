package org.qirtas.pdf;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.article.Direction;
import org.qirtas.compose.Kashida;
import org.qirtas.font.FontFile;
import org.qirtas.text.GlyphRun;

/**
 * A run's glyphs, put into sorts: one a character, in visual order, so that whoever reads them and
 * turns right-to-left text round has the characters in the order in which they were written.
 *
 * <p>Whatever order HarfBuzz drew its glyphs in, each is printed where HarfBuzz put it: a sort's
 * parts are moved by the distance between the pen that HarfBuzz had and the pen that the sort has.
 *
 * <p>A letter with a kashida is one sort, of the letter's outline, moved to the right, and of the
 * font's tatweel, stretched until it reaches it: no seam, and no tatweel in the text.
 */
final class Typesetting {
  private final GlyphRun run;
  private final FontFile font;
  private final int[] characters;
  private final int[] numbers;
  private final int[] owners;
  private final List<List<Integer>> glyphs = new ArrayList<>();
  private final int[] pens;
  private final int[] starts;
  private final Lengthening lengthening;

  private Typesetting(GlyphRun run, List<Kashida> kashidas) {
    this.run = run;
    this.font = run.font();
    this.characters = characters(run);
    this.numbers = numbers(run.text());
    this.pens = pens(run);
    this.starts = new int[characters.length];
    this.lengthening = Lengthening.of(run, kashidas, characters, numbers);
    assignGlyphs();
    this.owners = owners();
  }

  /**
   * A sort in its place.
   *
   * @param correction what must be added to the sort's own width to come to the next one's pen, in
   *     font units: not 0 only where the width would be negative
   * @param remainder what must be added besides, less than a font unit: a kashida's exact width is
   *     not whole units; too little to be seen before the next space
   */
  record Placed(Sort sort, int correction, double remainder) {}

  static List<Placed> of(GlyphRun run, List<Kashida> kashidas) {
    return run.isHyphen() ? List.of(hyphen(run)) : new Typesetting(run, kashidas).sorts();
  }

  /** The characters of a run's sorts, in logical order; one a sort. */
  static int[] characters(GlyphRun run) {
    return run.isHyphen() ? new int[] {Unprintable.SOFT_HYPHEN} : run.text().codePoints().toArray();
  }

  /** A soft hyphen: readers know by it that the word goes on (ISO 32000-1, 14.8.2.2.3). */
  private static Placed hyphen(GlyphRun run) {
    int advance = run.advance(0);
    var part = new Sort.Part(run.glyph(0), run.dx(0), run.dy(0));
    var face = new Sort.Face(List.of(part), Math.max(0, advance));
    return new Placed(new Sort(face, Unprintable.SOFT_HYPHEN), Math.min(0, advance), 0);
  }

  private static int[] numbers(String text) {
    var numbers = new int[text.length()];
    int number = 0;
    for (int at = 0; at < numbers.length; number++) {
      int units = Character.charCount(text.codePointAt(at));
      java.util.Arrays.fill(numbers, at, at + units, number);
      at += units;
    }
    return numbers;
  }

  private static int[] pens(GlyphRun run) {
    var pens = new int[run.count() + 1];
    for (int i = 0; i < run.count(); i++) {
      pens[i + 1] = pens[i] + run.advance(i);
    }
    return pens;
  }

  private void assignGlyphs() {
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
      if (has && (letter < 0 || !Lengthening.isMark(characters[c]))) {
        letter = c;
      }
    }
    return owners;
  }

  private List<Placed> sorts() {
    var placed = new ArrayList<Placed>();
    boolean rightToLeft = run.direction() == Direction.RIGHT_TO_LEFT;
    int pen = 0;
    for (int i = 0; i < characters.length; i++) {
      int c = rightToLeft ? characters.length - 1 - i : i;
      starts[c] = pen;
      pen += advance(c) + lengthening.width(c);
    }
    for (int i = 0; i < characters.length; i++) {
      int c = rightToLeft ? characters.length - 1 - i : i;
      int advance = advance(c) + lengthening.width(c);
      var sort = new Sort(new Sort.Face(parts(c), Math.max(0, advance)), characters[c]);
      placed.add(new Placed(sort, Math.min(0, advance), lengthening.remainder(c)));
    }
    return placed;
  }

  private int whole(int owner) {
    int whole = 0;
    for (int glyph : glyphs.get(owner)) {
      whole += run.advance(glyph);
    }
    return whole;
  }

  /** A character's share: its own glyphs', or a part of its ligature's. */
  private int advance(int c) {
    int owner = owners[c];
    int whole = whole(owner);
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

  private List<Sort.Part> parts(int c) {
    if (!printsOwner(c)) {
      return List.of();
    }
    var parts = new ArrayList<Sort.Part>();
    for (int glyph : glyphs.get(owners[c])) {
      if (font.outline(run.glyph(glyph)).hasRemaining()) {
        int x = pens[glyph] + lengthening.move(owners[c]) + run.dx(glyph) - starts[c];
        parts.add(new Sort.Part(run.glyph(glyph), x, run.dy(glyph)));
      }
    }
    int letter = lengthened(owners[c]);
    if (letter >= 0) {
      addKashida(letter, starts[c], parts);
    }
    return parts;
  }

  /** Of the characters that a glyph prints, the one with a kashida; or -1. */
  private int lengthened(int owner) {
    for (int i = owner; i < characters.length && i < owner + 32; i++) {
      if (owners[i] == owner && lengthening.width(i) > 0) {
        return i;
      }
    }
    return -1;
  }

  private void addKashida(int letter, int pen, List<Sort.Part> parts) {
    int width = lengthening.width(letter);
    boolean rightToLeft = run.direction() == Direction.RIGHT_TO_LEFT;
    if (characters[owners[letter]] == Lengthening.TATWEEL && !parts.isEmpty()) {
      growTatweel(whole(owners[letter]), rightToLeft ? -width : 0, width, parts);
    } else {
      int joint = rightToLeft ? starts[lengthening.end(letter)] : starts[letter] + advance(letter);
      parts.add(new Sort.Part(font.glyph(Lengthening.TATWEEL), joint - pen, 0, width));
    }
  }

  /**
   * Stretches the writer's own tatweel, in the form that the font gives it; one that a mark is
   * drawn with stands before the middle of a longer one.
   */
  private void growTatweel(int advance, int move, int width, List<Sort.Part> parts) {
    Sort.Part own = parts.removeFirst();
    int x = own.dx() + move;
    if (Outline.isStroke(font.outline(own.glyph()))) {
      parts.addFirst(new Sort.Part(own.glyph(), x, own.dy(), advance + width));
    } else {
      parts.addFirst(new Sort.Part(own.glyph(), x + width / 2, own.dy()));
      parts.addFirst(new Sort.Part(font.glyph(Lengthening.TATWEEL), x, own.dy(), advance + width));
    }
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
