package org.qirtas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.AuditFinding;
import org.qirtas.archive.Mending;
import org.qirtas.catalog.CatalogAudit;
import org.qirtas.catalog.CatalogWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * {@code qirtas repair}: finishes or undoes what a crash left, restores what is there twice, and
 * brings the catalog in step. Deletes no content.
 */
@Command(name = "repair")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Repair implements Callable<Integer> {
  @ParentCommand private Qirtas qirtas;

  private long mended;
  private long damaged;

  @Override
  public Integer call() {
    Archive archive = qirtas.archive();
    boolean unsettled = archive.isUnsettled();
    try (ArchiveWriter writer = archive.writer()) {
      if (unsettled) {
        qirtas.say("repair.recovered");
      }
      try (Stream<String> paths = archive.paths()) {
        // The walk must not meet what it moves.
        for (String path : paths.toList()) {
          mend(writer, path);
        }
      }
      writer.commit();
      catalog(writer);
    }
    if (qirtas.json()) {
      var summary = ItemJson.object().put("mended", mended).put("damaged", damaged);
      qirtas.terminal().out().println(ItemJson.line(summary));
    } else {
      qirtas.say("repair.done", mended, damaged);
    }
    return (damaged == 0 ? Exit.DONE : Exit.DAMAGE).code();
  }

  private void mend(ArchiveWriter writer, String path) {
    for (Mending mending : writer.mend(path)) {
      mended++;
      String key = "repair." + mending.name();
      if (qirtas.json()) {
        var line = ItemJson.object().put("item", path).put("mended", ItemJson.word(mending));
        qirtas.terminal().out().println(ItemJson.line(line));
      } else {
        qirtas.terminal().out().println(qirtas.messages().say(key, path));
      }
    }
  }

  /** Rebuilds the catalog where it is not what the folders say, and only there. */
  private void catalog(ArchiveWriter writer) {
    try (CatalogWriter _ =
        CatalogWriter.open(
            writer, condition -> qirtas.say("catalog." + condition.name()), this::damage)) {
      // Takes over what the journal tells of.
    }
    if (!isInStep(writer.archive())) {
      qirtas.say("repair.catalog");
      try (CatalogWriter _ = CatalogWriter.rebuild(writer, this::damage)) {
        // Rebuilding is all there is to do.
      }
    }
  }

  private boolean isInStep(Archive archive) {
    List<AuditFinding> differing = new ArrayList<>();
    try (CatalogAudit audit = CatalogAudit.begin(archive, differing::add);
        Stream<String> paths = archive.paths()) {
      for (String path : (Iterable<String>) paths::iterator) {
        try {
          audit.compare(archive.at(path));
        } catch (QirtasException unreadable) {
          damage(unreadable);
        }
      }
      audit.end(true, differing::add);
    }
    return differing.isEmpty();
  }

  private void damage(QirtasException unreadable) {
    damaged++;
    qirtas.failed(unreadable);
  }
}
