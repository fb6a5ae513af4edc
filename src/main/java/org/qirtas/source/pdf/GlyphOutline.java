package org.qirtas.source.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;

/**
 * What a glyph looks like, in a few numbers that outlines of other shapes do not share. Lengths are
 * in thousandths of the type's size, so that the same glyph of another version of a font, or cut
 * from it and turned into other curves, is still close.
 *
 * @param contours how many closed lines it has
 * @param left the least x
 * @param right the greatest x
 * @param bottom the least y
 * @param top the greatest y
 * @param area the ink's
 * @param x the ink's middle
 * @param y the ink's middle
 */
record GlyphOutline(
    int contours,
    double left,
    double right,
    double bottom,
    double top,
    double area,
    double x,
    double y) {
  private static final double FLAT = 2;
  private static final double BAR_HEIGHT = 200;
  private static final double BAR_FILLS = 0.8;

  /** The outline of a path in thousandths of the type's size; nothing where it has no ink. */
  static Optional<GlyphOutline> of(Path2D path) {
    var ink = new Ink();
    double[] to = new double[6];
    for (PathIterator line = path.getPathIterator(null, FLAT); !line.isDone(); line.next()) {
      switch (line.currentSegment(to)) {
        case PathIterator.SEG_MOVETO -> ink.begin(to[0], to[1]);
        case PathIterator.SEG_LINETO -> ink.line(to[0], to[1]);
        default -> ink.close();
      }
    }
    ink.close();
    return ink.outline();
  }

  /** The outline that an embedded font draws for a code. */
  static Optional<GlyphOutline> of(PDFont font, int code) {
    return of(font, code, 0);
  }

  /** The same set upright again: it leans so far to the right for each step up. */
  static Optional<GlyphOutline> of(PDFont font, int code, double slant) {
    if (!(font instanceof PDVectorFont vector)) {
      return Optional.empty();
    }
    try {
      Path2D path = vector.getNormalizedPath(code);
      return of(
          slant == 0 ? path : new Path2D.Double(path, AffineTransform.getShearInstance(-slant, 0)));
    } catch (IOException | RuntimeException damaged) {
      // The font's own parser meets outlines that are none.
      return Optional.empty();
    }
  }

  /** How far apart two are at the widest, in thousandths of the type's size. */
  double distance(GlyphOutline other) {
    if (contours != other.contours) {
      return Double.MAX_VALUE;
    }
    double height = Math.max(1, Math.max(top - bottom, right - left));
    double most = Math.abs(left - other.left);
    most = Math.max(most, Math.abs(right - other.right));
    most = Math.max(most, Math.abs(bottom - other.bottom));
    most = Math.max(most, Math.abs(top - other.top));
    most = Math.max(most, Math.abs(x - other.x));
    most = Math.max(most, Math.abs(y - other.y));
    return Math.max(most, Math.abs(area - other.area) / height);
  }

  /** Whether it is a bar that lies about the baseline, as what lengthens a word does. */
  boolean isBar() {
    double height = top - bottom;
    double width = right - left;
    return contours == 1
        && height < BAR_HEIGHT
        && width > height
        && top < 2 * BAR_HEIGHT
        && bottom > -BAR_HEIGHT / 2
        && area > BAR_FILLS * width * height;
  }

  /** Adds up the area within closed lines and its moments (Green's theorem). */
  private static final class Ink {
    private double left = Double.MAX_VALUE;
    private double right = -Double.MAX_VALUE;
    private double bottom = Double.MAX_VALUE;
    private double top = -Double.MAX_VALUE;
    private double startX;
    private double startY;
    private double lastX;
    private double lastY;
    private boolean open;
    private int contours;
    private double area;
    private double sumX;
    private double sumY;

    void begin(double x, double y) {
      close();
      startX = x;
      startY = y;
      lastX = x;
      lastY = y;
    }

    void line(double x, double y) {
      if (!open) {
        open = true;
        reach(startX, startY);
      }
      reach(x, y);
      double cross = lastX * y - x * lastY;
      area += cross / 2;
      sumX += (lastX + x) * cross / 6;
      sumY += (lastY + y) * cross / 6;
      lastX = x;
      lastY = y;
    }

    void close() {
      if (open) {
        line(startX, startY);
        contours++;
        open = false;
      }
    }

    private void reach(double x, double y) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }

    Optional<GlyphOutline> outline() {
      return contours == 0 || area == 0
          ? Optional.empty()
          : Optional.of(
              new GlyphOutline(
                  contours, left, right, bottom, top, Math.abs(area), sumX / area, sumY / area));
    }
  }
}
