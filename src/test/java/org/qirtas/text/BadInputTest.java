package org.qirtas.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;

/** Whatever text comes, all of it comes to stand on lines. */
class BadInputTest {
  private static final Duration SAFETY_NET = Duration.ofMinutes(3);
  private static final Map<String, String> TEXTS = new TreeMap<>();

  static {
    TEXTS.put("one letter", "ه");
    TEXTS.put("only spaces", " ".repeat(5_000));
    TEXTS.put("lone surrogates", "ا\uD83Dب\uDE00ت\uDE00\uD83Dث\uD83D");
    TEXTS.put("nulls", "ا\0ب\0\0");
    TEXTS.put("line ends in a line", "ا\nب\r\nت\tث\u0085ج\u2028ح\u2029خ\u000B");
    TEXTS.put("lone marks", "\u064E \u0651\u064B\u0301 \u05B0");
    TEXTS.put("marks on one letter", "ب" + "\u064E".repeat(10_000));
    TEXTS.put("marks of many fonts on one letter", "b" + "\u064E\u05B0\u0323".repeat(3_000));
    TEXTS.put("embeddings", "\u202Bا\u202Ab".repeat(5_000));
    TEXTS.put("isolates", "\u2067ا\u2066b".repeat(5_000) + "\u2069".repeat(9_000));
    TEXTS.put("overrides", "\u202Ea\u202Dا".repeat(5_000) + "\u202C".repeat(11_000));
    TEXTS.put("controls alone", "\u2067\u202E\u200F\u061C".repeat(2_500));
    TEXTS.put("brackets that open", "(".repeat(40_000) + "א" + "]".repeat(40_000));
    TEXTS.put("brackets that close", "(ا)".repeat(20_000) + ")".repeat(40_000));
    TEXTS.put("unassigned", "ا\u0378\uFFFF\uDB40\uDDFFب\u0380");
    TEXTS.put("private use", "\uE000ا\uF8FF\uDBC0\uDC00ب");
    TEXTS.put("emoji", "قال 👨‍👩‍👧‍👦 ثم 🏳️‍🌈 و👍🏽 و🇪🇬.");
    TEXTS.put("directions that alternate", "aا".repeat(20_000));
    TEXTS.put("no space", "كلمة".repeat(25_000));
    TEXTS.put("joiners", "\u200D\u200Cب\u200D".repeat(3_000) + "\uFEFF\u2060");
    TEXTS.put("variation selectors", "ا\uFE0F\uFE00\uDB40\uDD00ب");
  }

  static Stream<String> names() {
    return TEXTS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyCharacterIsOnExactlyOneLine(String name) {
    for (Direction base : Direction.values()) {
      assertTimeoutPreemptively(
          SAFETY_NET, () -> assertKept(Objects.requireNonNull(TEXTS.get(name)), base));
    }
  }

  private static void assertKept(String text, Direction base) {
    try (var shop = new Workshop()) {
      ShapedParagraph paragraph = shop.shape(Workshop.copy(text, Workshop.AMIRI), base);
      Copy copy = paragraph.copy();
      assertEquals(text.length(), copy.text().length());
      assertTrue(Workshop.holdsAll(paragraph, new int[] {text.length()}), "one line");
      assertTrue(
          Workshop.holdsAll(
              paragraph, BreakOpportunities.of(copy, Language.ARABIC).withoutHyphens()),
          "words");
      assertTrue(Workshop.holdsAll(paragraph, BreakOpportunities.letters(copy)), "letters");
    }
  }

  @Test
  void emptyParagraphHasNoRunsAndNoLines() {
    try (var shop = new Workshop()) {
      ShapedParagraph paragraph = shop.shape("");
      assertTrue(paragraph.runs().isEmpty());
      assertTrue(paragraph.line(0, 0).isEmpty());
      assertEquals(
          0, BreakOpportunities.of(paragraph.copy(), Language.ARABIC).withoutHyphens().length);
    }
  }

  @Test
  void whatCannotStandInPrintIsReplacedAndTold() {
    try (var shop = new Workshop()) {
      ShapedParagraph paragraph = shop.shape("ا\0ب\uD800ت");
      assertEquals("ا\uFFFDب\uFFFDت", paragraph.copy().text());
      assertEquals(java.util.List.of(1, 3), paragraph.copy().replaced());
      assertTrue(
          paragraph.warnings().contains(new ShapedParagraph.Warning("text.replaced", 0xFFFD, 1)));
    }
  }

  @Test
  void isolatesOfMarksAreNotPrinted() {
    Copy.Draft draft = Copy.draft();
    draft.add("قال ", Workshop.AMIRI);
    draft.isolate(Direction.LEFT_TO_RIGHT, Workshop.AMIRI);
    draft.add("a! ب", Workshop.AMIRI);
    draft.rejoin(Workshop.AMIRI);
    draft.breakLine(Workshop.AMIRI);
    draft.add(" ثم", Workshop.AMIRI);
    try (var shop = new Workshop()) {
      ShapedParagraph paragraph = shop.shape(draft.finish(), Direction.RIGHT_TO_LEFT);
      assertTrue(Workshop.holdsAll(paragraph, new int[] {11, paragraph.copy().text().length()}));
      assertEquals("a! ب لاق", Workshop.seen(paragraph.line(0, 11)));
    }
  }
}
