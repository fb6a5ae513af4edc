package org.qirtas.source.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qirtas.source.letters.Blanks;

/**
 * Glyphs for which the document says what they stand for together (ISO 32000-2, 14.9.4, replacement
 * text): a letter and its marks, a ligature, a letter drawn in parts. Where the text is of more
 * than one word, or the glyphs of more than one line, the glyphs say where each word stands, and
 * count.
 */
final class PdfSpan {
  private static final double SAME_LINE = 1;

  private final String text;
  private final List<PdfGlyph> glyphs = new ArrayList<>();

  /** Nested marked content that has to end before the span does. */
  private int depth;

  private int direction;

  PdfSpan(String text) {
    this.text = text;
  }

  void enter() {
    depth++;
  }

  /** {@return whether that was the end of the span itself} */
  boolean leave() {
    return --depth < 0;
  }

  /** Takes a glyph that is drawn in it, in a direction of reading: 0 upright, else degrees. */
  void add(PdfGlyph glyph, int direction) {
    this.direction = glyphs.isEmpty() ? direction : this.direction;
    glyphs.add(glyph);
  }

  int direction() {
    return direction;
  }

  /** What was drawn: one glyph with the text; the glyphs themselves where it is not one word's. */
  List<PdfGlyph> told() {
    if (glyphs.isEmpty() || !oneWord() || !oneLine()) {
      return glyphs.stream().filter(glyph -> !glyph.text().isEmpty()).toList();
    }
    String letters = PdfGlyph.letters(text);
    return letters.isEmpty() ? List.of() : List.of(together(letters));
  }

  private boolean oneWord() {
    return text.isBlank() || Blanks.words(text).size() == 1;
  }

  private boolean oneLine() {
    PdfGlyph first = glyphs.getFirst();
    return glyphs.stream()
        .allMatch(glyph -> Math.abs(glyph.y() - first.y()) < SAME_LINE * first.size());
  }

  private PdfGlyph together(String letters) {
    List<PdfGlyph> wide = glyphs.stream().filter(glyph -> glyph.width() > 0).toList();
    List<PdfGlyph> all = wide.isEmpty() ? glyphs : wide;
    double left = all.stream().mapToDouble(PdfGlyph::x).min().orElseThrow();
    double right = all.stream().mapToDouble(PdfGlyph::right).max().orElseThrow();
    Optional<PdfGlyph> widest =
        all.stream().max((one, other) -> Double.compare(one.width(), other.width()));
    PdfGlyph base = widest.orElseThrow();
    return new PdfGlyph(
        letters, left, base.y(), right - left, base.size(), glyphs.getFirst().index());
  }
}
