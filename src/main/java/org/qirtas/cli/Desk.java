package org.qirtas.cli;

import java.util.Optional;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.article.Article;
import org.qirtas.catalog.CatalogWriter;

/** Where things are changed: the archive's writer and the catalog's, which go together. */
final class Desk implements AutoCloseable {
  private final ArchiveWriter writer;
  private final CatalogWriter catalog;

  /** A desk in an archive that nobody else writes into. */
  Desk(Qirtas qirtas, Archive archive) {
    writer = archive.writer();
    try {
      catalog =
          CatalogWriter.open(
              writer, condition -> qirtas.say("catalog." + condition.name()), qirtas::failed);
    } catch (RuntimeException e) {
      writer.close();
      throw e;
    }
  }

  ArchiveWriter writer() {
    return writer;
  }

  CatalogWriter catalog() {
    return catalog;
  }

  /** Has the catalog know what became of an item; both are committed together. */
  ArchiveItem added(ArchiveItem item, Optional<Article> article) {
    catalog.add(item, article);
    return item;
  }

  void commit() {
    catalog.commit();
  }

  @Override
  public void close() {
    try (writer;
        catalog) {
      // Nothing but closing, in the right order.
    }
  }
}
