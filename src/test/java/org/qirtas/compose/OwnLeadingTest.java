package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence;
import org.qirtas.article.Flow;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;
import org.qirtas.text.GlyphRun;

/** Urdu in Nastaliq stands on a grid of its own: one step a line, and no line touches the next. */
class OwnLeadingTest {
  private static final Language URDU = new Language("ur");

  private static final String SENTENCE =
      "پہاڑی گاؤں کے بچوں نے پرانے پرزوں اور ایک ٹوٹے ہوئے لاؤڈ اسپیکر کی مدد سے اپنا ریڈیو اسٹیشن"
          + " بنا لیا ہے، جس کی آواز وادی کے سات دیہات تک پہنچتی ہے۔ ";

  private static Article article() {
    Article.Draft draft = Article.draft(URDU);
    draft.title(
        Attested.asWritten("بچوں نے اپنا ریڈیو اسٹیشن بنا لیا ہے", Evidence.Origin.HEADING));
    for (int i = 0; i < 6; i++) {
      draft.block(Block.Paragraph.of(SENTENCE.repeat(3).strip()));
      draft.block(new Block.Heading(2, Press.words("نشریات کا آغاز"), Flow.UNMARKED));
      draft.block(Block.Paragraph.of(SENTENCE.strip()));
    }
    // What is not in Nastaliq stands on the same lines.
    draft.block(Block.Paragraph.of("The station is on the air from five to six. ".repeat(9)));
    return draft.finish();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"article-a4", "newspaper", "magazine", "book-a5", "manuscript", "large-print"})
  void nastaliqFillsItsGridAndNoLineTouchesTheNext(String name) {
    PrintProfile profile = Profiles.shipped(name);
    List<Page> pages = Press.print(profile, article());
    assertEquals(List.of(), PageRules.faults(profile, URDU, pages));
    Length leading = profile.styles().body().leading().times(1.5);
    int neighbours = 0;
    for (Page page : pages) {
      List<PageItem.Line> lines =
          Press.lines(page).stream().filter(line -> !Press.isFurniture(line)).toList();
      for (int i = 1; i < lines.size(); i++) {
        PageItem.Line above = lines.get(i - 1);
        PageItem.Line below = lines.get(i);
        Length drop = above.baseline().minus(below.baseline());
        if (!drop.exceeds(Length.ZERO)) {
          continue;
        }
        assertTrue(foot(above) >= head(below), above.text() + "\n" + below.text());
        if (owner(above) == owner(below) && owner(above).role() == Element.Role.PARAGRAPH) {
          assertEquals(leading.inPoints(), drop.inPoints(), 0.01, below.text());
          neighbours++;
        }
      }
    }
    assertTrue(neighbours > 20);
  }

  @Test
  void naskhKeepsTheProfileAsItIs() {
    PrintProfile profile = Profiles.shipped("book-a5");
    for (String language : List.of("ar", "fa", "he", "en", "und")) {
      assertSame(profile, OwnLeading.of(profile, new Language(language)));
    }
  }

  @Test
  void spacesAroundPartsGrowAsTheLeadingDoes() {
    PrintProfile profile = Profiles.shipped("magazine");
    PrintProfile own = OwnLeading.of(profile, URDU);
    assertEquals(24, own.page().grid().step().inPoints());
    assertEquals(24, own.styles().heading().spaceBefore().inPoints());
    assertEquals(24, own.notes().space().inPoints());
    assertEquals(profile.styles().body().size(), own.styles().body().size());
  }

  private static Element owner(PageItem.Line line) {
    return line.runs().getFirst().owner();
  }

  /** How high a line's ink reaches, in points from the page's foot. */
  private static double head(PageItem.Line line) {
    return inked(line, 8).stream().mapToDouble(y -> y).max().orElse(line.baseline().inPoints());
  }

  private static double foot(PageItem.Line line) {
    return inked(line, 4).stream().mapToDouble(y -> y).min().orElse(line.baseline().inPoints());
  }

  /**
   * The edge of each glyph's outline: a glyf entry tells yMin in its bytes 4 and 5, yMax in 8 and
   * 9.
   */
  private static List<Double> inked(PageItem.Line line, int edge) {
    var edges = new ArrayList<Double>();
    for (PlacedRun placed : line.runs()) {
      GlyphRun run = placed.run();
      for (int at = 0; at < run.count(); at++) {
        ByteBuffer outline = run.font().outline(run.glyph(at));
        if (outline.remaining() >= 10) {
          int y = outline.getShort(outline.position() + edge) + run.dy(at);
          edges.add(
              line.baseline()
                  .plus(Length.ofUnits(y, run.font().unitsPerEm(), run.size()))
                  .inPoints());
        }
      }
    }
    return edges;
  }
}
