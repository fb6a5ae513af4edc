package org.qirtas.cli;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Related;
import org.qirtas.compose.Book;

/**
 * Finds the articles that those of a book point their readers to: in the book, else in the archive;
 * by where they stood on the web, else by their titles, in whatever spelling. Of several with one
 * title the one nearest in time is meant.
 *
 * <p>Not changed once made: any thread's.
 */
final class RelatedArticles {
  private final Map<Integer, List<Book.CrossReference>> references;

  private RelatedArticles(Map<Integer, List<Book.CrossReference>> references) {
    this.references = references;
  }

  /** An article that may be meant. */
  record Found(Optional<String> title, Optional<ArticleDate> date) {}

  /** Where articles are looked for that are not in the book. */
  interface Elsewhere extends AutoCloseable {
    /** {@return the articles that stood at an address} */
    List<Found> at(String address);

    /** {@return the articles that are headed so, give or take spelling} */
    List<Found> headed(String title);

    @Override
    void close();
  }

  /**
   * {@return what the articles of a book point to}
   *
   * @param articles the book's articles
   * @param elsewhere where the others are looked for; closed afterwards
   */
  static RelatedArticles of(List<Gathered> articles, Elsewhere elsewhere) {
    try (elsewhere) {
      var within = new Within(articles);
      var references = new HashMap<Integer, List<Book.CrossReference>>();
      for (Gathered one : articles) {
        var found = new LinkedHashMap<String, Book.CrossReference>();
        for (Related related : one.related()) {
          reference(one, related, within, elsewhere)
              .ifPresent(reference -> found.putIfAbsent(key(reference), reference));
        }
        if (!found.isEmpty()) {
          references.put(one.number(), List.copyOf(found.values()));
        }
      }
      return new RelatedArticles(Map.copyOf(references));
    }
  }

  /** {@return the lines of an article that point to others, each once} */
  List<Book.CrossReference> of(Gathered from) {
    return references.getOrDefault(from.number(), List.of());
  }

  private static String key(Book.CrossReference reference) {
    return switch (reference) {
      case Book.CrossReference.ToPage(_, String anchor) -> anchor;
      case Book.CrossReference.ToDay(String title, ArticleDate date) -> folded(title) + date.edtf();
      case Book.CrossReference.AsWritten(String words) -> folded(words);
    };
  }

  /**
   * An address tells more than a title, and the book is asked before the archive. Empty where the
   * line has no words, or means the article that it stands in.
   */
  private static Optional<Book.CrossReference> reference(
      Gathered from, Related related, Within within, Elsewhere elsewhere) {
    String words = words(related);
    Optional<Gathered> there = related.address().flatMap(within::at);
    Optional<Found> elsewhereThere =
        there.isPresent()
            ? Optional.empty()
            : related.address().flatMap(address -> nearest(from, elsewhere.at(address)));
    Optional<Gathered> inBook =
        elsewhereThere.isPresent() ? Optional.empty() : there.or(() -> within.headed(from, words));
    if (inBook.isPresent()) {
      Gathered to = inBook.get();
      return Optional.of(to)
          .filter(other -> other.number() != from.number())
          .map(other -> new Book.CrossReference.ToPage(other.title().orElse(words), to.anchor()));
    }
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        elsewhereThere
            .or(() -> nearest(from, elsewhere.headed(words)))
            .flatMap(to -> dated(to, words))
            .orElseGet(() -> new Book.CrossReference.AsWritten(words)));
  }

  private static Optional<Found> nearest(Gathered from, List<Found> several) {
    return nearest(from, several, Found::date);
  }

  private static Optional<Book.CrossReference> dated(Found to, String words) {
    return to.date().map(date -> new Book.CrossReference.ToDay(to.title().orElse(words), date));
  }

  private static String words(Related related) {
    return Stream.of(related.title(), related.raw())
        .map(line -> line.replaceAll("[\\p{Cc}\\s]+", " ").strip())
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static <T> Optional<T> nearest(
      Gathered from, List<T> several, Function<T, Optional<ArticleDate>> date) {
    Comparator<T> byDistance = Comparator.comparing(one -> distance(from.date(), date.apply(one)));
    // Of two that are as near, the earlier in the list.
    return several.stream().min(byDistance);
  }

  private static Duration distance(Optional<ArticleDate> one, Optional<ArticleDate> other) {
    return one.isEmpty() || other.isEmpty()
        ? Duration.ofSeconds(Long.MAX_VALUE)
        : Duration.between(one.get().from(), other.get().from()).abs();
  }

  /** The articles of the book. */
  private static final class Within {
    private final Map<String, Gathered> byAddress = new HashMap<>();
    private final Map<String, List<Gathered>> byTitle = new HashMap<>();

    Within(List<Gathered> articles) {
      for (Gathered one : articles) {
        one.address().ifPresent(address -> byAddress.putIfAbsent(bare(address), one));
        one.title()
            .map(RelatedArticles::folded)
            .ifPresent(title -> byTitle.computeIfAbsent(title, _ -> new ArrayList<>()).add(one));
      }
    }

    Optional<Gathered> at(String address) {
      return Optional.ofNullable(byAddress.get(bare(address)));
    }

    Optional<Gathered> headed(Gathered from, String title) {
      return nearest(from, byTitle.getOrDefault(folded(title), List.of()), Gathered::date);
    }
  }

  /** The same page is reached by either scheme, and with or without a slash at its end. */
  private static String bare(String address) {
    return address.strip().replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("[/#?]+$", "");
  }

  /** {@return a title as it is compared} */
  static String folded(String title) {
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
