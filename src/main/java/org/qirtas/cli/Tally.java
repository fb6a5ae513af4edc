package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.catalog.Kin;
import org.qirtas.source.PassedOver;

/** How many inputs of an import came to which end, and how long that took. */
final class Tally {
  private static final int MOST_CAUSES = 3;
  private static final int WIDTH = 44;

  private final Messages messages;
  private final boolean rereading;
  private final Timesheet times;
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
   * A tally.
   *
   * @param rereading whether it is the archive's own items that are read
   * @param times how long it took
   */
  Tally(Messages messages, boolean rereading, Timesheet times) {
    this.messages = messages;
    this.rereading = rereading;
    this.times = times;
  }

  void count(Outcome outcome) {
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
        count(left);
      }
      case Outcome.Partly(Outcome end, _, List<PassedOver> left) -> {
        count(end);
        count(left);
      }
      case Outcome.Unchanged _ -> unchanged++;
      case Outcome.Quarantined(_, QirtasException cause) ->
          quarantined.merge(cause.key(), 1L, Long::sum);
      case Outcome.Failed(QirtasException cause) -> failed.merge(cause.key(), 1L, Long::sum);
    }
  }

  private void count(List<PassedOver> left) {
    left.forEach(some -> passed.merge(some.kind(), (long) some.count(), Long::sum));
  }

  long failures() {
    return sum(quarantined) + sum(failed);
  }

  private long all() {
    return stored + versions + duplicates + opened + unchanged + failures();
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<String, Long> causes() {
    var causes = new TreeMap<>(quarantined);
    failed.forEach((cause, count) -> causes.merge(cause, count, Long::sum));
    return causes;
  }

  /** {@return how many failed, and the causes of most of them} */
  String byCause() {
    String most =
        causes().entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MOST_CAUSES)
            .map(cause -> cause.getValue() + " " + messages.cause(cause.getKey()))
            .collect(Collectors.joining(", "));
    return most.isEmpty() ? "0" : failures() + " (" + most + ")";
  }

  /** {@return the whole account, for other programs} */
  ObjectNode json() {
    ObjectNode node = ItemJson.object();
    node.put("stored", stored).put("undated", undated);
    node.put("sameAs", sameText).put("isVersionOf", likeText);
    node.put("version", versions).put("duplicate", duplicates);
    node.put("opened", opened).put("unchanged", unchanged);
    node.put("quarantined", sum(quarantined)).put("failed", sum(failed));
    ObjectNode over = node.putObject("passedOver");
    passed.forEach((kind, count) -> over.put(ItemJson.word(kind), count));
    ObjectNode causes = node.putObject("causes");
    causes().forEach(causes::put);
    node.put("seconds", seconds(times.whole())).put("perSecond", tenth(rate()));
    node.put("processes", times.processes()).put("reading", seconds(times.reading()));
    for (Timesheet.Work work : Timesheet.Work.values()) {
      node.put(ItemJson.word(work), seconds(times.spent(work)));
    }
    return node;
  }

  /** {@return a duration in seconds, to the millisecond} */
  static double seconds(Duration time) {
    return Math.round(time.toNanos() / 1e6) / 1e3;
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private double rate() {
    double seconds = seconds(times.whole());
    return seconds == 0 ? 0 : all() / seconds;
  }

  /**
   * Prints the account.
   *
   * @param timed whether it also says how long it took
   */
  void print(PrintStream out, boolean timed) {
    if (!rereading || stored > 0) {
      row(out, "tally.stored", stored);
      row(out, "tally.undated", undated);
    }
    if (sameText + likeText > 0) {
      row(out, "tally.sameText", sameText);
      row(out, "tally.likeText", likeText);
    }
    row(out, "tally.version", versions);
    if (!rereading || duplicates > 0) {
      row(out, "tally.duplicate", duplicates);
    }
    if (rereading || unchanged > 0) {
      row(out, rereading ? "tally.same" : "tally.unchanged", unchanged);
    }
    if (opened > 0) {
      row(out, "tally.opened", opened);
    }
    if (!passed.isEmpty()) {
      row(out, "tally.passed", sum(passed));
    }
    if (!rereading) {
      rows(out, "tally.quarantined", quarantined);
    }
    rows(out, "tally.failed", failed);
    if (timed) {
      times(out);
    }
  }

  private void times(PrintStream out) {
    Duration whole = times.whole();
    line(
        out,
        messages.say("tally.time"),
        messages.say("tally.timeAndRate", shown(whole), one(rate())));
    line(out, messages.say("tally.reading", times.processes()), shownSeconds(times.reading()));
    for (Timesheet.Work work : Timesheet.Work.values()) {
      Duration spent = times.spent(work);
      long share = whole.isZero() ? 0 : Math.round(100.0 * spent.toNanos() / whole.toNanos());
      line(
          out,
          messages.say("tally." + ItemJson.word(work)),
          messages.say("tally.share", shown(spent), share));
    }
  }

  private String shownSeconds(Duration time) {
    return messages.say("tally.seconds", shown(time));
  }

  private static String shown(Duration time) {
    return one(time.toNanos() / 1e9);
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private void rows(PrintStream out, String key, Map<String, Long> counts) {
    row(out, key, sum(counts));
    counts.forEach(
        (cause, count) -> line(out, "    " + messages.cause(cause), Long.toString(count)));
  }

  private void row(PrintStream out, String key, long count) {
    line(out, messages.say(key), Long.toString(count));
  }

  private static void line(PrintStream out, String label, String value) {
    out.println(label + " ".repeat(Math.max(1, WIDTH - Cell.width(label))) + value);
  }
}
