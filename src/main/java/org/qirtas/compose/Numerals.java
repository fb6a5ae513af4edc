package org.qirtas.compose;

import org.qirtas.article.Language;

/** Numbers and counting letters as a language writes them. */
final class Numerals {
  private static final String ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
  private static final char ARABIC_ZERO = '٠';
  private static final char PERSIAN_ZERO = '۰';

  private Numerals() {}

  static String of(int number, Language language) {
    return switch (language.primary()) {
      case "ar", "ckb", "ps", "sd" -> shifted(number, ARABIC_ZERO);
      case "fa", "ur", "prs" -> shifted(number, PERSIAN_ZERO);
      default -> Integer.toString(number);
    };
  }

  private static String shifted(int number, char zero) {
    var digits = new StringBuilder();
    for (char digit : Integer.toString(number).toCharArray()) {
      digits.append(digit == '-' ? digit : (char) (zero + digit - '0'));
    }
    return digits.toString();
  }

  /** The mark of a point in a list: numbers, letters for lists in lists; or a bullet. */
  static String point(int number, boolean ordered, int depth, Language language) {
    if (!ordered) {
      return depth % 2 == 0 ? "•" : "–";
    }
    boolean letters = depth % 2 == 1;
    if (letters && language.primary().equals("ar") && number <= ABJAD.length()) {
      return ABJAD.charAt(number - 1) + ".";
    }
    if (letters && !language.direction().equals(Language.ARABIC.direction()) && number <= 26) {
      return (char) ('a' + number - 1) + ".";
    }
    return of(number, language) + ".";
  }
}
