package org.qirtas.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.Hit;
import org.qirtas.catalog.Order;

/** The items that a command line means: those that it names, else those that it describes. */
final class ChosenItems {
  private final Qirtas qirtas;
  private final Archive archive;

  ChosenItems(Qirtas qirtas, Archive archive) {
    this.qirtas = qirtas;
    this.archive = archive;
  }

  /** {@return items by name; each may yet turn out to name nothing, when it is asked for} */
  List<Supplier<ArchiveItem>> named(List<String> ids) {
    var named = new ArrayList<Supplier<ArchiveItem>>();
    var naming = new Naming(qirtas, archive);
    ids.forEach(id -> named.add(() -> naming.item(id)));
    return named;
  }

  /** {@return the items that are found, by date} */
  List<Supplier<ArchiveItem>> found(Selection selection, List<String> words) {
    var found = new ArrayList<Supplier<ArchiveItem>>();
    try (Catalog catalog = qirtas.catalog(archive)) {
      Iterator<Hit> hits = catalog.find(selection.query(words), Order.DATE, Integer.MAX_VALUE);
      while (hits.hasNext()) {
        Hit hit = hits.next();
        found.add(() -> archive.at(hit.path()));
      }
    }
    return found;
  }
}
