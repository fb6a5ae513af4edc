package org.qirtas.source.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.qirtas.article.ArticleDate.Reckoning;

/** Turns days of the calendars that are read into Gregorian ones. */
final class Calendars {
  /** A day, and whether the calendar leaves no doubt about it. */
  record Day(LocalDate date, boolean certain) {}

  private static final int UNIX_EPOCH_JULIAN_DAY = 2_440_588;

  private Calendars() {}

  /** The Gregorian day; empty where the calendar has no such day. */
  static Optional<Day> day(Reckoning reckoning, int year, int month, int day) {
    try {
      return switch (reckoning) {
        case GREGORIAN -> gregorian(year, month, day);
        case HIJRI -> hijri(year, month, day);
        case SOLAR_HIJRI -> solarHijri(year, month, day);
        case RUMI -> rumi(year, month, day);
      };
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The Gregorian day that a month of the calendar ends with. */
  static Optional<Day> lastDay(Reckoning reckoning, int year, int month) {
    List<Day> ends =
        IntStream.iterate(31, day -> day >= 28, day -> day - 1)
            .mapToObj(day -> day(reckoning, year, month, day))
            .flatMap(Optional::stream)
            .toList();
    return ends.stream().filter(Day::certain).findFirst().or(() -> ends.stream().findFirst());
  }

  private static Optional<Day> gregorian(int year, int month, int day) {
    return year < 1500 || year > 2100
        ? Optional.empty()
        : Optional.of(new Day(LocalDate.of(year, month, day), true));
  }

  private static Optional<Day> hijri(int year, int month, int day) {
    if (year < 1 || year > 1600 || month < 1 || month > 12 || day < 1 || day > 30) {
      return Optional.empty();
    }
    if (year >= 1300) {
      // Where the moon was sighted late, a month had thirty days of which the table knows 29.
      int known = Math.min(day, HijrahDate.of(year, month, 1).lengthOfMonth());
      long epochDay = HijrahDate.of(year, month, known).getLong(ChronoField.EPOCH_DAY);
      return Optional.of(new Day(LocalDate.ofEpochDay(epochDay + day - known), day == known));
    }
    // Umm al-Qura has no tables before 1300: the tabular calendar, which may be a day or two off.
    long before = (11L * year + 3) / 30 + 354L * year + 30L * month - (month - 1) / 2;
    return Optional.of(
        new Day(
            LocalDate.ofEpochDay(before + day + 1_948_440 - 385 - UNIX_EPOCH_JULIAN_DAY), false));
  }

  /**
   * The 33-year rule: years 1, 5, 9, 13, 17, 22, 26 and 30 of each 33 are leap years. It agrees
   * with the observed equinox for every year from 1178 to 1633 but a handful after 1502.
   */
  private static Optional<Day> solarHijri(int year, int month, int day) {
    if (year < 1178 || year > 1633 || month < 1 || month > 12) {
      return Optional.empty();
    }
    boolean leap = (25 * year + 11) % 33 < 8;
    int days = month <= 6 ? 31 : month <= 11 || leap ? 30 : 29;
    if (day < 1 || day > days) {
      return Optional.empty();
    }
    long newYear = 1_948_319L + 365L * (year - 1) + Math.floorDiv(8 * year + 21, 33);
    int before = month <= 7 ? 31 * (month - 1) : 186 + 30 * (month - 7);
    return Optional.of(
        new Day(LocalDate.ofEpochDay(newYear + before + day - UNIX_EPOCH_JULIAN_DAY), true));
  }

  /**
   * The Ottoman fiscal year began on 1 March, Julian, and was counted 584 behind the Julian one.
   * The law of 8 February 1917 dropped 16 to 28 February 1332, so that 1 March 1333 was 1 March
   * 1917, Gregorian; the year 1333 ended with December.
   *
   * @param month 1 for January
   */
  private static Optional<Day> rumi(int year, int month, int day) {
    if (year < 1256 || year > 1341 || (year == 1332 && month == 2 && day > 15)) {
      return Optional.empty();
    }
    if (year > 1333 || (year == 1333 && month >= 3)) {
      return Optional.of(new Day(LocalDate.of(year + 584, month, day), true));
    }
    if (year == 1333) {
      return Optional.empty();
    }
    return julian(year + (month < 3 ? 585 : 584), month, day).map(date -> new Day(date, true));
  }

  private static Optional<LocalDate> julian(int year, int month, int day) {
    int days = month == 2 ? (year % 4 == 0 ? 29 : 28) : java.time.Month.of(month).maxLength();
    if (day < 1 || day > days) {
      return Optional.empty();
    }
    int y = month < 3 ? year - 1 : year;
    int m = month < 3 ? month + 9 : month - 3;
    long julianDay = 365L * y + Math.floorDiv(y, 4) + (153L * m + 2) / 5 + day + 1_721_117;
    return Optional.of(LocalDate.ofEpochDay(julianDay - UNIX_EPOCH_JULIAN_DAY));
  }
}
