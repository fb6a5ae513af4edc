package org.qirtas.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** The rules for what is painted on a page: colours, tags, transparency, the pictures' fineness. */
final class ContentCheck extends PDFGraphicsStreamEngine {
  private static final double LEAST_DOTS_PER_INCH = 200;

  /** Inks that differ by no more are a grey: what is meant by it is black. */
  private static final float GREY = 0.2f;

  private final int number;
  private final Edition edition;
  private final FontCheck fonts;
  private final Preflight.Findings findings;
  private final Deque<Boolean> marks = new ArrayDeque<>();
  private int told;

  ContentCheck(
      PDPage page, int number, Edition edition, FontCheck fonts, Preflight.Findings findings) {
    super(page);
    this.number = number;
    this.edition = edition;
    this.fonts = fonts;
    this.findings = findings;
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
    if (mode.isFill()) {
      colour(state.getNonStrokingColorSpace(), "text");
      if (edition == Edition.PRINT) {
        black(state);
      }
    }
    if (mode.isStroke()) {
      colour(state.getStrokingColorSpace(), "text");
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

  private void black(PDGraphicsState state) {
    PDColor colour = state.getNonStrokingColor();
    float[] inks = colour.getComponents();
    boolean blackOnly =
        colour.getColorSpace() instanceof PDDeviceCMYK
            && inks.length == 4
            && inks[0] == 0
            && inks[1] == 0
            && inks[2] == 0;
    if (!blackOnly && isBlack(colour)) {
      add(PreflightFinding.Code.TEXT_NOT_K_ONLY, String.valueOf(colour));
    }
    boolean inked = blackOnly && inks[3] > 0;
    if (inked && (!state.isNonStrokingOverprint() || state.getOverprintMode() != 1)) {
      add(PreflightFinding.Code.TEXT_NOT_OVERPRINTED, "");
    }
  }

  /** Whether it is meant to be black or grey, and not a colour of the house. */
  private static boolean isBlack(PDColor colour) {
    float[] inks = colour.getComponents();
    if (!(colour.getColorSpace() instanceof PDDeviceCMYK) || inks.length != 4) {
      return true;
    }
    float most = Math.max(inks[0], Math.max(inks[1], inks[2]));
    float least = Math.min(inks[0], Math.min(inks[1], inks[2]));
    return most - least < GREY;
  }

  /** Device colours mean something only where the intent has the same inks. */
  private void colour(@Nullable PDColorSpace space, String what) {
    switch (edition) {
      case PRINT -> {
        if (space instanceof PDDeviceRGB) {
          add(PreflightFinding.Code.COLOUR_DEVICE_RGB_IN_PRINT, what);
        }
      }
      case SCREEN -> {
        if (space instanceof PDDeviceCMYK) {
          add(PreflightFinding.Code.COLOUR_DEVICE_CMYK_ON_SCREEN, what);
        }
      }
    }
  }

  @Override
  public void drawImage(PDImage image) throws IOException {
    painted("picture");
    if (image.isStencil()) {
      colour(getGraphicsState().getNonStrokingColorSpace(), "stencil");
    } else {
      PDColorSpace space = image.getColorSpace();
      colour(space instanceof PDIndexed indexed ? indexed.getBaseColorSpace() : space, "picture");
    }
    if (image instanceof PDImageXObject object
        && object.getCOSObject().containsKey(COSName.SMASK)) {
      add(PreflightFinding.Code.TRANSPARENCY, "picture");
    }
    Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
    double dots =
        Math.min(
            image.getWidth() * 72 / Math.max(1e-6, matrix.getScalingFactorX()),
            image.getHeight() * 72 / Math.max(1e-6, matrix.getScalingFactorY()));
    if (dots < LEAST_DOTS_PER_INCH) {
      add(
          PreflightFinding.Code.IMAGE_BELOW_200_DPI,
          String.format(
              Locale.ROOT, "%d x %d: %.0f dpi", image.getWidth(), image.getHeight(), dots));
    }
  }

  @Override
  public void strokePath() {
    painted("path");
    colour(getGraphicsState().getStrokingColorSpace(), "path");
  }

  @Override
  public void fillPath(int windingRule) {
    painted("path");
    colour(getGraphicsState().getNonStrokingColorSpace(), "path");
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    fillPath(windingRule);
    strokePath();
  }

  @Override
  public void shadingFill(COSName shadingName) {
    painted("shading");
  }

  // Where a path runs does not matter here.

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {}

  @Override
  public void clip(int windingRule) {}

  @Override
  public void moveTo(float x, float y) {}

  @Override
  public void lineTo(float x, float y) {}

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {}

  @Override
  public Point2D getCurrentPoint() {
    return new Point2D.Float();
  }

  @Override
  public void closePath() {}

  @Override
  public void endPath() {}
}
