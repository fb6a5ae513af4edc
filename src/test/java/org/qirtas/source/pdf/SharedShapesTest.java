package org.qirtas.source.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters that look the same in several languages. */
class SharedShapesTest {
  @ParameterizedTest
  @CsvSource({
    "متتالیة,متتالية",
    "ھنا,هنا",
    "المنارۃ,المنارة",
    "ضوؤہ,ضوؤه",
    "کلمة,كلمة",
    "علی,على",
    "ٺتسع,تتسع"
  })
  void inArabicTheyAreArabicsOwn(String named, String letters) {
    var arabic = new SharedShapes(List.of("في المنارة القديمة", "من گلستان إلى البحر"), false);
    assertEquals(letters, arabic.letters(named));
  }

  @Test
  void aYehWithoutDotsIsOneWhereNoneHasThemAtTheEndOfWords() {
    var undotted = new SharedShapes(List.of("فی المدینة القدیمة"), false);
    assertEquals("في", undotted.letters("فی"));
  }

  @Test
  void wordsOfAnotherLanguageAndSingleLettersStayAsTheyAre() {
    var arabic = new SharedShapes(List.of("في المنارة القديمة", "أمام البحر"), false);
    assertEquals("گلی ی", arabic.letters("گلی ی"));
  }

  @Test
  void whatADocumentSaysOfItsPersianCounts() {
    var persian = new SharedShapes(List.of("دانش‌آموز و گروه", "کتاب زندگی"), false);
    assertEquals("کتاب زندگي", persian.letters("کتاب زندگي"));
  }

  @Test
  void lettersThatAreToldByTheirLooksAreThoseOfTheDocumentsLanguage() {
    var persian = new SharedShapes(List.of("گروه پنج", "چه"), true);
    assertEquals("کتاب زندگی ۱۹", persian.letters("كتاب زندگى ١٩"));
    var urdu = new SharedShapes(List.of("لڑکے نے کہا", "میں"), true);
    assertEquals("پہلے ہی", urdu.letters("پهلے هى"));
  }
}
