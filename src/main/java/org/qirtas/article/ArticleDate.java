package org.qirtas.article;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * When an article was published: the publisher's own day, as exact as its evidence and no more so.
 *
 * <p>The day is never shifted to another zone; an offset is kept where the source named one and is
 * invented nowhere.
 *
 * @param from the first moment that the date may mean, Gregorian, local
 * @param precision how exact it is
 * @param offset the zone's offset from UTC, where the source names it
 * @param calendar the calendar that the evidence counts in
 * @param evidence the words that say so
 * @param certain whether the evidence has one reading only
 */
public record ArticleDate(
    LocalDateTime from,
    Precision precision,
    Optional<ZoneOffset> offset,
    Reckoning calendar,
    Evidence evidence,
    boolean certain) {
  /** How exact a date is. */
  public enum Precision {
    /** Known to the minute. */
    MINUTE,
    /** Known to the day. */
    DAY,
    /** Known to the month. */
    MONTH,
    /** Known to the year. */
    YEAR
  }

  /** A way of counting years and months. */
  public enum Reckoning {
    /** The Gregorian calendar, whatever its months are called. */
    GREGORIAN,
    /** The Hijri calendar of Umm al-Qura. */
    HIJRI,
    /** The Ottoman fiscal (Rumi) calendar. */
    RUMI,
    /** The Solar Hijri calendar of Iran. */
    SOLAR_HIJRI
  }

  /** Cuts what the precision does not cover. */
  public ArticleDate {
    from =
        switch (precision) {
          case MINUTE -> from.truncatedTo(ChronoUnit.MINUTES);
          case DAY -> from.truncatedTo(ChronoUnit.DAYS);
          case MONTH -> from.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
          case YEAR -> from.withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
        };
  }

  /**
   * {@return the same evidence, read as another day at the same time of day}
   *
   * @param day the day
   * @param sure whether that reading is certain
   */
  public ArticleDate on(LocalDate day, boolean sure) {
    return new ArticleDate(
        day.atTime(from.toLocalTime()), precision, offset, calendar, evidence, sure);
  }

  /** {@return the last moment that the date may mean, excluded} */
  public LocalDateTime until() {
    return switch (precision) {
      case MINUTE -> from.plusMinutes(1);
      case DAY -> from.plusDays(1);
      case MONTH -> from.plusMonths(1);
      case YEAR -> from.plusYears(1);
    };
  }

  /**
   * In the Extended Date/Time Format (ISO 8601-2, level 0), such as {@code 2020-10-23T02:44},
   * {@code 2020-10} or {@code 2020}; with the offset only where the source names it.
   *
   * @return the EDTF string
   */
  public String edtf() {
    return switch (precision) {
      case MINUTE ->
          from.toLocalDate()
              + String.format(Locale.ROOT, "T%02d:%02d", from.getHour(), from.getMinute())
              + offset.map(ZoneOffset::getId).orElse("");
      case DAY -> from.toLocalDate().toString();
      case MONTH -> YearMonth.from(from).toString();
      case YEAR -> String.format(Locale.ROOT, "%04d", from.getYear());
    };
  }
}
