package org.qirtas.cli;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.CatalogWriter;
import org.qirtas.catalog.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas reindex}: builds the catalog from the folders alone. */
@Command(name = "reindex")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Reindex implements Callable<Integer> {
  @ParentCommand private Qirtas qirtas;

  @Override
  public Integer call() {
    Archive archive = qirtas.archive();
    var damaged = new ArrayList<QirtasException>();
    try (ArchiveWriter writer = archive.writer();
        CatalogWriter _ =
            CatalogWriter.rebuild(
                writer,
                found -> {
                  damaged.add(found);
                  qirtas.failed(found);
                })) {
      // Rebuilding is all there is to do.
    }
    report(archive, damaged.size());
    return (damaged.isEmpty() ? Exit.DONE : Exit.DAMAGE).code();
  }

  private void report(Archive archive, int damaged) {
    try (Catalog catalog = qirtas.catalog(archive)) {
      long items = catalog.count(new Query.All());
      if (qirtas.json()) {
        String line = ItemJson.line(ItemJson.object().put("items", items).put("damaged", damaged));
        qirtas.terminal().out().println(line);
      } else {
        qirtas.say("reindex.done", items, damaged);
      }
    }
  }
}
