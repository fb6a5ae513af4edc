package org.qirtas.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.Status;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.Hit;
import org.qirtas.catalog.Order;
import org.qirtas.catalog.Query;

/** Looks related articles up in the archive; the catalog is opened when the first is wanted. */
final class RelatedItems implements RelatedArticles.Elsewhere {
  /** An article whose title is quoted by so many others that come before it is not found. */
  private static final int MOST = 20;

  /** No title is longer; Lucene takes no query of more than about a thousand words. */
  private static final int LONGEST_TITLE = 500;

  private static final Query STANDING = new Query.Having(Status.STORED);

  private final Qirtas qirtas;
  private final Archive archive;
  private final Map<Query, List<RelatedArticles.Found>> asked = new HashMap<>();
  private @Nullable Catalog catalog;

  RelatedItems(Qirtas qirtas, Archive archive) {
    this.qirtas = qirtas;
    this.archive = archive;
  }

  @Override
  public List<RelatedArticles.Found> at(String address) {
    return asked(new Query.At(address), Order.DATE, _ -> true);
  }

  @Override
  public List<RelatedArticles.Found> headed(String title) {
    if (title.length() > LONGEST_TITLE) {
      return List.of();
    }
    String wanted = RelatedArticles.folded(title);
    return asked(
        new Query.And(List.of(new Query.Phrase(title), new Query.Words(title))),
        Order.RELEVANCE,
        hit -> hit.title().map(RelatedArticles::folded).filter(wanted::equals).isPresent());
  }

  private List<RelatedArticles.Found> asked(Query query, Order order, Predicate<Hit> meant) {
    List<RelatedArticles.Found> known = asked.get(query);
    if (known != null) {
      return known;
    }
    var found = new ArrayList<RelatedArticles.Found>();
    Iterator<Hit> hits = catalog().find(new Query.And(List.of(query, STANDING)), order, MOST);
    while (hits.hasNext()) {
      Hit hit = hits.next();
      if (meant.test(hit)) {
        found(hit).ifPresent(found::add);
      }
    }
    asked.put(query, List.copyOf(found));
    return List.copyOf(found);
  }

  /**
   * An item that cannot be read is no reason to print no book: the line stands as it is written.
   */
  private Optional<RelatedArticles.Found> found(Hit hit) {
    try {
      return archive
          .article(archive.at(hit.path()))
          .map(article -> new RelatedArticles.Found(Colophons.title(article), article.date()));
    } catch (QirtasException _) {
      return Optional.empty();
    }
  }

  private Catalog catalog() {
    Catalog open = catalog;
    if (open == null) {
      open = qirtas.catalog(archive);
      catalog = open;
    }
    return open;
  }

  @Override
  public void close() {
    if (catalog != null) {
      catalog.close();
    }
  }
}
