package org.qirtas.source.letters;

import java.util.Optional;

/**
 * How likely letters are to be text that somebody wrote, for telling in which charset bytes are
 * meant: the mean logarithm of each letter's likelihood, given the letter before it in its word
 * ({@link LetterPairs}). Latin letters weigh all the same, those with accents a little less.
 */
final class Plausibility {
  /** Text scores above this, noise below. */
  static final double NOISE = -5.5;

  private static final double HOPELESS = -12;
  private static final double STRANGE = -8;
  private static final double RARE = -6.5;
  private static final double MARK = -4;
  private static final double STRETCH = -5.5;
  private static final double CAPITAL = -1;
  private static final double PLAIN = -2.8;
  private static final double ACCENT = -3.2;
  private static final char KASHIDA = '\u0640';

  /** The letters of Western Europe's languages and Turkish, from the most to the least frequent. */
  private static final String ACCENTED = "éüäöèàóíáçêñßôîûúâïëışğãùøåæœõòìÿ";

  private static final double LESS = 0.08;

  private Plausibility() {}

  /** The mean over the text's letters and signs; blanks count nothing. */
  static double ofText(String text) {
    double sum = 0;
    int count = 0;
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && wordly(text.charAt(end))) {
        end++;
      }
      if (end > i) {
        sum += word(text, i, end);
        count += end - i;
        i = end;
      } else {
        if (!Character.isWhitespace(text.charAt(i))) {
          sum += within(text, i) ? STRANGE : sign(text.charAt(i));
          count++;
        }
        i++;
      }
    }
    return count == 0 ? HOPELESS : sum / count;
  }

  /** A control that no text holds. */
  static boolean isControl(int c) {
    if (c >= ' ' && c < 0x7F) {
      return false;
    }
    boolean blank = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x85;
    return Character.getType(c) == Character.CONTROL && !blank;
  }

  /** Whether a sign stands where no language has it: a comma of Arabic's between Latin letters. */
  private static boolean within(String text, int i) {
    if (i == 0 || i + 1 == text.length()) {
      return false;
    }
    char before = text.charAt(i - 1);
    char after = text.charAt(i + 1);
    char sign = text.charAt(i);
    return "«»“”‘…—–".indexOf(sign) >= 0
        ? Character.isLetter(before) && Character.isLetter(after)
        : "،؛؟".indexOf(sign) >= 0 && latinOrMark(before) && latinOrMark(after);
  }

  private static boolean latinOrMark(char c) {
    return c == '\'' || (c < 0x250 && Character.isLetter(c));
  }

  private static boolean wordly(char c) {
    if (c < 0x80) {
      return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static double word(String text, int start, int end) {
    char first = text.charAt(start);
    Optional<LetterPairs> script = LetterPairs.of(first);
    return script.isPresent() ? word(text, start, end, script.get()) : latin(text, start, end);
  }

  private static double word(String text, int start, int end, LetterPairs script) {
    boolean cyrillic = LetterPairs.isCyrillic(text.charAt(start));
    double sum = 0;
    int before = 0;
    int letters = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c)) {
        sum += letters == 0 ? STRANGE : MARK;
        continue;
      }
      letters++;
      if (!script.holds(c)) {
        // Letters of two scripts in one word are two charsets' or none's.
        return STRANGE * (end - start);
      }
      int place = script.place(c);
      if (c == KASHIDA) {
        sum += STRETCH;
        continue;
      }
      sum += place < 0 ? RARE : Math.max(RARE, script.share(before, place));
      sum += cyrillic ? capital(text, start, i) : 0;
      before = Math.max(place, 0);
    }
    // What words end with counts as a letter of its own, which is then shared out among them.
    double last = before == 0 ? 0 : Math.max(RARE, script.share(before, 0));
    return (sum + last) * letters / (letters + 1.0);
  }

  /** A capital behind a small letter is no word, and few words are capitals all through. */
  private static double capital(String text, int start, int i) {
    if (i == start || !Character.isUpperCase(text.charAt(i))) {
      return 0;
    }
    return Character.isLowerCase(text.charAt(i - 1)) ? STRANGE : CAPITAL;
  }

  private static double latin(String text, int start, int end) {
    int ascii = 0;
    for (int i = start; i < end; i++) {
      ascii += text.charAt(i) < 0x80 ? 1 : 0;
    }
    double sum = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        sum += PLAIN;
      } else if (c >= 0x250 || (ascii * 2 < end - start && end - start > 1)) {
        // An accented letter among plain ones is a language; a word of nothing else is not.
        sum += STRANGE;
      } else {
        int rank = ACCENTED.indexOf(Character.toLowerCase(c));
        boolean within = i > start && Character.isLowerCase(text.charAt(i - 1));
        boolean capital = within && Character.isUpperCase(c);
        sum += capital ? STRANGE : rank < 0 ? RARE : ACCENT - rank * LESS;
      }
    }
    return sum;
  }

  private static double sign(char c) {
    if (isControl(c) || c == '\uFFFD') {
      return HOPELESS;
    }
    if (c < 0x80) {
      return c == '@' || c == '\\' || c == '^' || c == '`' || c == '|' || c == '~' ? -7 : -3.5;
    }
    if ("«»“”‘’–—…،؛؟٪٠١٢٣٤٥٦٧٨٩\u00A0".indexOf(c) >= 0) {
      return -3.5;
    }
    return Character.getType(c) == Character.FORMAT ? -4.5 : STRANGE;
  }
}
