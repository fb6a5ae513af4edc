package org.qirtas.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Evidence;

/**
 * A day, a month or a year, as typed: {@code 2020-10-23}, {@code 2020-10}, {@code 2020}, in any
 * digits, with a hyphen, a slash or a dot.
 *
 * @param first its first day
 * @param precision which of the three it is
 * @param typed as typed
 */
record Days(LocalDate first, ArticleDate.Precision precision, String typed) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?");
  private static final Pattern MINUTE =
      Pattern.compile("(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})[T ](\\d{1,2}):(\\d{2})");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");

  /**
   * {@return the days that somebody means}
   *
   * @param option where they were typed
   * @param typed as typed
   * @throws QirtasException {@code USAGE} where no days are meant; it names the nearest ones
   */
  static Days of(String option, String typed) {
    String ascii = inAscii(typed);
    Matcher form = FORM.matcher(ascii);
    if (!form.matches()) {
      throw wrong(option, typed, dayFirst(ascii));
    }
    int year = Integer.parseInt(form.group(1));
    try {
      if (form.group(2) == null) {
        return new Days(Year.of(Math.max(year, 1)).atDay(1), ArticleDate.Precision.YEAR, typed);
      }
      int month = Integer.parseInt(form.group(2));
      if (form.group(3) == null) {
        return new Days(YearMonth.of(year, month).atDay(1), ArticleDate.Precision.MONTH, typed);
      }
      return new Days(
          LocalDate.of(year, month, Integer.parseInt(form.group(3))),
          ArticleDate.Precision.DAY,
          typed);
    } catch (DateTimeException noSuchDay) {
      throw wrong(option, typed, nearest(year, Integer.parseInt(form.group(2))));
    }
  }

  /**
   * {@return the days that somebody means in a calendar; a date that ends in هـ is a Hijri one
   * whatever that says}
   *
   * @param option where they were typed
   * @param typed as typed
   * @param calendar the calendar
   * @throws QirtasException {@code USAGE} where no days are meant
   */
  static Span span(String option, String typed, ArticleDate.Reckoning calendar) {
    String bare = typed.replaceAll("\\p{Cf}", "").strip();
    boolean marked = bare.endsWith("هـ") || bare.endsWith("ه");
    if (marked || calendar == ArticleDate.Reckoning.HIJRI) {
      return hijri(option, bare.replaceAll("\\s*هـ?$", ""));
    }
    Days days = of(option, typed);
    return new Span(days.first(), days.last());
  }

  /**
   * Days one after another.
   *
   * @param first the first
   * @param last the last, included
   */
  record Span(LocalDate first, LocalDate last) {}

  /** By Umm al-Qura, which Java knows from 1300 to 1600 AH. */
  private static Span hijri(String option, String typed) {
    Matcher form = FORM.matcher(inAscii(typed));
    if (!form.matches()) {
      throw wrong(option, typed, Optional.empty());
    }
    try {
      int year = Integer.parseInt(form.group(1));
      int month = form.group(2) == null ? 1 : Integer.parseInt(form.group(2));
      int day = form.group(3) == null ? 1 : Integer.parseInt(form.group(3));
      HijrahDate first = HijrahDate.of(year, month, day);
      HijrahDate next =
          form.group(2) == null
              ? first.plus(1, ChronoUnit.YEARS)
              : first.plus(1, form.group(3) == null ? ChronoUnit.MONTHS : ChronoUnit.DAYS);
      return new Span(LocalDate.from(first), LocalDate.from(next).minusDays(1));
    } catch (DateTimeException noSuchDay) {
      throw wrong(option, typed, Optional.empty());
    }
  }

  /** {@return the last day, included} */
  LocalDate last() {
    return switch (precision) {
      case MINUTE, DAY -> first;
      case MONTH -> YearMonth.from(first).atEndOfMonth();
      case YEAR -> first.withDayOfYear(first.lengthOfYear());
    };
  }

  /** {@return the date of an article, on the word of whoever typed it} */
  ArticleDate asDate() {
    return new ArticleDate(
        first.atStartOfDay(),
        precision,
        Optional.empty(),
        ArticleDate.Reckoning.GREGORIAN,
        new Evidence(Evidence.Origin.ARCHIVIST, typed),
        true);
  }

  /**
   * {@return the date that an archivist gives an article: days, or a minute ({@code
   * 2020-10-23T02:44})}
   *
   * @param option where it was typed
   * @param typed as typed
   * @throws QirtasException {@code USAGE} where no date is meant
   */
  static ArticleDate dateOf(String option, String typed) {
    Matcher minute = MINUTE.matcher(inAscii(typed));
    if (!minute.matches()) {
      return of(option, typed).asDate();
    }
    ArticleDate day = of(option, minute.group(1)).asDate();
    int hour = Integer.parseInt(minute.group(2));
    int past = Integer.parseInt(minute.group(3));
    if (hour > 23 || past > 59) {
      throw wrong(option, typed, Optional.of(minute.group(1)));
    }
    return new ArticleDate(
        day.from().withHour(hour).withMinute(past),
        ArticleDate.Precision.MINUTE,
        Optional.empty(),
        day.calendar(),
        new Evidence(Evidence.Origin.ARCHIVIST, typed),
        true);
  }

  /** Also without what a copied date may bring along: marks of direction. */
  private static String inAscii(String typed) {
    var ascii = new StringBuilder();
    typed
        .strip()
        .codePoints()
        .filter(letter -> Character.getType(letter) != Character.FORMAT)
        .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
        .forEach(ascii::appendCodePoint);
    return ascii.toString();
  }

  private static Optional<String> dayFirst(String ascii) {
    Matcher form = DAY_FIRST.matcher(ascii);
    if (!form.matches()) {
      return Optional.empty();
    }
    int day = Integer.parseInt(form.group(1));
    int month = Integer.parseInt(form.group(2));
    int year = Integer.parseInt(form.group(3));
    // 10/23/2020 can only be the American way.
    return valid(year, month, day).or(() -> valid(year, day, month));
  }

  private static Optional<String> nearest(int year, int month) {
    return month >= 1 && month <= 12
        ? Optional.of(YearMonth.of(year, month).atEndOfMonth().toString())
        : Optional.of(String.format(Locale.ROOT, "%04d-12", year));
  }

  private static Optional<String> valid(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day).toString());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static QirtasException wrong(String option, String typed, Optional<String> nearest) {
    return nearest
        .map(right -> new QirtasException(Fault.USAGE, "usage.date.nearest", option, typed, right))
        .orElseGet(() -> new QirtasException(Fault.USAGE, "usage.date", option, typed));
  }
}
