package org.qirtas.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.pdf.Colophon;

/** What a PDF says of itself, told by the article in it. */
final class Colophons {
  private static final int LONGEST_TITLE = 200;

  private Colophons() {}

  /** Of an article whose record was fixed at an instant. */
  static Colophon of(Article article, String name, Instant created) {
    return new Colophon(
        title(article).orElse(name),
        article.authors().stream().map(Attested::value).toList(),
        article.tags(),
        article.language(),
        article.direction(),
        created);
  }

  /**
   * Of a document that was never archived: its own date, not today's, so that it comes out the same
   * tomorrow. {@code SOURCE_DATE_EPOCH} overrides, as in other tools that build reproducibly.
   */
  static Colophon of(Article article, String name, Map<String, String> environment) {
    Instant created =
        Optional.ofNullable(environment.get("SOURCE_DATE_EPOCH"))
            .filter(seconds -> seconds.matches("\\d{1,11}"))
            .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
            .or(() -> article.date().map(date -> date.from().toInstant(ZoneOffset.UTC)))
            .orElse(Instant.EPOCH);
    return of(article, name, created);
  }

  static Optional<String> title(Article article) {
    return article
        .title()
        .map(title -> title.value().replaceAll("\\p{Cc}+", " ").strip())
        .filter(title -> !title.isEmpty())
        .map(title ->
            title.codePointCount(0, title.length()) <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)));
  }
}
