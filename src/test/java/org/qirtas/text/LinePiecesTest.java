package org.qirtas.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;

/** Lines are made of their paragraph's glyphs, or of what HarfBuzz makes of them as they stand. */
class LinePiecesTest {
  private static final String TEXT =
      "خرجت الصحيفة من المطبعة (عام 1840)، وكان عنوانها «The Press»، فقرأها أهل المدينة كلهم.";

  @ParameterizedTest
  @ValueSource(strings = {"Amiri", "Noto Naskh Arabic", "Noto Nastaliq Urdu", "Vazirmatn"})
  void lineBrokenAnywhereIsShapedAsItStands(String family) {
    assertAsItStands(TEXT, Setting.of(family, Workshop.SIZE, Language.ARABIC));
  }

  @Test
  void newsBrokenAnywhereIsShapedAsItStands() throws IOException {
    for (String line : Corpus.lines("news-ant11/ant11/culture", 60)) {
      assertAsItStands(line, Workshop.AMIRI);
    }
  }

  private static void assertAsItStands(String text, Setting setting) {
    Copy copy = Workshop.copy(text, setting);
    try (var shaper = new Shaper();
        var shop = new Workshop(new Shaper())) {
      ShapedParagraph paragraph = shop.shape(copy, Direction.RIGHT_TO_LEFT);
      int[] ends = BreakOpportunities.of(copy, Language.ARABIC).withoutHyphens();
      shaper.begin(copy);
      for (int end : ends) {
        for (int start : new int[] {0, ends[0], end / 2}) {
          if (start >= end || (start != 0 && java.util.Arrays.binarySearch(ends, start) < 0)) {
            continue;
          }
          for (GlyphRun run : paragraph.line(start, end)) {
            if (!run.text().isBlank() && isWhole(run, start, end, paragraph)) {
              assertEquals(alone(run, shaper), WordCacheTest.glyphs(run), run.text());
            }
          }
        }
      }
    }
  }

  /** Where L1 parts white space from a run, the run was shaped with it. */
  private static boolean isWhole(GlyphRun run, int start, int end, ShapedParagraph paragraph) {
    return paragraph.runs().stream()
        .anyMatch(whole ->
            run.start() == Math.max(whole.start(), start)
                && run.end() == Math.min(whole.end(), end));
  }

  private static List<String> alone(GlyphRun run, Shaper shaper) {
    ShapedGlyphs glyphs =
        shaper.shape(
            run.start(),
            run.end(),
            new Shaper.Manner(
                run.font(),
                run.script(),
                run.language().tag(),
                List.of(),
                run.direction() == Direction.RIGHT_TO_LEFT));
    return WordCacheTest.glyphs(new GlyphRun(run.traits(), run.text(), run.start(), glyphs));
  }

  @Test
  void piecesOfALineAreTogetherAsWideAsTheWhole() {
    try (var shop = new Workshop()) {
      ShapedParagraph paragraph = shop.shape(TEXT);
      long[] widths = paragraph.widths();
      var whole = new ArrayList<>(paragraph.line(0, TEXT.length()));
      assertEquals(widths[TEXT.length()], width(whole));
      int[] ends = BreakOpportunities.of(paragraph.copy(), Language.ARABIC).withoutHyphens();
      for (int end : ends) {
        assertEquals(widths[end], width(paragraph.line(0, end)), TEXT.substring(0, end));
      }
    }
  }

  private static long width(List<GlyphRun> line) {
    return line.stream().mapToLong(run -> run.width().scaledPoints()).sum();
  }

  @Test
  void wordPartedBetweenLettersKeepsTheirJoining() {
    try (var shop = new Workshop()) {
      Setting naskh = Setting.of("Noto Naskh Arabic", Workshop.SIZE, Language.ARABIC);
      ShapedParagraph paragraph =
          shop.shape(Workshop.copy("سسسسسسس", naskh), Direction.RIGHT_TO_LEFT);
      GlyphRun whole = paragraph.line(0, 7).getFirst();
      GlyphRun first = paragraph.line(0, 4).getFirst();
      assertEquals(4, first.count());
      assertEquals(whole.glyph(3), first.glyph(0));
      assertEquals(whole.glyph(6), first.glyph(3));
      assertTrue(Workshop.holdsAll(paragraph, new int[] {2, 4, 5, 7}));
    }
  }
}
