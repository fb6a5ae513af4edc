package org.qirtas.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas show}: one item, to read. */
@Command(name = "show")
@SuppressWarnings("NullAway.Init") // picocli sets the parent and the id
final class Show implements Callable<Integer> {
  @ParentCommand private Qirtas qirtas;

  @Parameters(paramLabel = "ID", descriptionKey = "ID")
  private String id;

  @Option(names = "--text")
  private boolean text;

  @Option(names = "--original")
  private boolean original;

  @Option(names = "--history")
  private boolean history;

  @Option(names = "--version", paramLabel = "N")
  private @Nullable Integer version;

  @Option(names = "-o", paramLabel = "FILE|-")
  private @Nullable String output;

  @Override
  public Integer call() {
    if (original != (output != null)) {
      throw new QirtasException(Fault.USAGE, "usage.original");
    }
    Archive archive = qirtas.archive();
    ArchiveItem newest = new Naming(qirtas, archive).item(id);
    ArchiveItem item = version == null ? newest : archive.version(newest, version);
    if (history) {
      new ItemHistory(qirtas, archive, newest).print();
    } else if (output != null) {
      copyOriginal(archive.original(item), output);
    } else if (qirtas.json()) {
      out().println(ItemJson.line(ItemJson.of(archive, item)));
    } else if (text) {
      out().println(ItemJson.text(article(archive, item)));
    } else {
      read(archive, item);
    }
    return Exit.DONE.code();
  }

  private void copyOriginal(Path from, String to) {
    try {
      if (to.equals("-")) {
        Files.copy(from, out());
      } else {
        Files.copy(from, Path.of(to), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new QirtasException(e, Fault.OUTPUT, "output.unwritable", to);
    }
  }

  private static Article article(Archive archive, ArchiveItem item) {
    return archive
        .article(item)
        .orElseThrow(() ->
            new QirtasException(
                Fault.INPUT, "item.quarantined", item.path(), item.cause().orElse("")));
  }

  private void read(Archive archive, ArchiveItem item) {
    Optional<Article> article = archive.article(item);
    if (article.isPresent()) {
      head(article.get());
    } else if (!item.origin().name().isEmpty()) {
      out().println(qirtas.bold(Cell.plain(item.origin().name())));
    }
    String standing = "show." + item.status().word();
    item.cause().ifPresent(why -> out().println(qirtas.messages().say(standing, why)));
    field("show.path", Optional.of(item.path()));
    field("show.id", Optional.of(item.id() + " v" + item.version()));
    item.original()
        .ifPresent(_ ->
            field(
                "show.original",
                Optional.of(item.origin().name() + ", " + item.origin().mediaType())));
    article.ifPresent(known -> {
      seen(known);
      out().printf("%n%s%n", body(known));
    });
  }

  /** Of a text that was seen and not said: by what, and how sure that is. */
  private void seen(Article article) {
    article
        .recognition()
        .ifPresent(how ->
            out()
                .println(
                    qirtas
                        .messages()
                        .say(
                            "show.recognition",
                            how.engine(),
                            how.language(),
                            how.confidence(),
                            how.pages(),
                            how.unread())));
    Recognised.gaps(qirtas.messages(), article).forEach(out()::println);
    if (article.isWithoutText()) {
      out().println(qirtas.messages().say("show.noText"));
    }
  }

  private void head(Article article) {
    out()
        .println(
            qirtas.bold(
                Cell.plain(
                    article
                        .title()
                        .map(Attested::value)
                        .orElseGet(() -> qirtas.messages().say("show.untitled")))));
    article.subtitle().map(Cell::plain).ifPresent(out()::println);
    String names =
        String.join(
            qirtas.messages().say("list.separator"),
            article.authors().stream().map(Attested::value).toList());
    field("show.authors", Optional.of(names).filter(some -> !some.isEmpty()));
    field("show.place", article.place().map(Attested::value));
    field(
        "show.date",
        article
            .date()
            .map(this::date)
            .or(() -> Optional.of(qirtas.messages().say("find.undated"))));
    article
        .otherDates()
        .forEach(other ->
            field("dryrun.otherdate", Optional.of(Recognised.other(qirtas.messages(), other))));
    field("show.source", article.publisher());
    field("show.address", article.address());
    String tags = String.join(qirtas.messages().say("list.separator"), article.tags());
    field("show.tags", Optional.of(tags).filter(some -> !some.isEmpty()));
    article.related().forEach(other -> field("show.related", Optional.of(other.title())));
  }

  private String date(ArticleDate date) {
    String known = qirtas.messages().say("show.evidence", date.edtf(), date.evidence().raw());
    return date.certain() ? known : known + " " + qirtas.messages().say("show.uncertain");
  }

  private void field(String key, Optional<String> value) {
    value.ifPresent(known -> out().println(qirtas.messages().say(key, known)));
  }

  /** Line by line, since a control character could rewrite what stands above it. */
  private static String body(Article article) {
    return String.join("\n", article.text().lines().map(Cell::plain).toList());
  }

  private PrintStream out() {
    return qirtas.terminal().out();
  }
}
