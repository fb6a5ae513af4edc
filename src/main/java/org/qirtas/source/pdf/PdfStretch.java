package org.qirtas.source.pdf;

import java.util.Comparator;
import java.util.List;

/**
 * Glyphs side by side on one baseline.
 *
 * @param glyphs from left to right, blanks among them
 */
record PdfStretch(List<PdfGlyph> glyphs) {
  PdfStretch {
    glyphs = List.copyOf(glyphs);
  }

  double left() {
    return glyphs.stream()
        .filter(glyph -> !glyph.isBlank())
        .mapToDouble(PdfGlyph::x)
        .min()
        .orElse(glyphs.getFirst().x());
  }

  double right() {
    return glyphs.stream()
        .filter(glyph -> !glyph.isBlank())
        .mapToDouble(PdfGlyph::right)
        .max()
        .orElse(glyphs.getFirst().right());
  }

  /** The baseline of its largest glyphs. */
  double y() {
    return glyphs.stream().max(Comparator.comparingDouble(PdfGlyph::size)).orElseThrow().y();
  }

  double size() {
    return glyphs.stream().mapToDouble(PdfGlyph::size).max().orElseThrow();
  }

  int letters() {
    return glyphs.size();
  }
}
