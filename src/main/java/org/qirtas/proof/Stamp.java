package org.qirtas.proof;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Words across a page that say that it is no final one.
 *
 * @param words the words' outline, upwards positive
 */
public record Stamp(Path2D words) {
  /** How much of the page's diagonal it takes. */
  private static final double SHARE = 0.62;

  /** How much of the page's shorter side its letters may be high. */
  private static final double HIGHEST = 0.3;

  /** Ink that leaves what is below it legible. */
  private static final Color INK = new Color(176, 32, 32, 72);

  /**
   * {@return the word for a draft in the language of a document}
   *
   * @param document that which is stamped
   */
  public static String draft(PageImages document) {
    return switch (document.language()) {
      case "fa" -> "پیش‌نویس";
      case "ur" -> "مسودہ";
      case "he", "yi" -> "טיוטה";
      case "de" -> "ENTWURF";
      case "fr" -> "ÉPREUVE";
      default -> document.runsFromTheRight() ? "مسودة" : "DRAFT";
    };
  }

  /**
   * {@return a stamp of words}
   *
   * @param text what it says
   * @param lettering who writes it
   */
  public static Stamp of(String text, Lettering lettering) {
    return new Stamp(lettering.words(text, 100, true).outline());
  }

  /**
   * {@return the words where they stand on a page: in its middle, rising from its lower left}
   *
   * @param width of the page as it is seen
   * @param height of it; the outline is upwards positive, from the page's lower left corner
   */
  public Path2D across(double width, double height) {
    Rectangle2D ink = words.getBounds2D();
    if (ink.isEmpty()) {
      return new Path2D.Double();
    }
    double scale = Math.hypot(width, height) * SHARE / ink.getWidth();
    scale = Math.min(scale, Math.min(width, height) * HIGHEST / ink.getHeight());
    var place = AffineTransform.getTranslateInstance(width / 2, height / 2);
    place.rotate(Math.atan2(height, width));
    place.scale(scale, scale);
    place.translate(-ink.getCenterX(), -ink.getCenterY());
    var placed = new Path2D.Double(words);
    placed.transform(place);
    return placed;
  }

  /**
   * Stamps a picture.
   *
   * @param page is drawn upon
   */
  public void press(BufferedImage page) {
    Shape placed =
        new AffineTransform(1, 0, 0, -1, 0, page.getHeight())
            .createTransformedShape(across(page.getWidth(), page.getHeight()));
    Graphics2D pen = pen(page);
    pen.setColor(INK);
    pen.fill(placed);
    pen.dispose();
  }

  static Graphics2D pen(BufferedImage page) {
    Graphics2D pen = page.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return pen;
  }
}
