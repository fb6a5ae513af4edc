package org.qirtas.compose;

import org.qirtas.article.Language;
import org.qirtas.profile.Digits;

/** Numbers as a language writes them, or as a profile wants them written. */
final class Numerals {
  static final char ARABIC_ZERO = '٠';
  static final char PERSIAN_ZERO = '۰';
  static final char LATIN_ZERO = '0';

  private Numerals() {}

  static String of(int number, Language language) {
    return of(number, language, Digits.BY_LANGUAGE);
  }

  /** Nothing was written that could stay {@link Digits#AS_WRITTEN}: the language decides then. */
  static String of(int number, Language language, Digits wanted) {
    return shifted(Integer.toString(number), zero(language, wanted));
  }

  private static String shifted(String number, char zero) {
    var digits = new StringBuilder(number);
    for (int i = 0; i < number.length(); i++) {
      if (number.charAt(i) != '-') {
        digits.setCharAt(i, (char) (zero + number.charAt(i) - LATIN_ZERO));
      }
    }
    return digits.toString();
  }

  /** Arabic digits are for languages in Arabic letters: an English page has no use for them. */
  static char zero(Language language, Digits wanted) {
    boolean arabicLetters = language.inArabicLetters();
    return switch (wanted) {
      case BY_LANGUAGE, AS_WRITTEN -> zero(language);
      case ARAB -> arabicLetters ? ARABIC_ZERO : zero(language);
      case ARABEXT -> arabicLetters ? PERSIAN_ZERO : zero(language);
      case LATN -> LATIN_ZERO;
    };
  }

  private static char zero(Language language) {
    return switch (language.primary()) {
      case "fa",
          "prs",
          "ur",
          "ps",
          "ks",
          "pnb",
          "skr",
          "mzn",
          "lrc",
          "glk",
          "azb",
          "bal",
          "bqi",
          "haz",
          "khw" ->
          PERSIAN_ZERO;
      case "ug", "aeb", "ary", "arq" -> LATIN_ZERO;
      case "ar" ->
          switch (language.country()) {
            case "DZ", "EH", "LY", "MA", "TN" -> LATIN_ZERO;
            default -> ARABIC_ZERO;
          };
      default -> language.inArabicLetters() ? ARABIC_ZERO : LATIN_ZERO;
    };
  }
}
