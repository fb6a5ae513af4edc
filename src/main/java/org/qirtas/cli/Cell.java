package org.qirtas.cli;

/** Text from outside, made fit to stand in a line of ours. */
final class Cell {
  private static final String FIRST_STRONG_ISOLATE = "\u2068";
  private static final String POP_ISOLATE = "\u2069";
  private static final int ELLIPSIS = 0x2026;

  private Cell() {}

  /**
   * {@return the text on one line, without controls of cursor or direction, and isolated from what
   * stands around it (UAX #9) where it could turn that}
   */
  static String isolated(String text) {
    String plain = plain(text);
    return needsIsolating(plain) ? isolate(plain) : plain;
  }

  /** {@return the text isolated, cut to a width where it is longer, and filled where shorter} */
  static String fixed(String text, int columns) {
    String cut = cut(plain(text), columns);
    return isolate(cut) + " ".repeat(Math.max(0, columns - width(cut)));
  }

  /** {@return the text isolated, and cut to a width where it is longer} */
  static String last(String text, int columns) {
    return isolate(cut(plain(text), columns));
  }

  /** {@return the text, which holds no controls but our own, isolated} */
  static String isolate(String text) {
    return FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
  }

  /** {@return the text with spaces for all that {@link #plain} takes away; places in it hold} */
  static String blanked(String text) {
    var blanked = new StringBuilder(text);
    for (int at = 0, letter; at < text.length(); at += Character.charCount(letter)) {
      letter = text.codePointAt(at);
      if (isSpace(letter) || isControl(letter)) {
        int units = Character.charCount(letter);
        blanked.replace(at, at + units, " ".repeat(units));
      }
    }
    return blanked.toString();
  }

  private static boolean needsIsolating(String text) {
    return text.chars().anyMatch(unit -> unit > 0x7F);
  }

  static String plain(String text) {
    var plain = new StringBuilder(text.length());
    for (int at = 0, letter; at < text.length(); at += Character.charCount(letter)) {
      letter = text.codePointAt(at);
      if (isSpace(letter)) {
        plain.append(' ');
      } else if (!isControl(letter)) {
        plain.appendCodePoint(letter);
      }
    }
    return plain.toString().strip();
  }

  private static boolean isSpace(int letter) {
    return letter == '\n' || letter == '\r' || letter == '\t' || Character.isSpaceChar(letter);
  }

  private static boolean isControl(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL, Character.SURROGATE -> true;
      case Character.FORMAT -> letter != 0x200C && letter != 0x200D;
      default -> false;
    };
  }

  private static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int at = 0;
    for (int used = 1; ; at += Character.charCount(text.codePointAt(at))) {
      used += width(text.codePointAt(at));
      if (used > columns) {
        return text.substring(0, at).stripTrailing() + Character.toString(ELLIPSIS);
      }
    }
  }

  /** {@return how many columns of a terminal the text takes} */
  static int width(String text) {
    // No streams here and in plain(): a look-up of many rows is over before they are compiled.
    int width = 0;
    for (int at = 0, letter; at < text.length(); at += Character.charCount(letter)) {
      letter = text.codePointAt(at);
      width += width(letter);
    }
    return width;
  }

  private static int width(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(letter) ? 2 : 1;
    };
  }

  /** East Asian Width W and F (UAX #11), by block. */
  private static boolean isWide(int letter) {
    return (letter >= 0x1100 && letter <= 0x115F)
        || (letter >= 0x2E80 && letter <= 0xA4CF && letter != 0x303F)
        || (letter >= 0xAC00 && letter <= 0xD7A3)
        || (letter >= 0xF900 && letter <= 0xFAFF)
        || (letter >= 0xFE30 && letter <= 0xFE6F)
        || (letter >= 0xFF01 && letter <= 0xFF60)
        || (letter >= 0xFFE0 && letter <= 0xFFE6)
        || (letter >= 0x1F300 && letter <= 0x1FAFF)
        || (letter >= 0x20000 && letter <= 0x3FFFD);
  }
}
