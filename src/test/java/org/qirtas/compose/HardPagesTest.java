package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;

/** What hardly fits on pages comes to an end, loses nothing, and is told. */
class HardPagesTest {
  private static final FontShelf SHELF = FontShelf.open(Path.of("fonts"));

  private record Printed(List<Page> pages, List<String> notices) {
    /** Its words, without the marks of notes and what is repeated. */
    String text() {
      return Press.lines(pages).stream()
          .flatMap(line -> line.runs().stream())
          .filter(run -> run.owner().role() != Element.Role.LABEL)
          .filter(run -> run.owner().role() != Element.Role.REFERENCE)
          .map(run -> run.run().text())
          .collect(Collectors.joining());
    }
  }

  private static Printed print(PrintProfile profile, Article article, int threads) {
    return print(profile, article, Map.of(), threads);
  }

  private static Printed print(
      PrintProfile profile, Article article, Map<String, Picture> pictures, int threads) {
    var pages = new ArrayList<Page>();
    try (var composer = new Composer(profile, SHELF, new OptimumFit(false), threads)) {
      composer.compose(article, pictures, pages::add);
      return new Printed(
          pages, composer.takeNotices().stream().map(Notice::code).distinct().toList());
    }
  }

  private static long letters(String text) {
    return text.chars().filter(Character::isLetter).count();
  }

  private static void assertNothingIsLost(Article article, Printed printed) {
    String head = article.title().map(Attested::value).orElse("");
    assertEquals(letters(head + article.text()), letters(printed.text()));
  }

  private static Article noted(int notes, int words) {
    var content = new ArrayList<Inline>();
    Article.Draft draft = Article.draft(Language.ARABIC);
    for (int i = 0; i < notes; i++) {
      content.add(new Inline.Text("كلمة "));
      content.add(new Inline.NoteReference("n" + i));
      content.add(new Inline.Text(" "));
      draft.block(
          new Block.Footnote(
              "n" + i, List.of(Block.Paragraph.of("حاشية ".repeat(words).strip())), Flow.UNMARKED));
    }
    return draft.block(new Block.Paragraph(content, Flow.UNMARKED)).finish();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"article-a4", "newspaper", "magazine", "book-a5", "manuscript", "large-print"})
  void fiveHundredNotesInAParagraphAreAllThere(String name) {
    Article article = noted(500, 12);
    assertNothingIsLost(article, print(Profiles.shipped(name), article, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"article-a4", "newspaper", "magazine", "book-a5", "large-print"})
  void noteThatIsLongerThanAPageGoesOn(String name) {
    Article article = noted(1, 6_000);
    Printed printed = print(Profiles.shipped(name), article, 1);
    assertNothingIsLost(article, printed);
    assertTrue(printed.pages().size() > 1 || name.equals("newspaper"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"article-a4", "newspaper", "magazine", "book-a5", "manuscript", "large-print"})
  void headsOfThreeThousandLettersGoOnOverPages(String name) {
    String long3000 = "عنوان ".repeat(600).strip();
    Article article =
        Article.draft(Language.ARABIC)
            .title(Attested.asWritten(long3000, Evidence.Origin.HEADING))
            .block(new Block.Heading(2, Press.words(long3000), Flow.UNMARKED))
            .block(Block.Paragraph.of(Press.SENTENCE))
            .finish();
    assertNothingIsLost(article, print(Profiles.shipped(name), article, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"article-a4", "newspaper", "magazine", "book-a5", "manuscript", "large-print"})
  void pictureOfOneByThirtyThousandDotsStandsInTheTypeArea(String name) throws IOException {
    PrintProfile profile = Profiles.shipped(name);
    for (int[] size : new int[][] {{1, 30_000}, {30_000, 1}}) {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(
          new BufferedImage(size[0], size[1], BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
      Picture picture = Picture.read("p", bytes.toByteArray(), _ -> {}).orElseThrow();
      Article article =
          Press.article(
              Block.Paragraph.of(Press.SENTENCE),
              new Block.Figure("p", "خط", Press.words("شرح"), Flow.UNMARKED),
              Block.Paragraph.of(Press.SENTENCE));
      Printed printed = print(profile, article, Map.of("p", picture), 1);
      assertNothingIsLost(article, printed);
      List<PageItem.Picture> shown =
          printed.pages().stream()
              .flatMap(page -> page.items().stream())
              .filter(PageItem.Picture.class::isInstance)
              .map(PageItem.Picture.class::cast)
              .toList();
      assertEquals(1, shown.size());
      PageItem.Picture it = shown.getFirst();
      assertTrue(!profile.margins().foot().exceeds(it.y()));
      assertTrue(!it.extent().height().exceeds(profile.page().typeArea().height()));
      assertTrue(!it.extent().width().exceeds(profile.page().typeArea().width()));
    }
  }

  @Test
  void marksOfNotesCanBeCountedFromEachPagesHead() {
    var content = new ArrayList<Block>();
    for (int i = 0; i < 40; i++) {
      content.add(
          new Block.Paragraph(
              List.of(
                  new Inline.Text(Press.SENTENCE.repeat(3).strip()),
                  new Inline.NoteReference("n" + i)),
              Flow.UNMARKED));
      content.add(new Block.Footnote("n" + i, List.of(Block.Paragraph.of("حاشية")), Flow.UNMARKED));
    }
    PrintProfile profile =
        Press.A4.with(
            new org.qirtas.profile.Notes(
                org.qirtas.profile.Notes.Place.FOOT,
                org.qirtas.profile.Notes.Counting.PAGE,
                Press.A4.notes().space()));
    Printed printed = print(profile, Press.article(content.toArray(Block[]::new)), 1);
    assertTrue(printed.pages().size() > 2);
    for (Page page : printed.pages()) {
      List<String> marks =
          Press.lines(page).stream()
              .flatMap(line -> line.runs().stream())
              .filter(run -> run.owner().role() == Element.Role.REFERENCE)
              .map(run -> run.run().text().replaceAll("[()]", ""))
              .filter(mark -> !mark.isBlank())
              .toList();
      assertEquals("١", marks.getFirst());
    }
  }

  @Test
  void pagesAreTheSameHoweverManyThreadsSetThem() {
    for (String name : List.of("article-a4", "magazine")) {
      for (int seed = 20; seed < 24; seed++) {
        Article article = PageRulesTest.article(seed);
        Printed one = print(Profiles.shipped(name), article, 1);
        Printed three = print(Profiles.shipped(name), article, 3);
        assertEquals(shown(one), shown(three));
        assertEquals(one.notices(), three.notices());
      }
    }
  }

  private static List<String> shown(Printed printed) {
    return printed.pages().stream()
        .flatMap(page -> Press.lines(page).stream())
        .map(line -> line.baseline() + " " + Press.left(line) + " " + Press.text(line))
        .toList();
  }

  @Test
  void aLetterWiderThanItsLineIsTold() {
    Article article = Press.article(Block.Paragraph.of("ثم ﷽ ثم"));
    Printed printed = print(Press.small(20, 30), article, 1);
    assertNothingIsLost(article, printed);
    assertTrue(printed.notices().contains("compose.line-too-wide"), printed.notices().toString());
  }

  @Test
  void aLineThatFitsIsNotTold() {
    Article article = Press.article(Block.Paragraph.of("ثم ﷽ ثم"));
    assertEquals(List.of(), print(Press.A4, article, 1).notices());
  }

  /** «الف۔» in Nastaliq is wider than the indent that is enough for a number. */
  @Test
  void aListIsIndentedByItsWidestLabel() {
    var items = new ArrayList<List<Block>>();
    for (int i = 0; i < 120; i++) {
      items.add(List.of(Block.Paragraph.of(Press.SENTENCE.repeat(3))));
    }
    Article article = Press.article(new Block.ItemList(true, items, Flow.UNMARKED));
    for (PageItem.Line line : Press.lines(print(Press.A4, article, 1).pages())) {
      for (PlacedRun run : line.runs()) {
        boolean isLabel = run.owner().role() == Element.Role.LABEL;
        Length edge = isLabel ? run.x() : run.x().plus(run.width());
        double indented = Press.innerRight(Press.A4).minus(edge).inPoints();
        assertTrue(isLabel ? indented < 31 : indented > 26, indented + ": " + Press.text(line));
      }
    }
  }
}
