package org.qirtas.pdf;

import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The rule for what runs off a page: a cut is never exact to a hair, so that what reaches the edge
 * must be printed beyond it.
 */
final class BleedCheck {
  private static final double MILLIMETRES = 25.4 / 72;

  /** What printers ask for at the least; most ask for 3 mm. */
  private static final double LEAST = 2 / MILLIMETRES - 0.01;

  /** What ends nearer to the edge than that is meant to reach it. */
  private static final double NEARLY = 0.5 / MILLIMETRES;

  private final int number;
  private final Preflight.Findings findings;
  private final Rectangle2D trim;

  BleedCheck(PDPage page, int number, Preflight.Findings findings) {
    this.number = number;
    this.findings = findings;
    PDRectangle box = page.getTrimBox();
    this.trim =
        new Rectangle2D.Double(
            box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
  }

  /** Something is painted within a box. */
  void painted(Rectangle2D box, String what) {
    if (!box.intersects(trim)) {
      return;
    }
    double least = Double.MAX_VALUE;
    for (double beyond :
        new double[] {
          trim.getMinX() - box.getMinX(),
          trim.getMinY() - box.getMinY(),
          box.getMaxX() - trim.getMaxX(),
          box.getMaxY() - trim.getMaxY()
        }) {
      if (beyond > -NEARLY) {
        least = Math.min(least, beyond);
      }
    }
    if (least < LEAST) {
      String millimetres =
          String.format(Locale.ROOT, "%s: %.1f mm", what, Math.max(0, least) * MILLIMETRES);
      findings.add(PreflightFinding.Code.BLEED_MISSING, number, millimetres);
    }
  }
}
