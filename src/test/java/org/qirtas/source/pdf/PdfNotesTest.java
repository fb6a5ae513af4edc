package org.qirtas.source.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.source.letters.VisualOrder;

/** Raised numbers in a PDF and the notes that they stand for. */
class PdfNotesTest {
  private static final double BODY = 11;
  private static final double NOTE = 9;
  private static final double WIDE = 5;

  private static PdfText.Line line(String text, double y, double size) {
    return new PdfText.Line(text, y < 60, new PdfText.Place(40, 300, y, size, 40, 300, true));
  }

  private static List<Block> notes(List<Block> blocks) {
    return blocks.stream().filter(Block.Footnote.class::isInstance).toList();
  }

  private static Block footnote(String name, String text) {
    return new Block.Footnote(name, List.of(Block.Paragraph.of(text)), Flow.UNMARKED);
  }

  @Test
  void aNumberedLineOfSmallTypeIsTheNoteThatARaisedNumberRefersTo() {
    var text =
        new PdfText(
            List.of(
                List.of(
                    line("عاد الصيادون إلى قواربهم¹ بعد غياب طويل.", 50, BODY),
                    line("وبقي البحر كما كان قبل أن يرحلوا عنه، والخشب كما تركوه.", 80, BODY),
                    line("¹ انظر سجل الجمعية المحفوظ في دار البلدية،", 500, NOTE),
                    line("وهو في ثلاثة أجزاء.", 511, NOTE))));
    assertEquals(
        new Block.Paragraph(
            List.of(
                new Inline.Text("عاد الصيادون إلى قواربهم"),
                new Inline.NoteReference("1"),
                new Inline.Text(
                    " بعد غياب طويل. وبقي البحر كما كان قبل أن يرحلوا عنه، والخشب كما تركوه.")),
            Flow.UNMARKED),
        text.blocks().getFirst());
    assertEquals(
        List.of(footnote("1", "انظر سجل الجمعية المحفوظ في دار البلدية، وهو في ثلاثة أجزاء.")),
        notes(text.blocks()));
  }

  @Test
  void notesThatCountFromOneOnEveryPageHaveNamesOfTheirOwn() {
    var text =
        new PdfText(
            List.of(
                List.of(line("عاد الصيادون¹ أمس.", 50, BODY), line("1 من السجل.", 500, NOTE)),
                List.of(line("ثم رحلوا¹ غدا.", 50, BODY), line("1 من الجريدة.", 500, NOTE))));
    assertEquals(
        List.of(footnote("1", "من السجل."), footnote("1-2", "من الجريدة.")), notes(text.blocks()));
  }

  @Test
  void aRaisedNumberWithoutANoteStaysInTheText() {
    var text =
        new PdfText(
            List.of(
                List.of(line("مساحة الحقل 40 م² فقط.", 50, BODY), line("1 من السجل.", 500, NOTE))));
    assertEquals("مساحة الحقل 40 م² فقط.", text.blocks().getFirst().text());
    assertEquals(List.of(), notes(text.blocks()));
  }

  /** Letters from the right at a height. */
  private static void draw(List<PdfGlyph> page, String letters, double right, double y) {
    double x = right;
    for (String letter : VisualOrder.split(letters)) {
      x -= WIDE;
      if (!letter.equals(" ")) {
        page.add(new PdfGlyph(letter, x, y, WIDE, BODY, page.size()));
      }
    }
  }

  private static List<String> read(List<PdfGlyph> page) {
    return PdfLines.of(page, new DottedLetters()).stream().map(PdfText.Line::text).toList();
  }

  @Test
  void smallDigitsAboveALineAreRaisedDigitsOfIt() {
    var page = new ArrayList<PdfGlyph>();
    draw(page, "عاد الصيادون ثم رحلوا", 300, 100);
    page.add(new PdfGlyph("1", 192, 95.5, 3, 6, page.size()));
    draw(page, "وبقي البحر", 300, 116);
    assertEquals(List.of("عاد الصيادون ثم رحلوا¹", "وبقي البحر"), read(page));
  }

  @Test
  void aJoinerStaysBetweenTheLettersThatItWasDrawnBetween() {
    var page = new ArrayList<PdfGlyph>();
    for (String letter : List.of("د", "ن", "ه", "\u200C", "ق", "ی", "ا", "ق")) {
      boolean joiner = letter.equals("\u200C");
      double x = 100 + WIDE * (page.size() - (page.size() > 3 ? 1 : 0));
      page.add(
          new PdfGlyph(letter, joiner ? x + 0.2 : x, 100, joiner ? 0 : WIDE, BODY, page.size()));
    }
    assertEquals(List.of("قایق\u200Cهند"), read(page));
  }

  @Test
  void aHeadThatBothOfTwoPagesHaveInOnePlaceIsNoText() {
    var text =
        new PdfText(
            List.of(
                List.of(line("مجلة الساحل", 30, BODY), line("عاد الصيادون أمس.", 80, BODY)),
                List.of(line("مجلة الساحل", 30, BODY), line("ثم رحلوا غدا.", 80, BODY))));
    assertEquals(List.of("مجلة الساحل"), text.furniture());
    assertEquals(
        List.of("عاد الصيادون أمس.", "ثم رحلوا غدا."),
        text.blocks().stream().map(Block::text).toList());
  }
}
