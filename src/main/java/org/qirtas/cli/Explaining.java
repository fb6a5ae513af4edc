package org.qirtas.cli;

import java.util.Comparator;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.qirtas.compose.Explanation;
import org.qirtas.compose.Fit;
import org.qirtas.compose.Kashida;
import org.qirtas.compose.Page;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.PlacedRun;
import org.qirtas.text.Elongation;

/**
 * Says of each justified line what it took to fill it, and of each paragraph what else was near.
 */
final class Explaining implements Consumer<Page> {
  private static final int ENDING = 24;

  private final Qirtas qirtas;

  Explaining(Qirtas qirtas) {
    this.qirtas = qirtas;
  }

  @Override
  public void accept(Page page) {
    int number = 0;
    for (PageItem item : page.upright()) {
      if (item instanceof PageItem.Line line && !line.runs().isEmpty()) {
        number++;
        Explanation why = line.why();
        if (why != null) {
          print(line(page, number, line, why));
          rival(why);
        }
      }
    }
  }

  private String line(Page page, int number, PageItem.Line line, Explanation why) {
    Fit fit = why.fit();
    String badness =
        fit.badness() == Fit.OVERFULL
            ? say("explain.overfull")
            : String.format(Locale.ROOT, "%.0f", fit.badness());
    return say(
        "explain.line",
        page.label(),
        number,
        badness,
        String.format(Locale.ROOT, "%+.0f", 100 * fit.spaceRatio()),
        say("explain.fitness." + fit.fitness().name().toLowerCase(Locale.ROOT)),
        kashidas(line, why),
        ending(line));
  }

  private String kashidas(PageItem.Line line, Explanation why) {
    var all = new StringJoiner("; ");
    for (PlacedRun placed : line.runs()) {
      for (Kashida kashida : placed.kashidas()) {
        double ems = kashida.width().dividedBy(placed.run().size());
        all.add(
            say(
                "explain.kashida",
                word(placed, kashida),
                "P" + kashida.priority().rank(),
                String.format(Locale.ROOT, "%.2f", ems)));
      }
    }
    String kashidas = all.length() == 0 ? say("explain.no-kashida") : all.toString();
    return why.fit()
        .elongation()
        .map(word -> say("explain.elongated", kashidas, word(line, word)))
        .orElse(kashidas);
  }

  private static String word(PageItem.Line line, Elongation word) {
    for (PlacedRun placed : line.runs()) {
      int start = word.start() - placed.run().start();
      if (start >= 0 && word.end() <= placed.run().end()) {
        return placed.run().text().substring(start, word.end() - placed.run().start());
      }
    }
    return "";
  }

  private static String word(PlacedRun placed, Kashida kashida) {
    String text = placed.run().text();
    int from = text.lastIndexOf(' ', kashida.letter()) + 1;
    int to = text.indexOf(' ', kashida.letter());
    return text.substring(from, to < 0 ? text.length() : to);
  }

  /** The last words of a line, in reading order. */
  private static String ending(PageItem.Line line) {
    String text =
        line.runs().stream()
            .sorted(Comparator.comparingInt(placed -> placed.run().start()))
            .map(placed -> placed.run().text())
            .collect(Collectors.joining())
            .strip();
    return text.length() <= ENDING
        ? text
        : text.substring(text.indexOf(' ', text.length() - ENDING) + 1);
  }

  private void rival(Explanation why) {
    Explanation.Rival rival = why.rival();
    if (rival != null) {
      print(
          say(
              "explain.rival",
              String.format(Locale.ROOT, "%.0f", rival.chosen()),
              String.format(Locale.ROOT, "%.0f", rival.demerits()),
              rival.line(),
              rival.ending(),
              say(
                  "explain.reason." + rival.reason().name().toLowerCase(Locale.ROOT),
                  rival.worstLine(),
                  String.format(Locale.ROOT, "%.0f", rival.worst()))));
    }
  }

  private String say(String key, Object... values) {
    return qirtas.messages().say(key, values);
  }

  private void print(String line) {
    qirtas.terminal().out().println(line);
  }
}
