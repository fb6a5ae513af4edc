package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qirtas.font.FontFile;

/** What the files promise of their bytes and of their fonts, CID by CID. */
class EncodingTest {
  private static final FontFile AMIRI = amiri();

  @TempDir Path folder;

  static Stream<String> names() {
    return Specimens.all().keySet().stream();
  }

  private static FontFile amiri() {
    try {
      return FontFile.read(Path.of("fonts/amiri/Amiri-Regular.ttf"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void sameArticleGivesTheSameBytes(String name) throws IOException {
    for (Edition edition : Edition.values()) {
      assertArrayEquals(
          Files.readAllBytes(Proof.of(Specimens.named(name), edition, folder).pdf()),
          Files.readAllBytes(Proof.of(Specimens.named(name), edition, folder).pdf()));
    }
  }

  @Test
  void subsetIsNamedForWhatItHolds() throws IOException {
    assertEquals(fontNames("أب"), fontNames("أب"));
    assertNotEquals(fontNames("أب"), fontNames("جد"));
  }

  private List<String> fontNames(String text) throws IOException {
    var names = new ArrayList<String>();
    try (PDDocument document =
        Loader.loadPDF(Proof.of(text, Edition.SCREEN, folder).pdf().toFile())) {
      for (PDType0Font font : fonts(document)) {
        names.add(font.getName());
      }
    }
    return names;
  }

  private static List<PDType0Font> fonts(PDDocument document) throws IOException {
    var fonts = new ArrayList<PDType0Font>();
    // All pages share one dictionary of fonts.
    var resources = document.getPage(0).getResources();
    for (COSName name : resources.getFontNames()) {
      PDFont font = resources.getFont(name);
      fonts.add((PDType0Font) font);
    }
    return fonts;
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyCidStandsForOneCharacterAndHasTheProgramsWidth(String name) throws IOException {
    assertOneCharacterAndTheProgramsWidth(
        Proof.of(Specimens.named(name), Edition.SCREEN, folder).pdf());
  }

  static void assertOneCharacterAndTheProgramsWidth(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      for (PDType0Font font : fonts(document)) {
        int last = lastCid(font);
        assertTrue(last > 0);
        for (int cid = 1; cid <= last; cid++) {
          String text = Objects.requireNonNull(font.toUnicode(cid), "CID " + cid);
          // One character a code, but for a space that brings its mark.
          assertTrue(
              text.codePointCount(0, text.length()) == 1 || text.equals("\u061C "), "CID " + cid);
          int c = text.codePointAt(0);
          assertTrue(c != 0 && c != 0xFEFF && c != 0xFFFE && !Unprintable.isPrivate(c));
          assertEquals(font.getWidthFromFont(cid), font.getWidth(cid), 0.01f, "CID " + cid);
        }
      }
    }
  }

  /** The map from CIDs to glyphs has two bytes a CID, from 0. */
  private static int lastCid(PDType0Font font) throws IOException {
    var map =
        (org.apache.pdfbox.cos.COSStream)
            font.getDescendantFont().getCOSObject().getDictionaryObject(COSName.CID_TO_GID_MAP);
    try (var in = map.createInputStream()) {
      return in.readAllBytes().length / 2 - 1;
    }
  }

  @Test
  void oneOutlineServesSeveralCharacters() {
    var sorts = new TypeCase(AMIRI, "F1");
    int glyph = AMIRI.glyph('ى');
    var face = new Sort.Face(List.of(new Sort.Part(glyph, 0, 0)), AMIRI.advance(glyph));
    int maksura = sorts.cid(new Sort(face, 'ى'));
    int persianYeh = sorts.cid(new Sort(face, 'ی'));
    assertNotEquals(maksura, persianYeh);
    assertEquals(sorts.cidToGid().get(maksura), sorts.cidToGid().get(persianYeh));
  }

  @Test
  void glyphIsTakenOverWithItsOutlineAndWidth() throws IOException {
    int glyph = AMIRI.glyph('ع');
    var sorts = new TypeCase(AMIRI, "F1");
    var face = new Sort.Face(List.of(new Sort.Part(glyph, 0, 0)), AMIRI.advance(glyph));
    int gid = sorts.cidToGid().get(sorts.cid(new Sort(face, 'ع')));
    try (TrueTypeFont original = parse(bytes(AMIRI));
        TrueTypeFont subset = parse(FontProgram.of(sorts))) {
      assertEquals(AMIRI.advance(glyph), subset.getAdvanceWidth(gid));
      assertEquals(AMIRI.unitsPerEm(), subset.getUnitsPerEm());
      assertSamePath(outline(original, glyph), outline(subset, gid), 0, 0);
    }
  }

  @Test
  void markIsMovedAndTakesNoRoom() throws IOException {
    int fatha = AMIRI.glyph(0x64E);
    var sorts = new TypeCase(AMIRI, "F1");
    var face = new Sort.Face(List.of(new Sort.Part(fatha, 120, -75)), 0);
    int gid = sorts.cidToGid().get(sorts.cid(new Sort(face, 0x64E)));
    try (TrueTypeFont original = parse(bytes(AMIRI));
        TrueTypeFont subset = parse(FontProgram.of(sorts))) {
      assertEquals(0, subset.getAdvanceWidth(gid));
      assertSamePath(outline(original, fatha), outline(subset, gid), 120, -75);
    }
  }

  @Test
  void madeGlyphsBoxHoldsItsParts() throws IOException {
    int beh = AMIRI.glyph('ب');
    int fatha = AMIRI.glyph(0x64E);
    var sorts = new TypeCase(AMIRI, "F1");
    var face =
        new Sort.Face(List.of(new Sort.Part(beh, 0, 0), new Sort.Part(fatha, 300, 200)), 900);
    int gid = sorts.cidToGid().get(sorts.cid(new Sort(face, 'ب')));
    try (TrueTypeFont subset = parse(FontProgram.of(sorts))) {
      GlyphData made = Objects.requireNonNull(subset.getGlyph().getGlyph(gid));
      Rectangle2D drawn = made.getPath().getBounds2D();
      assertTrue(made.getBoundingBox().getLowerLeftX() <= drawn.getMinX() + 1);
      assertTrue(made.getBoundingBox().getUpperRightY() >= drawn.getMaxY() - 1);
      assertEquals(900, subset.getAdvanceWidth(gid));
    }
  }

  private static byte[] bytes(FontFile font) {
    var bytes = new byte[font.bytes().remaining()];
    font.bytes().get(bytes);
    return bytes;
  }

  private static TrueTypeFont parse(byte[] font) throws IOException {
    return new TTFParser(true).parse(new RandomAccessReadBuffer(font));
  }

  private static Rectangle2D outline(TrueTypeFont font, int gid) throws IOException {
    return Objects.requireNonNull(font.getGlyph().getGlyph(gid)).getPath().getBounds2D();
  }

  private static void assertSamePath(Rectangle2D one, Rectangle2D other, int dx, int dy) {
    assertEquals(one.getMinX() + dx, other.getMinX(), 0.5);
    assertEquals(one.getMaxX() + dx, other.getMaxX(), 0.5);
    assertEquals(one.getMinY() + dy, other.getMinY(), 0.5);
    assertEquals(one.getMaxY() + dy, other.getMaxY(), 0.5);
  }
}
