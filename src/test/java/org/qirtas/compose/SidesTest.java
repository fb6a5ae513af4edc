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
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Evidence;
import org.qirtas.article.Flow;
import org.qirtas.article.Language;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Insets;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;

/** Which side of the page, and of the column, parts of an article stand at. */
class SidesTest {
  private static final FontShelf SHELF = FontShelf.open(Path.of("fonts"));
  private static final String ARABIC = "قوارب الورق في وادي السدر";
  private static final String ENGLISH = "Paper boats of the valley";

  private static List<Page> print(PrintProfile profile, Article article) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(90, 60, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
    Picture picture = Picture.read("p", bytes.toByteArray(), _ -> {}).orElseThrow();
    var pages = new ArrayList<Page>();
    try (var composer = new Composer(profile, SHELF, new FirstFit())) {
      composer.compose(article, Map.of("p", picture), pages::add);
    }
    return pages;
  }

  private static Article article(Language language, String title, String caption) {
    Article.Draft draft = Article.draft(language);
    draft.title(Attested.asWritten(title, Evidence.Origin.HEADING));
    draft.block(new Block.Heading(2, Press.words(title), Flow.UNMARKED));
    draft.block(Block.Paragraph.of(language.equals(Language.ENGLISH) ? ENGLISH : ARABIC));
    draft.block(new Block.Figure("p", caption, Press.words(caption), Flow.UNMARKED));
    return draft.finish();
  }

  private static PageItem.Picture picture(Page page) {
    return page.items().stream()
        .filter(PageItem.Picture.class::isInstance)
        .map(PageItem.Picture.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** A small picture and what is said of it stand one below the other. */
  @ParameterizedTest
  @CsvSource({
    "article-a4, ar, CENTRE", "book-a5, ar, CENTRE", "large-print, ar, START",
    "manuscript, ar, START", "magazine, ar, START", "newspaper, ar, START",
    "article-a4, en, CENTRE", "large-print, en, START", "magazine, en, START"
  })
  void pictureStandsWhereItsCaptionDoes(String name, String language, String where)
      throws IOException {
    PrintProfile profile = Profiles.shipped(name);
    for (String caption : List.of(ARABIC, ENGLISH)) {
      Page page = print(profile, article(new Language(language), ARABIC, caption)).getFirst();
      PageItem.Picture picture = picture(page);
      PageItem.Line words =
          Press.lines(List.of(page)).stream()
              .filter(line -> Press.text(line).equals(caption))
              .toList()
              .getLast();
      double left = picture.x().inPoints();
      double right = picture.x().plus(picture.extent().width()).inPoints();
      if (where.equals("CENTRE")) {
        double middle = (Press.left(words).inPoints() + Press.right(words).inPoints()) / 2;
        assertEquals((left + right) / 2, middle, 0.1);
      } else if (language.equals("ar")) {
        assertEquals(right, Press.right(words).inPoints(), 0.1);
      } else {
        assertEquals(left, Press.left(words).inPoints(), 0.1);
      }
      assertTrue(picture.y().exceeds(words.baseline()));
    }
  }

  /** Its words run from the left, and it stands at the right, above the words that it heads. */
  @Test
  void titleInAnotherLanguageStandsAtTheArticlesSide() throws IOException {
    Page arabic = print(Press.A4, article(Language.ARABIC, ENGLISH, ARABIC)).getFirst();
    Length right = Press.innerRight(Press.A4);
    Page english = print(Press.A4, article(Language.ENGLISH, ARABIC, ENGLISH)).getFirst();
    Length left = Press.A4.margins().left();
    for (int at = 0; at < 2; at++) {
      // The title, and the heading below it.
      PageItem.Line turned = Press.lines(arabic).get(at);
      assertEquals(ENGLISH, Press.text(turned));
      assertEquals(right.inPoints(), Press.right(turned).inPoints(), 0.1);
      assertEquals(0, turned.runs().getFirst().run().level() % 2);
      PageItem.Line other = Press.lines(english).get(at);
      assertEquals(ARABIC, Press.text(other));
      assertEquals(left.inPoints(), Press.left(other).inPoints(), 0.1);
    }
  }

  /** Latin articles mirror Arabic ones: first column, inner margin, folio. */
  @ParameterizedTest
  @CsvSource({"en", "ar"})
  void columnsAndMarginsRunAsTheArticleDoes(String code) {
    var language = new Language(code);
    boolean fromTheRight = language.direction() == Direction.RIGHT_TO_LEFT;
    PrintProfile profile = Profiles.shipped("magazine");
    String sentence = fromTheRight ? Press.SENTENCE : "The boats of the valley came home again. ";
    var blocks = new Block[30];
    java.util.Arrays.setAll(blocks, i -> Block.Paragraph.of(sentence.repeat(6).strip()));
    List<Page> pages = Press.print(profile, Press.article(language, blocks));
    assertTrue(pages.size() > 2);
    for (Page page : pages.subList(0, 2)) {
      Insets margins = profile.page().insets(page.number(), fromTheRight);
      boolean odd = page.number() % 2 == 1;
      boolean spineAtLeft = odd != fromTheRight;
      assertEquals(spineAtLeft, margins.left().exceeds(margins.right()), "spine");
      List<PageItem.Line> lines = Press.lines(page);
      PageItem.Line first =
          lines.stream().filter(line -> !Press.isFurniture(line)).findFirst().orElseThrow();
      Length middle = profile.trim().width().times(0.5);
      assertEquals(
          fromTheRight, Press.left(first).plus(Press.right(first)).times(0.5).exceeds(middle));
      PageItem.Line folio = lines.stream().filter(Press::isFurniture).toList().getLast();
      assertEquals(spineAtLeft, Press.left(folio).exceeds(middle), "folio");
    }
  }
}
