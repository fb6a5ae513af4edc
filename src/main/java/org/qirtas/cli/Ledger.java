package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.qirtas.QirtasException;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.catalog.Hit;
import org.qirtas.catalog.Kin;
import org.qirtas.source.PassedOver;

/** Tells what became of each input, and counts; ends with the account. */
final class Ledger implements Intake.Account {
  private final Qirtas qirtas;
  private final boolean rehearsal;
  private final boolean rereading;
  private final Progress progress;
  private final Optional<ImportReport> report;
  private final Tally tally;

  /**
   * A ledger.
   *
   * @param rehearsal whether nothing is stored
   * @param rereading whether it is the archive's own items that are read
   * @param times how long it takes
   * @param progress is told of each
   * @param report lists each
   */
  Ledger(
      Qirtas qirtas,
      boolean rehearsal,
      boolean rereading,
      Timesheet times,
      Progress progress,
      Optional<ImportReport> report) {
    this.rereading = rereading;
    this.report = report;
    this.qirtas = qirtas;
    this.rehearsal = rehearsal;
    this.progress = progress;
    this.tally = new Tally(qirtas.messages(), rereading, times);
  }

  @Override
  public void await(String input) {
    progress.await(input);
  }

  /** So many files come in now. */
  void begin(long files) {
    progress.begin(files);
  }

  /** What came in is done; what is told of it can be read by others. */
  void rest(int waiting) {
    out().flush();
    report.ifPresent(ImportReport::flush);
    progress.rest(waiting);
  }

  @Override
  public void enter(String input, Outcome outcome, Duration took) {
    // A line is not written into while it is told of something.
    synchronized (progress) {
      tell(input, outcome, took);
    }
  }

  private void tell(String input, Outcome outcome, Duration took) {
    progress.arrived();
    progress.clear();
    tally.count(outcome);
    report.ifPresent(table -> table.add(json(input, outcome, took)));
    if (qirtas.json()) {
      out().println(ItemJson.line(json(input, outcome, took)));
    } else {
      print(input, outcome);
    }
    complain(input, outcome);
    if (input.contains("!/")) {
      progress.grow();
    }
    progress.step(tally.byCause());
  }

  private ObjectNode json(String input, Outcome outcome, Duration took) {
    ObjectNode node = ItemJson.object().put("input", input);
    node.put("status", ItemJson.word(outcome.getClass()));
    switch (outcome) {
      case Outcome.Stored(Optional<ArchiveItem> item, Article article, Optional<Kin> kin) -> {
        kin.ifPresent(other -> node.put(other.same() ? "sameAs" : "isVersionOf", other.hit().id()));
        fill(
            node,
            item.map(kept -> kept.id().toString()),
            item.map(ArchiveItem::path),
            article.title().map(Attested::value),
            article.date().map(ArticleDate::edtf));
        if (rehearsal) {
          new Recognised(qirtas.messages(), article).fill(node);
        }
      }
      case Outcome.Version(ArchiveItem item, Article article) ->
          fill(
              node,
              Optional.of(item.id().toString()),
              Optional.of(item.path()),
              article.title().map(Attested::value),
              article.date().map(ArticleDate::edtf));
      case Outcome.Duplicate(String path, Optional<Hit> hit) ->
          fill(
              node,
              hit.map(Hit::id),
              Optional.of(path),
              hit.flatMap(Hit::title),
              hit.flatMap(Hit::date));
      case Outcome.Quarantined(Optional<ArchiveItem> item, _) ->
          fill(
              node,
              item.map(kept -> kept.id().toString()),
              item.map(ArchiveItem::path),
              Optional.empty(),
              Optional.empty());
      case Outcome.Opened(long parts, List<PassedOver> left) -> {
        fill(node, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        inside(node, parts, left);
      }
      case Outcome.Partly(Outcome end, long parts, List<PassedOver> left) -> {
        ObjectNode whole = json(input, end, took);
        inside(whole, parts, left);
        return whole;
      }
      case Outcome.Failed _, Outcome.Unchanged _ ->
          fill(node, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    node.put("cause", ItemJson.or(outcome.trouble().map(QirtasException::key)));
    node.put("seconds", Tally.seconds(took));
    return rehearsal ? node.put("rehearsal", true) : node;
  }

  private static void inside(ObjectNode node, long parts, List<PassedOver> left) {
    node.put("parts", parts);
    ObjectNode over = node.putObject("passedOver");
    left.forEach(some -> over.put(ItemJson.word(some.kind()), some.count()));
  }

  private static void fill(
      ObjectNode node,
      Optional<String> id,
      Optional<String> path,
      Optional<String> title,
      Optional<String> date) {
    node.put("id", ItemJson.or(id)).put("path", ItemJson.or(path));
    node.put("title", ItemJson.or(title)).put("date", ItemJson.or(date));
  }

  private void print(String input, Outcome outcome) {
    if (qirtas.quiet()) {
      return;
    }
    Messages messages = qirtas.messages();
    switch (outcome) {
      case Outcome.Stored(Optional<ArchiveItem> item, Article article, Optional<Kin> kin) -> {
        out()
            .println(
                item.map(kept -> messages.say("ingest.stored", input, kept.path()))
                    .orElseGet(() -> messages.say("ingest.wouldStore", input)));
        kin.ifPresent(other ->
            out()
                .println(
                    messages.say(
                        other.same() ? "ingest.sameText" : "ingest.likeText", other.hit().path())));
        if (rehearsal) {
          new Recognised(messages, article).print(out());
        }
      }
      case Outcome.Version(ArchiveItem item, _) ->
          out().println(messages.say(version(), input, item.path(), item.version()));
      case Outcome.Duplicate(String path, _) ->
          out().println(messages.say("ingest.duplicate", input, path));
      case Outcome.Opened(long parts, List<PassedOver> left) -> {
        out().println(messages.say("ingest.opened", input, parts));
        print(left);
      }
      case Outcome.Partly(Outcome end, long parts, List<PassedOver> left) -> {
        print(input, end);
        if (end.trouble().isEmpty()) {
          out().println(messages.say("ingest.inside", parts));
          print(left);
        }
      }
      case Outcome.Quarantined _, Outcome.Failed _, Outcome.Unchanged _ -> {}
    }
  }

  private void print(List<PassedOver> left) {
    left.forEach(
        some -> out().println("    " + qirtas.messages().say(key(some.kind()), some.count())));
  }

  private static String key(PassedOver.Kind kind) {
    return "passed." + ItemJson.word(kind);
  }

  private String version() {
    return !rereading ? "ingest.version" : rehearsal ? "ingest.wouldReread" : "ingest.reread";
  }

  private void complain(String input, Outcome outcome) {
    outcome
        .trouble()
        .ifPresent(why -> {
          qirtas.trace(why);
          qirtas.complain(complaint(outcome, text(input, why)));
        });
  }

  /** All that there is to say of an input is one line. */
  private String complaint(Outcome outcome, String text) {
    return switch (outcome) {
      case Outcome.Quarantined(Optional<ArchiveItem> item, _) when item.isPresent() ->
          qirtas.messages().say("ingest.kept", text);
      case Outcome.Partly(Outcome end, long parts, List<PassedOver> left) ->
          qirtas
              .messages()
              .say(
                  "ingest.partly",
                  complaint(end, text),
                  parts,
                  left.stream().mapToLong(PassedOver::count).sum());
      default -> text;
    };
  }

  /** A message may name a file by its name alone; among thousands only the path will do, once. */
  private String text(String input, QirtasException why) {
    Object[] values =
        why.values().stream().map(value -> value.toString().equals(input) ? "" : value).toArray();
    String name = input.substring(input.lastIndexOf('/') + 1);
    if (values.length > 0 && (values[0].equals("") || values[0].toString().equals(name))) {
      values[0] = input;
    }
    return qirtas.messages().say(why.key(), values);
  }

  /** Prints the account. */
  Exit close() {
    progress.close();
    report.ifPresent(ImportReport::close);
    if (qirtas.json()) {
      report.ifPresent(table -> out().println(ItemJson.line(summary(table))));
    } else if (!qirtas.quiet()) {
      tally.print(out(), report.isPresent());
      report.ifPresent(
          table -> out().println(qirtas.messages().say("ingest.report", table.file())));
    }
    return tally.failures() == 0 ? Exit.DONE : Exit.SOME_FAILED;
  }

  private ObjectNode summary(ImportReport table) {
    ObjectNode line = ItemJson.object();
    line.set("summary", tally.json().put("report", table.file().toString()));
    return line;
  }

  private PrintStream out() {
    return qirtas.terminal().out();
  }
}
