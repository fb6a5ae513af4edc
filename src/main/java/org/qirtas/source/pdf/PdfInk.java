package org.qirtas.source.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;

/**
 * How far a glyph's outline reaches along its baseline from its origin, in sizes of the type.
 *
 * @param left where it begins
 * @param right where it ends
 */
record PdfInk(double left, double right) {
  private static final double EM = 1000;

  /** What an embedded font draws for a code; nothing where it draws nothing, or is no outline. */
  static Optional<PdfInk> of(PDFont font, int code) {
    if (!(font instanceof PDVectorFont vector)) {
      return Optional.empty();
    }
    try {
      Rectangle2D box = vector.getNormalizedPath(code).getBounds2D();
      return box.isEmpty()
          ? Optional.empty()
          : Optional.of(new PdfInk(box.getMinX() / EM, box.getMaxX() / EM));
    } catch (IOException | RuntimeException damaged) {
      // The font's own parser meets outlines that are none; the mark stays at its origin.
      return Optional.empty();
    }
  }
}
