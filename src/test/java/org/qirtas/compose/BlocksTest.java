package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;

/** Lists, tables and poems. */
class BlocksTest {
  private static Block.Cell cell(String text) {
    return new Block.Cell(false, 1, 1, List.of(Block.Paragraph.of(text)));
  }

  private static Block.Cell cell(String text, int columns, int rows) {
    return new Block.Cell(false, columns, rows, List.of(Block.Paragraph.of(text)));
  }

  private static Block.Table table(Block.Row... rows) {
    return new Block.Table(List.of(), List.of(rows), Flow.UNMARKED);
  }

  private static Block.Row row(Block.Cell... cells) {
    return new Block.Row(List.of(cells));
  }

  private static List<PageItem.Line> print(Block block) {
    return Press.lines(Press.print(Press.A4, Press.article(block)));
  }

  private static PageItem.Line line(List<PageItem.Line> lines, String text) {
    return lines.stream()
        .filter(line -> Press.text(line).equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text));
  }

  @Test
  void firstColumnOfAnArabicTableIsRightmost() {
    List<PageItem.Line> lines = print(table(row(cell("أول"), cell("ثان"), cell("ثالث"))));
    assertTrue(Press.left(line(lines, "أول")).exceeds(Press.right(line(lines, "ثان"))));
    assertTrue(Press.left(line(lines, "ثان")).exceeds(Press.right(line(lines, "ثالث"))));
  }

  @Test
  void firstColumnOfAnEnglishTableIsLeftmost() {
    List<PageItem.Line> lines = print(table(row(cell("one"), cell("two"))));
    assertTrue(Press.left(line(lines, "two")).exceeds(Press.right(line(lines, "one"))));
  }

  @Test
  void cellBesideOneThatReachesDownKeepsItsColumn() {
    List<PageItem.Line> lines =
        print(
            table(
                row(cell("سنة", 1, 2), cell("مدينة")),
                row(cell("قرية")),
                row(cell("كلاهما", 2, 1))));
    assertEquals(Press.right(line(lines, "مدينة")), Press.right(line(lines, "قرية")));
    assertTrue(Press.left(line(lines, "سنة")).exceeds(Press.right(line(lines, "قرية"))));
    assertEquals(Press.right(line(lines, "سنة")), Press.right(line(lines, "كلاهما")));
  }

  @Test
  void rowHigherThanAPageGoesOnOverPages() {
    var cells =
        IntStream.range(0, 3).mapToObj(i -> cell((Press.SENTENCE.strip() + i).repeat(20 + 10 * i)));
    Article article =
        Press.article(table(new Block.Row(cells.toList())), Block.Paragraph.of("بعد الجدول"));
    List<Page> pages = Press.print(Press.small(12, 300), article);
    int letters = article.text().replaceAll("\\s", "").length();
    assertEquals(letters, Press.text(Press.lines(pages)).replaceAll("\\s", "").length());
    for (PageItem.Line line : Press.lines(pages)) {
      assertTrue(line.baseline().exceeds(Length.points(20)), Press.text(line));
    }
  }

  @Test
  void cellThatClaimsAMillionColumnsIsNotBelieved() {
    List<PageItem.Line> lines =
        print(table(row(cell("عريض", 1_000_000, 1_000_000)), row(cell("ضيق"))));
    assertEquals("عريضضيق", Press.text(lines).replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource({"true, ar, ١. ٢. ٣.", "true, fa, ۱. ۲. ۳.", "true, en, 1. 2. 3.", "false, ar, • • •"})
  void listHasLabelsInTheLanguagesDigits(boolean ordered, String language, String labels) {
    String word = language.equals("en") ? "point" : "بند";
    var items = new ArrayList<List<Block>>();
    for (int i = 0; i < 3; i++) {
      items.add(List.of(Block.Paragraph.of(word)));
    }
    List<PageItem.Line> lines =
        Press.lines(
            Press.print(
                Press.A4,
                Press.article(
                    new Language(language), new Block.ItemList(ordered, items, Flow.UNMARKED))));
    var found =
        lines.stream()
            .filter(line -> line.runs().getFirst().owner().role() == Element.Role.LABEL)
            .toList();
    assertEquals(
        labels,
        found.stream()
            .map(line -> Press.text(line).strip())
            .collect(java.util.stream.Collectors.joining(" ")));
    PageItem.Line body = line(lines, word);
    boolean fromRight = !language.equals("en");
    assertEquals(fromRight, Press.left(found.getFirst()).exceeds(Press.left(body)));
    assertEquals(body.baseline(), found.getFirst().baseline());
  }

  @Test
  void listInAListIsCountedInLetters() {
    var inner =
        new Block.ItemList(
            true,
            List.of(List.of(Block.Paragraph.of("داخل")), List.of(Block.Paragraph.of("داخل"))),
            Flow.UNMARKED);
    String text =
        Press.text(
            print(
                new Block.ItemList(
                    true, List.of(List.of(Block.Paragraph.of("خارج"), inner)), Flow.UNMARKED)));
    assertTrue(text.contains("أ. ") && text.contains("ب. "), text);
  }

  private static Block.Verse verse(String... hemistichs) {
    var lines = new ArrayList<List<List<Inline>>>();
    for (int i = 0; i < hemistichs.length; i += 2) {
      lines.add(List.of(Press.words(hemistichs[i]), Press.words(hemistichs[i + 1])));
    }
    return new Block.Verse(lines, Flow.UNMARKED);
  }

  @Test
  void hemistichsAreEquallyWideAndTheFirstIsRightmost() {
    List<PageItem.Line> lines =
        print(
            verse(
                "يا دار أهلي على الوادي القديم", "سلام مشتاق إلى تلك الرسوم",
                "مر الزمان وما نسينا", "عهد الصبا بين الكروم"));
    assertEquals(4, lines.size());
    for (PageItem.Line line : lines) {
      long spaces = Press.text(line).chars().filter(c -> c == ' ').count();
      long missing = line.measure().minus(Press.right(line).minus(Press.left(line))).scaledPoints();
      assertTrue(missing >= 0 && missing < spaces, Press.text(line) + missing);
      assertEquals(lines.getFirst().measure(), line.measure());
    }
    assertTrue(Press.left(lines.get(0)).exceeds(Press.right(lines.get(1))));
    assertEquals(lines.get(0).baseline(), lines.get(1).baseline());
    assertEquals(Press.right(lines.get(0)), Press.right(lines.get(2)));
  }

  @Test
  void hemistichsThatDoNotFitStandBelowOneAnother() {
    List<PageItem.Line> lines = print(verse(Press.SENTENCE.strip(), Press.SENTENCE.strip()));
    assertTrue(lines.getFirst().baseline().exceeds(lines.getLast().baseline()));
    assertEquals(2, Press.text(lines).split("وصل", -1).length - 1);
  }

  /** One line that has no room beside its half, and the whole poem stands in steps. */
  @Test
  void poemStandsBesideOrInStepsAsAWhole() {
    List<PageItem.Line> lines =
        print(verse("مر الزمان", "وما نسينا", Press.SENTENCE.strip(), Press.SENTENCE.strip()));
    assertTrue(lines.get(0).baseline().exceeds(lines.get(1).baseline()));
    // The second half is further towards the side where lines end.
    assertTrue(Press.right(lines.get(0)).exceeds(Press.right(lines.get(1))));
    assertTrue(Press.left(lines.get(0)).exceeds(Press.left(lines.get(1))));
  }

  @Test
  void widestHemistichIsHardlyStretched() {
    List<PageItem.Line> lines =
        print(verse("يا دار أهلي على الوادي القديم", "سلام مشتاق إلى تلك الرسوم"));
    Length natural =
        lines.stream()
            .map(line ->
                line.runs().stream()
                    .map(run -> run.run().width())
                    .reduce(Length.ZERO, Length::plus))
            .max(Length::compareTo)
            .orElseThrow();
    assertTrue(natural.times(1.05).exceeds(lines.getFirst().measure()));
  }

  @Test
  void hemistichWithoutWordsOrWithABreakLosesNothing() {
    assertEquals("صدر", Press.text(print(verse("صدر", ""))));
    var broken =
        List.<Inline>of(new Inline.Text("قبل"), new Inline.LineBreak(), new Inline.Text("بعد"));
    var poem = new Block.Verse(List.of(List.of(broken, Press.words("عجز"))), Flow.UNMARKED);
    assertEquals("قبلبعدعجز", Press.text(print(poem)));
  }

  @Test
  void quotationIsIndentedOnBothSides() {
    List<PageItem.Line> lines =
        print(
            new Block.Quotation(
                List.of(Block.Paragraph.of(Press.SENTENCE.repeat(4))), Flow.UNMARKED));
    assertTrue(Press.innerRight(Press.A4).exceeds(Press.right(lines.getFirst())));
    assertTrue(Press.left(lines.getFirst()).exceeds(Press.A4.margins().left()));
  }
}
