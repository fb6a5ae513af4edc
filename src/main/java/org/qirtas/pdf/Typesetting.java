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

  /** For each character the one whose glyphs print it too: itself, or its ligature's first. */
  private final int[] owners;

  /** Where each character's own glyphs begin among {@link #glyphs}; in visual order. */
  private final int[] firsts;

  private final int[] glyphs;

  /** What each character's own glyphs advance by, together. */
  private final int[] wholes;

  /** How many characters a character's own glyphs print. */
  private final int[] sharers;

  /** The last of them. */
  private final int[] lasts;

  private final int[] pens;
  private final int[] starts;
  private final Lengthening lengthening;
  private final boolean lengthened;
  private final PlainSorts plain;

  private Typesetting(GlyphRun run, List<Kashida> kashidas, PlainSorts plain) {
    this.run = run;
    this.font = run.font();
    this.plain = plain;
    this.characters = characters(run);
    this.numbers = numbers(run.text());
    this.pens = pens(run);
    this.starts = new int[characters.length];
    this.lengthened = !kashidas.isEmpty();
    this.lengthening = Lengthening.of(run, kashidas, characters, numbers);
    this.firsts = new int[characters.length + 1];
    this.glyphs = new int[run.count()];
    this.wholes = new int[characters.length];
    assignGlyphs();
    this.owners = owners();
    this.sharers = new int[characters.length];
    this.lasts = new int[characters.length];
    for (int c = 0; c < owners.length; c++) {
      sharers[owners[c]]++;
      lasts[owners[c]] = c;
    }
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

  /**
   * A run's sorts, from left to right.
   *
   * @param plain the sorts of single glyphs that were met before
   */
  static List<Placed> of(GlyphRun run, List<Kashida> kashidas, PlainSorts plain) {
    return run.isHyphen() ? List.of(hyphen(run)) : new Typesetting(run, kashidas, plain).sorts();
  }

  /** The characters of a run's sorts, in logical order; one a sort. */
  static int[] characters(GlyphRun run) {
    if (run.isHyphen()) {
      return new int[] {Unprintable.SOFT_HYPHEN};
    }
    String text = run.text();
    int[] characters = new int[text.codePointCount(0, text.length())];
    for (int i = 0, at = 0; i < characters.length; i++) {
      characters[i] = text.codePointAt(at);
      at += Character.charCount(characters[i]);
    }
    return characters;
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
    for (int i = 0; i < run.count(); i++) {
      firsts[numbers[run.cluster(i)] + 1]++;
    }
    for (int c = 0; c < characters.length; c++) {
      firsts[c + 1] += firsts[c];
    }
    int[] next = firsts.clone();
    for (int i = 0; i < run.count(); i++) {
      int c = numbers[run.cluster(i)];
      glyphs[next[c]++] = i;
      wholes[c] += run.advance(i);
    }
  }

  private boolean hasGlyphs(int c) {
    return firsts[c + 1] > firsts[c];
  }

  private int[] owners() {
    var owners = new int[characters.length];
    int letter = -1;
    for (int c = 0; c < characters.length; c++) {
      boolean has = hasGlyphs(c);
      owners[c] = has || letter < 0 ? c : letter;
      if (has && (letter < 0 || !Lengthening.isMark(characters[c]))) {
        letter = c;
      }
    }
    return owners;
  }

  private List<Placed> sorts() {
    var placed = new ArrayList<Placed>(characters.length);
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
      placed.add(new Placed(sort(c, advance), Math.min(0, advance), lengthening.remainder(c)));
    }
    return placed;
  }

  private Sort sort(int c, int advance) {
    int width = Math.max(0, advance);
    if (!lengthened && owners[c] == c && sharers[c] == 1 && firsts[c + 1] == firsts[c] + 1) {
      int glyph = glyphs[firsts[c]];
      int x = pens[glyph] + run.dx(glyph) - starts[c];
      return plain.of(font, run.glyph(glyph), x, run.dy(glyph), width, characters[c]);
    }
    return new Sort(new Sort.Face(parts(c), width), characters[c]);
  }

  /** A character's share: its own glyphs', or a part of its ligature's. */
  private int advance(int c) {
    int owner = owners[c];
    int whole = wholes[owner];
    if (sharers[owner] <= 1) {
      return whole;
    }
    // Whole units: what does not divide goes to the first.
    int share = whole / sharers[owner];
    return c == owner ? whole - share * (sharers[owner] - 1) : share;
  }

  private List<Sort.Part> parts(int c) {
    if (!printsOwner(c)) {
      return List.of();
    }
    var parts = new ArrayList<Sort.Part>();
    for (int i = firsts[owners[c]]; i < firsts[owners[c] + 1]; i++) {
      int glyph = glyphs[i];
      if (font.outline(run.glyph(glyph)).hasRemaining()) {
        int x = pens[glyph] + lengthening.move(owners[c]) + run.dx(glyph) - starts[c];
        parts.add(new Sort.Part(run.glyph(glyph), x, run.dy(glyph)));
      }
    }
    int letter = lengthened ? lengthened(owners[c]) : -1;
    if (letter >= 0) {
      addKashida(letter, starts[c], parts);
    }
    return parts;
  }

  /** Of the characters that a glyph prints, the one with a kashida; or -1. */
  private int lengthened(int owner) {
    for (int i = owner; i <= lasts[owner]; i++) {
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
      growTatweel(wholes[owners[letter]], rightToLeft ? -width : 0, width, parts);
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
    boolean fromLeft = run.direction() == Direction.LEFT_TO_RIGHT;
    return c == (fromLeft ? owners[c] : lasts[owners[c]]);
  }
}
