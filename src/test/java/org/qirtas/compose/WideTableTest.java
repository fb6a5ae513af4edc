package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;

/** Tables whose words are wider than the column that they are written in. */
class WideTableTest {
  private static final FontShelf SHELF = FontShelf.open(Path.of("fonts"));
  private static final double HAIR = 0.05;

  private record Printed(List<Page> pages, List<String> notices) {}

  private static Printed print(PrintProfile profile, Article article) {
    var pages = new ArrayList<Page>();
    try (var composer = new Composer(profile, SHELF, new OptimumFit(false))) {
      composer.compose(article, Map.of(), pages::add);
      return new Printed(
          pages, composer.takeNotices().stream().map(Notice::code).distinct().toList());
    }
  }

  private static Block.Cell cell(boolean header, String words) {
    return new Block.Cell(header, 1, 1, List.of(Block.Paragraph.of(words)));
  }

  /** Each cell says which it is; the words are as wide as figures can make them. */
  private static Block.Table table(int columns, int rows) {
    var all = new ArrayList<Block.Row>();
    all.add(
        new Block.Row(
            IntStream.range(0, columns).mapToObj(i -> cell(true, "العمود" + i)).toList()));
    for (int row = 0; row < rows; row++) {
      int r = row;
      all.add(
          new Block.Row(
              IntStream.range(0, columns)
                  .mapToObj(i -> cell(false, i == 0 ? "اسم" + r : "0000" + (1000 * r + i)))
                  .toList()));
    }
    return new Block.Table(Press.words("شرح الجدول"), all, Flow.UNMARKED);
  }

  private static Article article(int columns, int rows) {
    return Press.article(
        Block.Paragraph.of(Press.SENTENCE),
        table(columns, rows),
        Block.Paragraph.of(Press.SENTENCE));
  }

  private static List<String> words(Stream<String> texts) {
    return texts.map(String::strip).filter(text -> !text.isEmpty()).sorted().toList();
  }

  /** What readers are told of in cells: each once, and none in two pieces. */
  private static void assertEachCellStandsOnce(Article article, Printed printed) {
    List<String> wanted =
        words(
            article.body().stream()
                .filter(Block.Table.class::isInstance)
                .flatMap(block -> ((Block.Table) block).rows().stream())
                .flatMap(row -> row.cells().stream())
                .map(cell -> Block.textOf(cell.blocks())));
    assertEquals(
        wanted,
        words(
            Press.lines(printed.pages()).stream()
                .filter(line -> isInCell(line.runs().getFirst().owner()))
                .map(Press::text)));
    assertFalse(printed.notices().contains("compose.word-parted"), printed.notices().toString());
  }

  private static boolean isInCell(Element owner) {
    return owner.role() == Element.Role.TABLE_CELL
        || owner.role() == Element.Role.TABLE_HEADER
        || owner.parent().filter(WideTableTest::isInCell).isPresent();
  }

  private static List<PageItem.Turned> turned(Page page) {
    return page.items().stream()
        .filter(PageItem.Turned.class::isInstance)
        .map(PageItem.Turned.class::cast)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "article-a4, 6, ''",
    "article-a4, 8, compose.table-shrunk",
    "article-a4, 12, compose.table-turned",
    "article-a4, 40, compose.table-parted",
    "article-a4, 150, compose.table-parted",
    "book-a5, 11, compose.table-turned",
    "book-a5, 40, compose.table-parted",
    "manuscript, 11, compose.table-turned",
    "large-print, 8, compose.table-turned",
    "magazine, 10, compose.table-across",
    "magazine, 40, compose.table-parted",
    "newspaper, 10, compose.table-across",
    "newspaper, 60, compose.table-parted"
  })
  void nothingOfItIsLostAndWhatWasDoneIsTold(String profile, int columns, String code) {
    Article article = article(columns, 30);
    Printed printed = print(Profiles.shipped(profile), article);
    assertEquals(code.isEmpty() ? List.of() : List.of(code), printed.notices());
    assertEachCellStandsOnce(article, printed);
  }

  @ParameterizedTest
  @CsvSource({"article-a4, 40", "book-a5, 20", "magazine, 40", "newspaper, 60"})
  void partedColumnsKeepToTheTypeArea(String name, int columns) {
    PrintProfile profile = Profiles.shipped(name);
    Printed printed = print(profile, article(columns, 12));
    for (Page page : printed.pages()) {
      var margins = profile.page().insets(page.number(), true);
      Length right = profile.trim().width().minus(margins.right());
      for (PageItem.Line line : Press.lines(page)) {
        if (isInCell(line.runs().getFirst().owner())) {
          assertTrue(Press.left(line).inPoints() > margins.left().inPoints() - HAIR);
          assertTrue(Press.right(line).inPoints() < right.inPoints() + HAIR);
        }
      }
    }
  }

  @Test
  void firstColumnStandsBeforeEachGroupOnceMoreButIsTold() {
    Printed printed = print(Press.A4, article(40, 3));
    List<PageItem.Line> names =
        printed.pages().stream()
            .flatMap(page -> Press.lines(page).stream())
            .filter(line -> Press.text(line).strip().equals("اسم1"))
            .toList();
    assertTrue(names.size() > 2);
    assertEquals(1, names.stream().filter(line -> !Press.isFurniture(line)).count());
    assertFalse(Press.isFurniture(names.getFirst()));
    assertEquals(1, names.stream().map(Press::right).distinct().count());
  }

  /** A row is one part of the document, whatever groups its cells stand in. */
  @Test
  void cellsOfARowInAllGroupsBelongToOneRow() {
    Printed printed = print(Press.A4, article(40, 3));
    List<Element> rows =
        Press.lines(printed.pages()).stream()
            .map(line -> line.runs().getFirst().owner())
            .filter(WideTableTest::isInCell)
            .map(WideTableTest::row)
            .distinct()
            .toList();
    assertEquals(4, rows.size());
  }

  private static Element row(Element within) {
    return within.role() == Element.Role.TABLE_ROW ? within : row(within.parent().orElseThrow());
  }

  @Test
  void turnedTableIsAloneOnItsPageAndItsHeadLeadsEachOne() {
    Article article = article(12, 90);
    Printed printed = print(Press.A4, article);
    List<Page> pages = printed.pages().stream().filter(page -> !turned(page).isEmpty()).toList();
    assertTrue(pages.size() > 1);
    assertEachCellStandsOnce(article, printed);
    for (Page page : pages) {
      assertEquals(
          1, page.items().stream().filter(item -> item instanceof PageItem.Turned).count());
      List<String> texts =
          page.upright().stream()
              .filter(PageItem.Line.class::isInstance)
              .map(line -> Press.text((PageItem.Line) line).strip())
              .toList();
      assertEquals(1, texts.stream().filter("العمود7"::equals).count());
    }
    String text = Press.text(Press.lines(printed.pages().getFirst()));
    assertTrue(text.contains("المحطة القديمة"), text);
  }

  /** Which edge the head stands at: pages that follow each other show one table. */
  @Test
  void headsOfTurnedTablesAreWhereReadingBegins() {
    PageItem.Turned arabic = onlyTurned(article(12, 3), Language.ARABIC);
    assertTrue(arabic.clockwise());
    PageItem.Turned english = onlyTurned(article(12, 3), Language.ENGLISH);
    assertFalse(english.clockwise());
    for (PageItem.Turned turned : List.of(arabic, english)) {
      for (PageItem item : turned.items()) {
        if (item instanceof PageItem.Line line) {
          double x = turned.across(line.baseline()).inPoints();
          double y = turned.upwards(Press.left(line)).inPoints();
          double end = turned.upwards(Press.right(line)).inPoints();
          assertTrue(x > Press.A4.margins().left().inPoints() - HAIR);
          assertTrue(x < Press.innerRight(Press.A4).inPoints() + HAIR);
          double head = Press.A4.trim().height().minus(Press.A4.margins().head()).inPoints();
          assertTrue(Math.max(y, end) < head + HAIR);
          assertTrue(Math.min(y, end) > Press.A4.margins().foot().inPoints() - HAIR);
        }
      }
    }
  }

  private static PageItem.Turned onlyTurned(Article article, Language language) {
    Article.Draft draft = Article.draft(language);
    article.body().forEach(draft::block);
    return print(Press.A4, draft.finish()).pages().stream()
        .flatMap(page -> turned(page).stream())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({"article-a4, 12", "magazine, 10"})
  void notesMarkedInAWideTableAreNotLost(String profile, int columns) {
    var rows = new ArrayList<>(table(columns, 4).rows());
    var cells = new ArrayList<>(rows.get(2).cells());
    var marked =
        new Block.Paragraph(
            List.of(new Inline.Text("معلم"), new Inline.NoteReference("n")), Flow.UNMARKED);
    cells.set(3, new Block.Cell(false, 1, 1, List.of(marked)));
    rows.set(2, new Block.Row(cells));
    Article article =
        Press.article(
            Block.Paragraph.of(Press.SENTENCE.repeat(30)),
            new Block.Table(List.of(), rows, Flow.UNMARKED),
            new Block.Footnote("n", List.of(Block.Paragraph.of("حاشية الجدول")), Flow.UNMARKED),
            Block.Paragraph.of(Press.SENTENCE.repeat(60)));
    Printed printed = print(Profiles.shipped(profile), article);
    List<Page> mark = having(printed, "معلم");
    assertEquals(1, mark.size());
    assertEquals(mark, having(printed, "حاشية الجدول"));
  }

  private static List<Page> having(Printed printed, String words) {
    return printed.pages().stream()
        .filter(page -> Press.text(Press.lines(page)).contains(words))
        .toList();
  }

  @Test
  void cellsThatSpanColumnsAndRowsArePartedWithThem() {
    var rows = new ArrayList<>(table(40, 6).rows());
    rows.set(0, new Block.Row(List.of(new Block.Cell(true, 40, 1, words("عنوان الكل")))));
    rows.set(
        2,
        new Block.Row(
            List.of(
                cell(false, "اسم"),
                new Block.Cell(false, 20, 2, words("عشرون عمودا في صفين")),
                new Block.Cell(false, 19, 1, words("الباقي")))));
    rows.set(
        3,
        new Block.Row(
            List.of(cell(false, "اسم تال"), new Block.Cell(false, 19, 1, words("باقي الباقي")))));
    Article article = Press.article(new Block.Table(List.of(), rows, Flow.UNMARKED));
    Printed printed = print(Press.A4, article);
    assertEquals(List.of("compose.table-parted"), printed.notices());
    assertEachCellStandsOnce(article, printed);
  }

  private static List<Block> words(String text) {
    return List.of(Block.Paragraph.of(text));
  }
}
