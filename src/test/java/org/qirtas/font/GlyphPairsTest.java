package org.qirtas.font;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a font's rules look for on both sides of a space. */
class GlyphPairsTest {
  private static FontFile font(String path) throws IOException {
    return FontFile.read(Path.of("fonts").resolve(path));
  }

  @Test
  void amiriSetsTheGafBehindATehMarbutaOtherwise() throws IOException {
    FontFile amiri = font("amiri/Amiri-Regular.ttf");
    GlyphPairs pairs = amiri.pairsAcross(' ').orElseThrow();
    int tehMarbuta = amiri.glyph(0x629);
    int gaf = amiri.glyph(0x6AF);
    assertTrue(pairs.contains(tehMarbuta, gaf));
    assertFalse(pairs.contains(gaf, tehMarbuta));
    assertFalse(pairs.contains(amiri.glyph(0x628), gaf));
  }

  @Test
  void kufiWordsKnowNothingOfEachOther() throws IOException {
    GlyphPairs pairs =
        font("noto-kufi-arabic/NotoKufiArabic-Regular.ttf").pairsAcross(' ').orElseThrow();
    assertTrue(pairs.isEmpty());
  }

  @Test
  void ofRulesThatReplaceGlyphsItIsNotTold() throws IOException {
    assertTrue(font("noto-nastaliq-urdu/NotoNastaliqUrdu-Regular.ttf").pairsAcross(' ').isEmpty());
    assertTrue(font("vazirmatn/Vazirmatn-Regular.ttf").pairsAcross(' ').isEmpty());
  }

  @Test
  void aCharacterThatTheFontLacksMayBeAnything() throws IOException {
    assertTrue(font("amiri/Amiri-Regular.ttf").pairsAcross(0x4E00).isEmpty());
  }
}
