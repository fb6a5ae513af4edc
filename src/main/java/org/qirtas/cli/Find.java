package org.qirtas.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.Excerpts;
import org.qirtas.catalog.Highlights;
import org.qirtas.catalog.Hit;
import org.qirtas.catalog.Order;
import org.qirtas.catalog.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas find}: looks items up. Loads nothing that a look-up does not need. */
@Command(name = "find")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Find implements Callable<Integer> {
  private static final int MOST_EXCERPTS = 2;

  @ParentCommand private Qirtas qirtas;

  @Mixin private Selection selection;

  @Parameters(paramLabel = "WORDS", descriptionKey = "WORDS", arity = "0..*")
  private List<String> words = new ArrayList<>();

  @Option(names = "--sort", paramLabel = "date|relevance")
  private @Nullable Order sort;

  @Option(names = "--limit", paramLabel = "N")
  private int limit = Integer.MAX_VALUE;

  @Option(names = "--skip", paramLabel = "N")
  private int skip;

  @Option(names = "--excerpts")
  private boolean excerpts;

  @Option(names = "--csv")
  private boolean csv;

  /** Made when it is first asked for, since most look-ups do not. */
  private @Nullable Excerpts cutting;

  @Override
  public Integer call() {
    nonNegative("--limit", limit);
    nonNegative("--skip", skip);
    if (csv && qirtas.json()) {
      throw new QirtasException(Fault.USAGE, "usage.csv");
    }
    Query query = selection.query(words);
    Archive archive = qirtas.archive();
    try (Catalog catalog = qirtas.catalog(archive)) {
      Order order = sort != null ? sort : words.isEmpty() ? Order.DATE : Order.RELEVANCE;
      Iterator<Hit> hits = catalog.find(query, order, skip, limit);
      if (qirtas.json()) {
        return json(archive, hits).code();
      }
      if (csv) {
        csv(hits);
        return Exit.DONE.code();
      }
      return table(archive, hits, () -> catalog.count(query)).code();
    }
  }

  private static void nonNegative(String option, int value) {
    if (value < 0) {
      throw new QirtasException(Fault.USAGE, "usage.value", option, value);
    }
  }

  private Exit json(Archive archive, Iterator<Hit> hits) {
    Exit exit = Exit.DONE;
    while (hits.hasNext() && isHeard()) {
      try {
        ArchiveItem item = item(archive, hits.next());
        String line =
            excerpts
                ? ItemJson.line(archive, item, excerpts(archive, item))
                : ItemJson.line(ItemJson.of(archive, item));
        qirtas.terminal().out().println(line);
      } catch (QirtasException damaged) {
        exit = qirtas.failed(damaged);
      }
    }
    return exit;
  }

  private List<Excerpts.Excerpt> excerpts(Archive archive, ArchiveItem item) {
    return archive
        .article(item)
        .map(article -> cutting().of(article.text(), MOST_EXCERPTS))
        .orElse(List.of());
  }

  private Excerpts cutting() {
    if (cutting == null) {
      cutting = new Excerpts(selection.query(words));
    }
    return cutting;
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
                "tags",
                "words",
                "bytes")));
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
                  String.join("; ", hit.tags()),
                  hit.words().map(Object::toString).orElse(""),
                  Long.toString(hit.bytes()))));
    }
  }

  private Exit table(Archive archive, Iterator<Hit> hits, LongSupplier all) {
    if (!hits.hasNext()) {
      qirtas.say("find.none");
      return Exit.DONE;
    }
    Exit exit = Exit.DONE;
    var table = new HitTable(qirtas, new Highlights(String.join(" ", words)));
    int count = 0;
    for (; hits.hasNext() && isHeard(); count++) {
      Hit hit = hits.next();
      List<Excerpts.Excerpt> lines = List.of();
      try {
        lines = excerpts ? excerpts(archive, item(archive, hit)) : lines;
      } catch (QirtasException damaged) {
        exit = qirtas.failed(damaged);
      }
      table.add(hit, lines);
    }
    table.finish();
    counted(count, skip == 0 && count < limit ? count : all.getAsLong());
    return exit;
  }

  private void counted(int shown, long found) {
    int last = skip + shown;
    if (shown == found) {
      qirtas.say("find.count", shown);
    } else if (last < found) {
      qirtas.say("find.more", skip + 1, last, found, last);
    } else {
      qirtas.say("find.last", skip + 1, last, found);
    }
  }

  private void print(String line) {
    qirtas.terminal().out().print(line);
  }

  /** {@code qirtas find | head} is over when head is. */
  private boolean isHeard() {
    return !qirtas.terminal().out().checkError();
  }
}
