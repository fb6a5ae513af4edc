package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.profile.PrintProfile;

class PagesTest {
  private static Block[] paragraphs(int count) {
    var blocks = new Block[count];
    for (int i = 0; i < count; i++) {
      blocks[i] = Block.Paragraph.of(Press.SENTENCE.repeat(1 + i % 4).strip() + i);
    }
    return blocks;
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8, 9, 10, 11, 12, 13})
  void nothingIsLostOrDoubledOverPages(int linesOfPage) {
    Article article = Press.article(paragraphs(25));
    List<Page> pages = Press.print(Press.small(linesOfPage, 200), article);
    assertTrue(pages.size() > 3);
    assertEquals(
        article.text().replaceAll("\\s", ""), Press.text(Press.lines(pages)).replaceAll("\\s", ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8, 9, 10, 11, 12, 13})
  void noPageEndLeavesASingleLineOfAParagraph(int linesOfPage) {
    List<Page> pages = Press.print(Press.small(linesOfPage, 200), Press.article(paragraphs(25)));
    List<PageItem.Line> all = Press.lines(pages);
    for (int p = 0; p + 1 < pages.size(); p++) {
      List<PageItem.Line> before = Press.lines(List.of(pages.get(p)));
      List<PageItem.Line> after = Press.lines(List.of(pages.get(p + 1)));
      Element owner = owner(before.getLast());
      if (owner == owner(after.getFirst()) && count(all, owner) > 2) {
        assertTrue(count(before, owner) >= 2, "orphan at page " + p);
        assertTrue(count(after, owner) >= 2, "widow at page " + p);
      }
    }
  }

  private static Element owner(PageItem.Line line) {
    return line.runs().getFirst().owner();
  }

  private static long count(List<PageItem.Line> lines, Element owner) {
    return lines.stream().filter(line -> owner(line) == owner).count();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void headingIsKeptWithTheTwoLinesThatFollow(int linesBefore) {
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < linesBefore; i++) {
      blocks.add(Block.Paragraph.of("سطر"));
    }
    blocks.add(new Block.Heading(2, Press.words("عنوان"), Flow.UNMARKED));
    blocks.add(Block.Paragraph.of(Press.SENTENCE.repeat(3)));
    List<Page> pages =
        Press.print(Press.small(10, 200), Press.article(blocks.toArray(Block[]::new)));
    for (Page page : pages) {
      List<PageItem.Line> lines = Press.lines(List.of(page));
      for (int i = 0; i < lines.size(); i++) {
        if (owner(lines.get(i)).role() == Element.Role.HEADING_2) {
          assertTrue(i + 2 < lines.size(), "heading alone on page " + page.number());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void questionInBoldIsKeptWithItsAnswer(int linesBefore) {
    var blocks = new ArrayList<Block>();
    for (int i = 0; i < linesBefore; i++) {
      blocks.add(Block.Paragraph.of("سطر"));
    }
    var bold = new Inline.Emphasis(Inline.Strength.STRONG, Press.words("سؤال؟"));
    blocks.add(new Block.Paragraph(List.of(bold), Flow.UNMARKED));
    blocks.add(Block.Paragraph.of("جواب"));
    List<Page> pages =
        Press.print(Press.small(10, 200), Press.article(blocks.toArray(Block[]::new)));
    for (Page page : pages) {
      assertTrue(
          !Press.lines(List.of(page)).getLast().text().contains("سؤال"),
          "question alone on page " + page.number());
    }
  }

  @Test
  void noLineStandsBelowTheFootMargin() {
    PrintProfile profile = Press.small(9, 200);
    for (Page page : Press.print(profile, Press.article(paragraphs(25)))) {
      for (PageItem.Line line : Press.lines(List.of(page))) {
        assertTrue(line.baseline().exceeds(profile.margins().foot()));
        assertTrue(
            profile.trim().height().minus(profile.margins().head()).exceeds(line.baseline()));
      }
    }
  }

  private static List<String> folios(List<Page> pages) {
    return pages.stream()
        .flatMap(page -> Press.lines(page).stream())
        .filter(Press::isFurniture)
        .map(Press::text)
        .toList();
  }

  @Test
  void foliosAreInTheDigitsOfTheLanguage() {
    PrintProfile profile = Press.small(9, 200);
    List<String> folios = folios(Press.print(profile, Press.article(paragraphs(30))));
    assertEquals(List.of("١", "٢", "٣"), folios.subList(0, 3));
    assertEquals("١٠", folios.get(9));
    Article persian = Press.article(new Language("fa"), paragraphs(6));
    assertEquals(List.of("۱", "۲"), folios(Press.print(profile, persian)).subList(0, 2));
    Article english = Press.article(Language.ENGLISH, paragraphs(6));
    assertEquals(List.of("1", "2"), folios(Press.print(profile, english)).subList(0, 2));
  }

  @Test
  void loneFolioIsLeftOffWhereTheProfileSaysSo() {
    Article article = Press.article(Block.Paragraph.of("سطر"));
    assertEquals(List.of("١"), folios(Press.print(Press.A4.withLoneFolio(true), article)));
    assertEquals(List.of(), folios(Press.print(Press.A4, article)));
    List<Page> two =
        Press.print(Press.small(9, 200).withLoneFolio(false), Press.article(paragraphs(4)));
    assertEquals(two.size(), folios(two).size());
  }

  @Test
  void articleWithoutAWordIsAPage() {
    assertEquals(1, Press.print(Press.A4, Press.article()).size());
    assertEquals(
        1,
        Press.print(Press.A4.withLoneFolio(false), Press.article(Block.Paragraph.of(""))).size());
  }

  @Test
  void pagesAreTheSameEveryTime() {
    Article article = Press.article(paragraphs(12));
    assertEquals(shown(article), shown(article));
  }

  private static List<String> shown(Article article) {
    return Press.lines(Press.print(Press.small(9, 200), article)).stream()
        .map(line -> line.baseline() + " " + Press.left(line) + " " + Press.text(line))
        .toList();
  }

  @Test
  void notesStandBelowTheArticleUnderTheirMarksWhereverTheyWereWritten() {
    var reference = List.<Inline>of(new Inline.Text("نص"), new Inline.NoteReference("b"));
    var note = new Block.Footnote("b", List.of(Block.Paragraph.of("حاشية داخلية")), Flow.UNMARKED);
    var list =
        new Block.Footnote(
            "c",
            List.of(
                new Block.ItemList(
                    false, List.of(List.of(Block.Paragraph.of("بند"))), Flow.UNMARKED)),
            Flow.UNMARKED);
    String text =
        Press.text(
            Press.lines(
                Press.print(
                    Press.A4,
                    Press.article(
                        new Block.Paragraph(reference, Flow.UNMARKED),
                        new Block.Quotation(
                            List.of(Block.Paragraph.of("مقتبس"), note), Flow.UNMARKED),
                        list))));
    assertTrue(text.contains("نص(١)"), text);
    assertTrue(text.contains("(١) حاشية داخلية"), text);
    assertTrue(text.contains("(٢) "), text);
    assertTrue(text.contains("بند"), text);
  }

  @Test
  void strangestTextIsAllOnPages() {
    String text =
        "كلمة".repeat(5_000)
            + " a\u202E\u2067ب".repeat(2_000)
            + "ب"
            + "\u064E".repeat(2_000)
            + " ".repeat(3_000)
            + "👨‍👩‍👧 \uE000 \uD800";
    List<Page> pages = Press.print(Press.A4, Press.article(Block.Paragraph.of(text)));
    assertEquals(text.replace('\uD800', '\uFFFD'), Press.text(Press.lines(pages)));
  }
}
