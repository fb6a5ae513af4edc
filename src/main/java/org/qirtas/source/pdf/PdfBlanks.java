package org.qirtas.source.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qirtas.source.letters.VisualOrder;

/**
 * Tells blanks from joiners by how they are drawn. Where a font has no glyph for a joiner, shapers
 * put its blank there and take its advance back, so that the next letter lies on it (HarfBuzz's
 * default for what is ignorable); and programs then name that one glyph after whichever of the two
 * came first in the document.
 */
final class PdfBlanks {
  private static final String NON_JOINER = "\u200C";

  /** In sizes of the type. */
  private static final double NARROWEST = 0.1;

  private static final double COVERED = 0.8;
  private static final double SAME_LINE = 0.2;

  private PdfBlanks() {}

  /** The glyphs of a page, in the order in which they were drawn, with blanks that are blanks. */
  static List<PdfGlyph> told(List<PdfGlyph> drawn) {
    var told = new ArrayList<PdfGlyph>(drawn.size());
    for (int i = 0; i < drawn.size(); i++) {
      PdfGlyph glyph = drawn.get(i);
      boolean joiner = glyph.text().equals(NON_JOINER) || glyph.text().equals("\u200D");
      if ((joiner || glyph.isBlank()) && glyph.width() > NARROWEST * glyph.size()) {
        Optional<PdfGlyph> before = beside(drawn, i - 1, glyph);
        Optional<PdfGlyph> after = beside(drawn, i + 1, glyph);
        boolean covered = covers(before, glyph) || covers(after, glyph);
        told.add(covered ? joined(glyph, before, after) : joiner ? glyph.named(" ") : glyph);
      } else {
        told.add(glyph);
      }
    }
    return told;
  }

  /** Of what is covered only its place between two letters is left. */
  private static PdfGlyph joined(
      PdfGlyph glyph, Optional<PdfGlyph> before, Optional<PdfGlyph> after) {
    boolean within = isLetter(before) && isLetter(after);
    return within ? glyph.named(NON_JOINER).narrow() : glyph;
  }

  private static boolean isLetter(Optional<PdfGlyph> glyph) {
    return glyph.filter(beside -> VisualOrder.isRightToLeft(List.of(beside.text()))).isPresent();
  }

  private static Optional<PdfGlyph> beside(List<PdfGlyph> drawn, int at, PdfGlyph glyph) {
    return at < 0 || at >= drawn.size()
        ? Optional.empty()
        : Optional.of(drawn.get(at))
            .filter(other -> Math.abs(other.y() - glyph.y()) < SAME_LINE * glyph.size());
  }

  private static boolean covers(Optional<PdfGlyph> beside, PdfGlyph glyph) {
    return beside
        .filter(other -> !other.isBlank() && !other.isMark())
        .filter(other -> {
          double common = Math.min(other.right(), glyph.right()) - Math.max(other.x(), glyph.x());
          return common > COVERED * glyph.width();
        })
        .isPresent();
  }
}
