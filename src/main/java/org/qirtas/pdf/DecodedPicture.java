package org.qirtas.pdf;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.qirtas.compose.JpegHead;
import org.qirtas.compose.Picture;

/** The dots of a picture whose bytes cannot stand in a PDF as they are. */
final class DecodedPicture {
  /** More dots than these are never held at once: a picture that has more loses every other one. */
  private static final long MOST_HELD = 60_000_000;

  private static final int MOST = 255;

  private DecodedPicture() {}

  /** {@return the picture in gray or RGB, with its transparency if it has any} */
  static BufferedImage image(Picture picture) throws IOException {
    return read(
        picture,
        (reader, param) -> {
          BufferedImage image = reader.read(0, param);
          return reduced(picture, image);
        });
  }

  /** {@return a picture of four inks, of which the first is cyan and 255 is all there is of it} */
  static Raster inks(Picture picture, JpegHead head) throws IOException {
    return read(
        picture,
        (reader, param) -> {
          var raster = (WritableRaster) reader.readRaster(0, param);
          toInks(raster, head);
          return Sampling.of(raster, columns(picture, raster), rows(picture, raster));
        });
  }

  private interface Decoder<T> {
    T decode(ImageReader reader, ImageReadParam param) throws IOException;
  }

  private static <T> T read(Picture picture, Decoder<T> decoder) throws IOException {
    try (ImageInputStream in =
        ImageIO.createImageInputStream(new ByteArrayInputStream(picture.bytes()))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException(picture.name() + ": not a picture that can be read");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        ImageReadParam param = reader.getDefaultReadParam();
        int every = every(picture, (long) reader.getWidth(0) * reader.getHeight(0));
        param.setSourceSubsampling(every, every, 0, 0);
        return decoder.decode(reader, param);
      } finally {
        reader.dispose();
      }
    }
  }

  /** Where it is sampled down by much, what is thrown away need not all be held. */
  private static int every(Picture picture, long dots) {
    int most = (int) Math.ceil(Math.sqrt((double) dots / MOST_HELD));
    return Math.max(most, Math.max(1, (int) (picture.sampling() / 4)));
  }

  private static BufferedImage reduced(Picture picture, BufferedImage image) {
    int columns = columns(picture, image.getRaster());
    int rows = rows(picture, image.getRaster());
    if (columns == image.getWidth() && rows == image.getHeight()) {
      return image;
    }
    boolean transparent = image.getColorModel().hasAlpha();
    // Dots that are not seen have no say in the colour of those that are.
    int type = transparent ? BufferedImage.TYPE_4BYTE_ABGR_PRE : BufferedImage.TYPE_3BYTE_BGR;
    boolean gray =
        !transparent
            && image.getColorModel().getNumComponents() == 1
            && !(image.getColorModel() instanceof java.awt.image.IndexColorModel);
    var plain =
        new BufferedImage(
            image.getWidth(), image.getHeight(), gray ? BufferedImage.TYPE_BYTE_GRAY : type);
    plain.createGraphics().drawImage(image, 0, 0, null);
    Raster small = Sampling.of(plain.getRaster(), columns, rows);
    var result = new BufferedImage(columns, rows, plain.getType());
    result.setData(small);
    result.coerceData(false);
    return result;
  }

  private static boolean turned(Picture picture) {
    return picture.orientation().isOnItsSide();
  }

  private static int columns(Picture picture, Raster decoded) {
    int whole = turned(picture) ? picture.rows() : picture.columns();
    return wanted(whole, picture.sampling(), decoded.getWidth());
  }

  private static int rows(Picture picture, Raster decoded) {
    int whole = turned(picture) ? picture.columns() : picture.rows();
    return wanted(whole, picture.sampling(), decoded.getHeight());
  }

  private static int wanted(int whole, double sampling, int decoded) {
    return Math.clamp(Math.round(whole / sampling), 1, decoded);
  }

  /** From what is stored, by Adobe's rules (Technical Note 5116): YCCK, or inverted inks. */
  private static void toInks(WritableRaster raster, JpegHead head) {
    boolean isYcck = head.transform().filter(word -> word == 2).isPresent();
    var row = new int[raster.getWidth() * 4];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, raster.getWidth(), 1, row);
      for (int at = 0; at < row.length; at += 4) {
        if (isYcck) {
          toInverse(row, at);
        }
        if (head.isInverted()) {
          for (int ink = at; ink < at + 4; ink++) {
            row[ink] = MOST - row[ink];
          }
        }
      }
      raster.setPixels(0, y, raster.getWidth(), 1, row);
    }
  }

  /**
   * ITU-T T.871, 7; the fourth number is no part of it. What it gives is RGB, which is the inverse
   * of the three inks that were coded.
   */
  private static void toInverse(int[] row, int at) {
    double y = row[at];
    double cb = row[at + 1] - 128.0;
    double cr = row[at + 2] - 128.0;
    row[at] = MOST - level(y + 1.402 * cr);
    row[at + 1] = MOST - level(y - 0.344136 * cb - 0.714136 * cr);
    row[at + 2] = MOST - level(y + 1.772 * cb);
  }

  private static int level(double value) {
    return Math.clamp(Math.round(value), 0, MOST);
  }
}
