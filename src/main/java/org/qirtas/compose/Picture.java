package org.qirtas.compose;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.qirtas.measure.Size;

/**
 * A picture's bytes, untouched, how many dots it has, and how they are to be printed.
 *
 * @param name the name that the article calls it by
 * @param bytes the file's bytes; not copied, not to be changed
 * @param columns its dots from left to right, as it is seen
 * @param rows its dots from head to foot, as it is seen
 * @param orientation how the stored dots are turned to be seen so
 * @param jpeg what it says of itself where it is a JPEG
 * @param sampling how many of its dots, along a side, are printed as one; 1: all are printed
 */
@SuppressWarnings("ArrayRecordComponent") // Pictures are large, and handed on unread.
public record Picture(
    String name,
    byte[] bytes,
    int columns,
    int rows,
    Orientation orientation,
    Optional<JpegHead> jpeg,
    double sampling) {
  /** A picture with more dots is one that nobody could have meant, or an attack. */
  private static final long MOST_DOTS = 400_000_000;

  /** To see whether a picture can be decoded, one of so many dots along a side is enough. */
  private static final int SPARSELY = 64;

  /** Fewer dots than asked for by less than this are left alone: every sampling blurs. */
  private static final double HARDLY_FINER = 1.1;

  /**
   * Looks at a picture: how large it is, and whether it can be printed.
   *
   * @param name the name that the article calls it by
   * @param bytes the file's bytes
   * @param notices is told why it cannot be printed, or not as it should be
   * @return the picture; empty where it cannot be printed
   */
  public static Optional<Picture> read(String name, byte[] bytes, Consumer<Notice> notices) {
    Optional<JpegHead> jpeg = JpegHead.read(bytes);
    if (jpeg.isPresent() && jpeg.get().isReadable() && jpeg.get().whole()) {
      JpegHead head = jpeg.get();
      return checked(name, bytes, head.columns(), head.rows(), head.orientation(), jpeg, notices);
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        notices.accept(Notice.about("compose.picture-unknown", name));
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        Optional<Picture> picture =
            checked(
                name,
                bytes,
                reader.getWidth(0),
                reader.getHeight(0),
                jpeg.map(JpegHead::orientation).orElse(Orientation.UPRIGHT),
                jpeg,
                notices);
        if (picture.isPresent()) {
          tryDecoding(reader);
          jpeg.ifPresent(_ -> notices.accept(Notice.about("compose.picture-cut", name)));
        }
        return picture;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // A broken picture must not cost the page: its caption is printed all the same.
      notices.accept(Notice.about("compose.picture-broken", name));
      return Optional.empty();
    }
  }

  private static Optional<Picture> checked(
      String name,
      byte[] bytes,
      int columns,
      int rows,
      Orientation orientation,
      Optional<JpegHead> jpeg,
      Consumer<Notice> notices) {
    if (columns == 0 || rows == 0) {
      notices.accept(Notice.about("compose.picture-broken", name));
      return Optional.empty();
    }
    if ((long) columns * rows > MOST_DOTS) {
      notices.accept(
          new Notice("compose.picture-too-large", List.of(name, columns + " × " + rows)));
      return Optional.empty();
    }
    boolean turned = orientation.isOnItsSide();
    return Optional.of(
        new Picture(
            name, bytes, turned ? rows : columns, turned ? columns : rows, orientation, jpeg, 1));
  }

  /** Decodes all of it, and keeps next to nothing. */
  private static void tryDecoding(ImageReader reader) throws IOException {
    ImageReadParam sparse = reader.getDefaultReadParam();
    sparse.setSourceSubsampling(SPARSELY, SPARSELY, 0, 0);
    if (reader.canReadRaster()) {
      reader.readRaster(0, sparse);
    } else {
      reader.read(0, sparse);
    }
  }

  /**
   * {@return the same with no more dots than a profile wants}
   *
   * @param extent how large it is printed
   * @param mostDpi how many dots an inch may have at most; 0: as many as there are
   */
  public Picture sampled(Size extent, int mostDpi) {
    double dpi = columns / (extent.width().inPoints() / 72);
    return mostDpi == 0 || dpi < mostDpi * HARDLY_FINER
        ? this
        : new Picture(name, bytes, columns, rows, orientation, jpeg, dpi / mostDpi);
  }

  /** {@return whether its bytes can stand in a PDF as they are} */
  public boolean isPassedThrough() {
    return sampling == 1 && jpeg.filter(head -> head.isReadable() && head.whole()).isPresent();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture p
        && p.name.equals(name)
        && p.sampling == sampling
        && Arrays.equals(p.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return name.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return name + " " + columns + "x" + rows;
  }
}
