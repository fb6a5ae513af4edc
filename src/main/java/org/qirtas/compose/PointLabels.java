package org.qirtas.compose;

import java.util.Set;
import org.qirtas.article.Language;
import org.qirtas.profile.Digits;

/**
 * What stands before the points of a list: numbers, in lists within lists letters, in the order
 * that the language counts in (W3C, "Ready-made Counter Styles"); or bullets.
 */
final class PointLabels {
  private static final String ABJAD = "أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ";
  private static final String MAGHREBI_ABJAD =
      "أ ب ج د هـ و ز ح ط ي ك ل م ن ص ع ف ض ق ر س ت ث خ ذ ظ غ ش";
  private static final String PERSIAN =
      "الف ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و هـ ی";
  private static final String URDU =
      "الف ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ہ ھ ی";
  private static final String KURDISH =
      "ئا ب پ ت ج چ ح خ د ر ڕ ز ژ س ش ع غ ف ڤ ق ک گ ل ڵ م ن و ھ ی";
  private static final String UYGHUR = "ئا ئە ب پ ت ج چ خ د ر ز ژ س ش غ ف ق ك گ ڭ ل م ن ھ و ۋ ي";
  private static final Set<String> MAGHREB = Set.of("DZ", "EH", "LY", "MA", "MR", "TN");
  private static final String HEBREW_UNITS = " אבגדהוזחט";
  private static final String HEBREW_TENS = " יכלמנסעפצ";
  private static final String HEBREW_HUNDREDS = " קרשת";

  private PointLabels() {}

  /**
   * A point's label.
   *
   * @param number its place in the list, from 1
   * @param depth how many lists the list stands in
   */
  static String of(int number, boolean ordered, int depth, Language language, Digits digits) {
    if (!ordered) {
      return depth % 2 == 0 ? "•" : "–";
    }
    return counted(number, depth, language, digits) + stop(language);
  }

  private static String stop(Language language) {
    return switch (language.primary()) {
      case "ur", "pnb", "skr" -> "۔";
      default -> ".";
    };
  }

  /** Lists in lists are counted in letters, and in those, numbers come again. */
  private static String counted(int number, int depth, Language language, Digits digits) {
    String letters = depth % 2 == 1 ? letters(number, language) : "";
    return letters.isEmpty() ? Numerals.of(number, language, digits) : letters;
  }

  /** Empty where the letters do not reach so far. */
  private static String letters(int number, Language language) {
    return switch (language.primary()) {
      case "ar" -> letter(number, MAGHREB.contains(language.country()) ? MAGHREBI_ABJAD : ABJAD);
      case "fa", "prs" -> letter(number, PERSIAN);
      case "ur", "pnb", "skr" -> letter(number, URDU);
      case "ckb", "sdh" -> letter(number, KURDISH);
      case "ug" -> letter(number, UYGHUR);
      case "he", "yi" -> hebrew(number);
      default -> language.inArabicLetters() ? letter(number, ABJAD) : latin(number);
    };
  }

  private static String letter(int number, String alphabet) {
    String[] letters = alphabet.split(" ", -1);
    return number <= letters.length ? letters[number - 1] : "";
  }

  /** a to z, then aa, ab … */
  private static String latin(int number) {
    var letters = new StringBuilder();
    for (int left = number; left > 0; left = (left - 1) / 26) {
      letters.insert(0, (char) ('a' + (left - 1) % 26));
    }
    return letters.toString();
  }

  /** Letters that add up; 15 and 16 are 9 + 6 and 9 + 7, so that no name of God is written. */
  private static String hebrew(int number) {
    if (number >= 500) {
      return "";
    }
    int below = number % 100;
    boolean spared = below == 15 || below == 16;
    int tens = spared ? 0 : below / 10;
    String letters = part(HEBREW_HUNDREDS, number / 100) + part(HEBREW_TENS, tens);
    return spared
        ? letters + "ט" + part(HEBREW_UNITS, below - 9)
        : letters + part(HEBREW_UNITS, below % 10);
  }

  private static String part(String letters, int value) {
    return value == 0 ? "" : letters.substring(value, value + 1);
  }
}
