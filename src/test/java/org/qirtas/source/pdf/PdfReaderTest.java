package org.qirtas.source.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.article.Block;
import org.qirtas.source.letters.PresentationForms;
import org.qirtas.source.letters.VisualOrder;

/** How a PDF's glyphs become text again; whole files are in {@code BooksAndMailTest}. */
class PdfReaderTest {
  private static final List<String> RIGHT =
      List.of(
          "كتب الولد درسه هنا", "ثم خرج إلى الحقل ل", "ورأى هناك غزالا و", "ما عاد إلا مساء يو");
  private static final List<String> LEFT =
      List.of(
          "وقرأت البنت كتابها", "فلما جاء أبوها قام", "ت تسأله عن السفر ا", "لطويل في البحر يوم");

  private static final double SIZE = 10;
  private static final double WIDE = 5;

  /** A page on which words are set from the right, a glyph a letter and nothing for a blank. */
  private static final class Page {
    final List<PdfGlyph> glyphs = new ArrayList<>();

    /** Puts a line on the page; {@code fromLeft} is the order in which it is drawn. */
    void line(String text, double right, double y, boolean fromLeft) {
      var line = new ArrayList<PdfGlyph>();
      double x = right;
      for (String letter : VisualOrder.split(text)) {
        boolean mark = Character.getType(letter.codePointAt(0)) == Character.NON_SPACING_MARK;
        x -= letter.equals(" ") ? 3 : mark ? 0 : WIDE;
        if (!letter.equals(" ")) {
          line.add(new PdfGlyph(letter, x, y, mark ? 0 : WIDE, SIZE, 0));
        }
      }
      for (PdfGlyph glyph : fromLeft ? line.reversed() : line) {
        glyphs.add(
            new PdfGlyph(glyph.text(), glyph.x(), glyph.y(), glyph.width(), SIZE, glyphs.size()));
      }
    }

    List<String> read() {
      return PdfLines.of(glyphs, new DottedLetters()).stream().map(PdfText.Line::text).toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void wordsComeInReadingOrderInWhateverOrderTheyWereDrawn(boolean fromLeft) {
    var page = new Page();
    page.line("فتحت المكتبة أبوابها صباح أمس", 400, 100, fromLeft);
    page.line("وعاد إليها قراؤها", 400, 115, fromLeft);
    assertEquals(List.of("فتحت المكتبة أبوابها صباح أمس", "وعاد إليها قراؤها"), page.read());
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void marksStayWithTheLetterThatTheyWereDrawnWith(boolean fromLeft) {
    var page = new Page();
    page.line("كَتَبَ الوَلَدُ الدَّرْسَ في المَدْرَسَةِ", 400, 100, fromLeft);
    assertEquals(
        java.text.Normalizer.normalize(
            "كَتَبَ الوَلَدُ الدَّرْسَ في المَدْرَسَةِ", java.text.Normalizer.Form.NFC),
        page.read().getFirst());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ةنس 2017 يف            | في 2017 سنة
          2017/2016 مسوم         | موسم 2017/2016
          2017-2016 مسوم         | موسم 2016-2017
          ةنيدم Tunis Afrique يف | في Tunis Afrique مدينة
          ٣٫٥ غلب                | بلغ ٣٫٥
          %50 ةبسن               | نسبة 50%
          Windows 10 ماظن        | نظام Windows 10
          """)
  void numbersAndOtherScriptsKeepTheirOrder(String seen, String read) {
    assertEquals(read, VisualOrder.read(VisualOrder.split(seen), true));
  }

  @Test
  void arabicInALatinLineIsTurnedAsAWhole() {
    assertEquals(
        "the word السلام عليكم means",
        VisualOrder.read(VisualOrder.split("the word مكيلع مالسلا means"), false));
  }

  @ParameterizedTest
  @CsvSource({"اﻟﻤﻜﺘﺒﺔ,المكتبة", "ﻻ,لا", "ال,لا", "ﻷ,لأ", "ﷲ,الله"})
  void aGlyphStandsForLettersAndNotForForms(String drawn, String letters) {
    assertEquals(letters, PdfGlyph.letters(drawn));
  }

  /** Glyphs from the left, of a width of 5; a joiner is drawn, and then the next letter upon it. */
  private static List<PdfGlyph> drawn(String blank, String joiner) {
    var glyphs = new ArrayList<PdfGlyph>();
    double x = 100;
    for (String letter : List.of("د", "و", "ر", blank, "م", joiner, "ی", "ه", "ن")) {
      glyphs.add(new PdfGlyph(letter, x, 100, WIDE, SIZE, glyphs.size()));
      x += letter.equals(joiner) && glyphs.size() == 6 ? 0.1 : WIDE;
    }
    return glyphs;
  }

  @ParameterizedTest
  @CsvSource({"200C,200C", "0020,0020", "0020,200C"})
  void blanksAndJoinersAreToldByHowTheyAreDrawn(String blank, String joiner) {
    List<PdfGlyph> told =
        PdfBlanks.told(
            drawn(
                Character.toString(Integer.parseInt(blank, 16)),
                Character.toString(Integer.parseInt(joiner, 16))));
    assertEquals(
        List.of("د", "و", "ر", " ", "م", "\u200C", "ی", "ه", "ن"),
        told.stream().map(PdfGlyph::text).toList());
    assertEquals("نهی\u200Cم رود", PdfLines.of(told, new DottedLetters()).getFirst().text());
  }

  @Test
  void ofTwoColumnsOfArabicTheRightOneComesFirst() {
    var page = new Page();
    page.line("عنوان يمتد فوق العمودين كليهما على عرض الصفحة كلها", 420, 60, false);
    for (int i = 0; i < 5; i++) {
      page.line("السطر الأيسر في العمود الثاني", 200, 100 + 14 * i, false);
      page.line("السطر الأيمن في العمود الأول", 420, 100 + 14 * i, false);
    }
    List<String> read = page.read();
    assertEquals("عنوان يمتد فوق العمودين كليهما على عرض الصفحة كلها", read.getFirst());
    assertEquals("السطر الأيمن في العمود الأول", read.get(5));
    assertEquals("السطر الأيسر في العمود الثاني", read.get(6));
  }

  private static PdfText.Line line(String text, double y, double size) {
    double width = text.length() * 5.0;
    return new PdfText.Line(
        text, false, new PdfText.Place(400 - width, 400, y, size, 100, 400, true));
  }

  @Test
  void runningHeadsAndPageNumbersAreNoText() {
    List<List<PdfText.Line>> pages =
        Stream.of(1, 2, 3, 4)
            .map(i ->
                List.of(
                    line("مجلة الضفة " + i, 20, 8),
                    line("نص أول " + "ح".repeat(i) + ".", 100, 10),
                    line("نص ثان في الصفحة.", 130, 10),
                    line("نص ثالث في الصفحة " + "س".repeat(i) + ".", 160, 10),
                    line(" " + i + " ", 700, 8)))
            .toList();
    var text = new PdfText(pages);
    assertEquals(12, text.blocks().size());
    assertEquals(List.of("مجلة الضفة 1"), text.furniture().subList(0, 1));
  }

  @Test
  void linesThatAllPagesShareAreKeptWhereThereAreNoOthers() {
    List<List<PdfText.Line>> pages =
        Stream.of(1, 2, 3).map(_ -> List.of(line("إعلان يتكرر في كل صفحة.", 100, 10))).toList();
    var text = new PdfText(pages);
    assertEquals("إعلان يتكرر في كل صفحة.", text.blocks().getFirst().text());
    assertEquals(List.of(), text.furniture());
  }

  @Test
  void arabicDrawnFromTheLeftIsReadAsItWasDrawnAlsoWhereLettersAreKerned() {
    var page = new Page();
    String[] drawn = {"في وقت مبكر من الصباح إلى المدينة", "طلاب نظام تتبع الاتصال"};
    for (int i = 0; i < drawn.length; i++) {
      double x = 100;
      String last = "";
      for (String letter : VisualOrder.split(drawn[i])) {
        boolean kerned = letter.equals("ا") && last.equals("ل");
        if (!letter.equals(" ")) {
          double at = kerned ? x - WIDE - 1 : x;
          page.glyphs.add(new PdfGlyph(letter, at, 100 + 15 * i, WIDE, SIZE, page.glyphs.size()));
        }
        x += letter.equals(" ") ? 4 : kerned ? 0 : WIDE;
        last = letter;
      }
    }
    assertEquals(List.of(drawn), page.read());
  }

  @Test
  void aMarkBelongsToTheLetterThatItsInkStandsOver() {
    PdfGlyph origin = new PdfGlyph("\u0654", 100, 50, 0, SIZE, 1);
    PdfGlyph inked = origin.inked(new PdfInk(0.1, 0.3), SIZE);
    assertEquals(102, inked.centre(), 1e-9);
    var alef = new PdfGlyph("ا", 101, 50, 2, SIZE, 0);
    var noon = new PdfGlyph("ن", 95, 50, 6, SIZE, 2);
    assertEquals(
        List.of("أن"),
        PdfLines.of(List.of(alef, inked, noon), new DottedLetters()).stream()
            .map(PdfText.Line::text)
            .toList());
  }

  @Test
  void guillemetsThatAPdfNamesByTheirLooksAreTurned() {
    var text = new PdfText(List.of(List.of(line("قرأت في »المدينة« خبرا (قديما) أمس.", 100, 10))));
    assertEquals("قرأت في «المدينة» خبرا (قديما) أمس.", Block.textOf(text.blocks()));
  }

  @Test
  void aLineAfterWhichTheNextWordWouldHaveFittedEndsItsParagraph() {
    String full = "س".repeat(20) + " " + "ص".repeat(20) + " " + "ع".repeat(17);
    List<PdfText.Line> lines =
        List.of(
            line("عنوان كبير", 60, 18),
            line(full, 100, 10),
            line("آخر الفقرة الأولى", 114, 10),
            line(full, 128, 10),
            line("آخر الثانية", 142, 10));
    List<Block> blocks = new PdfText(List.of(lines)).blocks();
    assertInstanceOf(Block.Heading.class, blocks.getFirst());
    assertEquals(3, blocks.size());
    assertEquals(full + " آخر الفقرة الأولى", blocks.get(1).text());
  }

  @Test
  void glyphsAreKnownByTheNamesThatOldFontsGiveThem() {
    assertEquals("\uFE91", PdfGlyphNames.form("behinitial").orElseThrow());
    assertEquals("\uFEFB", PdfGlyphNames.form("lamwithalefisolated").orElseThrow());
    assertEquals("\uFEF7", PdfGlyphNames.form("lamwithalefhamzaaboveisolatedd").orElseThrow());
    assertEquals("\uFE8D", PdfGlyphNames.form("fe8d").orElseThrow());
    assertEquals(java.util.Optional.empty(), PdfGlyphNames.form("exclam"));
  }

  private static PdfGlyph glyph(String text, double x, double width, int index) {
    return new PdfGlyph(text, x, 100, width, 10, index);
  }

  @Test
  void whatADocumentSaysOfGlyphsTogetherCountsBeforeTheirNames() {
    var span = new PdfSpan("\u0628\u064E");
    span.add(glyph("?", 52, 0, 0), 0);
    span.add(glyph("", 50, 6, 1), 0);
    assertEquals(List.of(glyph("بَ", 50, 6, 0)), span.told());
    var nothing = new PdfSpan("");
    nothing.add(glyph("-", 50, 3, 0), 0);
    assertEquals(List.of(), nothing.told());
  }

  @Test
  void textForMoreThanOneWordIsReadGlyphByGlyph() {
    var span = new PdfSpan("\u0627\u0628 \u0627\u0628");
    List<PdfGlyph> drawn = List.of(glyph("ب", 10, 5, 0), glyph("ا", 15, 3, 1));
    drawn.forEach(glyph -> span.add(glyph, 0));
    assertEquals(drawn, span.told());
  }

  /**
   * Lines of two columns that stand no farther apart than two blanks, and the same with one blank.
   */
  private static List<PdfGlyph> columns(int lines, double apart) {
    var glyphs = new ArrayList<PdfGlyph>();
    for (int i = 0; i < lines; i++) {
      String right = RIGHT.get(i % RIGHT.size());
      String left = LEFT.get(i % LEFT.size());
      double x = 200;
      for (String column : List.of(right, left)) {
        for (int c : column.codePoints().toArray()) {
          x -= 5;
          String letter = Character.toString(c);
          glyphs.add(new PdfGlyph(letter, x, 100 + 14 * i, 5, 10, glyphs.size()));
        }
        x = 110 - apart;
      }
    }
    return glyphs;
  }

  @Test
  void columnsCloseToEachOtherAreReadOneAfterTheOther() {
    List<String> read =
        PdfLines.of(columns(9, 8), new DottedLetters()).stream().map(PdfText.Line::text).toList();
    assertEquals(18, read.size());
    assertEquals(RIGHT, read.subList(0, 4));
    assertEquals(LEFT, read.subList(9, 13));
  }

  @Test
  void aHamzaStandsOnALetterThatCarriesOne() {
    var alef = new PdfGlyph("ا", 20, 100, 4, 10, 0);
    var hamza = new PdfGlyph("\u0654", 17.5, 100, 0, 10, 1);
    var noon = new PdfGlyph("ن", 15, 100, 5, 10, 2);
    assertEquals(
        "أن", PdfLines.of(List.of(alef, hamza, noon), new DottedLetters()).getFirst().text());
  }

  @Test
  void theLigatureOfGodsNameAfterAnAlefHasNone() {
    assertEquals("قال الله وبالله", PresentationForms.written("قال ا\uFDF2 وبا\uFDF2"));
  }

  @Test
  void aGapThatFewLinesHaveInCommonIsABlank() {
    List<String> read =
        PdfLines.of(columns(3, 8), new DottedLetters()).stream().map(PdfText.Line::text).toList();
    assertEquals(3, read.size());
    assertEquals("كتب الولد درسه هنا وقرأت البنت كتابها", read.getFirst());
  }

  @Test
  void aMarkStandsOnTheLetterOfALigatureThatItIsAbove() {
    var ligature = new PdfGlyph("لا", 10, 100, 10, 10, 0);
    var onLam = new PdfGlyph("\u064E", 17, 100, 0, 10, 1);
    var onAlef = new PdfGlyph("\u064B", 12, 100, 0, 10, 1);
    assertEquals(
        "لَا", PdfLines.of(List.of(ligature, onLam), new DottedLetters()).getFirst().text());
    assertEquals(
        "لاً", PdfLines.of(List.of(ligature, onAlef), new DottedLetters()).getFirst().text());
  }

  @Test
  void marksOfALineThatIsSetApartTakeUpRoomOfTheirOwn() {
    var line = new ArrayList<PdfGlyph>();
    double x = 200;
    for (int c : "معزّزة وبتحدّي هنا".codePoints().toArray()) {
      boolean mark = DottedLetters.isMark(c);
      x -= mark ? 3 : 8;
      if (c != ' ') {
        line.add(new PdfGlyph(Character.toString(c), x, 100, mark ? 0 : 5, 10, line.size()));
      }
    }
    assertEquals("معزّزة وبتحدّي هنا", PdfLines.of(line, new DottedLetters()).getFirst().text());
  }
}
