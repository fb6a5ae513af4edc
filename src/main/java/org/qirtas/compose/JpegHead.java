package org.qirtas.compose;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a JPEG says of itself before its dots (ITU-T T.81, annex B; Exif 2.32; ICC.1, annex B.4;
 * Adobe Technical Note 5116).
 *
 * @param columns its dots from left to right, as they are stored
 * @param rows its dots from head to foot, as they are stored
 * @param components how many numbers each dot has: 1, 3 or 4
 * @param precision how many bits each number has
 * @param process which of the standard's processes it is coded by: 0 and 1 sequential, 2
 *     progressive, others rare
 * @param transform Adobe's word on what the numbers are: 0 colours as they are, 1 YCbCr, 2 YCCK;
 *     empty where it says nothing
 * @param namedRgb whether the components are called R, G and B, and are that
 * @param orientation how it is to be turned
 * @param profile the ICC profile that it brings along; not copied, not to be changed
 * @param whole whether its end is there
 */
public record JpegHead(
    int columns,
    int rows,
    int components,
    int precision,
    int process,
    Optional<Integer> transform,
    boolean namedRgb,
    Orientation orientation,
    Optional<byte[]> profile,
    boolean whole) {
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final int APP14 = 0xEE;
  private static final int ORIENTATION_TAG = 0x0112;
  private static final String EXIF = "Exif\0\0";
  private static final String PROFILE = "ICC_PROFILE\0";

  /**
   * Reads the head of a JPEG; decodes nothing.
   *
   * @param bytes the file
   * @return what it says; empty where it is no JPEG, or ends before it has said how large it is
   */
  public static Optional<JpegHead> read(byte[] bytes) {
    var segments = new Segments(bytes);
    try {
      return segments.read();
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException cut) {
      return segments.head();
    }
  }

  /** {@return whether readers of PDF decode it (ISO 32000-1, 7.4.8)} */
  public boolean isReadable() {
    return precision == 8
        && process <= 2
        && (components == 1 || components == 3 || components == 4);
  }

  /** {@return whether its four inks are stored inverted, as Adobe's programs do} */
  public boolean isInverted() {
    return components == 4 && transform.isPresent();
  }

  /**
   * {@return the same with an ICC profile}
   *
   * @param other the profile; not copied, not to be changed
   */
  public JpegHead with(Optional<byte[]> other) {
    return new JpegHead(
        columns,
        rows,
        components,
        precision,
        process,
        transform,
        namedRgb,
        orientation,
        other,
        whole);
  }

  /** Walks from marker to marker. */
  private static final class Segments {
    private final byte[] bytes;
    private final TreeMap<Integer, byte[]> profile = new TreeMap<>();
    private @Nullable ByteBuffer frame;
    private int process;
    private Optional<Integer> transform = Optional.empty();
    private Orientation orientation = Orientation.UPRIGHT;

    Segments(byte[] bytes) {
      this.bytes = bytes;
    }

    private int unsigned(int at) {
      return bytes[at] & 0xFF;
    }

    Optional<JpegHead> read() {
      if (bytes.length < 4 || unsigned(0) != 0xFF || unsigned(1) != START) {
        return Optional.empty();
      }
      int at = 2;
      while (at < bytes.length) {
        if (unsigned(at) != 0xFF) {
          at++;
          continue;
        }
        int marker = unsigned(at + 1);
        boolean alone = marker == 0xFF || marker <= 1 || (marker >= 0xD0 && marker <= START);
        if (marker == SCAN || marker == END) {
          break;
        }
        if (alone) {
          at += marker == 0xFF ? 1 : 2;
          continue;
        }
        int length = unsigned(at + 2) << 8 | unsigned(at + 3);
        segment(marker, ByteBuffer.wrap(bytes, at + 4, Math.max(0, length - 2)).slice());
        at += 2 + length;
      }
      return head();
    }

    private void segment(int marker, ByteBuffer content) {
      boolean isFrame =
          marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
      if (isFrame && frame == null) {
        process = marker - 0xC0;
        frame = content;
      } else if (marker == APP1 && begins(content, EXIF)) {
        orientation = orientation(content.slice(6, content.limit() - 6));
      } else if (marker == APP2 && begins(content, PROFILE)) {
        var part = new byte[content.limit() - 14];
        content.get(14, part);
        profile.put(content.get(12) & 0xFF, part);
      } else if (marker == APP14 && begins(content, "Adobe") && content.limit() >= 12) {
        transform = Optional.of(content.get(11) & 0xFF);
      }
    }

    private static boolean begins(ByteBuffer content, String name) {
      byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
      return content.limit() > wanted.length + 2
          && content.slice(0, wanted.length).equals(ByteBuffer.wrap(wanted));
    }

    /** The first directory of a TIFF structure holds it. */
    private static Orientation orientation(ByteBuffer tiff) {
      try {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
          int entry = directory + 2 + 12 * i;
          if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION_TAG) {
            return Orientation.of(tiff.getShort(entry + 8));
          }
        }
      } catch (IndexOutOfBoundsException broken) {
        // As if nothing were said: the dots are there all the same.
      }
      return Orientation.UPRIGHT;
    }

    Optional<JpegHead> head() {
      if (frame == null || frame.limit() < 6 + 3 * (frame.get(5) & 0xFF)) {
        return Optional.empty();
      }
      int components = frame.get(5) & 0xFF;
      boolean namedRgb =
          components == 3 && frame.get(6) == 'R' && frame.get(9) == 'G' && frame.get(12) == 'B';
      return Optional.of(
          new JpegHead(
              frame.getShort(3) & 0xFFFF,
              frame.getShort(1) & 0xFFFF,
              components,
              frame.get(0) & 0xFF,
              process,
              transform,
              namedRgb,
              orientation,
              profile(),
              isWhole()));
    }

    private Optional<byte[]> profile() {
      var whole = new ByteArrayOutputStream();
      profile.values().forEach(whole::writeBytes);
      return whole.size() == 0 ? Optional.empty() : Optional.of(whole.toByteArray());
    }

    /** Its end is the last marker; some cameras write more behind it. */
    private boolean isWhole() {
      for (int at = bytes.length - 2; at > 2; at--) {
        if (unsigned(at) == 0xFF && unsigned(at + 1) == END) {
          return true;
        }
      }
      return false;
    }
  }
}
