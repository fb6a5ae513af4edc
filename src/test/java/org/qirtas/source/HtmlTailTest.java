package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.article.Article;

/** Where an article ends, and what of it stands behind a box that points elsewhere. */
class HtmlTailTest {
  private static final String FIRST =
      "<p>أنهى عمال البلدية أمس تنظيف القناة القديمة التي تسقي بساتين الضفة الشرقية، بعد شهرين من العمل المتواصل في الليل والنهار.</p>";
  private static final String LAST =
      "<p>ويقول حارس السد إن الماء سيصل إلى آخر بستان قبل نهاية الشهر، وإن حصة كل مزارع كتبت في دفتر يعلق على باب المسجد القديم.</p>";
  private static final String TEASER =
      "<h4><a href=\"/%1$d\">عنوان مقال آخر رقمه %1$d في الموقع</a></h4><p>هذه جملة تعرف بمقال آخر لا شأن له بالقناة ولا بالبساتين، وقد كتبت لتغري القارئ بفتح صفحته وقراءة ما فيها.</p>";

  @TempDir private Path folder;

  private Article article(String body) throws IOException {
    String page =
        "<html lang=\"ar\"><head><title>القناة القديمة</title></head><body><h1>القناة القديمة</h1><div>%s</div></body></html>"
            .formatted(body);
    return Sources.article(folder, "page.html", page);
  }

  @Test
  void aBoxOfPointersBetweenParagraphsIsNotTheEnd() throws IOException {
    Article article =
        article(
            FIRST.repeat(3)
                + "<h4>قد يهمك أيضا</h4><p><a href=\"/2\">سوق الخضار يعود إلى الساحة</a></p>"
                + LAST.repeat(2));
    assertEquals(5, article.body().size());
    assertTrue(article.text().contains("حارس السد"));
    assertFalse(article.text().contains("قد يهمك"));
    assertFalse(article.text().contains("سوق الخضار"));
  }

  @Test
  void teasersBehindTheArticleAreNoMoreOfIt() throws IOException {
    Article article =
        article(
            FIRST.repeat(5)
                + "<h4>قد يهمك أيضا</h4>"
                + TEASER.formatted(1)
                + TEASER.formatted(2)
                + TEASER.formatted(3));
    assertEquals(5, article.body().size());
  }

  @Test
  void whatReadersWroteBelowIsNoMoreOfItHoweverLong() throws IOException {
    Article article = article(FIRST.repeat(5) + "<h3>تعليقات (2)</h3>" + LAST.repeat(2));
    assertEquals(5, article.body().size());
    assertFalse(article.text().contains("حارس السد"));
  }
}
