package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.compose.Kashida;
import org.qirtas.compose.Page;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.PlacedRun;
import org.qirtas.font.FontFile;
import org.qirtas.measure.Length;
import org.qirtas.profile.FontRole;
import org.qirtas.profile.Fonts;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Typeface;
import org.qirtas.text.GlyphRun;
import org.qirtas.text.KashidaPriority;

/** How longer joints are drawn, and that nothing is read of them. */
class KashidaTest {
  private static final List<String> LINES =
      List.of(
          "بيت تبن ثني نبت يبس",
          "حجج سحج محل نجح",
          "سلس شمس صبص ضفض قسم",
          "طبط ظفظ عبع غفغ معي",
          "ففف ققق كتاب ممكن",
          "لم لمح محمد نجم الحمد",
          "ههه هيئة فيه لهم ملل",
          "مُحَمَّدٌ كَتَبَ رِسَالَةً",
          "هـٰذا كـتـاب بـــيت",
          "پچژگ یکی گفت چنین");

  @TempDir Path folder;

  /** Lines of all letters in all forms, every joint longer. */
  static Proof stretched(String family, double ems, Edition edition, Path folder) {
    Article article = article();
    List<Page> pages =
        Proof.pages(article, profile(family)).stream()
            .map(page -> Joints.stretched(page, ems))
            .toList();
    return Proof.write(article, pages, edition, folder, List.of());
  }

  private static Article article() {
    Article.Draft draft = Proof.arabic();
    LINES.forEach(line -> draft.block(Block.Paragraph.of(line)));
    return draft.finish();
  }

  private static PrintProfile profile(String family) {
    PrintProfile a4 = PrintProfile.articleA4();
    var typefaces = new EnumMap<FontRole, Typeface>(FontRole.class);
    for (FontRole role : FontRole.values()) {
      typefaces.put(role, new Typeface(family, Map.of(), Map.of()));
    }
    return new PrintProfile(
        a4.name(),
        a4.description(),
        a4.page(),
        new Fonts(typefaces, Map.of()),
        a4.styles(),
        a4.lines(),
        a4.numbering(),
        a4.quotes(),
        a4.dates(),
        a4.furniture(),
        a4.notes(),
        a4.openers(),
        a4.pullQuotes(),
        a4.pictures(),
        a4.rules(),
        a4.palette());
  }

  /** The runs of the lines, each as it is set. */
  private static List<GlyphRun> runs(String family, String... lines) {
    Article.Draft draft = Proof.arabic();
    List.of(lines).forEach(line -> draft.block(Block.Paragraph.of(line)));
    return Proof.pages(draft.finish(), profile(family)).stream()
        .flatMap(page -> page.items().stream())
        .filter(PageItem.Line.class::isInstance)
        .flatMap(item -> ((PageItem.Line) item).runs().stream())
        .map(PlacedRun::run)
        .toList();
  }

  private static Kashida kashida(GlyphRun run, int letter, int units) {
    Length width = Length.ofUnits(units, run.font().unitsPerEm(), run.size());
    return new Kashida(letter, width, KashidaPriority.ELSEWHERE);
  }

  private static Sort sort(List<Typesetting.Placed> row, GlyphRun run, int character) {
    return row.get(run.text().length() - 1 - character).sort();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Amiri", "Scheherazade New", "Noto Naskh Arabic", "Vazirmatn"})
  void textIsReadAsWritten(String family) {
    Proof proof = stretched(family, 0.35, Edition.SCREEN, folder);
    assertEquals(
        List.of("READER_RATE 0.00 %"),
        proof.readBack().stream().map(finding -> finding.code() + " " + finding.detail()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Amiri", "Scheherazade New", "Noto Naskh Arabic", "Vazirmatn"})
  void everyCidStandsForOneCharacterAndHasTheProgramsWidth(String family) throws IOException {
    EncodingTest.assertOneCharacterAndTheProgramsWidth(
        stretched(family, 0.35, Edition.SCREEN, folder).pdf());
  }

  @Test
  void samePagesGiveTheSameBytes() throws IOException {
    assertArrayEquals(
        Files.readAllBytes(stretched("Amiri", 0.2, Edition.SCREEN, folder).pdf()),
        Files.readAllBytes(stretched("Amiri", 0.2, Edition.SCREEN, folder).pdf()));
  }

  /** A third of an em is no whole number of units, and 3 em is more than a composite may scale. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 1 / 3.0, 3})
  void linesAreAsWideAsTheyWereSet(double ems) throws IOException {
    for (String family : List.of("Amiri", "Vazirmatn")) {
      Proof proof = stretched(family, ems, Edition.SCREEN, folder);
      Map<Long, Double> read = rightEnds(proof.pdf());
      for (PageItem item : proof.pages().getFirst().items()) {
        if (item instanceof PageItem.Line line) {
          PlacedRun last = line.runs().getLast();
          double right = last.x().plus(last.width()).inPoints();
          long baseline = Math.round(line.baseline().inPoints());
          assertEquals(right, Objects.requireNonNull(read.get(baseline)), 0.01, family);
        }
      }
    }
  }

  /** Where each line's last piece of type ends, by the line's baseline. */
  private static Map<Long, Double> rightEnds(Path pdf) throws IOException {
    var ends = new TreeMap<Long, Double>();
    var reader =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition text) {
            var place = text.getTextMatrix();
            ends.merge(
                Math.round((double) place.getTranslateY()),
                (double) place.getTranslateX() + text.getWidth(),
                Math::max);
          }
        };
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      reader.getText(document);
    }
    return ends;
  }

  @Test
  void letterMovesAndTheTatweelFillsItsPlace() {
    GlyphRun run = runs("Amiri", "سلس").getFirst();
    FontFile font = run.font();
    Sort before = sort(Typesetting.of(run, List.of(), new PlainSorts()), run, 0);
    Sort after = sort(Typesetting.of(run, List.of(kashida(run, 0, 470)), new PlainSorts()), run, 0);
    Sort.Part seen = before.face().parts().getFirst();
    assertEquals('س', after.character());
    assertEquals(before.face().advance() + 470, after.face().advance());
    assertEquals(
        List.of(
            new Sort.Part(seen.glyph(), seen.dx() + 470, seen.dy()),
            new Sort.Part(font.glyph(0x640), 0, 0, 470)),
        after.face().parts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Amiri", "Scheherazade New", "Noto Naskh Arabic", "Vazirmatn"})
  void everyGlyphMovesByTheKashidasToItsLeftAndByNoMore(String family) {
    for (GlyphRun run : runs(family, LINES.toArray(String[]::new))) {
      List<Integer> letters =
          Joints.of(run).stream().filter(at -> run.text().charAt(at) != 0x640).toList();
      List<Kashida> kashidas = letters.stream().map(at -> kashida(run, at, 200)).toList();
      List<int[]> before = ink(Typesetting.of(run, List.of(), new PlainSorts()), run);
      List<int[]> after = ink(Typesetting.of(run, kashidas, new PlainSorts()), run);
      assertEquals(before.size(), after.size());
      for (int i = 0; i < before.size(); i++) {
        int character = before.get(i)[0];
        int moved = 200 * (int) letters.stream().filter(at -> at >= base(run, character)).count();
        assertEquals(before.get(i)[1], after.get(i)[1], run.text());
        assertEquals(before.get(i)[2] + moved, after.get(i)[2], run.text() + character);
      }
    }
  }

  /** Character, glyph and place of all that is printed but for tatweels that were added. */
  private static List<int[]> ink(List<Typesetting.Placed> row, GlyphRun run) {
    var ink = new ArrayList<int[]>();
    int pen = 0;
    int character = run.text().length() - 1;
    for (Typesetting.Placed placed : row) {
      for (Sort.Part part : placed.sort().face().parts()) {
        if (part.stretchedTo() == 0) {
          ink.add(new int[] {character, part.glyph(), pen + part.dx()});
        }
      }
      pen += placed.sort().face().advance() + placed.correction();
      character--;
    }
    return ink;
  }

  /** A mark belongs to the letter before it. */
  private static int base(GlyphRun run, int character) {
    int base = character;
    while (base > 0 && Lengthening.isMark(run.text().charAt(base))) {
      base--;
    }
    return base;
  }

  @Test
  void ligatureIsLengthenedAtItsEnd() {
    GlyphRun run = runs("Amiri", "لمح").getFirst();
    List<Typesetting.Placed> before = Typesetting.of(run, List.of(), new PlainSorts());
    List<Typesetting.Placed> after =
        Typesetting.of(run, List.of(kashida(run, 1, 300)), new PlainSorts());
    assertEquals(2, sort(after, run, 1).face().parts().size());
    assertEquals(sort(before, run, 1).face().advance() + 300, sort(after, run, 1).face().advance());
    assertEquals(sort(before, run, 0), sort(after, run, 0));
    assertEquals(sort(before, run, 2), sort(after, run, 2));
  }

  @Test
  void typedTatweelGrowsAndItsMarkStaysOverItsMiddle() {
    GlyphRun run = runs("Noto Naskh Arabic", "هـٰذا").getFirst();
    List<Typesetting.Placed> before = Typesetting.of(run, List.of(), new PlainSorts());
    List<Typesetting.Placed> after =
        Typesetting.of(run, List.of(kashida(run, 1, 300)), new PlainSorts());
    Sort grown = sort(after, run, 1);
    int advance = sort(before, run, 1).face().advance();
    assertEquals(0x640, grown.character());
    assertEquals(advance + 300, grown.face().advance());
    assertEquals(
        List.of(new Sort.Part(run.font().glyph(0x640), 0, 0, advance + 300)), grown.face().parts());
    Sort.Part alef = sort(before, run, 2).face().parts().getFirst();
    assertEquals(
        List.of(new Sort.Part(alef.glyph(), alef.dx() + 150, alef.dy())),
        sort(after, run, 2).face().parts());
  }

  /** Amiri has a glyph of its own for the two. */
  @Test
  void markInOneGlyphWithItsTatweelStaysOverItsMiddleToo() {
    GlyphRun run = runs("Amiri", "هـٰذا").getFirst();
    Sort.Part before =
        sort(Typesetting.of(run, List.of(), new PlainSorts()), run, 2).face().parts().getFirst();
    List<Typesetting.Placed> after =
        Typesetting.of(run, List.of(kashida(run, 1, 300)), new PlainSorts());
    assertEquals(
        List.of(
            new Sort.Part(run.font().glyph(0x640), 0, 0, run.advance(2) + 300),
            new Sort.Part(before.glyph(), before.dx() + 150, 0)),
        sort(after, run, 2).face().parts());
  }

  @Test
  void severalTatweelsInOneGlyphKeepTheirForm() {
    GlyphRun run = runs("Amiri", "بـــيت").getFirst();
    Sort.Part before =
        sort(Typesetting.of(run, List.of(), new PlainSorts()), run, 3).face().parts().getFirst();
    List<Typesetting.Placed> after =
        Typesetting.of(run, List.of(kashida(run, 3, 300)), new PlainSorts());
    assertEquals(
        List.of(new Sort.Part(before.glyph(), 0, 0, run.font().advance(before.glyph()) + 300)),
        sort(after, run, 3).face().parts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Amiri", "Scheherazade New", "Noto Naskh Arabic", "Vazirmatn"})
  void stretchedTatweelKeepsItsHeightAndItsEnds(String family) {
    FontFile font = runs(family, "سلس").getFirst().font();
    int tatweel = font.glyph(0x640);
    Outline.Box natural = Outline.box(font.outline(tatweel));
    int advance = font.advance(tatweel);
    for (int width : new int[] {20, advance, 3 * font.unitsPerEm()}) {
      byte[] record = StretchedOutline.of(font.outline(tatweel), advance, width);
      assertEquals(
          new Outline.Box(
              natural.left(), natural.foot(), natural.right() - advance + width, natural.head()),
          Outline.box(ByteBuffer.wrap(record)));
    }
  }

  /** On both sides of a joint the letters' strokes are where the tatweel is: no step, no bulge. */
  @ParameterizedTest
  @ValueSource(strings = {"Amiri", "Scheherazade New", "Noto Naskh Arabic", "Vazirmatn"})
  void tatweelMeetsEveryLetterAtItsHeight(String family) throws IOException {
    for (GlyphRun run : runs(family, LINES.toArray(String[]::new))) {
      List<Kashida> kashidas =
          Joints.of(run).stream()
              .filter(at -> run.text().charAt(at) != 0x640)
              .map(at -> kashida(run, at, 200))
              .toList();
      var sorts = new TypeCase(run.font(), "F1");
      List<Typesetting.Placed> row = Typesetting.of(run, kashidas, new PlainSorts());
      row.forEach(placed -> sorts.cid(placed.sort()));
      try (TrueTypeFont program =
          new TTFParser(true).parse(new RandomAccessReadBuffer(FontProgram.of(sorts)))) {
        int joints = 0;
        for (Typesetting.Placed placed : row) {
          for (Sort.Part part : placed.sort().face().parts()) {
            if (part.stretchedTo() != 0) {
              joints++;
              int gid = sorts.cidToGid().get(sorts.cid(placed.sort()));
              assertSmooth(run, Objects.requireNonNull(program.getGlyph().getGlyph(gid)), part);
            }
          }
        }
        assertEquals(kashidas.size(), joints);
      }
    }
  }

  private static void assertSmooth(GlyphRun run, GlyphData letter, Sort.Part tatweel) {
    Outline.Box bar = Outline.box(run.font().outline(tatweel.glyph()));
    double nearly = 0.004 * run.font().unitsPerEm();
    var outline = new Area(letter.getPath());
    for (int x : new int[] {0, 100, 199, 200, 201, 204}) {
      Rectangle2D stroke = cut(outline, tatweel.dx() + x, bar.foot() - 20, bar.head() + 20);
      assertEquals(bar.foot(), stroke.getMinY(), nearly, run.text() + tatweel + x);
      assertEquals(bar.head(), stroke.getMaxY(), nearly, run.text() + tatweel + x);
    }
  }

  private static Rectangle2D cut(Area outline, int x, int foot, int head) {
    var cut = new Area(new Rectangle2D.Double(x - 0.5, foot, 1, head - foot));
    cut.intersect(outline);
    return cut.getBounds2D();
  }

  @Test
  void oneLengthIsDrawnOnceForAllLetters() {
    GlyphRun run = runs("Amiri", "سلس قسم شمس").getFirst();
    var sorts = new TypeCase(run.font(), "F1");
    List<Kashida> kashidas = Joints.of(run).stream().map(at -> kashida(run, at, 200)).toList();
    Typesetting.of(run, kashidas, new PlainSorts()).forEach(placed -> sorts.cid(placed.sort()));
    long drawn = sorts.slots().stream().filter(TypeCase.Slot.Stretched.class::isInstance).count();
    assertTrue(kashidas.size() > 2);
    assertEquals(1, drawn);
  }
}
