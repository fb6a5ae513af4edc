package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Language;
import org.qirtas.profile.Digits;

class PointLabelsTest {
  private static String label(int number, int depth, String language) {
    return PointLabels.of(number, true, depth, new Language(language), Digits.BY_LANGUAGE);
  }

  @ParameterizedTest(name = "{0}: {1} {2} {3} {4}")
  @CsvSource({
    "ar, ١., ١٢., أ., هـ.",
    "ar-MA, 1., 12., أ., هـ.",
    "fa, ۱., ۱۲., الف., ث.",
    "ur, ۱۔, ۱۲۔, الف۔, ٹ۔",
    "ckb, ١., ١٢., ئا., ج.",
    "ug, 1., 12., ئا., ت.",
    "he, 1., 12., א., ה.",
    "en, 1., 12., a., e."
  })
  void pointsAreCountedAsTheLanguageCounts(
      String language, String first, String twelfth, String letter, String fifthLetter) {
    assertEquals(first, label(1, 0, language));
    assertEquals(twelfth, label(12, 0, language));
    assertEquals(letter, label(1, 1, language));
    assertEquals(fifthLetter, label(5, 1, language));
    assertEquals(first, label(1, 2, language), "numbers again");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ar", "ar-DZ", "fa", "ur", "ckb", "ug", "he", "en", "sd", "und"})
  void noTwoPointsHaveTheSameLabel(String language) {
    Set<String> labels = new HashSet<>();
    for (int number = 1; number <= 600; number++) {
      labels.add(label(number, 1, language));
    }
    assertEquals(600, labels.size());
  }

  @Test
  void hebrewLettersAddUpAndSpareTheName() {
    assertEquals("יא.", label(11, 1, "he"));
    assertEquals("טו.", label(15, 1, "he"));
    assertEquals("טז.", label(16, 1, "he"));
    assertEquals("קטו.", label(115, 1, "he"));
    assertEquals("תצט.", label(499, 1, "he"));
  }

  @Test
  void profileChoosesDigitsOnlyForLanguagesInArabicLetters() {
    assertEquals("3.", PointLabels.of(3, true, 0, Language.ARABIC, Digits.LATN));
    assertEquals("۳.", PointLabels.of(3, true, 0, Language.ARABIC, Digits.ARABEXT));
    assertEquals("3.", PointLabels.of(3, true, 0, Language.ENGLISH, Digits.ARAB));
  }
}
