package org.qirtas.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.Hit;
import org.qirtas.catalog.Order;
import org.qirtas.catalog.Query;

/** Finds the one item that somebody names by its id, its slug or its path, or by a part of it. */
final class Naming {
  private static final int SHOWN = 5;

  private final Qirtas qirtas;
  private final Archive archive;

  Naming(Qirtas qirtas, Archive archive) {
    this.qirtas = qirtas;
    this.archive = archive;
  }

  /**
   * {@return the item}
   *
   * @throws QirtasException {@code INPUT} where nothing is named so, {@code USAGE} where several
   *     items may be meant
   */
  ArchiveItem item(String typed) {
    return archive.at(path(typed));
  }

  /**
   * {@return the item's folder, in whatever condition the item is}
   *
   * @throws QirtasException {@code INPUT} where nothing is named so, {@code USAGE} where several
   *     items may be meant
   */
  String path(String typed) {
    // A name copied off the screen may bring marks of direction along; no name has any.
    String name = typed.replaceAll("\\p{Cf}", "");
    return byFolder(name).orElseGet(() -> byCatalog(name));
  }

  /** A path needs no catalog. */
  private Optional<String> byFolder(String name) {
    try {
      Path root = archive.root();
      for (Path folder : List.of(root.resolve(name), Path.of(name).toAbsolutePath())) {
        Path straight = folder.normalize();
        if (straight.startsWith(root) && Files.exists(straight.resolve("inventory.json"))) {
          String path = root.relativize(straight).toString().replace('\\', '/');
          return Optional.of(path);
        }
      }
      return Optional.empty();
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private String byCatalog(String name) {
    try (Catalog catalog = qirtas.catalog(archive)) {
      List<Hit> hits = hits(catalog, new Query.Named(name));
      if (hits.isEmpty() && !name.isBlank()) {
        hits = hits(catalog, new Query.NamedFrom(name));
      }
      if (hits.isEmpty()) {
        throw new QirtasException(Fault.INPUT, "item.unknown", name);
      }
      if (hits.size() > 1) {
        throw new QirtasException(
            Fault.USAGE,
            "item.ambiguous",
            name,
            String.join(", ", hits.stream().limit(SHOWN).map(Hit::path).toList())
                + (hits.size() > SHOWN ? ", …" : ""));
      }
      return hits.getFirst().path();
    }
  }

  private static List<Hit> hits(Catalog catalog, Query query) {
    var hits = new ArrayList<Hit>();
    for (Iterator<Hit> found = catalog.find(query, Order.DATE, SHOWN + 1); found.hasNext(); ) {
      hits.add(found.next());
    }
    return hits;
  }
}
