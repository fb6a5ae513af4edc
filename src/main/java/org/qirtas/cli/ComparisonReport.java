package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.TemporaryFolder;
import org.qirtas.pdf.Patience;
import org.qirtas.proof.Change;
import org.qirtas.proof.Comparison;
import org.qirtas.proof.Lettering;
import org.qirtas.proof.PageImages;
import org.qirtas.proof.Png;
import org.qirtas.proof.SideBySide;

/** Tells which pages of a PDF changed, and shows them. */
final class ComparisonReport {
  static final int USUAL_DOTS = 100;

  private final Qirtas qirtas;
  private final int dots;

  ComparisonReport(Qirtas qirtas, int dots) {
    this.qirtas = qirtas;
    this.dots = dots;
  }

  /**
   * A copy of the older state, which is about to be written over, perhaps.
   *
   * @param path where it lies until it is closed, in a folder of its own
   */
  record Kept(Path path) implements AutoCloseable {
    @Override
    public void close() {
      try {
        TemporaryFolder.delete(path.resolveSibling(""));
      } catch (IOException left) {
        // The next process that needs such a folder sweeps it.
      }
    }
  }

  /**
   * {@return the older state, safe from being written over}
   *
   * @throws QirtasException {@code INPUT} where it is not there or no PDF
   */
  static Kept kept(Path before) {
    // Before anything is printed: an hour later would be late to learn that it is not there.
    PageImages.open(before).close();
    try {
      Path copy = TemporaryFolder.make("before").resolve("before.pdf");
      return new Kept(Files.copy(before, copy));
    } catch (IOException e) {
      throw new QirtasException(e, Fault.OUTPUT, "output.unwritable", "java.io.tmpdir");
    }
  }

  /**
   * Compares two states of a document.
   *
   * @param folder where the pictures go
   * @return whether pages differ: then the exit code is that of failures
   */
  Exit of(Path before, Path after, Path folder) {
    try (PageImages old = PageImages.open(before);
        PageImages fresh = PageImages.open(after);
        var lettering = new Lettering(Printing.shelf())) {
      List<Change> changes;
      try (var progress =
          new Progress(
              qirtas,
              Progress.isWatched(qirtas),
              (long) old.count() + fresh.count(),
              "proof.progress")) {
        changes = new Comparison(old, fresh, dots).changes(() -> progress.step(0));
      }
      var pictures = new SideBySide(old, fresh, dots, lettering);
      ArrayNode rows = ItemJson.object().putArray("pages");
      for (Change change : changes) {
        Optional<Path> picture =
            change.isSeen() && change.kind() != Change.Kind.UNREADABLE
                ? Optional.of(picture(pictures, change, old, fresh, folder))
                : Optional.empty();
        row(change, picture, rows);
      }
      summary(before, after, changes, rows);
      return changes.stream().anyMatch(Change::isSeen) ? Exit.SOME_FAILED : Exit.DONE;
    } catch (Patience.Exceeded e) {
      throw new QirtasException(e, Fault.INPUT, "proof.slow", before + ", " + after);
    } catch (IOException e) {
      throw new QirtasException(
          e, Fault.INPUT, "proof.broken", after, String.valueOf(e.getMessage()));
    }
  }

  private Path picture(
      SideBySide pictures, Change change, PageImages old, PageImages fresh, Path folder)
      throws IOException {
    var heads =
        new SideBySide.Heads(
            change.before() == 0
                ? say("compare.absent.before")
                : say("compare.before", old.label(change.before())),
            change.after() == 0
                ? say("compare.absent.after")
                : say("compare.after", fresh.label(change.after())));
    var image = pictures.picture(change, heads);
    String name =
        change.after() == 0
            ? String.format(Locale.ROOT, "removed-%04d.png", change.before())
            : String.format(
                Locale.ROOT,
                "%04d-%s.png",
                change.after(),
                change.kind().name().toLowerCase(Locale.ROOT));
    Path file = folder.resolve(name);
    Printing.toFile(file, out -> Png.write(image, dots, out));
    return file;
  }

  private String say(String key, Object... values) {
    return qirtas.messages().say(key, values);
  }

  private void row(Change change, Optional<Path> picture, ArrayNode rows) {
    String kind = change.kind().name().toLowerCase(Locale.ROOT);
    ObjectNode row = rows.addObject().put("change", kind);
    number(row, "before", change.before());
    number(row, "after", change.after());
    row.put("share", Math.round(change.share() * 1000) / 1000.0);
    ArrayNode regions = row.putArray("regions");
    for (Rectangle box : change.regions()) {
      regions.addArray().add(box.x).add(box.y).add(box.width).add(box.height);
    }
    picture.ifPresent(file -> row.put("picture", file.toString()));
    if (!qirtas.json() && change.isSeen()) {
      qirtas
          .terminal()
          .out()
          .println(
              say(
                  "compare." + kind,
                  change.before(),
                  change.after(),
                  Math.max(1, Math.round(change.share() * 100)),
                  picture.map(Path::toString).orElse("")));
    }
  }

  private static void number(ObjectNode row, String key, int page) {
    if (page == 0) {
      row.putNull(key);
    } else {
      row.put(key, page);
    }
  }

  private void summary(Path before, Path after, List<Change> changes, ArrayNode rows) {
    if (qirtas.json()) {
      ObjectNode line = ItemJson.object();
      line.put("input", after.toString()).put("against", before.toString());
      for (Change.Kind kind : Change.Kind.values()) {
        line.put(kind.name().toLowerCase(Locale.ROOT), count(changes, kind));
      }
      line.set("pages", rows);
      qirtas.terminal().out().println(ItemJson.line(line));
    } else {
      qirtas.say(
          "compare.done",
          count(changes, Change.Kind.CHANGED),
          count(changes, Change.Kind.ADDED),
          count(changes, Change.Kind.REMOVED),
          count(changes, Change.Kind.SAME),
          count(changes, Change.Kind.RENUMBERED),
          count(changes, Change.Kind.UNREADABLE));
    }
  }

  private static long count(List<Change> changes, Change.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }
}
