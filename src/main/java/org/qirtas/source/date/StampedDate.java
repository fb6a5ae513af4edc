package org.qirtas.source.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.article.ArticleDate.Reckoning;
import org.qirtas.article.Evidence;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.letters.Folded;

/**
 * Reads the dates of records made for machines (ISO 8601, RFC 5322 and their careless relatives, in
 * any digits), and falls back on reading them as a person's words.
 */
public final class StampedDate {
  private static final String TIME =
      "(?<h>\\d{1,2}):(?<min>\\d{2})(?::\\d{2}(?:[.,]\\d+)?)?\\s*(?<zone>[+-]\\d{2}:?\\d{2}|z|gmt|utc)?";
  private static final Pattern ISO =
      Pattern.compile(
          "(?<y>\\d{4})(?:-?(?<m>\\d{2})(?:-?(?<d>\\d{2})(?:[t ]\\s*"
              + TIME
              + ")?)?)?(?:[+-]\\d{2}:\\d{2}|z)?");
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:[a-z]{3,9},?\\s*)?(?<d>\\d{1,2})\\s+(?<m>[a-z]{3})[a-z]*\\s+(?<y>\\d{4})\\s+"
              + TIME
              + ".*");

  private StampedDate() {}

  /**
   * {@return the date that a record's words say, if they say one}
   *
   * @param raw the words
   * @param origin the record, for the date's evidence
   */
  public static Optional<ArticleDate> read(String raw, Origin origin) {
    return found(raw, origin).map(FoundDate::date);
  }

  /** The same, with the other day that the words may mean. */
  static Optional<FoundDate> found(String raw, Origin origin) {
    return stamp(raw, origin)
        .map(date -> new FoundDate(date, 0, raw.length(), Optional.empty()))
        .or(() -> DateLine.in(raw, origin).stream().findFirst());
  }

  private static Optional<ArticleDate> stamp(String raw, Origin origin) {
    String folded = Folded.fold(raw).strip();
    Matcher iso = ISO.matcher(folded);
    if (iso.matches()) {
      return iso(iso, raw.strip(), origin);
    }
    Matcher mail = MAIL.matcher(folded);
    return mail.matches()
        ? Months.named(mail.group("m")).stream()
            .findFirst()
            .flatMap(month -> whole(mail, month.number(), raw.strip(), origin))
        : Optional.empty();
  }

  private static Optional<ArticleDate> iso(Matcher matcher, String raw, Origin origin) {
    int year = Integer.parseInt(matcher.group("y"));
    if (year < 1000 || year > 2100) {
      return Optional.empty();
    }
    if (matcher.group("d") != null) {
      return whole(matcher, Integer.parseInt(matcher.group("m")), raw, origin);
    }
    boolean month = matcher.group("m") != null;
    return on(year, month ? Integer.parseInt(matcher.group("m")) : 1, 1)
        .map(day ->
            new ArticleDate(
                day.atStartOfDay(),
                month ? Precision.MONTH : Precision.YEAR,
                Optional.empty(),
                Reckoning.GREGORIAN,
                new Evidence(origin, raw),
                true));
  }

  private static Optional<ArticleDate> whole(
      Matcher matcher, int month, String raw, Origin origin) {
    int year = Integer.parseInt(matcher.group("y"));
    int day = Integer.parseInt(matcher.group("d"));
    @Nullable String hour = matcher.group("h");
    @Nullable String minute = matcher.group("min");
    return on(year, month, day)
        .map(date -> {
          Optional<LocalTime> time =
              hour == null || minute == null ? Optional.empty() : at(hour, minute);
          return new ArticleDate(
              time.map(date::atTime).orElse(date.atStartOfDay()),
              time.isPresent() ? Precision.MINUTE : Precision.DAY,
              time.isPresent() ? TimeOfDay.offset(matcher.group("zone")) : Optional.empty(),
              Reckoning.GREGORIAN,
              new Evidence(origin, raw),
              true);
        });
  }

  private static Optional<LocalTime> at(String hour, String minute) {
    try {
      return Optional.of(LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> on(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
