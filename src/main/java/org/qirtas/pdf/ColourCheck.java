package org.qirtas.pdf;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.color.PDCIEBasedColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceN;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.color.PDSeparation;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.jspecify.annotations.Nullable;

/** The rules for colours: which inks print what, and how much of them. */
final class ColourCheck {
  /** What coated paper takes, in hundredths: most printers ask for 300 to 330. */
  private static final double MOST_INK = 320;

  /** A picture may have so much of it in dots over the limit: they are noise. */
  private static final double NOISE = 0.005;

  private static final int SAMPLES = 192;
  private static final long MOST_DOTS = 36_000_000;
  private static final int INKS = 4;

  /** Inks that every press has, and names that stand for all plates or none. */
  private static final List<String> PLATES =
      List.of("Cyan", "Magenta", "Yellow", "Black", "All", "None");

  private final int number;
  private final Rules rules;
  private final Preflight.Findings findings;

  ColourCheck(int number, Rules rules, Preflight.Findings findings) {
    this.number = number;
    this.rules = rules;
    this.findings = findings;
  }

  private void add(PreflightFinding.Code code, String detail) {
    findings.add(code, number, detail);
  }

  /** Device colours mean something only where the intent has the same inks. */
  void space(@Nullable PDColorSpace space, String what) {
    switch (rules.edition()) {
      case PRINT -> {
        switch (space) {
          case PDDeviceRGB _ -> add(PreflightFinding.Code.COLOUR_DEVICE_RGB_IN_PRINT, what);
          case PDIndexed indexed -> space(indexed.getBaseColorSpace(), what);
          case PDSeparation spot -> spot(spot.getColorantName());
          case PDDeviceN several -> several.getColorantNames().forEach(this::spot);
          // Measured grey is a grey to any press; measured inks are the intent's.
          case PDCIEBasedColorSpace measured when measured.getNumberOfComponents() == 3 ->
              add(
                  PreflightFinding.Code.COLOUR_MANAGED_RGB_IN_PRINT,
                  what + ", " + measured.getName());
          case null, default -> {}
        }
      }
      case SCREEN -> {
        if (space instanceof PDDeviceCMYK) {
          add(PreflightFinding.Code.COLOUR_DEVICE_CMYK_ON_SCREEN, what);
        }
      }
    }
  }

  private void spot(String ink) {
    if (!PLATES.contains(ink)) {
      add(PreflightFinding.Code.COLOUR_SPOT, ink);
    }
  }

  /** What is filled or stroked with a colour of its own. */
  void colour(PDColor colour, String what) {
    space(colour.getColorSpace(), what);
    if (rules.isForThePress() && colour.getColorSpace() instanceof PDDeviceCMYK) {
      double ink = 0;
      for (float part : colour.getComponents()) {
        ink += 100 * part;
      }
      if (ink > MOST_INK) {
        ink(what, ink);
      }
    }
  }

  private void ink(String what, double ink) {
    add(PreflightFinding.Code.INK_OVER_LIMIT, String.format(Locale.ROOT, "%s: %.0f %%", what, ink));
  }

  /** Text is printed by the black plate alone: four plates never meet to a hair. */
  void text(PDGraphicsState state) {
    PDColor colour = state.getNonStrokingColor();
    float[] parts = colour.getComponents();
    boolean overprinting = state.isNonStrokingOverprint() && state.getOverprintMode() == 1;
    boolean inks = colour.getColorSpace() instanceof PDDeviceCMYK && parts.length == INKS;
    boolean blackOnly = inks && parts[0] == 0 && parts[1] == 0 && parts[2] == 0;
    if (overprinting && blackOnly && parts[3] == 0) {
      add(PreflightFinding.Code.WHITE_OVERPRINTS, "text");
    }
    boolean coloured = inks && isColoured(parts);
    if (!blackOnly && ((rules.own() && !coloured) || isBlack(colour))) {
      add(PreflightFinding.Code.TEXT_NOT_K_ONLY, String.valueOf(colour));
    }
    boolean full = blackOnly && parts[3] > 0.9f;
    // Other inks would mix with what is below, and white would not be printed.
    boolean covers = coloured || (blackOnly && parts[3] == 0);
    if (((rules.own() && !covers) || full) && !overprinting) {
      add(PreflightFinding.Code.TEXT_NOT_OVERPRINTED, "");
    }
  }

  /** Whether it is a colour of the house: its inks are no grey. */
  private static boolean isColoured(float[] parts) {
    float most = Math.max(parts[0], Math.max(parts[1], parts[2]));
    return most - Math.min(parts[0], Math.min(parts[1], parts[2])) > 0.2f;
  }

  /** Whether it is meant to be black, and no grey of the press's own. */
  private static boolean isBlack(PDColor colour) {
    float[] parts = colour.getComponents();
    return switch (colour.getColorSpace()) {
      case PDDeviceGray _ -> false;
      case PDDeviceCMYK _ ->
          parts.length == INKS
              && parts[3] > 0.5f
              && Math.max(parts[0], Math.max(parts[1], parts[2])) > 0.2f;
      case PDDeviceRGB _ -> isDark(parts);
      case PDCIEBasedColorSpace _ when parts.length == 3 -> isDark(parts);
      case null, default -> false;
    };
  }

  private static boolean isDark(float[] parts) {
    return parts.length == 3 && Math.max(parts[0], Math.max(parts[1], parts[2])) < 0.15f;
  }

  /** A path that is white and overprints is not printed at all. */
  void path(PDGraphicsState state) {
    PDColor colour = state.getNonStrokingColor();
    colour(colour, "path");
    boolean inks = colour.getColorSpace() instanceof PDDeviceCMYK;
    if (inks
        && isWhite(colour)
        && state.isNonStrokingOverprint()
        && state.getOverprintMode() == 1) {
      add(PreflightFinding.Code.WHITE_OVERPRINTS, "path");
    }
  }

  /** Whether nothing is printed. */
  static boolean isWhite(PDColor colour) {
    float none =
        switch (colour.getColorSpace()) {
          case PDDeviceCMYK _, PDSeparation _, PDDeviceN _ -> 0;
          case null, default -> 1;
        };
    for (float part : colour.getComponents()) {
      if (part != none) {
        return false;
      }
    }
    return colour.getComponents().length > 0;
  }

  /** A picture's colours, and where it is of four inks, how much of them lies in one place. */
  void picture(PDImage image, String what) throws IOException {
    PDColorSpace space = image.getColorSpace();
    space(space, what);
    if (rules.isForThePress()
        && space != null
        && space.getNumberOfComponents() == INKS
        && image instanceof PDImageXObject object
        && (long) image.getWidth() * image.getHeight() <= MOST_DOTS) {
      Raster raster = object.getRawRaster();
      if (raster != null && raster.getNumBands() == INKS) {
        sample(raster, isInverted(image), what);
      }
    }
  }

  /** Pictures that were made by Adobe's programs tell what is bare instead of what is inked. */
  private static boolean isInverted(PDImage image) {
    COSArray decode = image.getDecode();
    return decode != null
        && decode.size() >= 2
        && decode.getObject(0) instanceof org.apache.pdfbox.cos.COSNumber none
        && none.floatValue() > 0.5f;
  }

  private void sample(Raster raster, boolean inverted, String what) {
    int across = Math.max(1, raster.getWidth() / SAMPLES);
    int down = Math.max(1, raster.getHeight() / SAMPLES);
    double most = 255;
    int seen = 0;
    int over = 0;
    double worst = 0;
    var dot = new int[INKS];
    for (int y = 0; y < raster.getHeight(); y += down) {
      for (int x = 0; x < raster.getWidth(); x += across) {
        raster.getPixel(raster.getMinX() + x, raster.getMinY() + y, dot);
        double ink = (dot[0] + dot[1] + dot[2] + dot[3]) * 100 / most;
        ink = inverted ? 100 * INKS - ink : ink;
        seen++;
        over += ink > MOST_INK ? 1 : 0;
        worst = Math.max(worst, ink);
      }
    }
    if (over > NOISE * seen) {
      ink(what, worst);
    }
  }

  /** {@return what a picture is called} */
  static String named(PDImage image) {
    String size = image.getWidth() + " x " + image.getHeight();
    if (image instanceof PDImageXObject object && object.getCOSObject().getKey() != null) {
      var key = object.getCOSObject().getKey();
      return size + " (" + key.getNumber() + " " + key.getGeneration() + " R)";
    }
    return size;
  }

  /** {@return whether a picture brings a mask of its own that is see-through} */
  static boolean isSeeThrough(PDImage image) {
    return image instanceof PDImageXObject object
        && object.getCOSObject().containsKey(COSName.SMASK);
  }
}
