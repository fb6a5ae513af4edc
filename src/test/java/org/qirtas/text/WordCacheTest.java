package org.qirtas.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;
import org.qirtas.font.FontFile;

/** A remembered word is what HarfBuzz would make of it in its place. */
class WordCacheTest {
  private static final List<String> OWN =
      List.of(
          "وصل القطار إلى المحطة، ثم غادرها إلى محطة أخرى.",
          "إنَّ الكُتُبَ القَدِيمَةَ لَا تَبْلَى، وَإِنْ بَلِيَ الوَرَقُ.",
          "لا لأ لإ لآ الله لله بالله والله فلله",
          "این کتاب‌ها را می‌خوانیم و نمی‌فروشیم؛ قیمت آن ۱۲۳ تومان است.",
          "یہ کتاب بہت پرانی ہے، اور اس کے صفحے ۴۵۶ ہیں۔",
          "הספר הישן מונח על השולחן, ליד החלון.",
          "בְּרֵאשִׁית כָּל סֵפֶר יֵשׁ אוֹת",
          "قرأ كتاب Printing (1840) ثم قال: «هذا جيد» و«ذاك أجود»!",
          "رقم ١٢٣/٤٥٦ ورقم 12.5% وـــ ـه  مسافتان  وآخر ",
          " يبدأ بمسافة وينتهي بها ",
          "AV To fi ffl office Wave 2024",
          "ع\u200Dع\u200C ه\u200D \u200Dه م\u00A0م");

  @ParameterizedTest
  @MethodSource("fonts")
  void rememberedWordsAreShapedAsTheirPlaceAsks(FontFile font) {
    assertSame(OWN, font);
  }

  static List<FontFile> fonts() {
    return Workshop.SHELF.fonts();
  }

  @ParameterizedTest
  @MethodSource("fonts")
  void newsIsShapedAlikeWithAndWithoutMemory(FontFile font) throws IOException {
    boolean main = font.name().equals("Amiri-Regular") || font.name().startsWith("NotoNaskh");
    assertSame(Corpus.lines("news-ant11/ant11/culture", main ? 3_000 : 500), font);
  }

  @ParameterizedTest
  @MethodSource("fonts")
  void vocalisedLinesAreShapedAlikeWithAndWithoutMemory(FontFile font) throws IOException {
    assertSame(Corpus.lines("vocalised/tashkeela-aliosm/dataset", 500), font);
  }

  @Test
  void quranIsShapedAlikeWithAndWithoutMemory() throws IOException {
    var verses = new ArrayList<String>();
    var json = Files.readString(Corpus.file("vocalised/quran-json/quran.json"));
    var texts = java.util.regex.Pattern.compile("\"text\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
    while (texts.find()) {
      verses.add(texts.group(1));
    }
    assertEquals(6_236, verses.size());
    for (FontFile font : fonts()) {
      if (font.name().equals("Amiri-Regular") || font.name().equals("AmiriQuran-Regular")) {
        assertSame(verses, font);
      }
    }
  }

  /**
   * Each line is shaped twice with memory, so that the second time finds the words of the first.
   */
  private static void assertSame(List<String> lines, FontFile font) {
    var setting =
        new Setting(
            Families.of(font.family()),
            font.bold(),
            font.italic(),
            Workshop.SIZE,
            Language.ARABIC,
            List.of());
    try (var remembering = new Workshop(new Shaper(true));
        var fresh = new Workshop(new Shaper(false))) {
      for (String line : lines) {
        Copy copy = Workshop.copy(line, setting);
        remembering.shape(copy, Direction.RIGHT_TO_LEFT);
        assertEquals(
            glyphs(fresh.shape(copy, Direction.RIGHT_TO_LEFT)),
            glyphs(remembering.shape(copy, Direction.RIGHT_TO_LEFT)),
            line);
      }
    }
  }

  /**
   * All that is printed or found of a glyph; flags may be more careful in one than in the other.
   */
  static List<String> glyphs(ShapedParagraph paragraph) {
    var glyphs = new ArrayList<String>();
    for (GlyphRun run : paragraph.runs()) {
      glyphs.addAll(glyphs(run));
    }
    return glyphs;
  }

  static List<String> glyphs(GlyphRun run) {
    var glyphs = new ArrayList<String>();
    for (int i = 0; i < run.count(); i++) {
      glyphs.add(
          run.font().name()
              + " %d@%d +%d %d,%d"
                  .formatted(
                      run.glyph(i),
                      run.start() + run.cluster(i),
                      run.advance(i),
                      run.dx(i),
                      run.dy(i)));
    }
    return glyphs;
  }
}
