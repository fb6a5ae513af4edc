package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;

/** No widow, orphan, heading at a page's end or line off the grid, in any shipped profile. */
class PageRulesTest {
  private static final String[] WORDS = Press.SENTENCE.split(" ", -1);

  /** An article with everything in it, of a length that the seed decides. */
  static Article article(int seed) {
    var random = new Random(seed);
    Article.Draft draft = Article.draft(Language.ARABIC);
    draft.title(Attested.asWritten(words(random, 6), Evidence.Origin.HEADING));
    for (int i = 0; i < 12 + random.nextInt(30); i++) {
      draft.block(block(random, i));
    }
    for (int i = 0; i < 50; i++) {
      draft.block(
          new Block.Footnote(
              "n" + i, List.of(Block.Paragraph.of(words(random, 40))), Flow.UNMARKED));
    }
    return draft.finish();
  }

  private static Block block(Random random, int number) {
    return switch (random.nextInt(9)) {
      case 0 ->
          new Block.Heading(2 + random.nextInt(2), Press.words(words(random, 14)), Flow.UNMARKED);
      case 1 ->
          new Block.Quotation(
              List.of(Block.Paragraph.of(words(random, 60)), Block.Paragraph.of(words(random, 20))),
              Flow.UNMARKED);
      case 2 ->
          new Block.ItemList(
              random.nextBoolean(),
              List.of(
                  List.of(Block.Paragraph.of(words(random, 30))),
                  List.of(Block.Paragraph.of(words(random, 30)))),
              Flow.UNMARKED);
      case 3 -> table(random);
      case 4 ->
          new Block.Paragraph(
              List.of(
                  new Inline.Text(words(random, 80)),
                  new Inline.NoteReference("n" + number),
                  new Inline.Text(" " + words(random, 60))),
              Flow.UNMARKED);
      default -> Block.Paragraph.of(words(random, 160));
    };
  }

  private static Block table(Random random) {
    var rows = new ArrayList<Block.Row>();
    for (int row = 0; row < 2 + random.nextInt(20); row++) {
      var cells = new ArrayList<Block.Cell>();
      for (int column = 0; column < 3; column++) {
        cells.add(new Block.Cell(row == 0, 1, 1, List.of(Block.Paragraph.of(words(random, 12)))));
      }
      rows.add(new Block.Row(cells));
    }
    return new Block.Table(List.of(), rows, Flow.UNMARKED);
  }

  private static String words(Random random, int most) {
    var text = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(most); i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"article-a4", "newspaper", "magazine", "book-a5", "manuscript", "large-print"})
  void noPageBreaksARuleThatNothingForces(String name) {
    PrintProfile profile = Profiles.shipped(name);
    for (int seed = 0; seed < 12; seed++) {
      List<Page> pages = Press.print(profile, article(seed));
      assertEquals(List.of(), PageRules.faults(profile, Language.ARABIC, pages), name + " " + seed);
    }
  }

  @Test
  void whatBreaksARuleIsFound() {
    PrintProfile profile = Press.small(7, 200);
    var pages = new ArrayList<>(Press.print(profile, article(1)));
    assertTrue(pages.size() > 1);
    Page first = pages.getFirst();
    var items = new ArrayList<>(first.items());
    items.removeFirst();
    pages.set(
        0, new Page(first.number(), first.label(), first.trim(), first.bleed(), moved(items)));
    assertFalse(PageRules.faults(profile, Language.ARABIC, pages).isEmpty());
  }

  private static List<PageItem> moved(List<PageItem> items) {
    return items.stream()
        .map(item ->
            item.moved(org.qirtas.measure.Length.ZERO, org.qirtas.measure.Length.points(-200)))
        .toList();
  }
}
