package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Inline;

class HtmlReaderTest {
  private static final String RUNNING =
      "فتحت المكتبة العامة أبوابها صباح أمس بعد ترميم دام عامين كاملين، وحضر الافتتاح جمع كبير من القراء والطلاب، وقال أمينها إن الدخول سيبقى مجانيا للجميع.";

  private static final String PAGE =
      """
      <!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
      <title>افتتاح المكتبة العامة | جريدة المدينة</title>
      <meta property="og:site_name" content="جريدة المدينة"><link rel="canonical" href="https://example.org/news/1">
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],
       "headline":"افتتاح المكتبة العامة","datePublished":"2021-05-03T00:10:00+03:00","author":[{"@type":"Person","name":"ليلى حداد"}],"keywords":"مكتبات, ثقافة"}]}</script></head>
      <body><nav><a href="/">الرئيسية</a> <a href="/s">رياضة</a></nav><main><article><h1>افتتاح المكتبة العامة</h1>
      <div class="social-share"><a href="#">شارك على فيسبوك</a></div>
      <figure><img src="/p/1.jpg" alt="القاعة"><figcaption>القاعة الكبرى</figcaption></figure>
      <p>%1$s</p><h2>مجموعات جديدة</h2><p>%1$s ووصفها <a href="/x">المدير</a> بأنها <span lang="en" dir="ltr">rare books</span> مهمة.</p>
      <ul><li>مخطوطات</li><li>خرائط</li></ul><blockquote><p>بيت للجميع</p></blockquote>
      <table><tr><th>السنة</th><th>العدد</th></tr><tr><td>٢٠٢٠</td><td>٥</td></tr></table>
      <p>اقرأ أيضا: <a href="/2">معرض الكتاب</a></p><p>%1$s</p></article>
      <aside class="related-articles"><a href="/3">عنوان مقال آخر طويل بما يكفي</a></aside></main><footer>حقوق النشر</footer></body></html>\
      """
          .formatted(RUNNING);

  @TempDir private Path folder;

  @Test
  void recordsOfThePageComeFirst() throws IOException {
    Article article = Sources.article(folder, "page.html", PAGE);
    assertEquals("افتتاح المكتبة العامة", article.title().orElseThrow().value());
    assertEquals(Origin.JSON_LD, article.title().orElseThrow().evidence().origin());
    assertEquals(List.of("ليلى حداد"), article.authors().stream().map(Attested::value).toList());
    assertEquals("2021-05-03T00:10+03:00", article.date().orElseThrow().edtf());
    assertEquals(Optional.of("جريدة المدينة"), article.publisher());
    assertEquals(Optional.of("https://example.org/news/1"), article.address());
    assertEquals(List.of("مكتبات", "ثقافة"), article.tags());
  }

  @Test
  void quotedWordsHaveTheMarksOfTheirLanguage() throws IOException {
    String page =
        "<html lang=\"ar\"><body><h1>عنوان المقال</h1><p>قال <q>إن <q>هذا</q> صحيح</q> ومضى.</p>"
            + "<p lang=\"en\">He said <q>yes</q> and left.</p></body></html>";
    assertEquals(
        "قال «إن ‹هذا› صحيح» ومضى.\n\nHe said “yes” and left.",
        Sources.article(folder, "q.html", page).text());
  }

  @Test
  void theBodyKeepsItsFormsAndLosesThePage() throws IOException {
    Article article = Sources.article(folder, "page.html", PAGE);
    assertEquals(
        List.of(
            "Figure",
            "Paragraph",
            "Heading",
            "Paragraph",
            "ItemList",
            "Quotation",
            "Table",
            "Paragraph"),
        article.body().stream().map(block -> block.getClass().getSimpleName()).toList());
    assertTrue(article.furniture().stream().anyMatch(words -> words.contains("شارك على فيسبوك")));
    assertTrue(article.furniture().stream().anyMatch(words -> words.contains("الرئيسية")));
    assertEquals(
        List.of("معرض الكتاب", "عنوان مقال آخر طويل بما يكفي"),
        article.related().stream().map(related -> related.title()).sorted().toList().reversed());
    var figure = (Block.Figure) article.body().getFirst();
    assertEquals("https://example.org/p/1.jpg", figure.picture());
    assertEquals("القاعة الكبرى", figure.text());
  }

  @Test
  void marksOfLanguageAndDirectionBecomeSpans() throws IOException {
    Article article = Sources.article(folder, "page.html", PAGE);
    var paragraph = (Block.Paragraph) article.body().get(3);
    var span =
        paragraph.content().stream()
            .filter(Inline.Span.class::isInstance)
            .map(Inline.Span.class::cast)
            .findFirst()
            .orElseThrow();
    assertEquals("en", span.flow().language().orElseThrow().tag());
    assertEquals(Optional.of(Direction.LEFT_TO_RIGHT), span.flow().direction());
    assertTrue(
        paragraph
            .content()
            .contains(
                new Inline.Link("https://example.org/x", List.of(new Inline.Text("المدير")))));
  }

  @Test
  void aWrongCharsetLabelIsSeenThrough() throws IOException {
    byte[] old =
        PAGE.replace("charset=\"utf-8\"", "charset=\"iso-8859-1\"")
            .getBytes(Charset.forName("windows-1256"));
    assertEquals(
        "افتتاح المكتبة العامة",
        Sources.article(folder, "old.html", old).title().orElseThrow().value());
  }

  @Test
  void aTemplatesLanguageDoesNotOverruleTheScript() throws IOException {
    Article article =
        Sources.article(
            folder,
            "en.html",
            PAGE.replace("<html lang=\"ar\" dir=\"rtl\">", "<html lang=\"en-US\">"));
    assertEquals("ar", article.language().tag());
    assertEquals(Direction.RIGHT_TO_LEFT, article.direction());
  }

  @Test
  void aPageWithoutRecordsIsReadByItsText() throws IOException {
    String page =
        "<html><body><h1>افتتاح المكتبة</h1><p>عمّان – ليلى حداد 7 آذار 2019</p><p>"
            + RUNNING
            + "</p><p>"
            + RUNNING
            + "<br><br>"
            + RUNNING
            + "</p></body></html>";
    Article article = Sources.article(folder, "bare.html", page);
    assertEquals("2019-03-07", article.date().orElseThrow().edtf());
    assertEquals(Origin.DATE_LINE, article.date().orElseThrow().evidence().origin());
    assertEquals("عمّان", article.place().orElseThrow().value());
    assertEquals(3, article.body().size());
  }

  @Test
  void aTableThatOnlyLaysThePageOutIsNoTable() {
    List<Block> blocks =
        HtmlBlocks.of(
            org.jsoup.Jsoup.parse("<table><tr><td><p>أول</p><p>ثان</p></td></tr></table>").body(),
            _ -> Optional.empty());
    assertEquals("أول\nثان", Block.textOf(blocks));
    assertInstanceOf(Block.Paragraph.class, blocks.getFirst());
  }
}
