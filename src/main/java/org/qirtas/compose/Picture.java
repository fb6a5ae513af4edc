package org.qirtas.compose;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture's bytes, untouched, and how many dots it has.
 *
 * @param name the name that the article calls it by
 * @param bytes the file's bytes; not copied, not to be changed
 * @param columns its dots from left to right
 * @param rows its dots from head to foot
 */
@SuppressWarnings("ArrayRecordComponent") // Pictures are large, and handed on unread.
public record Picture(String name, byte[] bytes, int columns, int rows) {
  /**
   * Looks at a picture's head for its size; decodes nothing.
   *
   * @param name the name that the article calls it by
   * @param bytes the file's bytes
   * @return the picture; empty where the bytes are no picture that can be printed
   */
  public static Optional<Picture> read(String name, byte[] bytes) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return Optional.of(new Picture(name, bytes, reader.getWidth(0), reader.getHeight(0)));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // A broken picture must not cost the page: its caption is printed all the same.
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture p && p.name.equals(name) && Arrays.equals(p.bytes, bytes);
  }

  @Override
  public int hashCode() {
    return name.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return name + " " + columns + "x" + rows;
  }

  /** {@return whether the bytes begin as a JPEG's do} */
  public boolean isJpeg() {
    return bytes.length > 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8;
  }

  /** {@return whether the bytes begin as a PNG's do} */
  public boolean isPng() {
    return bytes.length > 8 && new String(bytes, 1, 3, StandardCharsets.ISO_8859_1).equals("PNG");
  }
}
