package org.qirtas.catalog;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Makes spellings alike that readers take for the same word.
 *
 * <p>Presentation forms become letters (NFKC), vowel signs, tatweel and joiners go, digits become
 * ASCII, and letters that keyboards and habits exchange meet: آ أ إ ٱ with ا, ى ی with ي, ک with ك,
 * ة ہ ھ with ه. Hamza on waw and on yeh meet each other (مسؤول, مسئول) but not waw and yeh, so that
 * ذئب stays apart from ذيب.
 */
final class Folding {
  /** What is written together with the word that follows: an alef after it begins that word. */
  private static final Set<String> BEFORE_A_WORD =
      Set.of("", "ال", "و", "ف", "ب", "ل", "ك", "وال", "فال", "بال", "كال");

  private Folding() {}

  /** {@return the word, folded} */
  static String fold(String word) {
    return fold(word, false);
  }

  /**
   * The other fold of a word with hamza on an alef inside it. That alef loses its hamza as often as
   * not (مسألة, مسالة), but it also changes seats (هيأة, هيئة), and no single letter meets both.
   *
   * @return the word, folded so that it meets hamza on other seats; the same as {@link
   *     #fold(String)} where there is nothing to choose
   */
  static String foldKeepingHamza(String word) {
    return fold(word, true);
  }

  /** {@return whether the two folds of a word may differ} */
  static boolean hasAChoice(String word) {
    return word.indexOf('أ') > 0 || !isPlain(word);
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!isPlain(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Letters of Arabic as they are typed, which no normalisation changes. */
  private static boolean isPlain(int unit) {
    return unit >= 0x0621 && unit <= 0x064A;
  }

  private static String fold(String word, boolean keepHamza) {
    if (isFolded(word)) {
      return word;
    }
    String plain =
        isPlain(word)
            ? word
            : Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var folded = new StringBuilder(plain.length());
    for (int at = 0; at < plain.length(); ) {
      int letter = plain.codePointAt(at);
      at += Character.charCount(letter);
      append(folded, letter, keepHamza);
    }
    return folded.toString();
  }

  /** Most words are Arabic, and half of those are as they shall be. */
  private static boolean isFolded(String word) {
    for (int i = 0; i < word.length(); i++) {
      char unit = word.charAt(i);
      boolean folded =
          isPlain(unit)
              && switch (unit) {
                case 'آ', 'أ', 'ؤ', 'إ', 'ئ', 'ة', 'ى', 'ـ' -> false;
                default -> true;
              };
      if (!folded) {
        return false;
      }
    }
    return true;
  }

  private static void append(StringBuilder folded, int letter, boolean keepHamza) {
    switch (letter) {
      case 'أ' ->
          folded.append(keepHamza && !BEFORE_A_WORD.contains(folded.toString()) ? 'ء' : 'ا');
      case 'آ', 'إ', 'ٱ', 'ٲ', 'ٳ' -> folded.append('ا');
      case 'ؤ', 'ئ' -> folded.append('ء');
      case 'ى', 'ی', 'ې' -> folded.append('ي');
      case 'ک', 'ڪ' -> folded.append('ك');
      case 'ة', 'ہ', 'ھ', 'ۀ', 'ۂ', 'ۃ' -> folded.append('ه');
      case 'ۓ' -> folded.append('ے');
      case 'ـ' -> {}
      default -> appendPlain(folded, letter);
    }
  }

  private static void appendPlain(StringBuilder folded, int letter) {
    if (letter < 0x80 || isPlain(letter)) {
      folded.append((char) letter);
    } else if (Character.isDigit(letter)) {
      folded.append((char) ('0' + Character.digit(letter, 10)));
    } else {
      // é is e with a mark, and a mark is left out like those of Arabic and Hebrew.
      Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
          .codePoints()
          .filter(Folding::isKept)
          .forEach(folded::appendCodePoint);
    }
  }

  private static boolean isKept(int letter) {
    int type = Character.getType(letter);
    boolean dropped =
        type == Character.FORMAT
            || (type == Character.NON_SPACING_MARK
                && isOfAnAlphabet(Character.UnicodeScript.of(letter)));
    return !dropped;
  }

  /** In the scripts of India and others beyond, a mark is as much of the word as a letter. */
  private static boolean isOfAnAlphabet(Character.UnicodeScript script) {
    return switch (script) {
      case INHERITED, ARABIC, HEBREW, SYRIAC, LATIN, GREEK, CYRILLIC -> true;
      default -> false;
    };
  }
}
