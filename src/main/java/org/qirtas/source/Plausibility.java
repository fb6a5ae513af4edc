package org.qirtas.source;

/**
 * How likely letters are to be text that somebody wrote, for telling in which charset bytes are
 * meant: the mean logarithm of each letter's likelihood, given its word.
 *
 * <p>Arabic letters weigh by their frequency in news text, which alone tells windows-1256 from
 * ISO-8859-6: in the wrong one lam becomes noon or feh.
 */
final class Plausibility {
  /** Text scores above this, noise below. */
  static final double NOISE = -5.5;

  /** Arabic's letters, from the most to the least frequent, with their share in thousandths. */
  private static final String LETTERS = "الي" + "مونرتةبعدسفقهأحكجطصشإىخزضذثئغءظؤآ";

  private static final int[] SHARES = {
    151, 113, 76, 63, 53, 52, 49, 47, 37, 37, 31, 30, 27, 26, 22, 21, 18, 18, 16, 16, 11, 10, 10, 8,
    8, 8, 7, 7, 5, 5, 5, 4, 4, 2, 1, 1
  };

  /** Russian's letters and their shares in the same way. */
  private static final String CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё";

  private static final int[] CYRILLIC_SHARES = {
    110, 84, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14, 12, 10,
    9, 7, 6, 5, 4, 3, 3, 1, 1
  };

  private static final double FOREIGN = 0.3;

  private static final String FINAL_FORMS = "ךםןףץ";

  private static final double HOPELESS = -12;
  private static final double STRANGE = -8;

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
          sum += sign(text.charAt(i));
          count++;
        }
        i++;
      }
    }
    return count == 0 ? HOPELESS : sum / count;
  }

  /** A control that no text holds. */
  static boolean isControl(int c) {
    boolean blank = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x85;
    return Character.getType(c) == Character.CONTROL && !blank;
  }

  private static boolean wordly(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static double word(String text, int start, int end) {
    int arabic = 0;
    int hebrew = 0;
    int ascii = 0;
    int cyrillic = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      arabic += isArabic(c) ? 1 : 0;
      hebrew += c >= 'א' && c <= 'ת' ? 1 : 0;
      ascii += c < 0x80 ? 1 : 0;
      cyrillic += isCyrillic(c) ? 1 : 0;
    }
    double sum = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (isArabic(c)) {
        sum += hebrew + ascii > 0 || foreign(text, start, end) ? STRANGE : arabic(c, i + 1 == end);
      } else if (c >= 'א' && c <= 'ת') {
        sum += arabic + ascii > 0 || foreign(text, start, end) ? STRANGE : hebrew(c, i + 1 == end);
      } else if (isCyrillic(c)) {
        sum +=
            cyrillic < end - start
                ? STRANGE
                : cyrillic(c, i - start, text.charAt(Math.max(start, i - 1)));
      } else if (c < 0x80) {
        sum += -2.8;
      } else if (Character.getType(c) == Character.NON_SPACING_MARK) {
        sum += i > start && arabic + hebrew > 0 ? -4 : STRANGE;
      } else {
        // An accented letter among plain ones is a language; a word of nothing else is not.
        sum += c < 0x250 && ascii * 2 >= end - start ? -3.5 : STRANGE;
      }
    }
    return sum;
  }

  private static boolean foreign(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0xC0 && c < 0x370) {
        return true;
      }
    }
    return false;
  }

  private static double hebrew(char c, boolean last) {
    return FINAL_FORMS.indexOf(c) >= 0 && !last ? STRANGE : -3.1;
  }

  /**
   * A capital behind a small letter is no word, and few words are capitals all through. The rest
   * weighs a little less than Arabic: of two or three words either may be read.
   */
  private static double cyrillic(char c, int at, char before) {
    boolean capital = at > 0 && Character.isUpperCase(c);
    if (capital && Character.isLowerCase(before)) {
      return STRANGE;
    }
    int rank = CYRILLIC.indexOf(Character.toLowerCase(c));
    double share = rank < 0 ? -5 : Math.log(CYRILLIC_SHARES[rank] / 1000.0);
    return share - FOREIGN - (capital ? 1 : 0);
  }

  private static boolean isCyrillic(char c) {
    return c >= 0x400 && c < 0x530;
  }

  private static double arabic(char c, boolean last) {
    int rank = LETTERS.indexOf(c);
    if (rank < 0) {
      return c == 'ـ' ? -5.5 : -6.5;
    }
    // Teh marbuta and alef maksura end words.
    double misplaced = (c == 'ة' || c == 'ى') && !last ? -4 : 0;
    return Math.log(SHARES[rank] / 1000.0) + misplaced;
  }

  private static boolean isArabic(char c) {
    return c >= 0x620 && c <= 0x6FF && Character.isLetter(c);
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
