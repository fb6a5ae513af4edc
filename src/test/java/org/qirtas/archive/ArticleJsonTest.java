package org.qirtas.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qirtas.article.Article;

class ArticleJsonTest {
  private static final int ARTICLES = 2_000;
  private static final Original ORIGIN = new Original("a.txt", "00", 1, "text/plain");

  @Test
  void whatIsWrittenComesBackExactly() throws IOException {
    var articles = new GeneratedArticles(20201023);
    for (int i = 0; i < ARTICLES; i++) {
      Article article = articles.next();
      byte[] json = record(article);
      assertEquals(Optional.of(article), RecordJson.readArticle(Json.parse(json)));
    }
  }

  @Test
  void theSameArticleGivesTheSameBytes() throws IOException {
    byte[] once = record(new GeneratedArticles(7).next());
    byte[] twice = record(new GeneratedArticles(7).next());
    assertEquals(text(once), text(twice));
  }

  @Test
  void arabicStandsReadableInTheFile() throws IOException {
    Article article =
        Article.draft(org.qirtas.article.Language.ARABIC)
            .block(org.qirtas.article.Block.Paragraph.of("تُعززان"))
            .finish();
    assertTrue(text(record(article)).contains("\"articleBody\" : \"تُعززان\""));
  }

  private static byte[] record(Article article) throws IOException {
    var id = new ItemId(new java.util.UUID(1, 2));
    return RecordJson.write(id, ORIGIN, Status.STORED, Optional.empty(), Optional.of(article));
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
