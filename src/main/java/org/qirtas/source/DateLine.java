package org.qirtas.source;

import java.time.DayOfWeek;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.article.ArticleDate.Reckoning;
import org.qirtas.article.Evidence;
import org.qirtas.article.Evidence.Origin;

/** Recognises the dates that stand in a line of text, with the time of day that belongs to them. */
final class DateLine {
  private static final Map<String, DayOfWeek> WEEKDAYS =
      Map.ofEntries(
          Map.entry("الاثنين", DayOfWeek.MONDAY),
          Map.entry("الثلاثاء", DayOfWeek.TUESDAY),
          Map.entry("الاربعاء", DayOfWeek.WEDNESDAY),
          Map.entry("الخميس", DayOfWeek.THURSDAY),
          Map.entry("الجمعه", DayOfWeek.FRIDAY),
          Map.entry("السبت", DayOfWeek.SATURDAY),
          Map.entry("الاحد", DayOfWeek.SUNDAY),
          Map.entry("دوشنبه", DayOfWeek.MONDAY),
          Map.entry("سهشنبه", DayOfWeek.TUESDAY),
          Map.entry("چهارشنبه", DayOfWeek.WEDNESDAY),
          Map.entry("پنجشنبه", DayOfWeek.THURSDAY),
          Map.entry("يكشنبه", DayOfWeek.SUNDAY),
          Map.entry("monday", DayOfWeek.MONDAY),
          Map.entry("tuesday", DayOfWeek.TUESDAY),
          Map.entry("wednesday", DayOfWeek.WEDNESDAY),
          Map.entry("thursday", DayOfWeek.THURSDAY),
          Map.entry("friday", DayOfWeek.FRIDAY),
          Map.entry("saturday", DayOfWeek.SATURDAY),
          Map.entry("sunday", DayOfWeek.SUNDAY));
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?<!\\p{L})(?:ال)?(?:"
              + String.join("|", WEEKDAYS.keySet().stream().sorted().toList())
              + ")(?!\\p{L})");

  /** What may stand between a day and its time of day without being anything else. */
  private static final Pattern LINK =
      Pattern.compile(
          "[\\s,;|•·()t-]*(?:(?:"
              + WEEKDAY.pattern()
              + "|الساعه|في|علي|عند|ساعت|at|on|يوم|بتاريخ|و)[\\s,:|-]*)*");

  private static final int NEAR = 24;

  private DateLine() {}

  /**
   * The dates that stand in a line, the one most likely meant first: a full day before a month, a
   * Gregorian before another calendar's, then the first that is read.
   */
  static List<FoundDate> in(String line, Origin origin) {
    Folded folded = Folded.of(line);
    List<TimeOfDay> times = TimeOfDay.in(folded.text());
    var found = new ArrayList<FoundDate>();
    for (DateForm.Match match : matches(folded.text())) {
      found.add(withTime(folded, match, times, origin));
    }
    found.sort(
        Comparator.comparing((FoundDate date) -> date.date().precision())
            .thenComparing(date -> date.date().calendar() != Reckoning.GREGORIAN)
            .thenComparingInt(FoundDate::start));
    return doubted(found);
  }

  private static List<DateForm.Match> matches(String folded) {
    var matches = new ArrayList<DateForm.Match>();
    for (DateForm form : DateForm.values()) {
      Matcher matcher = form.matcher(folded);
      while (matcher.find()) {
        form.read(matcher)
            .filter(match -> matches.stream().noneMatch(other -> overlap(match, other)))
            .ifPresent(matches::add);
      }
    }
    return matches;
  }

  private static boolean overlap(DateForm.Match one, DateForm.Match other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static FoundDate withTime(
      Folded folded, DateForm.Match match, List<TimeOfDay> times, Origin origin) {
    Optional<TimeOfDay> time =
        match.precision() != Precision.DAY
            ? Optional.empty()
            : times.stream().filter(near -> linked(folded.text(), near, match)).findFirst();
    int start = time.map(near -> Math.min(near.start(), match.start())).orElse(match.start());
    int end = time.map(near -> Math.max(near.end(), match.end())).orElse(match.end());
    DateForm.Match checked = match.checked(weekday(folded.text(), start, end));
    var date =
        new ArticleDate(
            time.isPresent()
                ? checked.day().atTime(time.get().time())
                : checked.day().atStartOfDay(),
            time.isPresent() ? Precision.MINUTE : match.precision(),
            time.flatMap(TimeOfDay::offset),
            match.calendar(),
            new Evidence(origin, folded.raw(start, end).strip()),
            checked.certain());
    return new FoundDate(
        date, folded.originalStart(start), folded.originalEnd(end), checked.otherReading());
  }

  /** Whether nothing but blanks and joining words stands between a time and a day. */
  private static boolean linked(String text, TimeOfDay time, DateForm.Match day) {
    String between =
        time.end() <= day.start()
            ? text.substring(time.end(), day.start())
            : time.start() >= day.end() ? text.substring(day.end(), time.start()) : "x";
    return LINK.matcher(between).matches();
  }

  private static @Nullable DayOfWeek weekday(String text, int start, int end) {
    Matcher before = WEEKDAY.matcher(text.substring(Math.max(0, start - NEAR), start));
    if (before.find()) {
      return WEEKDAYS.get(before.group());
    }
    Matcher within = WEEKDAY.matcher(text.substring(start, Math.min(text.length(), end + NEAR)));
    return within.find() ? WEEKDAYS.get(within.group()) : null;
  }

  /** Two calendars beside each other must mean the same day, give or take the sighted moon. */
  private static List<FoundDate> doubted(List<FoundDate> found) {
    if (found.size() < 2) {
      return found;
    }
    FoundDate first = found.getFirst();
    boolean contradicted =
        found.stream()
            .skip(1)
            .anyMatch(other ->
                other.date().calendar() != first.date().calendar()
                    && other.date().precision() != Precision.MONTH
                    && Math.abs(ChronoUnit.DAYS.between(first.date().from(), other.date().from()))
                        > 2);
    if (contradicted) {
      found.set(0, uncertain(first));
    }
    return found;
  }

  private static FoundDate uncertain(FoundDate found) {
    ArticleDate date = found.date();
    return new FoundDate(
        new ArticleDate(
            date.from(), date.precision(), date.offset(), date.calendar(), date.evidence(), false),
        found.start(),
        found.end(),
        found.otherReading());
  }
}
