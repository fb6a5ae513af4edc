package org.qirtas.pdf;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Optional;
import org.qirtas.compose.JpegHead;
import org.qirtas.compose.Picture;

/**
 * A picture in the inks of a press. One without colours is printed in black alone, also where it is
 * stored in RGB: greys of four inks show every shift of a plate as a hue.
 *
 * @param dots black, of which 0 is all there is, or four inks, of which 255 is
 * @param opacity what covers what is below; empty where all does
 */
record PressPicture(Raster dots, Optional<Raster> opacity) {
  /** Numbers that differ by no more are a grey: JPEG rounds them so. */
  private static final int NEARLY_GREY = 2;

  private static final int OPAQUE = 255;

  static PressPicture of(Picture picture, Separation separation) throws IOException {
    Optional<JpegHead> jpeg = picture.jpeg();
    Optional<byte[]> profile =
        jpeg.isPresent() ? jpeg.get().profile() : PngProfile.of(picture.bytes());
    if (jpeg.isPresent() && jpeg.get().components() == 4) {
      Raster inks = DecodedPicture.inks(picture, jpeg.get());
      boolean other = profile.filter(own -> IccProfile.fits(own, 4)).isPresent();
      return new PressPicture(other ? separation.inks(inks, profile) : inks, Optional.empty());
    }
    BufferedImage image = DecodedPicture.image(picture);
    ColorModel model = image.getColorModel();
    if (model.getNumColorComponents() == 1 && !(model instanceof IndexColorModel)) {
      Raster stored = image.getRaster();
      Raster greys = band(stored, 0, model.getComponentSize(0));
      Optional<Raster> opacity =
          model.hasAlpha()
              ? Optional.of(band(stored, 1, model.getComponentSize(1)))
              : Optional.empty();
      return new PressPicture(separation.black(greys, profile), opacity.filter(Veil::isSeen));
    }
    return coloured(image, profile, separation);
  }

  private static PressPicture coloured(
      BufferedImage image, Optional<byte[]> profile, Separation separation) {
    int width = image.getWidth();
    int height = image.getHeight();
    WritableRaster colours = Raster.createInterleavedRaster(0, width, height, 3, null);
    boolean transparent = image.getColorModel().hasAlpha();
    WritableRaster opacity =
        Raster.createInterleavedRaster(
            0, transparent ? width : 1, transparent ? height : 1, 1, null);
    var argb = new int[width];
    var row = new int[width * 3];
    var covers = new int[width];
    boolean grey = true;
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, argb, 0, width);
      for (int x = 0; x < width; x++) {
        int red = argb[x] >> 16 & 0xFF;
        int green = argb[x] >> 8 & 0xFF;
        int blue = argb[x] & 0xFF;
        row[3 * x] = red;
        row[3 * x + 1] = green;
        row[3 * x + 2] = blue;
        covers[x] = argb[x] >>> 24;
        grey &=
            (Math.abs(red - green) <= NEARLY_GREY && Math.abs(green - blue) <= NEARLY_GREY)
                || covers[x] == 0;
      }
      colours.setPixels(0, y, width, 1, row);
      if (transparent) {
        opacity.setSamples(0, y, width, 1, 0, covers);
      }
    }
    // The middle number stands for all three; what is meant by a grey is sRGB's or nearly so.
    Raster dots =
        grey
            ? separation.black(band(colours, 1, 8), Optional.empty())
            : separation.inks(colours, profile);
    return new PressPicture(
        dots, Optional.<Raster>of(opacity).filter(_ -> transparent).filter(Veil::isSeen));
  }

  /** One component in eight bits. */
  private static Raster band(Raster stored, int band, int bits) {
    int width = stored.getWidth();
    WritableRaster one = Raster.createInterleavedRaster(0, width, stored.getHeight(), 1, null);
    var row = new int[width];
    int most = (1 << bits) - 1;
    for (int y = 0; y < stored.getHeight(); y++) {
      stored.getSamples(0, y, width, 1, band, row);
      if (bits != 8) {
        for (int x = 0; x < width; x++) {
          row[x] = (int) ((row[x] * 255L + most / 2) / most);
        }
      }
      one.setSamples(0, y, width, 1, 0, row);
    }
    return one;
  }

  /** Opacity that is everywhere is none worth a mask. */
  private static final class Veil {
    private Veil() {}

    static boolean isSeen(Raster opacity) {
      var row = new int[opacity.getWidth()];
      for (int y = 0; y < opacity.getHeight(); y++) {
        opacity.getSamples(0, y, row.length, 1, 0, row);
        for (int level : row) {
          if (level != OPAQUE) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
