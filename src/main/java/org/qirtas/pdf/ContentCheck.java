package org.qirtas.pdf;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** The rules for what is painted on a page: tags, transparency, lines, the pictures' fineness. */
final class ContentCheck extends PDFGraphicsStreamEngine {
  private static final double GOOD_DOTS_PER_INCH = 200;
  private static final double LEAST_DOTS_PER_INCH = 100;

  /** Nearly a quarter of a point: some programs round what they write. */
  private static final double HAIR = 0.245;

  private static final Rectangle2D UNIT = new Rectangle2D.Double(0, 0, 1, 1);

  private final int number;
  private final Rules rules;
  private final FontCheck fonts;
  private final ColourCheck colours;
  private final Preflight.Findings findings;
  private final Deque<Boolean> marks = new ArrayDeque<>();
  private final Rectangle2D area;
  private final BleedCheck bleed;
  private @Nullable Rectangle2D path;
  private int told;

  ContentCheck(PDPage page, int number, Rules rules, FontCheck fonts, Preflight.Findings findings) {
    super(page);
    this.number = number;
    this.rules = rules;
    this.fonts = fonts;
    this.colours = new ColourCheck(number, rules, findings);
    this.findings = findings;
    PDRectangle box = page.getBleedBox();
    this.area =
        new Rectangle2D.Float(
            box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
    this.bleed = new BleedCheck(page, number, findings);
    if (page.getCOSObject().getCOSDictionary(COSName.GROUP) != null) {
      add(PreflightFinding.Code.TRANSPARENCY, "page group");
    }
  }

  private void add(PreflightFinding.Code code, String detail) {
    findings.add(code, number, detail);
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    boolean tells =
        COSName.getPDFName("Artifact").equals(tag)
            || (properties != null && properties.containsKey(COSName.MCID));
    marks.push(tells);
    told += tells ? 1 : 0;
  }

  @Override
  public void endMarkedContentSequence() {
    if (!marks.isEmpty()) {
      told -= marks.pop() ? 1 : 0;
    }
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    PDGraphicsState state = getGraphicsState();
    RenderingMode mode = state.getTextState().getRenderingMode();
    painted("text");
    fonts.printed(font, code, number);
    // Marks and notes for the printer stand beside the page, in whatever inks.
    boolean printed = area.contains(matrix.getTranslateX(), matrix.getTranslateY());
    if (mode.isFill() && printed) {
      colours.colour(state.getNonStrokingColor(), "text");
      if (rules.isForThePress()) {
        colours.text(state);
      }
    }
    if (mode.isStroke() && printed) {
      colours.colour(state.getStrokingColor(), "text");
    }
  }

  private void painted(String what) {
    if (told == 0) {
      add(PreflightFinding.Code.UNTAGGED_CONTENT, what);
    }
    PDGraphicsState state = getGraphicsState();
    boolean seeThrough =
        !BlendMode.NORMAL.equals(state.getBlendMode())
            || state.getSoftMask() != null
            || state.getAlphaConstant() < 1
            || state.getNonStrokeAlphaConstant() < 1;
    if (seeThrough) {
      add(PreflightFinding.Code.TRANSPARENCY, what);
    }
  }

  @Override
  public void drawImage(PDImage image) throws IOException {
    painted("picture");
    if (image.isStencil()) {
      colours.space(getGraphicsState().getNonStrokingColorSpace(), "stencil");
    } else {
      colours.picture(image, "picture " + ColourCheck.named(image));
    }
    if (ColourCheck.isSeeThrough(image)) {
      add(PreflightFinding.Code.TRANSPARENCY, "picture");
    }
    fineness(image);
    if (rules.isForThePress()) {
      Matrix place = getGraphicsState().getCurrentTransformationMatrix();
      bleed.painted(
          place.createAffineTransform().createTransformedShape(UNIT).getBounds2D(), "picture");
    }
  }

  private void fineness(PDImage image) {
    Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
    double dots =
        Math.min(
            image.getWidth() * 72 / Math.max(1e-6, matrix.getScalingFactorX()),
            image.getHeight() * 72 / Math.max(1e-6, matrix.getScalingFactorY()));
    // A single dot that is drawn large is a field of one colour.
    if (dots < GOOD_DOTS_PER_INCH && image.getWidth() > 1 && image.getHeight() > 1) {
      add(
          dots < LEAST_DOTS_PER_INCH && rules.isForThePress()
              ? PreflightFinding.Code.IMAGE_BELOW_100_DPI
              : PreflightFinding.Code.IMAGE_BELOW_200_DPI,
          String.format(Locale.ROOT, "%s: %.0f dpi", ColourCheck.named(image), dots));
    }
  }

  private boolean isPrinted() {
    return path == null || path.intersects(area) || area.contains(path.getX(), path.getY());
  }

  @Override
  public void strokePath() {
    painted("path");
    if (isPrinted()) {
      PDGraphicsState state = getGraphicsState();
      colours.colour(state.getStrokingColor(), "path");
      Matrix matrix = state.getCurrentTransformationMatrix();
      double width =
          state.getLineWidth() * Math.max(matrix.getScalingFactorX(), matrix.getScalingFactorY());
      if (width < HAIR && rules.isForThePress()) {
        add(PreflightFinding.Code.HAIRLINE, String.format(Locale.ROOT, "%.2f pt", width));
      }
    }
    path = null;
  }

  @Override
  public void fillPath(int windingRule) {
    painted("path");
    if (isPrinted()) {
      if (rules.isForThePress()) {
        colours.path(getGraphicsState());
        bled();
      } else {
        colours.space(getGraphicsState().getNonStrokingColorSpace(), "path");
      }
    }
    path = null;
  }

  /** White is what shows anyway where a cut is off. */
  private void bled() {
    PDColor colour = getGraphicsState().getNonStrokingColor();
    if (path != null && !ColourCheck.isWhite(colour)) {
      bleed.painted(path, "path");
    }
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    Rectangle2D whole = path;
    fillPath(windingRule);
    path = whole;
    strokePath();
  }

  @Override
  public void shadingFill(COSName shadingName) throws IOException {
    painted("shading");
    PDShading shading = getResources().getShading(shadingName);
    if (shading != null) {
      colours.space(shading.getColorSpace(), "shading");
    }
  }

  /** Of a path no more is kept than the box around it. */
  private void reach(double x, double y) {
    if (path == null) {
      path = new Rectangle2D.Double(x, y, 0, 0);
    } else {
      path.add(x, y);
    }
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    reach(p0.getX(), p0.getY());
    reach(p1.getX(), p1.getY());
    reach(p2.getX(), p2.getY());
    reach(p3.getX(), p3.getY());
  }

  @Override
  public void clip(int windingRule) {}

  @Override
  public void moveTo(float x, float y) {
    reach(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    reach(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    reach(x1, y1);
    reach(x2, y2);
    reach(x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return new Point2D.Float();
  }

  @Override
  public void closePath() {}

  @Override
  public void endPath() {
    path = null;
  }
}
