package org.qirtas.source.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.article.Gap;
import org.qirtas.source.SourceReader;

/** Glyphs of which a PDF does not say what they stand for. */
class PdfNamingTest {
  private static final Path FONTS = Path.of("fonts");
  private static final Path AMIRI = FONTS.resolve("amiri/Amiri-Regular.ttf");
  private static final Path AMIRI_ITALIC = FONTS.resolve("amiri/Amiri-Italic.ttf");
  private static final Path NASKH_REGULAR =
      FONTS.resolve("noto-naskh-arabic/NotoNaskhArabic-Regular.ttf");
  private static final Path NASKH = FONTS.resolve("noto-naskh-arabic");

  // «كتب الولد درسه» as it is drawn, from the left.
  private static final String DRAWN = "ﻪﺳرد ﺪﻟﻮﻟا ﺐﺘﻛ";

  @TempDir Path folder;

  /** A page in an embedded font without a table of letters; shadowed letters are drawn twice. */
  private Path nameless(Path font, boolean shadowed) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      var embedded = PDType0Font.load(document, font.toFile());
      try (var content = new PDPageContentStream(document, page)) {
        for (int i = 0; i < (shadowed ? 2 : 1); i++) {
          content.beginText();
          content.setFont(embedded, 20);
          content.newLineAtOffset(100 + 0.7f * i, 700);
          content.showText(DRAWN);
          content.endText();
        }
      }
      document.save(bytes);
    }
    Path file = folder.resolve("nameless.pdf");
    try (PDDocument document = Loader.loadPDF(bytes.toByteArray())) {
      var resources = document.getPage(0).getResources();
      for (COSName name : resources.getFontNames()) {
        resources.getFont(name).getCOSObject().removeItem(COSName.TO_UNICODE);
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static String text(Path file, Path fonts) {
    try (var reader = new SourceReader(fonts, Optional.empty())) {
      return reader.read(reader.identify(file)).article().text();
    }
  }

  @Test
  void glyphsAreToldByWhatTheyLookLike() throws IOException {
    assertEquals("كتب الولد درسه", text(nameless(AMIRI, false), FONTS));
  }

  @Test
  void glyphsThatStayUnnamedAreAGapOfTheArticle() throws IOException {
    Path file = nameless(AMIRI, false);
    assertEquals(List.of(), gaps(file, FONTS));
    List<Gap> gaps = gaps(file, folder.resolve("no fonts"));
    assertEquals(1, gaps.size());
    assertEquals(Gap.Kind.UNNAMED_GLYPHS, gaps.getFirst().kind());
    assertTrue(gaps.getFirst().count() >= 9, gaps.toString());
  }

  private static List<Gap> gaps(Path file, Path fonts) {
    try (var reader = new SourceReader(fonts, Optional.empty())) {
      return reader.read(reader.identify(file)).article().gaps();
    }
  }

  @Test
  void lettersThatAreDrawnTwiceAreReadOnce() throws IOException {
    assertEquals("كتب الولد درسه", text(nameless(AMIRI, true), FONTS));
  }

  /** Amiri's oblique is its upright leaning to the left, and says how far it does. */
  @Test
  void anObliqueFontIsKnownByTheUprightOneThatItWasMadeOf() throws IOException {
    Path upright = Files.createDirectory(folder.resolve("upright"));
    Files.copy(AMIRI, upright.resolve("Amiri-Regular.ttf"));
    assertEquals("كتب الولد درسه", text(nameless(AMIRI_ITALIC, false), upright));
  }

  /** Some programs name one glyph after the whole line that it stands in, and the others not. */
  @Test
  void aTableThatNamesMostGlyphsAfterNothingIsOfNoUse() throws IOException {
    Path file = folder.resolve("misnamed.pdf");
    try (PDDocument document = Loader.loadPDF(nameless(AMIRI, false).toFile())) {
      var resources = document.getPage(0).getResources();
      for (COSName name : resources.getFontNames()) {
        var font = resources.getFont(name);
        var codes = new TreeMap<Integer, String>();
        try (PDDocument same = Loader.loadPDF(folder.resolve("nameless.pdf").toFile())) {
          PdfGlyphs.of(same, _ -> {}).codes().forEach(code -> codes.put(code, ""));
        }
        codes.put(codes.firstKey(), "كتب الولد درسه");
        PdfNameTable.write(document, font, codes, true);
      }
      document.save(file.toFile());
    }
    assertEquals("كتب الولد درسه", text(file, FONTS));
  }

  @Test
  void fontsThatLookOtherwiseNameNothing() throws IOException {
    Path file = nameless(AMIRI, false);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PdfNaming naming = PdfGlyphs.of(document, _ -> {});
      assertTrue(naming.unnamed() >= 9, naming.unnamed() + " without a name");
      assertFalse(naming.complete(document, KnownFonts.in(NASKH)));
      assertFalse(naming.complete(document, KnownFonts.NONE));
    }
  }

  @Test
  void aFontsSubstitutionsAreRead() throws IOException {
    try (var font = new TTFParser().parse(new RandomAccessReadBufferedFile(AMIRI))) {
      var characters = font.getUnicodeCmapLookup();
      List<GlyphSubstitutions.Step> steps =
          GlyphSubstitutions.of(font.getTableBytes(font.getTableMap().get("GSUB")));
      assertTrue(
          steps.stream().anyMatch(step -> step.from().equals(List.of(characters.getGlyphId('ب')))));
      assertTrue(steps.stream().anyMatch(step -> step.from().size() > 1));
    }
  }

  @Test
  void aDamagedTableOfSubstitutionsEndsWhereItEnds() throws IOException {
    byte[] table = {0, 1, 0, 0, 0, 0, 0, 0, 0, 10, 0, 9, 0, 4};
    assertEquals(List.of(), GlyphSubstitutions.of(table));
    Path shelf = Files.createDirectories(folder.resolve("shelf"));
    Files.writeString(shelf.resolve("none.ttf"), "no font");
    assertEquals("", known(shelf));
  }

  private String known(Path fonts) throws IOException {
    try (PDDocument document = Loader.loadPDF(nameless(AMIRI, false).toFile())) {
      PdfNaming naming = PdfGlyphs.of(document, _ -> {});
      return naming.complete(document, KnownFonts.in(fonts)) ? "named" : "";
    }
  }

  /**
   * A page in a font that draws letters as bodies and dots, as a shaper sets it: each letter's
   * glyphs side by side, from the left, with a table of letters that knows only what has a
   * character.
   */
  private Path inParts(String word) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var document = new PDDocument();
        var font = new TTFParser().parse(new RandomAccessReadBufferedFile(NASKH_REGULAR))) {
      var page = new PDPage();
      document.addPage(page);
      var embedded = PDType0Font.load(document, font, false);
      var resources = new PDResources();
      String name = resources.add(embedded).getName();
      page.setResources(resources);
      String drawn = "BT /" + name + " 20 Tf 100 700 Td <" + codes(font, word) + "> Tj ET";
      var content = new ByteArrayInputStream(drawn.getBytes(StandardCharsets.US_ASCII));
      page.setContents(new PDStream(document, content));
      document.save(bytes);
    }
    Path file = folder.resolve("parts.pdf");
    Files.write(file, bytes.toByteArray());
    return file;
  }

  private static String codes(TrueTypeFont font, String word) throws IOException {
    var steps = GlyphSubstitutions.of(font.getTableBytes(font.getTableMap().get("GSUB")));
    var codes = new StringBuilder();
    for (int c : new StringBuilder(word).reverse().codePoints().toArray()) {
      int glyph = font.getUnicodeCmapLookup().getGlyphId(c);
      List<Integer> apart =
          steps.stream()
              .filter(step -> step.parts() && step.from().equals(List.of(glyph)))
              .findFirst()
              .map(GlyphSubstitutions.Step::to)
              .orElse(List.of(glyph));
      apart.reversed().forEach(part -> codes.append(String.format(Locale.ROOT, "%04x", part)));
    }
    return codes.toString();
  }

  @Test
  void lettersWhoseDotsAreGlyphsOfTheirOwnAreReadWhole() throws IOException {
    String letters = "ب ت ث ج خ ذ ز ش ض ظ غ ف ق ن ي ة أ إ آ ئ ؤ پ چ ژ ٹ ڈ ڑ";
    assertEquals(letters, text(inParts(letters), FONTS));
  }

  @Test
  void dotsWithoutTheirLetterAreNotKept() {
    var dotted = new DottedLetters();
    String dots = dotted.name().orElseThrow();
    dotted.learn("ٮ", List.of(dots), "ب");
    assertEquals("باب", dotted.together("ٮ" + dots + "اٮ" + dots));
    assertEquals("ب", dotted.together("ب" + dots));
    assertEquals("دَ ", dotted.together("د" + dots + "َ " + dots));
  }

  @Test
  void aFlatBarAboutTheBaselineIsWhatLengthensWords() {
    assertTrue(isBar(new Rectangle2D.Double(0, -20, 400, 100)));
    assertFalse(isBar(new Rectangle2D.Double(0, 500, 400, 100)));
    assertFalse(isBar(new Rectangle2D.Double(0, 0, 100, 700)));
    assertFalse(isBar(new Ellipse2D.Double(0, 0, 400, 100)));
  }

  private static boolean isBar(Shape shape) {
    return GlyphOutline.of(new Path2D.Double(shape)).orElseThrow().isBar();
  }
}
