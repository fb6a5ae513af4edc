package org.qirtas.source.date;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of day that stands in folded text.
 *
 * @param time to the minute
 * @param offset the zone's, only where the words name one
 * @param start where its words begin
 * @param end behind them
 */
record TimeOfDay(LocalTime time, Optional<ZoneOffset> offset, int start, int end) {
  private static final String HALF =
      "(?<half>صباحا|مساء|ظهرا|عصرا|ليلا|فجرا|بعد الظهر|قبل الظهر|صبح|شام|دوپهر|عصر"
          + "|ق\\.? ?ظ\\.?|ب\\.? ?ظ\\.?|قبل از ظهر|بعد از ظهر|بعدازظهر|[ap]\\.m\\.|[ap]m|ص|م)(?![\\p{L}\\d])";
  private static final String ZONE =
      "(?<zone>(?:gmt|utc)(?: ?[+-]\\d{1,2}(?::?\\d{2})?)?|z|[+-]\\d{2}:?\\d{2}"
          + "|(?:ب?توقيت )?(?:غرينتش|جرينتش|غرينيتش)|ت\\.? ?غ\\.?|(?:ب?توقيت )?مكه(?: المكرمه)?)(?![\\p{L}\\d])";
  private static final Pattern FORM =
      Pattern.compile(
          "(?<![\\d:./-])(?:(?<before>صبح|شام|دوپهر|رات|عصر|مساء|صباحا)\\s+)?(?<![\\d:./-])(?<hour>\\d{1,2})(?<mark>[:.h])(?<minute>\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(?![\\d])"
              + "(?:\\s*"
              + HALF
              + ")?(?:[\\s,(]*"
              + ZONE
              + ")?");

  /** An hour alone is one where the words say so on both sides: «الساعة 11 مساء». */
  private static final Pattern FULL_HOUR =
      Pattern.compile(
          "(?:ال)?ساع[هت]\\s+(?<hour>\\d{1,2})\\s*" + HALF + "(?:[\\s,(]*" + ZONE + ")?");

  private static final int NO_HOUR = -1;

  /** All times that stand in the text: those with minutes in order, then the full hours. */
  static List<TimeOfDay> in(String folded) {
    var times = new ArrayList<TimeOfDay>();
    Matcher matcher = FORM.matcher(folded);
    while (matcher.find()) {
      @Nullable String after = matcher.group("half");
      @Nullable String half = after == null ? matcher.group("before") : after;
      // 10.30 alone is a price or a share as likely as a time.
      boolean bare = half == null && matcher.group("zone") == null;
      if (bare && matcher.group("mark").equals(".")) {
        continue;
      }
      int hour = hour(Integer.parseInt(matcher.group("hour")), half);
      int minute = Integer.parseInt(matcher.group("minute"));
      if (hour >= 0 && hour < 24 && minute < 60) {
        times.add(
            new TimeOfDay(
                LocalTime.of(hour, minute),
                offset(matcher.group("zone")),
                matcher.start(),
                matcher.end()));
      }
    }
    fullHours(folded, times);
    return times;
  }

  private static void fullHours(String folded, List<TimeOfDay> times) {
    Matcher matcher = FULL_HOUR.matcher(folded);
    while (matcher.find()) {
      int hour = hour(Integer.parseInt(matcher.group("hour")), matcher.group("half"));
      if (hour >= 0 && hour < 24) {
        times.add(
            new TimeOfDay(
                LocalTime.of(hour, 0),
                offset(matcher.group("zone")),
                matcher.start(),
                matcher.end()));
      }
    }
  }

  private static int hour(int hour, @Nullable String half) {
    if (half == null || hour > 12) {
      return hour;
    }
    boolean noon = hour == 12;
    return switch (half.replace(".", "").replace(" ", "")) {
      case "ص", "صباحا", "فجرا", "am", "قظ", "قبلازظهر", "قبلالظهر", "صبح" -> noon ? 0 : hour;
      case "ليلا" -> noon ? 0 : hour < 6 ? hour : hour + 12;
      // Nobody's noon is at nine: what clock was meant cannot be told.
      case "ظهرا", "دوپهر" -> hour >= 10 ? hour : hour < 4 ? hour + 12 : NO_HOUR;
      default -> noon ? 12 : hour + 12;
    };
  }

  /** The offset that a zone's folded words name for the whole year. */
  static Optional<ZoneOffset> offset(@Nullable String zone) {
    if (zone == null) {
      return Optional.empty();
    }
    if (zone.contains("مكه")) {
      return Optional.of(ZoneOffset.ofHours(3));
    }
    String figures = zone.replaceAll("[^0-9+-]", "");
    if (figures.length() < 2) {
      return Optional.of(ZoneOffset.UTC);
    }
    int sign = figures.charAt(0) == '-' ? -1 : 1;
    String digits = figures.substring(1);
    try {
      int hours = Integer.parseInt(digits.substring(0, Math.min(2, digits.length())));
      int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(2)) : 0;
      return Optional.of(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    } catch (NumberFormatException | DateTimeException _) {
      return Optional.empty();
    }
  }
}
