package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.qirtas.source.SamplePage.HEADING;
import static org.qirtas.source.SamplePage.PROSE;
import static org.qirtas.source.SamplePage.TEXT;
import static org.qirtas.source.SamplePage.TITLE;
import static org.qirtas.source.SamplePage.isTheText;

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
import org.qirtas.article.Inline;

/** Pages in the forms that programs for publishing, saving and archiving give them. */
class HtmlLayoutsTest {
  @TempDir private Path folder;

  private Article read(String head, String body) throws IOException {
    return SamplePage.read(folder, head, body);
  }

  private static List<String> authors(Article article) {
    return article.authors().stream().map(Attested::value).toList();
  }

  @Test
  void anArchivesToolBarAndItsAddressesAreNotThePages() throws IOException {
    String archive = "https://web.archive.org/web/20230506101500";
    Article article =
        read(
            "<link rel=\"canonical\" href=\"%s/https://sahel.example/1\">".formatted(archive),
            "<div id=\"wm-ipp-base\"><table><tr><td>Wayback</td><td>12 captures</td><td>6 May 2023</td></tr></table></div>"
                + HEADING
                + "<p class=\"time\">منذ يومين</p><p>%s</p><p>وفي <a href=\"%s/https://sahel.example/about\">بيان الهيئة</a> أن الافتتاح سيكون في حفل صغير يحضره عمال الميناء وأسرهم وجيرانهم.</p>"
                    .formatted(TEXT.getFirst(), archive)
                + "<p>%s</p><img src=\"%sim_/https://sahel.example/a.jpg\">"
                    .formatted(TEXT.get(1), archive)
                + "<!-- FILE ARCHIVED ON 10:15:00 May 06, 2023 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 12:00:00 Jan 02, 2025. -->");
    assertEquals(Optional.of("https://sahel.example/1"), article.address());
    assertFalse(article.text().contains("captures"));
    assertEquals("2023-05-04", article.date().orElseThrow().edtf());
    assertTrue(
        article.body().stream()
            .filter(Block.Paragraph.class::isInstance)
            .flatMap(block -> ((Block.Paragraph) block).content().stream())
            .anyMatch(inline ->
                inline instanceof Inline.Link link
                    && link.target().equals("https://sahel.example/about")));
    assertEquals(
        "https://sahel.example/a.jpg", ((Block.Figure) article.body().getLast()).picture());
  }

  @Test
  void aSavedPageSaysWhereItStood() throws IOException {
    String chrome =
        "<!DOCTYPE html>\n<!-- saved from url=(0034)https://sahel.example/economy/port/ -->\n<html lang=\"ar\"><head><title>%s</title></head><body>%s<img src=\"./p_files/a.jpg\">%s<p><a href=\"/old\">خبر قديم عن مرسى الصيادين</a></p>%s</body></html>"
            .formatted(TITLE, HEADING, PROSE, PROSE);
    Article saved = Sources.article(folder, "saved.html", chrome);
    assertEquals(Optional.of("https://sahel.example/economy/port/"), saved.address());
    assertEquals("./p_files/a.jpg", ((Block.Figure) saved.body().getFirst()).picture());
    assertFalse(saved.text().contains("خبر قديم"));
    String single =
        "<!DOCTYPE html> <html lang=ar><!--\n Page saved with SingleFile \n url: https://sahel.example/port/1 \n saved date: Fri May 05 2023 12:00:00 GMT+0300 (x)\n--><title>%s</title>%s%s"
            .formatted(TITLE, HEADING, PROSE);
    assertEquals(
        Optional.of("https://sahel.example/port/1"),
        Sources.article(folder, "single.html", single).address());
  }

  @Test
  void aPageForTelephonesKeepsItsPictures() throws IOException {
    Article article =
        read(
            "",
            "<article>%s<figure><amp-img src=\"https://sahel.example/a.jpg\" alt=\"رصيف\"></amp-img><figcaption>الرصيف</figcaption></figure>%s</article><amp-consent><div>نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا.</div></amp-consent>"
                .formatted(HEADING, PROSE));
    isTheText(article);
    assertEquals(
        "https://sahel.example/a.jpg", ((Block.Figure) article.body().getFirst()).picture());
  }

  @Test
  void readersArticlesBelowAnArticleAreComments() throws IOException {
    var page = new StringBuilder("<article class=\"post\">" + HEADING + PROSE + "</article><div>");
    for (int i = 0; i < 12; i++) {
      page.append(
          "<article class=\"entry\"><header>قارئ %d</header><p>%s هذا رأيي أقوله للمرة %d.</p></article>"
              .formatted(i, TEXT.get(i % 4), i));
    }
    isTheText(read("", page + "</div>"));
  }

  @Test
  void ofStoriesThatAreStrungTogetherTheFirstIsThePages() throws IOException {
    String story = "<div class=\"story\"><h2>%s</h2><div>%s</div></div>";
    isTheText(
        read(
            "",
            "<div>"
                + story.formatted(TITLE, PROSE)
                + story.formatted("خبر ثان عن القطارات", PROSE.replace("الرصيف", "القطار"))
                + story.formatted("خبر ثالث عن المطارات", PROSE.replace("الرصيف", "المدرج"))
                + "</div>"));
  }

  @Test
  void aDateLineAboveTheTextNeedsNoName() throws IOException {
    Article bare =
        read(
            "",
            "<div><div>%s</div><div>4 مايو 2023</div></div><div><div>%s</div></div>"
                .formatted(TITLE, String.join("</div><div>", TEXT)));
    isTheText(bare);
    assertEquals("2023-05-04", bare.date().orElseThrow().edtf());
    String table =
        "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1256\"><title>%s</title></head><body><table><tr><td><a href=\"/\">الرئيسية</a> | <a href=\"/s\">رياضة</a></td></tr><tr><td><table><tr><td><font size=5>%s</font></td></tr><tr><td>الخميس 4 مايو 2023</td></tr><tr><td>كتبت: هند الكعبي</td></tr><tr><td><font size=4>%s</font></td></tr></table></td></tr></table></body></html>"
            .formatted(TITLE, TITLE, String.join("<br><br>", TEXT));
    Article old =
        Sources.article(folder, "old.html", table.getBytes(Charset.forName("windows-1256")));
    isTheText(old);
    assertAll(
        () -> assertEquals("2023-05-04", old.date().orElseThrow().edtf()),
        () -> assertEquals(List.of("هند الكعبي"), authors(old)));
  }

  @Test
  void whomAProgramNamesForWantOfANameDidNotWriteIt() throws IOException {
    Article article =
        read(
            "<meta name=\"author\" content=\"admin\">",
            "<article>%s<div class=\"post-meta\"><span class=\"meta-author\"><a href=\"/author/h\">هند الكعبي</a></span></div>%s<div class=\"post-tags\"><a href=\"/t/1\" rel=\"tag\">موانئ</a> <a href=\"/t/2\" rel=\"tag\">نقل بحري</a></div></article>"
                .formatted(HEADING, PROSE));
    assertEquals(List.of("هند الكعبي"), authors(article));
    assertEquals(List.of("موانئ", "نقل بحري"), article.tags());
    isTheText(article);
  }

  @Test
  void aBylineOfABlogNamesThePersonAlone() throws IOException {
    for (String byline :
        List.of(
            "مرسلة بواسطة <b class=\"fn\">هند الكعبي</b>",
            "نشره هند الكعبي في خميس, 05/04/2023 - 10:00",
            "بواسطة هند الكعبي")) {
      Article article =
          read("", HEADING + "<div class=\"post-author\">" + byline + "</div>" + PROSE);
      assertEquals(List.of("هند الكعبي"), authors(article), byline);
    }
  }

  @Test
  void whatAnEncyclopaediaPutsAroundItsHeadingsIsNotItsText() throws IOException {
    Article article =
        read(
            "",
            "<main>%s<div><p>%s</p><p>%s</p><div id=\"toc\" class=\"toc\"><h2>المحتويات</h2><ul><li><a href=\"#a\">تاريخه</a></li></ul></div><h2>تاريخه<span class=\"mw-editsection\">[<a href=\"/e\">عدل</a>]</span></h2><p>%s</p><p>%s</p></div></main>"
                .formatted(HEADING, TEXT.get(0), TEXT.get(1), TEXT.get(2), TEXT.get(3)));
    assertEquals(
        List.of(TEXT.get(0), TEXT.get(1), "تاريخه", TEXT.get(2), TEXT.get(3)),
        article.body().stream().map(Block::text).toList());
  }

  @Test
  void theSectionThatAPageNamesIsATag() throws IOException {
    Article article =
        read("<meta property=\"article:section\" content=\"اقتصاد\">", HEADING + PROSE);
    assertEquals(List.of("اقتصاد"), article.tags());
  }
}
