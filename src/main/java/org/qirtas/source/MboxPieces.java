package org.qirtas.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * A mailbox (RFC 4155): each message is a piece, its bytes as they lie there, without the line
 * {@code From …} that parts it from the one before. Such a line stands at the beginning or after an
 * empty line, and a message's head follows it.
 */
final class MboxPieces implements PieceStream {
  private static final int LONGEST_LINE = 1 << 20;

  private final Source source;
  private final InputStream in;
  private long position;
  private long begin = -1;
  private int count;
  private boolean ended;

  MboxPieces(Source source) throws IOException {
    this.source = source;
    this.in = new BufferedInputStream(Files.newInputStream(source.file()), 1 << 16);
  }

  @Override
  public Optional<Piece> next() throws IOException {
    boolean blank = true;
    while (!ended) {
      long start = position;
      String line = line();
      if (blank && line.startsWith("From ") && heads()) {
        long from = begin;
        begin = position;
        if (from >= 0) {
          return Optional.of(message(from, start));
        }
      }
      blank = line.isBlank();
    }
    if (begin < 0) {
      return Optional.empty();
    }
    long from = begin;
    begin = -1;
    return Optional.of(message(from, source.size()));
  }

  /** Whether what comes next reads as a message's head. */
  private boolean heads() throws IOException {
    in.mark(512);
    String next = new String(in.readNBytes(256), StandardCharsets.ISO_8859_1);
    in.reset();
    return next.matches("(?s)>?[A-Za-z][A-Za-z0-9\\-]*:.*|>From .*");
  }

  private Piece message(long from, long to) {
    count++;
    return new Piece(
        stem() + "-" + count + ".eml",
        "message " + count,
        Optional.of("message/rfc822"),
        List.of(),
        new Piece.Content.Stretch(source.file(), from, to));
  }

  private String stem() {
    return source.name().replaceFirst("(?i)\\.(?:mbox|mbx|txt)$", "");
  }

  /** The next line's beginning; of an endless one not more than a part. */
  private String line() throws IOException {
    var line = new StringBuilder();
    int b = in.read();
    while (b >= 0 && b != '\n') {
      position++;
      if (line.length() < LONGEST_LINE) {
        line.append((char) b);
      }
      b = in.read();
    }
    if (b < 0) {
      ended = true;
    } else {
      position++;
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
