package org.qirtas.archive;

import java.util.Optional;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;

/** The folder in which an item stands, by its date: as deep as that is exact. */
final class DatedFolder {
  private DatedFolder() {}

  /** {@return the folder of an article; one that there is none of is undated} */
  static String of(Optional<Article> article) {
    return of(article.flatMap(Article::date).orElse(null));
  }

  /** {@return the folder that an item stands in} */
  static String above(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  /** A year that has not four digits has no place in the tree. */
  private static String of(@org.jspecify.annotations.Nullable ArticleDate date) {
    if (date == null || date.from().getYear() < 1 || date.from().getYear() > 9999) {
      return Archive.UNDATED;
    }
    String day = date.from().toLocalDate().toString().replace('-', '/');
    return switch (date.precision()) {
      case MINUTE, DAY -> day;
      case MONTH -> day.substring(0, 7);
      case YEAR -> day.substring(0, 4);
    };
  }
}
