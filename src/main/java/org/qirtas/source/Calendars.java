package org.qirtas.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.Optional;
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
        // Ottoman fiscal dates are not recognised yet, so none gets here.
        case RUMI -> Optional.empty();
      };
    } catch (DateTimeException _) {
      return Optional.empty();
    }
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
      HijrahDate date = HijrahDate.of(year, month, day);
      return Optional.of(new Day(LocalDate.ofEpochDay(date.getLong(ChronoField.EPOCH_DAY)), true));
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
}
