package org.qirtas.source.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qirtas.source.letters.VisualOrder;

/** Words whose letters step down to their line. */
class PdfSlopeTest {
  private static final double SIZE = 10;
  private static final double WIDE = 5;
  private static final double STEP = 3;

  private final List<PdfGlyph> page = new ArrayList<>();

  /**
   * Draws words from the right, as they are read: the end of each on the line, all before above.
   */
  private void line(double y, double step, String... words) {
    double x = 300;
    for (String word : words) {
      List<String> letters = VisualOrder.split(word);
      int letter = (int) letters.stream().filter(one -> !isMark(one)).count();
      for (String one : letters) {
        letter -= isMark(one) ? 0 : 1;
        x -= isMark(one) ? 0 : WIDE;
        double width = isMark(one) ? 0 : WIDE;
        page.add(new PdfGlyph(one, x, y - step * letter, width, SIZE, page.size()));
      }
      x -= 3;
    }
  }

  private static boolean isMark(String letter) {
    return DottedLetters.isMark(letter.codePointAt(0));
  }

  private List<String> read() {
    return PdfLines.of(PdfSlope.levelled(page), new DottedLetters()).stream()
        .map(PdfText.Line::text)
        .toList();
  }

  @Test
  void aWordsLettersStandOnTheLineThatItsLastOneIsOn() {
    line(100, STEP, "بچپن", "میں", "شہر", "گئے");
    line(118, STEP, "وہاں", "بہت", "کتابیں");
    assertEquals(List.of("بچپن میں شہر گئے", "وہاں بہت کتابیں"), read());
  }

  @Test
  void marksGoDownWithTheirLetters() {
    line(100, STEP, "پٔپن", "مِیں", "شہر", "گئے");
    assertEquals(
        List.of(100.0),
        PdfSlope.levelled(page).stream()
            .filter(PdfGlyph::isMark)
            .map(PdfGlyph::y)
            .distinct()
            .toList());
  }

  @Test
  void aPageWhoseLettersStandOnTheirLinesStaysAsItIs() {
    line(100, 0, "كتب", "الولد", "درسه");
    page.add(new PdfGlyph("أ", 300, 97, WIDE, SIZE, page.size()));
    assertSame(page, PdfSlope.levelled(page));
  }
}
