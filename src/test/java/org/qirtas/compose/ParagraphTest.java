package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;

class ParagraphTest {
  private static final PrintProfile NARROW = Press.small(20, 200);

  private static List<PageItem.Line> set(String text) {
    return Press.lines(
        Press.print(NARROW, Press.article(Block.Paragraph.of(text))), Element.Role.PARAGRAPH);
  }

  /** The width of a line without what hangs outside the measure. */
  private static Length content(PageItem.Line line) {
    Length width = Length.ZERO;
    String text = Press.text(line);
    int trailing = text.length() - text.stripTrailing().length();
    for (PlacedRun placed : line.runs()) {
      width = width.plus(placed.width());
    }
    for (PlacedRun placed : line.runs()) {
      for (int i = 0; i < placed.run().count() && trailing > 0; i++) {
        int at = placed.run().start() + placed.run().cluster(i) - start(line);
        if (at >= text.stripTrailing().length()) {
          width =
              width
                  .minus(
                      Length.ofUnits(
                          placed.run().advance(i),
                          placed.run().font().unitsPerEm(),
                          placed.run().size()))
                  .minus(placed.spaceStretch());
        }
      }
    }
    return width;
  }

  private static int start(PageItem.Line line) {
    return line.runs().stream().mapToInt(run -> run.run().start()).min().orElse(0);
  }

  @Test
  void justifiedLinesAreExactlyAsWideAsTheMeasure() {
    List<PageItem.Line> lines =
        set(Press.SENTENCE.repeat(5) + "Some Latin words " + Press.SENTENCE);
    assertTrue(lines.size() > 10);
    for (PageItem.Line line : lines.subList(0, lines.size() - 1)) {
      long spaces = Press.text(line).strip().chars().filter(c -> c == ' ').count();
      long missing = line.measure().minus(content(line)).scaledPoints();
      assertTrue(missing >= 0 && missing < spaces, line.measure() + " " + content(line));
    }
  }

  @Test
  void lastLineKeepsItsNaturalWidthAtTheMarginWhereReadingBegins() {
    PageItem.Line last = set(Press.SENTENCE.repeat(2) + "كلمتان أخيرتان").getLast();
    assertTrue(last.measure().exceeds(content(last)));
    assertTrue(last.runs().stream().allMatch(run -> run.spaceStretch().equals(Length.ZERO)));
    assertEquals(Press.innerRight(NARROW), Press.right(last));
  }

  @Test
  void spacesAtALinesEndHangOutsideTheMeasure() {
    for (PageItem.Line line : set(Press.SENTENCE.repeat(3))) {
      assertTrue(Press.text(line).endsWith(" "));
      Length inner = Press.right(line).minus(content(line));
      assertTrue(inner.exceeds(Press.left(line)));
      assertEquals(Press.innerRight(NARROW), Press.right(line));
    }
  }

  @Test
  void runsOfALineTouchOneAnother() {
    for (PageItem.Line line : set("قرأ كتاب Printing (1840) ثم «Notes» ١٢٣ ".repeat(8))) {
      for (int i = 1; i < line.runs().size(); i++) {
        PlacedRun before = line.runs().get(i - 1);
        assertEquals(before.x().plus(before.width()), line.runs().get(i).x());
      }
    }
  }

  @Test
  void wordWiderThanTheMeasureIsPartedBetweenLetters() {
    String word = "مستشفى".repeat(60);
    List<PageItem.Line> lines = set(word);
    assertEquals(word, Press.text(lines));
    assertTrue(lines.size() > 5);
    for (PageItem.Line line : lines) {
      // A parted word's letters may be wider as they stand than they were inside it.
      assertTrue(line.measure().times(1.1).exceeds(content(line)));
    }
  }

  @Test
  void lineEndsWhereItsWriterEndsIt() {
    var content =
        List.<Inline>of(
            new Inline.Text("سطر أول"), new Inline.LineBreak(), new Inline.Text("سطر ثان"));
    List<PageItem.Line> lines =
        Press.lines(
            Press.print(NARROW, Press.article(new Block.Paragraph(content, Flow.UNMARKED))));
    assertEquals(List.of("سطر أول", "سطر ثان"), lines.stream().map(Press::text).toList());
  }

  @Test
  void directionIsTheMarkedOneElseTheTextsElseTheArticles() {
    List<PageItem.Line> lines =
        Press.lines(
            Press.print(
                NARROW,
                Press.article(
                    new Block.Paragraph(
                        Press.words("English"), Flow.towards(Direction.RIGHT_TO_LEFT)),
                    Block.Paragraph.of("English"),
                    Block.Paragraph.of("123"),
                    Block.Paragraph.of("123 عربي"))));
    assertEquals(
        List.of(
            Direction.RIGHT_TO_LEFT,
            Direction.LEFT_TO_RIGHT,
            Direction.RIGHT_TO_LEFT,
            Direction.RIGHT_TO_LEFT),
        lines.stream().map(PageItem.Line::direction).toList());
    assertEquals(NARROW.margins().left(), Press.left(lines.get(1)));
    assertEquals(Press.innerRight(NARROW), Press.right(lines.get(2)));
  }

  @Test
  void markedSpanDoesNotMixWithItsSurroundings() {
    var content =
        List.<Inline>of(
            new Inline.Text("رقم "),
            new Inline.Span(Flow.towards(Direction.LEFT_TO_RIGHT), Press.words("1-ب-2")),
            new Inline.Text(" نعم"));
    PageItem.Line line =
        Press.lines(Press.print(NARROW, Press.article(new Block.Paragraph(content, Flow.UNMARKED))))
            .getFirst();
    assertEquals("رقم 1-ب-2 نعم", Press.text(line));
    var seen = line.runs().stream().map(run -> run.run().text()).toList();
    assertEquals(List.of(" نعم", "1-", "2", "ب-", "رقم "), seen);
  }

  @Test
  void spanOfAnotherLanguageIsShapedInIt() {
    var content =
        List.<Inline>of(
            new Inline.Text("نص "),
            new Inline.Span(Flow.in(new Language("ur")), Press.words("۴۶۷")));
    PageItem.Line line =
        Press.lines(Press.print(NARROW, Press.article(new Block.Paragraph(content, Flow.UNMARKED))))
            .getFirst();
    assertTrue(
        line.runs().stream()
            .anyMatch(run ->
                run.run().language().tag().equals("ur")
                    && run.owner().language().tag().equals("ur")));
  }

  @Test
  void articleFromTheLeftIsTheMirrorOfOneFromTheRight() {
    List<PageItem.Line> lines =
        Press.lines(
            Press.print(
                NARROW,
                Press.article(
                    Language.ENGLISH,
                    Block.Paragraph.of(
                        "The train came to the old station in the evening. ".repeat(4)))));
    for (PageItem.Line line : lines) {
      assertEquals(Direction.LEFT_TO_RIGHT, line.direction());
      assertEquals(NARROW.margins().left(), Press.left(line));
    }
  }
}
