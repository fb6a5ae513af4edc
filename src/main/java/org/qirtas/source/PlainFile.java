package org.qirtas.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Tells files whose reading cannot bring much more than they have: text and markup. Whatever is
 * packed, as PDFs, word processors' files, archives and what a mail carries are, may unfold to any
 * size, and is best read in a process that can be lost.
 */
public final class PlainFile {
  private static final int SEEN = 4096;

  /** Control characters that text has: tab, the ends of lines and pages, escape. */
  private static final String CONTROLS = "\t\n\u000b\f\r\u001b";

  private static final Pattern PACKED =
      Pattern.compile("%PDF-|\\{\\\\rtf|(?im:^content-type:)", Pattern.CASE_INSENSITIVE);

  private PlainFile() {}

  /**
   * {@return whether a file begins as text does} One that cannot be read is as good as empty.
   *
   * @param file the file
   */
  public static boolean is(Path file) {
    byte[] seen;
    try (InputStream in = Files.newInputStream(file)) {
      seen = in.readNBytes(SEEN);
    } catch (IOException e) {
      return true;
    }
    // Letter for byte: text in any charset but those of two bytes and more a letter.
    String text = new String(seen, StandardCharsets.ISO_8859_1);
    return text.chars().allMatch(it -> it >= ' ' || CONTROLS.indexOf(it) >= 0)
        && !PACKED.matcher(text).find();
  }
}
