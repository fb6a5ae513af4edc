package org.qirtas.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.article.Evidence.Origin;

/**
 * A mailbox (RFC 4155): each message is a piece, its bytes as they lie there, without the line
 * {@code From …} that parts it from the one before. Such a line stands at the beginning or after an
 * empty line, and a message's head follows it, or at once its text where the line says when it
 * came.
 */
final class MboxPieces implements PieceStream {
  private static final int LONGEST_LINE = 1 << 20;

  /** Who sent it, and when in the form of C's asctime. */
  private static final Pattern STAMPED =
      Pattern.compile(
          "^From \\S.*?\\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\\w{3}) +(\\d{1,2}) (\\d\\d:\\d\\d)(?::\\d\\d)?"
              + "(?: [A-Z]{2,5}| [+\\-]\\d{4})? (\\d{4})(?: [+\\-]\\d{4})?\\s*$");

  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private final Source source;
  private final InputStream in;
  private long position;
  private long begin = -1;
  private List<Hint> hints = List.of();
  private int count;
  private final Counted passed = new Counted();
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
      if (blank && line.startsWith("From ") && (heads() || STAMPED.matcher(line).matches())) {
        Optional<Piece> before = begin < 0 ? Optional.empty() : Optional.of(message(begin, start));
        if (begin < 0 && start > 0 && count == 0) {
          passed.add(PassedOver.Kind.PREAMBLE);
        }
        begin = position;
        hints = stamp(line);
        if (before.isPresent()) {
          return before;
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

  /** When the message came, which tells of one whose own head says nothing. */
  private List<Hint> stamp(String line) throws IOException {
    Matcher stamp = STAMPED.matcher(line);
    int month = stamp.matches() ? MONTHS.indexOf(stamp.group(1)) : -1;
    if (month < 0 || month % 3 != 0 || heads()) {
      return List.of();
    }
    String time =
        "%s-%02d-%02dT%s"
            .formatted(
                stamp.group(4), month / 3 + 1, Integer.parseInt(stamp.group(2)), stamp.group(3));
    return List.of(new Hint(Hint.Field.DATE, time, Origin.MAIL_HEADER));
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
        hints,
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
  public List<PassedOver> passedOver() {
    return passed.all();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
