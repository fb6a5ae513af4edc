package org.qirtas.pdf;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Separates pictures into the inks of a press: colours into its four, greys into black alone.
 *
 * <p>Colours keep their look, relative to the paper's white (ICC.1:2010, 6.3.2); what is darker
 * than the press can print is not cut off, but all is made lighter in proportion until black is the
 * press's black: black point compensation (ISO 18619).
 *
 * <p>The JDK's colour management gives exact colours, but slowly, and knows no black point
 * compensation: it is asked for the corners of a grid only. One thread's.
 */
final class Separation {
  /** D50, which profiles are connected by (ICC.1:2010, 7.2.16). */
  private static final double[] WHITE = {0.9642, 1.0, 0.8249};

  /** The largest number that XYZ is written in (ICC.1:2010, 6.3.4.2). */
  private static final double LARGEST = 1 + 32_767.0 / 32_768;

  private static final int DEEP = 0xFFFF;
  private static final int LEVELS = 256;

  private final ICC_Profile press;
  private final ICC_Profile connection = ICC_Profile.getInstance(ColorSpace.CS_CIEXYZ);

  /** How light the press's darkest black is. */
  private final double darkest;

  private final Map<String, ColourTable> tables = new HashMap<>();
  private final Map<String, int[]> curves = new HashMap<>();

  private Separation(ICC_Profile press) {
    this.press = press;
    this.darkest = darkest(press);
  }

  /**
   * {@return a separation into the inks of a press}
   *
   * @throws CMMException where its profile cannot be used
   */
  static Separation of(ICC_Profile press) {
    return new Separation(press);
  }

  static Separation of(PrintIntent intent) {
    return of(ICC_Profile.getInstance(intent.profile()));
  }

  /**
   * {@return the inks of a picture, of which 255 is all there is}
   *
   * @param dots in RGB or in other inks
   * @param profile what the numbers mean; sRGB where it is not said or does not fit
   */
  WritableRaster inks(Raster dots, Optional<byte[]> profile) {
    int components = dots.getNumBands();
    byte[] source =
        profile
            .filter(own -> IccProfile.fits(own, components))
            .orElseGet(() -> OutputIntents.shipped("sRGB.icc"));
    String key = components + ColourSpaces.digest(source);
    ColourTable table = tables.get(key);
    if (table == null) {
      table = table(source, components);
      tables.put(key, table);
    }
    return table.convert(dots);
  }

  /**
   * {@return a picture in black ink alone, 0 where there is all of it, as light on the page as it
   * was meant to be}
   *
   * @param greys in one number, 255 white
   * @param profile what it means; the curve of sRGB where it is not said or does not fit
   */
  WritableRaster black(Raster greys, Optional<byte[]> profile) {
    Optional<byte[]> own = profile.filter(some -> IccProfile.fits(some, 1));
    int[] curve = curves.computeIfAbsent(own.map(ColourSpaces::digest).orElse(""), _ -> curve(own));
    int width = greys.getWidth();
    var black = Raster.createInterleavedRaster(0, width, greys.getHeight(), 1, null);
    var row = new int[width];
    for (int y = 0; y < greys.getHeight(); y++) {
      greys.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        row[x] = curve[row[x]];
      }
      black.setSamples(0, y, width, 1, 0, row);
    }
    return black;
  }

  private ColourTable table(byte[] profile, int components) {
    try {
      return table(ICC_Profile.getInstance(profile), components);
    } catch (CMMException | IllegalArgumentException e) {
      // A picture must not be lost for a profile that cannot be used.
      byte[] usual = OutputIntents.shipped(components == 3 ? "sRGB.icc" : "FOGRA39L_coated.icc");
      return table(ICC_Profile.getInstance(usual), components);
    }
  }

  private ColourTable table(ICC_Profile source, int components) {
    Raster grid = ColourTable.grid(components);
    WritableRaster meant = converted(source, connection, grid, 3);
    compensate(meant, components == 3 ? lightness(source, new int[3]) : darkest(source));
    return ColourTable.of(components, converted(connection, press, meant, 4));
  }

  /** Black becomes the press's, white stays, and what is between keeps its proportions. */
  private void compensate(WritableRaster meant, double black) {
    double scale = (1 - darkest) / (1 - Math.min(black, 0.5));
    var row = new double[meant.getWidth() * 3];
    meant.getPixels(0, 0, meant.getWidth(), 1, row);
    for (int i = 0; i < row.length; i++) {
      double value = row[i] / DEEP * LARGEST;
      double moved = scale * value + (1 - scale) * WHITE[i % 3];
      row[i] = Math.clamp(Math.rint(moved / LARGEST * DEEP), 0, DEEP);
    }
    meant.setPixels(0, 0, meant.getWidth(), 1, row);
  }

  private int[] curve(Optional<byte[]> own) {
    var levels = deep(LEVELS, own.isPresent() ? 1 : 3);
    for (int level = 0; level < LEVELS; level++) {
      for (int band = 0; band < levels.getNumBands(); band++) {
        levels.setSample(level, 0, band, level * 257);
      }
    }
    byte[] profile = own.orElseGet(() -> OutputIntents.shipped("sRGB.icc"));
    double[] meant = lightness(ICC_Profile.getInstance(profile), levels);
    double[] printed = blackOnPaper();
    var curve = new int[LEVELS];
    double range = Math.max(1e-6, meant[LEVELS - 1] - meant[0]);
    for (int level = 0; level < LEVELS; level++) {
      double part = (meant[level] - meant[0]) / range;
      double light = printed[0] + part * (printed[LEVELS - 1] - printed[0]);
      curve[level] = nearest(printed, light);
    }
    // White paper is left white, and black is all black, whatever was rounded.
    curve[0] = 0;
    curve[LEVELS - 1] = LEVELS - 1;
    return curve;
  }

  /** How light the paper is with black ink on it: from all of it to none. */
  private double[] blackOnPaper() {
    var inks = deep(LEVELS, 4);
    for (int level = 0; level < LEVELS; level++) {
      inks.setPixel(level, 0, new int[] {0, 0, 0, DEEP - level * 257});
    }
    return lightness(press, inks);
  }

  /** Where in rising numbers one is come to. */
  private static int nearest(double[] rising, double wanted) {
    int at = 0;
    while (at < rising.length - 1 && rising[at] < wanted) {
      at++;
    }
    boolean before = at > 0 && wanted - rising[at - 1] < rising[at] - wanted;
    return before ? at - 1 : at;
  }

  private double darkest(ICC_Profile profile) {
    WritableRaster none = deep(1, 3);
    WritableRaster inks = converted(connection, profile, none, profile.getNumComponents());
    return lightness(profile, inks)[0];
  }

  private double lightness(ICC_Profile profile, int[] dot) {
    WritableRaster one = deep(1, dot.length);
    one.setPixel(0, 0, dot);
    return lightness(profile, one)[0];
  }

  /** Y, of which the paper's white has 1. */
  private double[] lightness(ICC_Profile profile, WritableRaster dots) {
    WritableRaster connected = converted(profile, connection, dots, 3);
    double[] light = connected.getSamples(0, 0, dots.getWidth(), 1, 1, (double[]) null);
    for (int i = 0; i < light.length; i++) {
      light[i] = light[i] / DEEP * LARGEST;
    }
    return light;
  }

  private static WritableRaster deep(int dots, int components) {
    return Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, dots, 1, components, null);
  }

  private static WritableRaster converted(
      ICC_Profile from, ICC_Profile to, Raster dots, int components) {
    WritableRaster result = deep(dots.getWidth(), components);
    new ColorConvertOp(new ICC_Profile[] {from, to}, null).filter(dots, result);
    return result;
  }
}
