package org.qirtas.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;

class ItemisingTest {
  private static Workshop shop;

  @BeforeAll
  static void open() {
    shop = new Workshop();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static List<String> runs(String text) {
    return shop.shape(text).runs().stream()
        .map(run -> run.script() + run.level() + " " + run.text())
        .toList();
  }

  @Test
  void whatStandsBetweenArabicWordsIsArabic() {
    assertEquals(List.of("Arab1 قال: «نعم»، (ثم) ذهب..."), runs("قال: «نعم»، (ثم) ذهب..."));
  }

  @Test
  void quotationMarksAroundALatinNameBelongToTheArabicAroundThem() {
    assertEquals(
        List.of("Arab1 يعمل «", "Latn2 Windows", "Arab1 » جيدا"), runs("يعمل «Windows» جيدا"));
  }

  @Test
  void spacesStayWithTheRunsAtWhoseEdgeTheyStand() {
    List<GlyphRun> line = shop.shape("من abc إلى").line(0, 10);
    assertEquals(List.of(" إلى", "abc", "من "), line.stream().map(GlyphRun::text).toList());
    assertTrue(line.getFirst().isSpace(line.getFirst().count() - 1));
    assertTrue(line.getLast().isSpace(0));
  }

  @Test
  void hebrewInsideArabicIsSetFromAHebrewFont() {
    GlyphRun hebrew = shop.shape("كلمة ספר عبرية").runs().get(1);
    assertEquals("Hebr", hebrew.script());
    assertEquals("Noto Serif Hebrew", hebrew.font().family());
    assertEquals(List.of(), shop.shape("كلمة ספר عبرية").warnings());
  }

  @Test
  void characterOfNoFontIsWarnedOfOnceWhereItComesFirst() {
    assertEquals(
        List.of(
            new ShapedParagraph.Warning("text.no-glyph", 0x10348, 3),
            new ShapedParagraph.Warning("text.no-glyph", 0xE000, 9)),
        shop.shape("من \uD800\uDF48 \uD800\uDF48 \uE000").warnings());
  }

  @Test
  void uprightTextFallsBackToAnUprightFont() {
    Setting nastaliq = Setting.of("Noto Nastaliq Urdu", Workshop.SIZE, Language.ARABIC);
    for (GlyphRun run :
        shop.shape(Workshop.copy("כתב Ω ж", nastaliq), Direction.RIGHT_TO_LEFT).runs()) {
      assertTrue(!run.font().italic() && !run.font().bold(), run.font() + " " + run.text());
    }
  }

  @Test
  void boldTextFallsBackToABoldFont() {
    GlyphRun run =
        shop.shape(Workshop.copy("ספר", Workshop.AMIRI.emboldened()), Direction.RIGHT_TO_LEFT)
            .runs()
            .getFirst();
    assertEquals("NotoSerifHebrew-Bold", run.font().name());
  }

  @Test
  void markThatTheLettersFontLacksIsSetFromOneThatHasIt() {
    ShapedParagraph paragraph = shop.shape("ب\u05B0");
    assertEquals("Amiri", paragraph.runs().getFirst().font().family());
    assertEquals(List.of(), paragraph.warnings());
  }

  @Test
  void profileNamesAFamilyForAScript() {
    var setting =
        new Setting(
            new Families(
                "Vazirmatn",
                java.util.Map.of("Arab", "Noto Kufi Arabic"),
                java.util.Map.of(),
                java.util.Map.of()),
            false,
            false,
            Workshop.SIZE,
            Language.ARABIC,
            List.of());
    ShapedParagraph paragraph =
        shop.shape(Workshop.copy("نص abc", setting), Direction.RIGHT_TO_LEFT);
    assertEquals("Noto Kufi Arabic", paragraph.runs().get(0).font().family());
    assertEquals("Vazirmatn", paragraph.runs().get(1).font().family());
  }

  @ParameterizedTest(name = "{0} draws {1} in {2} otherwise than in {3}")
  @CsvSource({"Amiri, ۴, ur, fa", "Noto Naskh Arabic, ۷, ur, fa", "Amiri, ۶, ur, fa"})
  void languageOfASpanReachesHarfBuzz(String family, String text, String one, String other) {
    assertNotEquals(glyph(family, text, one), glyph(family, text, other));
  }

  private static int glyph(String family, String text, String language) {
    Setting setting = Setting.of(family, Workshop.SIZE, new Language(language));
    return shop.shape(Workshop.copy("ب " + text, setting), Direction.RIGHT_TO_LEFT)
        .runs()
        .getLast()
        .glyph(0);
  }

  @Test
  void spanThatOnlyOwnsIsARunOfItsOwnButJoinsItsNeighbours() {
    // A font without contextual shapes beyond the four: Amiri's reach further than to a neighbour.
    Setting naskh = Setting.of("Noto Naskh Arabic", Workshop.SIZE, Language.ARABIC);
    Copy.Draft draft = Copy.draft();
    draft.add("كت", naskh);
    draft.add("اب", naskh);
    var parted = new ArrayList<Integer>();
    for (GlyphRun run : shop.shape(draft.finish(), Direction.RIGHT_TO_LEFT).line(0, 4)) {
      for (int i = 0; i < run.count(); i++) {
        parted.add(run.glyph(i));
      }
    }
    var whole = new ArrayList<Integer>();
    GlyphRun run =
        shop.shape(Workshop.copy("كتاب", naskh), Direction.RIGHT_TO_LEFT).runs().getFirst();
    for (int i = 0; i < run.count(); i++) {
      whole.add(run.glyph(i));
    }
    assertEquals(whole, parted);
  }

  @Test
  void featuresOfTheProfileReachHarfBuzz() {
    var plain =
        new Setting(
            Families.of("Amiri"),
            false,
            false,
            Workshop.SIZE,
            Language.ARABIC,
            List.of("-rlig", "-liga", "-calt"));
    GlyphRun without =
        shop.shape(Workshop.copy("لا", plain), Direction.RIGHT_TO_LEFT).runs().getFirst();
    GlyphRun with = shop.shape("لا").runs().getFirst();
    assertNotEquals(WordCacheTest.glyphs(with), WordCacheTest.glyphs(without));
  }
}
