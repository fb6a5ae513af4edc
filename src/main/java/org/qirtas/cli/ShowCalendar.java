package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qirtas.archive.Archive;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.Hit;
import org.qirtas.catalog.Order;
import org.qirtas.catalog.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/**
 * {@code qirtas calendar}: how many items each day of a year holds, as a picture: a column a week,
 * a row a day of the week, the darker the more.
 */
@Command(name = "calendar")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class ShowCalendar implements Callable<Integer> {
  private static final String[] SHADES = {"·", "░", "▒", "▓", "█"};
  private static final String[] GREENS = {"238", "22", "28", "34", "46"};
  private static final DayOfWeek FIRST_OF_A_WEEK = DayOfWeek.SATURDAY;

  /** As wide as the short name of a weekday, or a year, and a space. */
  private static final int MARGIN = 5;

  @ParentCommand private Qirtas qirtas;

  @Parameters(paramLabel = "YEAR", descriptionKey = "YEAR", arity = "0..1")
  private @Nullable String year;

  @Override
  public Integer call() {
    Archive archive = qirtas.archive();
    try (Catalog catalog = qirtas.catalog(archive)) {
      LocalDate first =
          Optional.ofNullable(year)
              .map(typed -> Days.of("YEAR", typed).first())
              .orElseGet(() -> newest(catalog))
              .withDayOfYear(1);
      LocalDate last = first.withDayOfYear(first.lengthOfYear());
      SortedMap<LocalDate, Integer> days = catalog.days(first, last);
      if (qirtas.json()) {
        ObjectNode node = ItemJson.object().put("year", first.getYear());
        ObjectNode counts = node.putObject("days");
        days.forEach((day, count) -> counts.put(day.toString(), count));
        qirtas.terminal().out().println(ItemJson.line(node));
      } else {
        draw(first, last, days);
      }
    }
    return Exit.DONE.code();
  }

  /** The year of the newest item, where none is asked for. */
  private LocalDate newest(Catalog catalog) {
    var dated = new Query.Within(Optional.empty(), Optional.empty());
    var hits = catalog.find(dated, Order.DATE, 1);
    return Optional.of(hits)
        .filter(java.util.Iterator::hasNext)
        .map(java.util.Iterator::next)
        .flatMap(Hit::date)
        .map(date -> LocalDate.of(Integer.parseInt(date.substring(0, 4)), 1, 1))
        .orElseGet(() -> LocalDate.ofInstant(qirtas.clock().instant(), java.time.ZoneOffset.UTC));
  }

  private void draw(LocalDate first, LocalDate last, SortedMap<LocalDate, Integer> days) {
    int most = days.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    LocalDate begin = first.with(TemporalAdjusters.previousOrSame(FIRST_OF_A_WEEK));
    out(Cell.fixed(Integer.toString(first.getYear()), MARGIN) + months(begin, first, last));
    for (int row = 0; row < 7; row++) {
      var line = new StringBuilder();
      DayOfWeek weekday = FIRST_OF_A_WEEK.plus(row);
      String name = qirtas.messages().say("calendar." + weekday.name());
      line.append(Cell.fixed(name, MARGIN));
      for (LocalDate day = begin.plusDays(row); !day.isAfter(last); day = day.plusDays(7)) {
        line.append(day.isBefore(first) ? " " : shade(days.getOrDefault(day, 0), most));
      }
      out(line.toString());
    }
    var legend = new ArrayList<String>(List.of("0"));
    for (int shade = 0; shade < SHADES.length; shade++) {
      legend.add(painted(shade));
    }
    legend.add(Integer.toString(most));
    out(" ".repeat(MARGIN) + String.join(" ", legend));
    long all = days.values().stream().mapToLong(Integer::longValue).sum();
    Optional<Map.Entry<LocalDate, Integer>> busiest =
        days.entrySet().stream().max(Map.Entry.comparingByValue());
    qirtas.say(
        "calendar.sum", all, days.size(), busiest.map(day -> day.getKey().toString()).orElse("-"));
  }

  private static String months(LocalDate begin, LocalDate first, LocalDate last) {
    var line = new StringBuilder();
    for (LocalDate week = begin; !week.isAfter(last); week = week.plusDays(7)) {
      LocalDate end = week.plusDays(6);
      boolean begins = end.getDayOfMonth() <= 7 && !end.isBefore(first) && !end.isAfter(last);
      if (begins && line.length() <= week.toEpochDay() - begin.toEpochDay()) {
        int column = (int) ((week.toEpochDay() - begin.toEpochDay()) / 7);
        line.append(" ".repeat(Math.max(0, column - line.length()))).append(end.getMonthValue());
      }
    }
    return line.toString();
  }

  /** The shade of a day: none for nothing, then by quarters of the busiest. */
  private String shade(int count, int most) {
    return painted(count == 0 ? 0 : 1 + Math.min(3, (count * 4 - 1) / Math.max(1, most)));
  }

  private String painted(int shade) {
    return qirtas.showsColour()
        ? "\u001B[38;5;" + GREENS[shade] + "m" + SHADES[shade] + "\u001B[0m"
        : SHADES[shade];
  }

  private void out(String line) {
    qirtas.terminal().out().println(line);
  }
}
