package org.qirtas.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TongueTest {
  @ParameterizedTest(name = "{1} in {0}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ar | Small Data, Big Questions          | en",
        "ar | Le livre est dans la bibliothèque  | fr",
        "ar | ספר על שולחן                       | he",
        "he | كتاب على الطاولة                   | ar",
        "en | حكاية الساعة المتأخرة              | ar",
        "en | این کتاب برای آن است که می‌خوانند   | fa",
        "und | حكاية الساعة في المدينة            | ar"
      })
  void wordsWithoutALetterOfTheirSurroundingsAreForeign(
      String around, String words, String language) {
    assertEquals(
        language, Tongue.foreign(words, new Language(around)).map(Language::tag).orElse("none"));
  }

  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ar | نظام GPS",
        "ar | این کتاب",
        "en | Sous les pavés",
        "fa | كتاب",
        "ar | 1990–1995",
        "ar | ''"
      })
  void wordsThatMayBeInTheirSurroundingsLanguageAreNot(String around, String words) {
    assertEquals(
        "none", Tongue.foreign(words, new Language(around)).map(Language::tag).orElse("none"));
  }
}
