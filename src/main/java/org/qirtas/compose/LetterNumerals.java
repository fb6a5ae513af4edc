package org.qirtas.compose;

/** Numbers written in letters, as pages before the text of a book are counted. */
final class LetterNumerals {
  private static final String[] UNITS = {"", "ا", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط"};
  private static final String[] TENS = {"", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص"};
  private static final String[] HUNDREDS = {"", "ق", "ر", "ش", "ت", "ث", "خ", "ذ", "ض", "ظ"};
  private static final String THOUSAND = "غ";

  private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN_LETTERS = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };

  private LetterNumerals() {}

  /**
   * By the letters' values in the eastern order (حساب الجمل), the greatest first: ا, ي, يا, كج.
   *
   * @param number from 1
   */
  static String abjad(int number) {
    if (number == 5) {
      // By itself the letter would be taken for a zero.
      return "هـ";
    }
    int below = number % 1000;
    return THOUSAND.repeat(number / 1000)
        + HUNDREDS[below / 100]
        + TENS[below / 10 % 10]
        + UNITS[below % 10];
  }

  /**
   * In small Roman numerals.
   *
   * @param number from 1
   */
  static String roman(int number) {
    var letters = new StringBuilder();
    int left = number;
    for (int i = 0; i < ROMAN.length; i++) {
      for (; left >= ROMAN[i]; left -= ROMAN[i]) {
        letters.append(ROMAN_LETTERS[i]);
      }
    }
    return letters.toString();
  }
}
