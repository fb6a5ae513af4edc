package org.qirtas.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qirtas.QirtasException;

class FontShelfTest {
  private static final FontShelf SHELF = FontShelf.open(Path.of("fonts"));

  static java.util.List<FontFile> fonts() {
    return SHELF.fonts();
  }

  @ParameterizedTest
  @MethodSource("fonts")
  void fontMayBeEmbeddedAndSaysItsLicence(FontFile font) {
    assertTrue(font.embeddable());
    assertTrue(font.licence().orElse("").contains("Open Font"), font.licence().toString());
  }

  @ParameterizedTest
  @MethodSource("fonts")
  void fontHasASpaceAndItsLettersWithinItsBox(FontFile font) {
    assertTrue(font.covers(' ') && !font.covers(0x10FFFF));
    assertTrue(font.glyph(' ') > 0 && font.glyph(' ') < font.glyphCount());
    assertTrue(font.advance(font.glyph(' ')) > 0);
    assertTrue(font.ascent() > 0 && font.descent() < 0 && font.capHeight() > 0);
    for (int glyph = 0; glyph < font.glyphCount(); glyph++) {
      assertTrue(font.outline(glyph).remaining() >= 0);
    }
  }

  @Test
  void shelfKeepsTheOrderOfItsFiles() {
    assertEquals("Amiri-Bold", SHELF.fonts().getFirst().name());
    assertEquals("Vazirmatn-Regular", SHELF.fonts().getLast().name());
  }

  @Test
  void nearestStyleOfTheFamilyIsFound() {
    assertEquals("Amiri-BoldItalic", SHELF.find("amiri", true, true).orElseThrow().name());
    assertEquals("Vazirmatn-Bold", SHELF.find("Vazirmatn", true, true).orElseThrow().name());
    assertTrue(SHELF.find("Nowhere", false, false).isEmpty());
  }

  @Test
  void fontOfALetterIsTheNearestInStyle() {
    assertEquals(
        "NotoSerifHebrew-Bold",
        SHELF.covering(font -> font.covers(0x5D0), true, true).orElseThrow().name());
    assertTrue(SHELF.covering(font -> font.covers(0xE000), false, false).isEmpty());
  }

  @Test
  void shelfMayStandElsewhereAndBeLinkedTo(@TempDir Path folder) throws IOException {
    Path link =
        Files.createSymbolicLink(folder.resolve("fonts"), Path.of("fonts").toAbsolutePath());
    assertEquals(
        SHELF.fonts().stream().map(FontFile::name).toList(),
        FontShelf.open(link).fonts().stream().map(FontFile::name).toList());
  }

  @Test
  void emptyFolderIsNoShelf(@TempDir Path folder) {
    assertThrows(QirtasException.class, () -> FontShelf.open(folder));
    assertThrows(QirtasException.class, () -> FontShelf.open(folder.resolve("none")));
  }

  /** Cut short or scribbled over, a font is refused or read, and nothing else happens. */
  @Test
  void brokenFontIsRefusedByItsName(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("fonts/vazirmatn/Vazirmatn-Regular.ttf"));
    Path file = folder.resolve("broken.ttf");
    for (int length : new int[] {0, 3, 11, 40, 300, whole.length / 2}) {
      Files.write(file, Arrays.copyOf(whole, length));
      IOException e = assertThrows(IOException.class, () -> FontFile.read(file));
      assertTrue(String.valueOf(e.getMessage()).contains("broken.ttf"));
    }
    for (int at = 0; at < 400; at++) {
      byte[] scribbled = whole.clone();
      scribbled[at] ^= (byte) 0xFF;
      Files.write(file, scribbled);
      try {
        assertTrue(FontFile.read(file).glyphCount() >= 0);
      } catch (IOException e) {
        assertTrue(String.valueOf(e.getMessage()).contains("broken.ttf"));
      }
    }
  }
}
