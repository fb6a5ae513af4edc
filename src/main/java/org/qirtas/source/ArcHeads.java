package org.qirtas.source;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ARC file whose addresses hold blanks and other signs that no address may hold, which is common
 * in old ones: each is shown as a byte beyond ASCII, so that the heads of the records can be told
 * apart into fields and no offset moves. {@link #address} takes that back.
 */
final class ArcHeads extends FilterInputStream {
  private static final int LONGEST = 1 << 14;
  private static final int BEYOND = 0x80;

  /** {@code URL IP-address Archive-date Content-type Archive-length}. */
  private static final Pattern HEAD =
      Pattern.compile(
          "(?<address>[a-z]+:.*) [\\d.]{7,15} \\d{14} (?:\\S+ )?(?<length>\\d{1,18})\\n",
          Pattern.DOTALL);

  private static final String UNFIT = " \"#<>\\^`{|}";

  private byte[] head = new byte[0];
  private int shown;
  private long body;
  private boolean lost;

  /**
   * Over a file's bytes from its first record on.
   *
   * @param in the bytes, buffered
   */
  ArcHeads(InputStream in) {
    super(in);
  }

  /** Whether a file that begins so is a plain ARC file. */
  static boolean begin(byte[] start) {
    // Some end a record with one line more than its length says.
    String words = new String(start, StandardCharsets.ISO_8859_1).replaceFirst("^\\n+", "");
    return HEAD.matcher(words.substring(0, words.indexOf('\n') + 1)).matches();
  }

  /** An address as a link would write it. */
  static String address(String shown) {
    var written = new StringBuilder();
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      char plain = (char) (c & ~BEYOND);
      boolean unfit = UNFIT.indexOf(c) >= 0 || (c <= 0xff && UNFIT.indexOf(plain) >= 0);
      written.append(unfit && plain != '#' ? "%%%02X".formatted((int) plain) : unfit ? '#' : c);
    }
    return written.toString();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (lost) {
      return super.read(bytes, offset, length);
    }
    if (shown == head.length && body == 0) {
      line();
    }
    if (shown < head.length) {
      int count = Math.min(length, head.length - shown);
      System.arraycopy(head, shown, bytes, offset, count);
      shown += count;
      return count;
    }
    int count = super.read(bytes, offset, (int) Math.min(length, body));
    body -= Math.max(0, count);
    return body == 0 && count == 0 ? -1 : count;
  }

  /** Takes the next head, or the blank line before it. */
  private void line() throws IOException {
    var line = new ByteArrayOutputStream();
    int next = super.read();
    while (next >= 0) {
      line.write(next);
      next = next == '\n' || line.size() > LONGEST ? -1 : super.read();
    }
    head = line.toByteArray();
    shown = 0;
    Matcher matcher = HEAD.matcher(line.toString(StandardCharsets.ISO_8859_1));
    if (matcher.matches()) {
      body = Long.parseLong(matcher.group("length"));
      for (int i = 0; i < matcher.end("address"); i++) {
        head[i] = UNFIT.indexOf(head[i]) < 0 ? head[i] : (byte) (head[i] | BEYOND);
      }
    } else {
      // No head: its reader will say so.
      lost = head.length > 1;
    }
  }
}
