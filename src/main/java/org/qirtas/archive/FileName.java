package org.qirtas.archive;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** The name that a file from outside is stored under: its own, as far as any file system bears. */
final class FileName {
  private static final int BYTES = 200;
  private static final int EXTENSION = 16;

  private FileName() {}

  /**
   * {@return the name with what some system forbids replaced by {@code _}, and cut before its
   * extension where it is too long}
   *
   * @param name the name as it came in
   */
  static String safe(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    var safe = new StringBuilder();
    composed.codePoints().map(FileName::letter).forEach(safe::appendCodePoint);
    String kept = safe.toString().replaceAll("^[. ]+|[. ]+$", "_");
    if (kept.matches("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?")) {
      kept = "_" + kept;
    }
    return kept.isEmpty() ? "_" : cut(kept);
  }

  private static int letter(int letter) {
    boolean forbidden =
        "/\\:*?\"<>|".indexOf(letter) >= 0
            || switch (Character.getType(letter)) {
              case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> true;
              // A bidi control turns the name of one file into the look of another.
              case Character.FORMAT -> letter != 0x200C && letter != 0x200D;
              case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
              default -> false;
            };
    return forbidden ? '_' : letter;
  }

  private static String cut(String name) {
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 && name.length() - dot <= EXTENSION ? name.substring(dot) : "";
    String stem = name.substring(0, name.length() - extension.length());
    int room = BYTES - size(extension);
    while (size(stem) > room) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + extension;
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
