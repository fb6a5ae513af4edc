package org.qirtas.compose;

import java.util.BitSet;
import org.qirtas.article.Language;
import org.qirtas.profile.Digits;

/**
 * The numbers in a text. Those that belong to Latin words stay as they are, by the rule that puts
 * them beside these words in the line (UAX #9 W7): those of addresses, names of files and products.
 */
final class WrittenNumbers {
  private final StringBuilder text;
  private final BitSet written;
  private final Language[] languages;

  /**
   * A text's numbers.
   *
   * @param text is changed
   * @param written the units that are the writer's
   * @param languages each unit's
   */
  WrittenNumbers(StringBuilder text, BitSet written, Language[] languages) {
    this.text = text;
    this.written = written;
    this.languages = languages;
  }

  void print(Digits wanted) {
    boolean afterLatin = false;
    for (int start = 0; start < text.length(); ) {
      int end = wordEnd(start);
      boolean latin = hasLatin(start, end);
      if (!latin) {
        boolean other = hasLetter(start, end);
        if (!afterLatin || other || isLatin(languages[start])) {
          print(start, end, wanted);
        }
        afterLatin &= !other;
      }
      afterLatin |= latin;
      start = end;
    }
  }

  /** A word and the white space after it. */
  private int wordEnd(int start) {
    int end = start;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return Math.min(text.length(), end + 1);
  }

  private void print(int start, int end, Digits wanted) {
    for (int at = start; at < end; at++) {
      int value = Character.digit(text.charAt(at), 10);
      if (value >= 0 && written.get(at) && isKnown(text.charAt(at))) {
        text.setCharAt(at, (char) (Numerals.zero(languages[at], wanted) + value));
      }
    }
  }

  /** Other scripts' digits, such as those of Bengali, are for whoever wrote them. */
  private static boolean isKnown(char digit) {
    return digit <= '9'
        || (digit >= Numerals.ARABIC_ZERO && digit <= Numerals.ARABIC_ZERO + 9)
        || (digit >= Numerals.PERSIAN_ZERO && digit <= Numerals.PERSIAN_ZERO + 9);
  }

  /** In a text that is itself Latin, numbers belong to the text. */
  private static boolean isLatin(Language language) {
    return language.direction() == org.qirtas.article.Direction.LEFT_TO_RIGHT;
  }

  private boolean hasLatin(int start, int end) {
    return text.substring(start, end)
        .codePoints()
        .anyMatch(c ->
            Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                && Character.isLetter(c));
  }

  private boolean hasLetter(int start, int end) {
    return text.substring(start, end).codePoints().anyMatch(Character::isLetter);
  }
}
