package org.qirtas.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The ICC profile in a PNG (ISO/IEC 15948, 11.3.3.3), which decoders pass over. */
final class PngProfile {
  private static final int MOST_BYTES = 4 << 20;

  private PngProfile() {}

  /** {@return the profile; empty where there is none, or the file is no PNG} */
  static Optional<byte[]> of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int at = 8;
    while (at + 12 <= file.length) {
      int length = bytes.getInt(at);
      String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
      boolean ends = length < 0 || type.equals("IDAT") || length > file.length - at - 12;
      if (ends) {
        return Optional.empty();
      }
      if (type.equals("iCCP")) {
        return inflated(file, at + 8, at + 8 + length);
      }
      at += 12 + length;
    }
    return Optional.empty();
  }

  private static Optional<byte[]> inflated(byte[] file, int start, int end) {
    int at = start;
    while (at < end && file[at] != 0) {
      at++;
    }
    try (var inflater = new Inflater()) {
      // After the name come a zero and the method of compression.
      inflater.setInput(file, at + 2, Math.max(0, end - at - 2));
      var profile = new byte[MOST_BYTES];
      int length = inflater.inflate(profile);
      return inflater.finished()
          ? Optional.of(java.util.Arrays.copyOf(profile, length))
          : Optional.empty();
    } catch (DataFormatException broken) {
      return Optional.empty();
    }
  }
}
