package org.qirtas.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.Highlights;
import org.qirtas.catalog.Hit;
import org.qirtas.catalog.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas find}: looks items up. Loads nothing that a look-up does not need. */
@Command(name = "find")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Find implements Callable<Integer> {
  @ParentCommand private Qirtas qirtas;

  @Mixin private Selection selection;

  @Parameters(paramLabel = "WORDS", descriptionKey = "WORDS", arity = "0..*")
  private List<String> words = new ArrayList<>();

  @Option(names = "--sort", paramLabel = "date|relevance")
  private @Nullable Order sort;

  @Option(names = "--limit", paramLabel = "N")
  private int limit = Integer.MAX_VALUE;

  @Option(names = "--csv")
  private boolean csv;

  @Override
  public Integer call() {
    if (limit < 0) {
      throw new QirtasException(Fault.USAGE, "usage.value", "--limit", limit);
    }
    if (csv && qirtas.json()) {
      throw new QirtasException(Fault.USAGE, "usage.csv");
    }
    var query = selection.query(words);
    Archive archive = qirtas.archive();
    try (Catalog catalog = qirtas.catalog(archive)) {
      Order order = sort != null ? sort : words.isEmpty() ? Order.DATE : Order.RELEVANCE;
      Iterator<Hit> hits = catalog.find(query, order, limit);
      if (qirtas.json()) {
        return json(archive, hits).code();
      }
      if (csv) {
        csv(hits);
      } else {
        table(hits);
      }
      return Exit.DONE.code();
    }
  }

  private Exit json(Archive archive, Iterator<Hit> hits) {
    Exit exit = Exit.DONE;
    while (hits.hasNext() && isHeard()) {
      try {
        ArchiveItem item = item(archive, hits.next());
        qirtas.terminal().out().println(ItemJson.line(ItemJson.of(archive, item)));
      } catch (QirtasException damaged) {
        exit = qirtas.failed(damaged);
      }
    }
    return exit;
  }

  /** A correction may have moved it since it was found. */
  private ArchiveItem item(Archive archive, Hit hit) {
    try {
      return archive.at(hit.path());
    } catch (QirtasException moved) {
      try {
        return new Naming(qirtas, archive).item(hit.id());
      } catch (QirtasException gone) {
        throw moved;
      }
    }
  }

  private void csv(Iterator<Hit> hits) {
    print(
        Csv.line(
            Stream.of(
                "id",
                "path",
                "status",
                "title",
                "authors",
                "place",
                "date",
                "language",
                "source",
                "tags")));
    while (hits.hasNext() && isHeard()) {
      Hit hit = hits.next();
      print(
          Csv.line(
              Stream.of(
                  hit.id(),
                  hit.path(),
                  hit.status().word(),
                  hit.title().orElse(""),
                  String.join("; ", hit.authors()),
                  hit.place().orElse(""),
                  hit.date().orElse(""),
                  hit.language().orElse(""),
                  hit.publisher().orElse(""),
                  String.join("; ", hit.tags()))));
    }
  }

  private void table(Iterator<Hit> hits) {
    if (!hits.hasNext()) {
      qirtas.say("find.none");
      return;
    }
    var table = new HitTable(qirtas, new Highlights(String.join(" ", words)));
    int count = 0;
    while (hits.hasNext() && isHeard()) {
      table.add(hits.next());
      count++;
    }
    table.finish();
    qirtas.say("find.count", count);
  }

  private void print(String line) {
    qirtas.terminal().out().print(line);
  }

  /** {@code qirtas find | head} is over when head is. */
  private boolean isHeard() {
    return !qirtas.terminal().out().checkError();
  }
}
