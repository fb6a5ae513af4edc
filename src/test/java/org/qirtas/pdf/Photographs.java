package org.qirtas.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;

/** Pictures of our own making, of every kind that a PDF treats differently. */
public final class Photographs {
  static final int WIDTH = 80;
  static final int HEIGHT = 48;

  private Photographs() {}

  /** Whole ones, by name. */
  static Map<String, byte[]> all() {
    var all = new TreeMap<String, byte[]>();
    all.put("rgb.jpg", jpeg(quarters()));
    all.put("gray.jpg", jpeg(painted(BufferedImage.TYPE_BYTE_GRAY)));
    all.put("cmyk.jpg", inks());
    all.put("adobe-cmyk.jpg", adobe(inks(), 0));
    all.put("ycck.jpg", adobe(inks(), 2));
    all.put("profile.jpg", withSegment(jpeg(quarters()), 0xE2, profile("sRGB.icc")));
    all.put(
        "wrong-profile.jpg", withSegment(jpeg(quarters()), 0xE2, profile("FOGRA39L_coated.icc")));
    all.put("held-sideways.jpg", held(6));
    all.put("rgb.png", png(quarters()));
    all.put("alpha.png", png(veil(BufferedImage.TYPE_INT_ARGB)));
    all.put("gray.png", png(painted(BufferedImage.TYPE_BYTE_GRAY)));
    all.put("deep.png", png(painted(BufferedImage.TYPE_USHORT_GRAY)));
    all.put("bits.png", png(painted(BufferedImage.TYPE_BYTE_BINARY)));
    all.put("indexed.gif", written(painted(BufferedImage.TYPE_BYTE_INDEXED), "gif"));
    all.put("plain.bmp", written(quarters(), "bmp"));
    all.put("tall.png", png(new BufferedImage(1, 30_000, BufferedImage.TYPE_INT_RGB)));
    all.put("wide.png", png(new BufferedImage(30_000, 1, BufferedImage.TYPE_INT_RGB)));
    return all;
  }

  /**
   * {@return the bytes of one of them}
   *
   * @param name its name
   */
  public static byte[] named(String name) {
    return java.util.Objects.requireNonNull(all().get(name), name);
  }

  /** Red, green, blue and white, from the upper left, in the order of reading. */
  static BufferedImage quarters() {
    return painted(BufferedImage.TYPE_INT_RGB);
  }

  private static BufferedImage painted(int type) {
    var image = new BufferedImage(WIDTH, HEIGHT, type);
    Graphics2D pen = image.createGraphics();
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    for (int i = 0; i < 4; i++) {
      pen.setColor(colours[i]);
      pen.fillRect(i % 2 * WIDTH / 2, i / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
    }
    pen.dispose();
    return image;
  }

  private static BufferedImage veil(int type) {
    var image = new BufferedImage(WIDTH, HEIGHT, type);
    for (int x = 0; x < WIDTH; x++) {
      for (int y = 0; y < HEIGHT; y++) {
        image.setRGB(x, y, (255 * x / WIDTH) << 24 | 0xC02040);
      }
    }
    return image;
  }

  /** As a camera stores the quarters that was held so; value of Exif's tag. */
  static byte[] held(int value) {
    BufferedImage seen = quarters();
    boolean side = value >= 5;
    var stored =
        new BufferedImage(side ? HEIGHT : WIDTH, side ? WIDTH : HEIGHT, BufferedImage.TYPE_INT_RGB);
    // Where the first row and the first column are seen: Exif 2.32, table of tag 0x0112.
    AffineTransform toSeen =
        switch (value) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, WIDTH - 1, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, WIDTH - 1, HEIGHT - 1);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, HEIGHT - 1);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, WIDTH - 1, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, WIDTH - 1, HEIGHT - 1);
          case 8 -> new AffineTransform(0, -1, 1, 0, 0, HEIGHT - 1);
          default -> new AffineTransform();
        };
    for (int x = 0; x < stored.getWidth(); x++) {
      for (int y = 0; y < stored.getHeight(); y++) {
        var at = toSeen.transform(new java.awt.Point(x, y), null);
        stored.setRGB(x, y, seen.getRGB((int) at.getX(), (int) at.getY()));
      }
    }
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4);
    exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) value).putShort((short) 0).putInt(0);
    return withSegment(jpeg(stored), 0xE1, exif.array());
  }

  /** Four inks: cyan to the left, black to the right. */
  private static byte[] inks() {
    WritableRaster raster = Raster.createInterleavedRaster(0, WIDTH, HEIGHT, 4, null);
    for (int x = 0; x < WIDTH; x++) {
      for (int y = 0; y < HEIGHT; y++) {
        raster.setPixel(x, y, x < WIDTH / 2 ? new int[] {255, 0, 0, 0} : new int[] {0, 0, 0, 255});
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.write(new IIOImage(raster, null, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] adobe(byte[] jpeg, int transform) {
    byte[] word = "Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    word[11] = (byte) transform;
    return withSegment(jpeg, 0xEE, word);
  }

  private static byte[] profile(String name) {
    try (InputStream in = Pictures.class.getResourceAsStream(name)) {
      var segment = new ByteArrayOutputStream();
      segment.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
      // A segment has 65,533 bytes at most: the longer of the two is cut, and fits no longer.
      segment.writeBytes(Arrays.copyOf(in.readAllBytes(), name.startsWith("s") ? 3268 : 60_000));
      return segment.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
    ByteBuffer whole = ByteBuffer.allocate(jpeg.length + 4 + content.length);
    whole.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker);
    whole.putShort((short) (content.length + 2)).put(content);
    return whole.put(jpeg, 2, jpeg.length - 2).array();
  }

  static byte[] jpeg(BufferedImage image) {
    return written(image, "jpeg");
  }

  static byte[] png(BufferedImage image) {
    return written(image, "png");
  }

  private static byte[] written(BufferedImage image, String format) {
    var out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
