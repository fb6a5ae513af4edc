package org.qirtas.cli;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qirtas.article.Article;
import org.qirtas.article.Related;
import org.qirtas.compose.Book;

/**
 * Finds the articles of a book that another one points its readers to: by where they stood on the
 * web, else by their titles, in whatever spelling.
 *
 * <p>Not changed once made: any thread's.
 */
final class RelatedArticles {
  private final Map<String, Gathered> byAddress = new HashMap<>();
  private final Map<String, Gathered> byTitle = new HashMap<>();

  RelatedArticles(List<Gathered> articles) {
    for (Gathered one : articles) {
      one.address().ifPresent(address -> byAddress.putIfAbsent(bare(address), one));
      one.title().map(RelatedArticles::folded).ifPresent(title -> byTitle.putIfAbsent(title, one));
    }
  }

  /** {@return the lines that point to articles of the book, each once} */
  List<Book.CrossReference> of(Gathered from, Article article) {
    var found = new LinkedHashMap<String, Book.CrossReference>();
    for (Related related : article.related()) {
      find(related)
          .filter(to -> to.number() != from.number())
          .ifPresent(to ->
              found.putIfAbsent(
                  to.anchor(),
                  new Book.CrossReference(to.title().orElse(related.title()), to.anchor())));
    }
    return List.copyOf(found.values());
  }

  private Optional<Gathered> find(Related related) {
    return related
        .address()
        .map(RelatedArticles::bare)
        .map(byAddress::get)
        .or(() -> Optional.ofNullable(byTitle.get(folded(related.title()))));
  }

  /** The same page is reached by either scheme, and with or without a slash at its end. */
  private static String bare(String address) {
    return address.strip().replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("[/#?]+$", "");
  }

  private static String folded(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFKD)
        .replaceAll("[\\p{Mn}\\u0640\\p{P}\\p{Cf}]", "")
        .replace('ى', 'ي')
        .replace('ة', 'ه')
        .replace('ی', 'ي')
        .replace('ک', 'ك')
        .replaceAll("\\s+", " ")
        .strip();
  }
}
