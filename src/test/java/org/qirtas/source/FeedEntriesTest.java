package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;

/** Who wrote a feed's entries, and when (RFC 4287, 4.2.1 and 4.2.15). */
class FeedEntriesTest {
  @TempDir private Path folder;

  private List<Article> articles(String entries) throws IOException {
    String feed =
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>الضفة</title><author><name>هيئة التحرير في الضفة</name></author>
        %s</feed>
        """
            .formatted(entries);
    return Seen.all(folder, "atom.xml", Sources.utf8(feed)).stream()
        .map(part -> part.article().orElseThrow())
        .toList();
  }

  @Test
  void anEntryWithoutAWriterIsItsFeedsAndOneWithWritersIsTheirs() throws IOException {
    List<Article> articles =
        articles(
            """
            <entry><title>خبر</title><updated>2020-03-05T10:00:00Z</updated><content>نص الخبر.</content></entry>
            <entry><title>مقال</title><author><name>سعاد النابلسي</name></author><author><name>كريم الحلبي</name></author>
            <updated>2020-03-06T10:00:00Z</updated><content>نص المقال.</content></entry>
            """);
    assertEquals(List.of("هيئة التحرير في الضفة"), names(articles.getFirst()));
    assertEquals(List.of("سعاد النابلسي", "كريم الحلبي"), names(articles.getLast()));
  }

  @Test
  void anEntryIsOfTheDayOfItsPublicationAndOnlyWithoutOneOfItsLastChange() throws IOException {
    List<Article> articles =
        articles(
            """
            <entry><title>خبر</title><updated>2020-03-05T10:00:00Z</updated><content>نص الخبر.</content></entry>
            <entry><title>مقال</title><updated>2022-01-01T00:00:00Z</updated><published>2020-03-04T23:30:00+03:00</published><content>نص المقال.</content></entry>
            """);
    assertEquals("2020-03-05T10:00Z", day(articles.getFirst()));
    assertEquals("2020-03-04T23:30+03:00", day(articles.getLast()));
    assertTrue(
        articles.getLast().otherDates().stream()
            .anyMatch(other -> other.toString().contains("2022-01-01")));
  }

  private static String day(Article article) {
    return article.date().map(ArticleDate::edtf).orElse("");
  }

  private static List<String> names(Article article) {
    return article.authors().stream().map(org.qirtas.article.Attested::value).toList();
  }
}
