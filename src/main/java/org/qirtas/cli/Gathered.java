package org.qirtas.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Language;
import org.qirtas.article.Related;

/**
 * What a book needs to know of an article before it is set; its text is not held.
 *
 * @param number its place in the selection, from 0
 * @param item the item
 * @param title its title, without control characters
 */
record Gathered(
    int number,
    ArchiveItem item,
    Language language,
    Optional<String> title,
    List<String> authors,
    Optional<String> place,
    Optional<ArticleDate> date,
    Optional<String> publisher,
    Optional<String> address,
    List<String> tags,
    List<Related> related) {
  static Gathered of(int number, ArchiveItem item, Article article) {
    return new Gathered(
        number,
        item,
        article.language(),
        Colophons.title(article),
        article.authors().stream().map(Attested::value).toList(),
        article.place().map(Attested::value),
        article.date(),
        article.publisher(),
        article.address(),
        article.tags(),
        article.related());
  }

  /** {@return what the book calls it} */
  String anchor() {
    return "article-" + number;
  }

  Optional<LocalDate> day() {
    return date.map(known -> known.from().toLocalDate());
  }

  Optional<String> author() {
    return authors.stream().findFirst();
  }
}
