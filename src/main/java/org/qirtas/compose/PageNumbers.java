package org.qirtas.compose;

import org.qirtas.article.Language;
import org.qirtas.profile.Digits;

/**
 * How the pages of a stretch of a document are counted.
 *
 * @param first the number of its first page; odd pages lie where the document's first one does
 * @param script what numbers are written in
 * @param whole whether the stretch is the whole document
 */
record PageNumbers(int first, Script script, boolean whole) {
  /** A document of its own. */
  static final PageNumbers WHOLE = new PageNumbers(1, Script.DIGITS, true);

  /** What numbers are written in. */
  enum Script {
    /** Digits, as a profile wants them. */
    DIGITS,
    /** Letters, as before the text of a book: abjad in Arabic letters, else Roman numerals. */
    LETTERS
  }

  static PageNumbers from(int first, Script script) {
    return new PageNumbers(first, script, false);
  }

  String label(int number, Language language, Digits digits) {
    return switch (script) {
      case DIGITS -> Numerals.of(number, language, digits);
      case LETTERS ->
          language.inArabicLetters() ? LetterNumerals.abjad(number) : LetterNumerals.roman(number);
    };
  }
}
