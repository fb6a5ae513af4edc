package org.qirtas.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qirtas.article.Language;

class AlphabeticalOrderTest {
  private final AlphabeticalOrder arabic = new AlphabeticalOrder(Language.ARABIC);

  @Test
  void articleAndVowelSignsDoNotCount() {
    List<String> names = List.of("القاهرة", "بيروت", "أربيل", "الجزائر", "تُونس", "آمد", "Paris");
    assertEquals(
        List.of("آمد", "أربيل", "بيروت", "تُونس", "الجزائر", "القاهرة", "Paris"),
        names.stream().sorted(arabic).toList());
  }

  @Test
  void nameIsLookedUpUnderItsFirstLetterWithoutTheArticle() {
    assertEquals("ق", arabic.letter("القاهرة"));
    assertEquals("ا", arabic.letter("أربيل"));
    assertEquals("ا", arabic.letter("«آمد»"));
    assertEquals("ا", arabic.letter("الله"));
    assertEquals("#", arabic.letter("2020"));
    assertEquals("P", arabic.letter("paris"));
  }

  @Test
  void firstNameAloneStandsBeforeThoseWithMore() {
    assertEquals(
        List.of("علي", "علي بكر", "علياء"),
        List.of("علياء", "علي بكر", "علي").stream().sorted(arabic).toList());
  }
}
