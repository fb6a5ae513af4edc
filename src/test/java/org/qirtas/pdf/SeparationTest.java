package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What comes out in inks is looked at through the press's own profile, as a proof is. */
class SeparationTest {
  private static final PrintIntent FOGRA39 = PrintIntent.usual();
  private static final Separation PRESS = Separation.of(FOGRA39);
  private static final ICC_ColorSpace PAPER =
      new ICC_ColorSpace(ICC_Profile.getInstance(FOGRA39.profile()));
  private static final ColorSpace LIGHT = ColorSpace.getInstance(ColorSpace.CS_sRGB);

  private static Raster dot(int... numbers) {
    WritableRaster dot = Raster.createInterleavedRaster(0, 1, 1, numbers.length, null);
    dot.setPixel(0, 0, numbers);
    return dot;
  }

  private static int[] inks(int... rgb) {
    return PRESS.inks(dot(rgb), Optional.empty()).getPixel(0, 0, (int[]) null);
  }

  /** CIE L*, a*, b* (CIE 15, 8.2.1) of what is connected by D50. */
  private static double[] lab(float[] xyz) {
    double[] white = {0.9642, 1, 0.8249};
    var f = new double[3];
    for (int i = 0; i < 3; i++) {
      double part = xyz[i] / white[i];
      f[i] = part > 0.008856 ? Math.cbrt(part) : 7.787 * part + 16.0 / 116;
    }
    return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
  }

  private static double[] seen(int... inks) {
    var parts = new float[4];
    for (int ink = 0; ink < 4; ink++) {
      parts[ink] = inks[ink] / 255f;
    }
    return lab(PAPER.toCIEXYZ(parts));
  }

  private static double[] meant(int... rgb) {
    return lab(LIGHT.toCIEXYZ(new float[] {rgb[0] / 255f, rgb[1] / 255f, rgb[2] / 255f}));
  }

  @Test
  void whiteIsPaperAndBlackIsThePresssBlack() {
    assertArrayEquals(new int[4], inks(255, 255, 255));
    int[] black = inks(0, 0, 0);
    assertTrue(black[3] > 200, "black ink");
    assertTrue(black[0] + black[1] + black[2] + black[3] <= 330 * 255 / 100 + 4, "ink limit");
  }

  @Test
  void coloursThatThePressCanPrintLookAlike() {
    var random = new Random(39);
    double sum = 0;
    int count = 300;
    for (int i = 0; i < count; i++) {
      // Muted ones: bright ones are beyond the press, and come as near as it can.
      int[] rgb = {90 + random.nextInt(100), 90 + random.nextInt(100), 90 + random.nextInt(100)};
      double[] wanted = meant(rgb);
      double[] found = seen(inks(rgb));
      sum += Math.hypot(wanted[1] - found[1], wanted[2] - found[2]);
    }
    assertTrue(sum / count < 2.5, "mean difference of hue and chroma: " + sum / count);
  }

  @Test
  void shadowsStayApart() {
    double before = seen(inks(0, 0, 0))[0];
    for (int grey = 8; grey <= 64; grey += 8) {
      double light = seen(inks(grey, grey, grey))[0];
      assertTrue(light > before + 0.3, grey + " is lighter than what is darker: " + light);
      before = light;
    }
  }

  @Test
  void greysStayNeutral() {
    for (int grey = 0; grey < 256; grey += 15) {
      double[] found = seen(inks(grey, grey, grey));
      assertTrue(Math.hypot(found[1], found[2]) < 3.5, grey + ": " + found[1] + " " + found[2]);
    }
  }

  @Test
  void blackAloneIsAsLightAsWasMeant() {
    double darkest = seen(0, 0, 0, 255)[0];
    int before = -1;
    for (int grey = 0; grey < 256; grey++) {
      int printed = PRESS.black(dot(grey), Optional.empty()).getSample(0, 0, 0);
      assertTrue(printed >= before, "darker stays darker: " + grey);
      before = printed;
      // In proportion between black and paper: by light, not by lightness.
      double wanted = light(meant(grey, grey, grey)[0]) * (1 - light(darkest)) + light(darkest);
      assertEquals(wanted, light(seen(0, 0, 0, 255 - printed)[0]), 0.012, "grey " + grey);
    }
    assertEquals(0, PRESS.black(dot(0), Optional.empty()).getSample(0, 0, 0));
    assertEquals(255, PRESS.black(dot(255), Optional.empty()).getSample(0, 0, 0));
  }

  private static double light(double lightness) {
    return lightness > 8 ? Math.pow((lightness + 16) / 116, 3) : lightness / 903.3;
  }

  @Test
  void inksOfThePresssOwnProfileComeBackNearly() {
    int[] there = {40, 90, 120, 30};
    int[] back =
        PRESS.inks(dot(there), Optional.of(FOGRA39.profile())).getPixel(0, 0, (int[]) null);
    double[] wanted = seen(there);
    double[] found = seen(back);
    for (int i = 0; i < 3; i++) {
      assertEquals(wanted[i], found[i], 2.5);
    }
    assertArrayEquals(
        new int[4],
        PRESS.inks(dot(0, 0, 0, 0), Optional.of(FOGRA39.profile())).getPixel(0, 0, (int[]) null));
  }

  @Test
  void profileThatDoesNotFitIsPassedOver() {
    assertArrayEquals(
        inks(200, 60, 40),
        PRESS.inks(dot(200, 60, 40), Optional.of(FOGRA39.profile())).getPixel(0, 0, (int[]) null));
    assertArrayEquals(
        inks(200, 60, 40),
        PRESS.inks(dot(200, 60, 40), Optional.of(new byte[300])).getPixel(0, 0, (int[]) null));
  }
}
