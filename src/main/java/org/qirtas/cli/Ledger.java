package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
  private static final int MOST_CAUSES = 3;

  private final Qirtas qirtas;
  private final boolean rehearsal;
  private final boolean rereading;
  private final Progress progress;
  private final Optional<ImportReport> report;
  private long stored;
  private long undated;
  private long sameText;
  private long likeText;
  private long versions;
  private long duplicates;
  private long opened;
  private long unchanged;
  private final Map<PassedOver.Kind, Long> passed = new TreeMap<>();
  private final Map<String, Long> quarantined = new TreeMap<>();
  private final Map<String, Long> failed = new TreeMap<>();

  /**
   * A ledger.
   *
   * @param rehearsal whether nothing is stored
   * @param rereading whether it is the archive's own items that are read
   * @param progress is told of each
   * @param report lists each
   */
  Ledger(
      Qirtas qirtas,
      boolean rehearsal,
      boolean rereading,
      Progress progress,
      Optional<ImportReport> report) {
    this.rereading = rereading;
    this.report = report;
    this.qirtas = qirtas;
    this.rehearsal = rehearsal;
    this.progress = progress;
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
  public void enter(String input, Outcome outcome) {
    progress.arrived();
    progress.clear();
    count(outcome);
    report.ifPresent(table -> table.add(json(input, outcome)));
    if (qirtas.json()) {
      out().println(ItemJson.line(json(input, outcome)));
    } else {
      print(input, outcome);
    }
    complain(input, outcome);
    if (input.contains("!/")) {
      progress.grow();
    }
    progress.step(byCause());
  }

  private void count(Outcome outcome) {
    switch (outcome) {
      case Outcome.Stored(_, Article article, Optional<Kin> kin) -> {
        stored++;
        sameText += kin.filter(Kin::same).isPresent() ? 1 : 0;
        likeText += kin.filter(other -> !other.same()).isPresent() ? 1 : 0;
        undated += article.date().isEmpty() ? 1 : 0;
      }
      case Outcome.Duplicate _ -> duplicates++;
      case Outcome.Version _ -> versions++;
      case Outcome.Opened(_, List<PassedOver> left) -> {
        opened++;
        left.forEach(some -> passed.merge(some.kind(), (long) some.count(), Long::sum));
      }
      case Outcome.Unchanged _ -> unchanged++;
      case Outcome.Quarantined(_, QirtasException cause) ->
          quarantined.merge(cause.key(), 1L, Long::sum);
      case Outcome.Failed(QirtasException cause) -> failed.merge(cause.key(), 1L, Long::sum);
    }
  }

  private ObjectNode json(String input, Outcome outcome) {
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
        node.put("parts", parts);
        ObjectNode over = node.putObject("passedOver");
        left.forEach(some -> over.put(ItemJson.word(some.kind()), some.count()));
      }
      case Outcome.Failed _, Outcome.Unchanged _ ->
          fill(node, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    node.put("cause", ItemJson.or(cause(outcome).map(QirtasException::key)));
    return rehearsal ? node.put("rehearsal", true) : node;
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
        left.forEach(some -> out().println("    " + messages.say(key(some.kind()), some.count())));
      }
      case Outcome.Quarantined _, Outcome.Failed _, Outcome.Unchanged _ -> {}
    }
  }

  private static String key(PassedOver.Kind kind) {
    return "passed." + ItemJson.word(kind);
  }

  private String version() {
    return !rereading ? "ingest.version" : rehearsal ? "ingest.wouldReread" : "ingest.reread";
  }

  private void complain(String input, Outcome outcome) {
    cause(outcome)
        .ifPresent(why -> {
          qirtas.trace(why);
          String text = text(input, why);
          boolean kept =
              outcome instanceof Outcome.Quarantined(Optional<?> item, _) && item.isPresent();
          qirtas.complain(kept ? qirtas.messages().say("ingest.kept", text) : text);
        });
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

  private static Optional<QirtasException> cause(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Quarantined(_, QirtasException cause) -> Optional.of(cause);
      case Outcome.Failed(QirtasException cause) -> Optional.of(cause);
      case Outcome.Stored _,
          Outcome.Version _,
          Outcome.Duplicate _,
          Outcome.Opened _,
          Outcome.Unchanged _ ->
          Optional.empty();
    };
  }

  /** How many failed, and the causes of most of them. */
  private String byCause() {
    var causes = new TreeMap<>(quarantined);
    failed.forEach((cause, count) -> causes.merge(cause, count, Long::sum));
    String most =
        causes.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MOST_CAUSES)
            .map(cause -> cause.getValue() + " " + qirtas.messages().cause(cause.getKey()))
            .collect(Collectors.joining(", "));
    return most.isEmpty() ? "0" : failures() + " (" + most + ")";
  }

  private long failures() {
    return sum(quarantined) + sum(failed);
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Prints the account. */
  Exit close() {
    progress.close();
    report.ifPresent(ImportReport::close);
    if (!qirtas.json() && !qirtas.quiet()) {
      if (!rereading || stored > 0) {
        row("tally.stored", stored);
        row("tally.undated", undated);
      }
      if (sameText + likeText > 0) {
        row("tally.sameText", sameText);
        row("tally.likeText", likeText);
      }
      row("tally.version", versions);
      if (!rereading || duplicates > 0) {
        row("tally.duplicate", duplicates);
      }
      if (rereading || unchanged > 0) {
        row(rereading ? "tally.same" : "tally.unchanged", unchanged);
      }
      if (opened > 0) {
        row("tally.opened", opened);
      }
      if (!passed.isEmpty()) {
        row("tally.passed", sum(passed));
      }
      if (!rereading) {
        rows("tally.quarantined", quarantined);
      }
      rows("tally.failed", failed);
      report.ifPresent(
          table -> out().println(qirtas.messages().say("ingest.report", table.file())));
    }
    return failures() == 0 ? Exit.DONE : Exit.SOME_FAILED;
  }

  private void rows(String key, Map<String, Long> counts) {
    row(key, sum(counts));
    counts.forEach(
        (cause, count) -> out().println(line("    " + qirtas.messages().cause(cause), count)));
  }

  private void row(String key, long count) {
    out().println(line(qirtas.messages().say(key), count));
  }

  private static String line(String label, long count) {
    int width = 44;
    return label + " ".repeat(Math.max(1, width - Cell.width(label))) + count;
  }

  private PrintStream out() {
    return qirtas.terminal().out();
  }
}
