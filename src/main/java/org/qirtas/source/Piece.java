package org.qirtas.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a container holds at one place.
 *
 * @param name the file name that it goes by
 * @param place where it lies, in the container's terms
 * @param mediaType what it is, where the container knows that better than its bytes; such a piece
 *     is an article and is not opened any further
 * @param hints what the container says of it
 * @param content its bytes
 */
record Piece(
    String name, String place, Optional<String> mediaType, List<Hint> hints, Content content) {
  /** Where a piece's bytes are. */
  sealed interface Content {
    /** Bytes in memory. */
    static Content held(byte[] bytes) {
      return new Unpacked(() -> new ByteArrayInputStream(bytes), bytes.length);
    }

    /** A stretch of a file, its end excluded. */
    record Stretch(Path file, long from, long to) implements Content {
      InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(file);
        try {
          return new Bounded(Channels.newInputStream(channel.position(from)), to - from);
        } catch (IOException | RuntimeException e) {
          channel.close();
          throw e;
        }
      }
    }

    /**
     * Bytes that something opens, such as a decompressor.
     *
     * @param packed how many bytes they take in the container; negative where nobody knows
     */
    record Unpacked(Opening stream, long packed) implements Content {}

    /**
     * A file beside the container, which only lists it.
     *
     * @param twice the lines that list it, where an earlier one does so, too
     */
    record Listed(Path file, Optional<String> twice) implements Content {}
  }

  /** Opens the bytes of a piece. */
  interface Opening {
    InputStream open() throws IOException;
  }

  /** What is said of the piece in a field, where something is. */
  static Optional<String> said(List<Hint> hints, Hint.Field field) {
    return hints.stream().filter(hint -> hint.field() == field).map(Hint::words).findFirst();
  }

  /** A stream that ends after so many bytes. */
  private static final class Bounded extends java.io.FilterInputStream {
    private long left;

    Bounded(InputStream in, long length) {
      super(in);
      left = length;
    }

    @Override
    public int read() throws IOException {
      if (left <= 0) {
        return -1;
      }
      left--;
      return super.read();
    }

    @Override
    public int read(byte @Nullable [] buffer, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int read = super.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }
  }
}
