package org.qirtas.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
  private static final int WORDS = 200;
  private static final int TEXTS = 200;

  private final SplittableRandom random = new SplittableRandom(11);

  private String[] text() {
    return IntStream.range(0, WORDS).mapToObj(i -> word()).toArray(String[]::new);
  }

  private String word() {
    return IntStream.range(0, random.nextInt(3, 7))
        .mapToObj(i -> Character.toString('ب' + random.nextInt(20)))
        .collect(Collectors.joining());
  }

  private static Likeness likeness(String... words) {
    return Likeness.of(String.join(" ", words)).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"0.01, 0.99, 1", "0.03, 0.95, 1", "0.10, 0.80, 1", "0.30, 0, 0.05", "1, 0, 0"})
  void editedTextsAreToldFromOthers(double changed, double atLeast, double atMost) {
    int found = 0;
    for (int i = 0; i < TEXTS; i++) {
      String[] before = text();
      String[] after = before.clone();
      random
          .ints(0, WORDS)
          .distinct()
          .limit(Math.round(WORDS * changed))
          .forEach(at -> after[at] = word());
      found += likeness(before).with(likeness(after)) >= Likeness.VERSION ? 1 : 0;
    }
    assertTrue(found >= atLeast * TEXTS, found + " found");
    assertTrue(found <= atMost * TEXTS, found + " found");
  }

  @Test
  void alikeTextsHaveABandInCommon() {
    int found = 0;
    for (int i = 0; i < TEXTS; i++) {
      String[] before = text();
      String[] after = before.clone();
      random.ints(0, WORDS).distinct().limit(WORDS / 10).forEach(at -> after[at] = word());
      var bands = likeness(before).bands();
      found += likeness(after).bands().stream().anyMatch(bands::contains) ? 1 : 0;
    }
    assertTrue(found >= 0.95 * TEXTS);
  }

  @Test
  void spellingAndPunctuationMakeNoDifference() {
    String plain =
        "اعلن الوزير امس ان الحكومة ستزيد المعاشات في السنة القادمة وقال ان ذلك لا يكفي ابدا في رأي الناس";
    String other =
        "أعلن الوزير أمسِ أنّ الحكومة ستزيد المعاشات، في السنة القادمة؛ وقال: إن ذلك لا يكفي أبدا في رأي الناس.";
    assertTrue(Likeness.of(plain).orElseThrow().isSame(Likeness.of(other).orElseThrow()));
    String changed = plain.replace("الوزير", "الرئيس");
    assertFalse(Likeness.of(plain).orElseThrow().isSame(Likeness.of(changed).orElseThrow()));
  }

  @Test
  void fewWordsTellNothing() {
    assertEquals(Optional.empty(), Likeness.of("نتائج مباريات اليوم"));
  }
}
