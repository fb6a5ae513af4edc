package org.qirtas.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;
import org.qirtas.font.FontFile;
import org.qirtas.measure.Length;

/**
 * Glyphs of one font, size, language and direction, in visual order: from left to right.
 *
 * <p>Glyph ids and positions are exactly HarfBuzz's. A cluster is the offset, in the run's own
 * text, of the character that a glyph was made from (HarfBuzz's cluster level "characters": a mark
 * has its letter's neighbour offset, a ligature that of its first character).
 */
public final class GlyphRun {
  private static final char ZERO_WIDTH_JOINER = '\u200D';

  private final Traits traits;
  private final String text;
  private final int start;
  private final ShapedGlyphs glyphs;
  private final boolean hyphen;
  private int @Nullable [] counts;

  /**
   * What all glyphs of a run share.
   *
   * @param font the font
   * @param size the size of the em
   * @param language the language that it was shaped in
   * @param script the ISO 15924 code of the script that it was shaped in
   * @param level the embedding level (UAX #9 BD2); odd: right to left
   * @param span the number of the copy's span that it belongs to
   */
  public record Traits(
      FontFile font, Length size, Language language, String script, int level, int span) {
    Traits at(int otherLevel) {
      return otherLevel == level
          ? this
          : new Traits(font, size, language, script, otherLevel, span);
    }
  }

  GlyphRun(Traits traits, String text, int start, ShapedGlyphs glyphs) {
    this(traits, text, start, glyphs, false);
  }

  private GlyphRun(Traits traits, String text, int start, ShapedGlyphs glyphs, boolean hyphen) {
    this.traits = traits;
    this.text = text;
    this.start = start;
    this.glyphs = glyphs;
    this.hyphen = hyphen;
  }

  /** The hyphen that a line's end adds after the character at an offset. */
  static GlyphRun hyphen(Traits traits, int after, ShapedGlyphs glyph) {
    return new GlyphRun(traits, "", after, glyph, true);
  }

  /**
   * {@return whether it is no text at all but the hyphen that the breaking of a line put there: one
   * glyph, no text, and the offset of the character that it follows}
   */
  public boolean isHyphen() {
    return hyphen;
  }

  /** {@return its font} */
  public FontFile font() {
    return traits.font();
  }

  /** {@return the size of its em} */
  public Length size() {
    return traits.size();
  }

  /** {@return the language that it was shaped in} */
  public Language language() {
    return traits.language();
  }

  /** {@return the ISO 15924 code of the script that it was shaped in} */
  public String script() {
    return traits.script();
  }

  /** {@return its embedding level; odd: right to left} */
  public int level() {
    return traits.level();
  }

  /** {@return the number of the copy's span that it belongs to} */
  public int span() {
    return traits.span();
  }

  /** {@return the direction that its text is read in} */
  public Direction direction() {
    return (level() & 1) == 1 ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
  }

  /** {@return its text, in logical order} */
  public String text() {
    return text;
  }

  /** {@return the offset of its text in the copy's} */
  public int start() {
    return start;
  }

  /** {@return the offset in the copy's text after its last unit} */
  public int end() {
    return start + text.length();
  }

  /** {@return how many glyphs it has} */
  public int count() {
    return glyphs.count();
  }

  /**
   * {@return the font's id of a glyph}
   *
   * @param at its place from the left, from 0
   */
  public int glyph(int at) {
    return glyphs.ids()[at];
  }

  /**
   * {@return the offset in the run's text of the character that a glyph was made from}
   *
   * @param at the glyph's place from the left
   */
  public int cluster(int at) {
    return glyphs.clusters()[at];
  }

  /**
   * {@return how far it is from a glyph's pen position to the next one's, in font units}
   *
   * @param at the glyph's place from the left
   */
  public int advance(int at) {
    return glyphs.advances()[at];
  }

  /**
   * {@return how far right of the pen position a glyph is drawn, in font units}
   *
   * @param at the glyph's place from the left
   */
  public int dx(int at) {
    return glyphs.dx()[at];
  }

  /**
   * {@return how far above the baseline a glyph is drawn, in font units}
   *
   * @param at the glyph's place from the left
   */
  public int dy(int at) {
    return glyphs.dy()[at];
  }

  /**
   * {@return whether a kashida may stand between a glyph's character and the one before it}
   *
   * @param at the glyph's place from the left
   */
  public boolean takesKashidaBefore(int at) {
    return glyphs.isSafeForTatweel(at);
  }

  /**
   * {@return whether a kashida may stand before a character}
   *
   * @param at the character's offset in the copy's text
   */
  public boolean takesKashidaBeforeOffset(int at) {
    int before = counts()[at - start];
    if (before == counts()[at - start + 1]) {
      return false;
    }
    int glyph = direction() == Direction.RIGHT_TO_LEFT ? count() - 1 - before : before;
    return glyphs.clusters()[glyph] == at - start && takesKashidaBefore(glyph);
  }

  /**
   * {@return whether the glyph is the space between words}
   *
   * @param at the glyph's place from the left
   */
  public boolean isSpace(int at) {
    return !hyphen && text.charAt(cluster(at)) == ' ';
  }

  /** {@return how many of its glyphs are spaces between words} */
  public int spaces() {
    return (int) text.chars().filter(c -> c == ' ').count();
  }

  /** {@return its width before justification: its glyphs' advances, each a whole length, added} */
  public Length width() {
    long width = 0;
    for (int i = 0; i < count(); i++) {
      width += length(i);
    }
    return new Length(width);
  }

  private long length(int at) {
    return Length.ofUnits(advance(at), font().unitsPerEm(), size()).scaledPoints();
  }

  /**
   * Part of the run, by characters; the caller has made sure that the glyphs may be parted there.
   *
   * @param from the first unit wanted, as an offset in the copy's text
   * @param to the unit after the last
   */
  GlyphRun part(int from, int to, int level) {
    if (from == start && to == end()) {
      return level == level()
          ? this
          : new GlyphRun(traits.at(level), text, start, turned(glyphs, level));
    }
    int before = counts()[from - start];
    int through = counts()[to - start];
    ShapedGlyphs row =
        direction() == Direction.RIGHT_TO_LEFT
            ? glyphs.row(count() - through, count() - before, start - from)
            : glyphs.row(before, through, start - from);
    return new GlyphRun(
        traits.at(level), text.substring(from - start, to - start), from, turned(row, level));
  }

  /** White space at a line's end may come to be read in the other direction (UAX #9 L1). */
  private ShapedGlyphs turned(ShapedGlyphs row, int level) {
    return ((level ^ level()) & 1) == 0 ? row : row.reversed();
  }

  /** Whether shaping the text in two, parted at the offset, would give other glyphs. */
  boolean isUnsafeToBreakBefore(int at) {
    int offset = at - start;
    int before = counts()[offset];
    if (before == counts()[offset + 1]) {
      // No glyph is the character's own: it is inside a ligature.
      return true;
    }
    int glyph = direction() == Direction.RIGHT_TO_LEFT ? count() - 1 - before : before;
    return glyphs.clusters()[glyph] != offset
        || glyphs.hasFlag(glyph, ShapedGlyphs.UNSAFE_TO_BREAK);
  }

  /**
   * The clusters as HarfBuzz has them by default: what a reader takes for one letter, with its
   * marks, is one cluster, and a ligature's letters are one; each named by its first unit
   * (HarfBuzz's level "monotone graphemes").
   *
   * @return for each glyph, from the left, its cluster's offset in the run's text
   */
  public int[] graphemeClusters() {
    var starts = new int[text.length() + 1];
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      if (!continuesCluster(at)) {
        start = at;
      }
      starts[at] = start;
    }
    var clusters = new int[count()];
    for (int i = 0; i < clusters.length; i++) {
      clusters[i] = starts[cluster(i)];
    }
    return clusters;
  }

  /** A mark goes with its letter; a character without a glyph went into a ligature. */
  private boolean continuesCluster(int at) {
    if (at == 0) {
      return false;
    }
    int c = text.codePointAt(at);
    return Character.isLowSurrogate(text.charAt(at))
        || ridesOnLetter(c)
        || counts()[at] == counts()[at + 1]
        || (text.charAt(at - 1) == ZERO_WIDTH_JOINER
            && UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC));
  }

  private static boolean ridesOnLetter(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default ->
          c == ZERO_WIDTH_JOINER
              || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_MODIFIER)
              || (c >= 0xE0020 && c <= 0xE007F);
    };
  }

  private int[] counts() {
    if (counts == null) {
      counts = glyphs.countsByOffset(text.length());
    }
    return counts;
  }

  /**
   * Adds each character's advance, in scaled points, to a row indexed by the copy's offsets. The
   * letters of a ligature share its width, so that what stands on either side of a break in it is
   * nearly as wide as it will be.
   */
  void addAdvances(long[] row) {
    int[] before = counts();
    for (int i = 0; i < count(); i++) {
      int cluster = cluster(i);
      int end = cluster + 1;
      while (end < text.length() && before[end] == before[end + 1]) {
        end++;
      }
      long share = length(i) / (end - cluster);
      row[start + cluster] += length(i) - share * (end - cluster - 1);
      for (int at = cluster + 1; at < end; at++) {
        row[start + at] += share;
      }
    }
  }

  Traits traits() {
    return traits;
  }
}
