package org.qirtas.source.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.article.ArticleDate.Reckoning;

/** The forms that a date is written in, as they look in folded text; the most telling first. */
enum DateForm {
  /** 23 أكتوبر 2020، 6 ربيع الأول 1442 هـ، 2 آبان ۱۳۹۹, 23rd of October, 2020. */
  DAY_MONTH_YEAR(
      Words.BEFORE_DAY
          + DayNumber.FORM
          + "(?:st|nd|rd|th|er)?[\\s./-]{0,3}(?:(?:من|شهر|ماه|of|de|del) |ל|ב){0,2}"
          + Words.MONTH
          + "[\\s,./-]{0,3}(?:(?:ماه|من|لعام|العام|عام|سنه|لسنه|السنه|سال|of|de|del)[\\s,]){0,2}"
          + Words.YEAR
          + Words.ERA),
  /** October 23, 2020; أكتوبر 23, 2020. */
  MONTH_DAY_YEAR(
      "(?<!\\p{L})"
          + Words.MONTH
          + "\\.?\\s+"
          + Words.DAY
          + "(?:st|nd|rd|th)?\\s*,?\\s+"
          + Words.YEAR
          + Words.ERA),
  /** 2020 October 23. */
  YEAR_MONTH_DAY(
      Words.BEFORE
          + Words.YEAR
          + "[\\s,/-]{1,3}"
          + Words.MONTH
          + "[\\s,/-]{1,3}"
          + Words.DAY
          + "(?!\\d)"
          + Words.ERA),
  /** 2020، 23 أكتوبر. */
  YEAR_DAY_MONTH(
      Words.BEFORE
          + Words.YEAR
          + "\\s?,\\s?"
          + Words.DAY
          + "[\\s/-]{1,3}(?:من )?"
          + Words.MONTH
          + Words.ERA
          + "(?![\\s,./-]{0,3}\\d{4})"),
  /** 2020-10-23, ١٤٤٢/٣/٦. */
  NUMERIC_FROM_YEAR(
      Words.BEFORE
          + Words.YEAR
          + "\\s?(?<mark>[-/.])\\s?(?<m>\\d{1,2})\\s?\\k<mark>\\s?"
          + Words.DAY
          + "(?![\\d])(?![-/.]\\d)"
          + Words.ERA),
  /** 23/10/2020, ٦/٣/١٤٤٢ هـ. */
  NUMERIC_TO_YEAR(
      Words.BEFORE
          + Words.DAY
          + "\\s?(?<mark>[-/.])\\s?(?<m>\\d{1,2})\\s?\\k<mark>\\s?"
          + Words.YEAR
          + "(?![-/.]\\d)"
          + Words.ERA),
  /** أكتوبر 2020; not the rest of a day that no calendar has. */
  MONTH_YEAR(
      "(?<!\\p{L})(?<!\\d[\\s./]{1,2}|\\d-)"
          + Words.MONTH
          + "\\.?[\\s,]+(?:(?:ماه|من|لعام|عام|سنه|لسنه|سال|of|de) )?"
          + Words.YEAR
          + Words.ERA);

  /** The pieces of the forms. */
  private static final class Words {
    // A weekday may be printed right against the figures: «الجمعة23أكتوبر2020».
    static final String BEFORE_DAY = "(?<![a-zא-ת\\d])(?<!\\d[-/.:])(?<!\\p{L}(?=\\p{L}))";
    static final String BEFORE = "(?<![\\p{L}\\d])(?<!\\d[-/.:])";
    static final String DAY = "(?<d>\\d{1,2})";
    // Two names of one month: «أكتوبر/تشرين الأول».
    static final String MONTH =
        "(?<name>" + Months.ANY + ")(?:(?:\\s*[/(-]\\s*|\\s+)(?<second>" + Months.ANY + ")\\)?)?";
    static final String YEAR = "(?<y>\\d{4})(?!\\d)";
    static final String ERA =
        "(?:\\s?(?<era>ه\\.? ?ش|ه\\.? ?ق|هجريه? شمسيه?|هجريه? قمريه?|هجريه?|للهجره(?: النبويه)?|شمسيه?|خورشيدي|قمريه?"
            + "|روميه?|ماليه?|شرقيه?|ميلاديه?|للميلاد|ه|ق|ش|م|ء|ah|ce|ad)(?![\\p{L}\\d]))?";

    private Words() {}
  }

  /**
   * A day as a form's figures say it, Gregorian, and the words' place.
   *
   * @param others the days that the words may mean as well, the likelier first
   */
  record Match(
      LocalDate day,
      Precision precision,
      Reckoning calendar,
      boolean certain,
      List<LocalDate> others,
      int start,
      int end) {
    private static final int CENTURY = 100;

    /**
     * The same, seen with the weekday that stands beside it: a wrong one puts the day in doubt, and
     * it tells 03/04 from 04/03 where only one of them falls on it.
     */
    Match checked(Optional<DayOfWeek> said) {
      if (said.isEmpty() || precision != Precision.DAY) {
        return this;
      }
      if (others.isEmpty()) {
        return with(bySight(said.get()), certain && said.get() == day.getDayOfWeek(), others);
      }
      List<LocalDate> fitting =
          Stream.concat(Stream.of(day), others.stream())
              .filter(reading -> reading.getDayOfWeek() == said.get())
              .toList();
      if (fitting.size() != 1) {
        return fitting.isEmpty()
            ? with(day, false, others)
            : with(fitting.getFirst(), false, fitting.subList(1, fitting.size()));
      }
      LocalDate meant = fitting.getFirst();
      // A slip of the weekday is likelier than a newspaper of a hundred years ago or hence.
      boolean near = Math.abs(meant.getYear() - day.getYear()) < CENTURY / 2;
      return near ? with(meant, true, List.of()) : with(meant, false, List.of(day));
    }

    /** The moon that was seen a day beside the table, as the weekday tells. */
    private LocalDate bySight(DayOfWeek said) {
      return calendar != Reckoning.HIJRI
          ? day
          : Stream.of(day, day.minusDays(1), day.plusDays(1))
              .filter(near -> near.getDayOfWeek() == said)
              .findFirst()
              .orElse(day);
    }

    private Match with(LocalDate meant, boolean sure, List<LocalDate> other) {
      return new Match(meant, precision, calendar, sure, other, start, end);
    }
  }

  private final Pattern pattern;

  DateForm(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  Matcher matcher(String folded) {
    return pattern.matcher(folded);
  }

  /** Whether the month is a figure as well. */
  boolean inFigures() {
    return this == NUMERIC_FROM_YEAR || this == NUMERIC_TO_YEAR;
  }

  /**
   * What a match says; empty where no calendar has such a day.
   *
   * @param persian whether the line is known to be Persian, whose figures count the sun's years
   */
  Optional<Match> read(Matcher matcher, boolean persian) {
    int year = Integer.parseInt(matcher.group("y"));
    @Nullable String era = matcher.group("era");
    return switch (this) {
      case DAY_MONTH_YEAR, MONTH_DAY_YEAR, YEAR_MONTH_DAY, YEAR_DAY_MONTH ->
          named(matcher, year, era, DayNumber.of(matcher.group("d")), Precision.DAY);
      case MONTH_YEAR -> named(matcher, year, era, 1, Precision.MONTH);
      case NUMERIC_FROM_YEAR -> numeric(matcher, year, era, false, persian);
      case NUMERIC_TO_YEAR -> numeric(matcher, year, era, true, persian);
    };
  }

  private static Optional<Match> named(
      Matcher matcher, int year, @Nullable String era, int day, Precision precision) {
    Optional<Reckoning> marked = marked(era);
    Optional<Months.Month> month =
        Months.named(matcher.group("name")).stream()
            .filter(each -> plausible(each.reckoning(), year))
            .findFirst();
    if (month.isEmpty()) {
      return Optional.empty();
    }
    Reckoning reckoning = month.get().reckoning();
    @Nullable String second = matcher.group("second");
    boolean agreed =
        marked.map(reckoning::equals).orElse(true)
            && (second == null || Months.named(second).contains(month.get()));
    boolean exact = reckoning == Reckoning.GREGORIAN || precision == Precision.DAY;
    int number = month.get().number();
    Optional<Calendars.Day> on =
        day == DayNumber.LAST
            ? Calendars.lastDay(reckoning, year, number)
            : Calendars.day(reckoning, year, number, day);
    return on.map(found ->
        new Match(
            found.date(),
            precision,
            reckoning,
            found.certain() && agreed && exact,
            List.of(),
            matcher.start(),
            matcher.end()));
  }

  private static Optional<Match> numeric(
      Matcher matcher, int year, @Nullable String era, boolean dayMayBeMonth, boolean persian) {
    int day = Integer.parseInt(matcher.group("d"));
    int month = Integer.parseInt(matcher.group("m"));
    Optional<Reckoning> marked =
        marked(era)
            .or(() ->
                persian && year < 1700 ? Optional.of(Reckoning.SOLAR_HIJRI) : Optional.empty());
    // 13xx is this century's Solar Hijri or the last one's Hijri; 14xx may be either.
    Reckoning reckoning =
        marked.orElse(
            year >= 1700
                ? Reckoning.GREGORIAN
                : year < 1404 ? Reckoning.SOLAR_HIJRI : Reckoning.HIJRI);
    boolean known = marked.isPresent() || reckoning == Reckoning.GREGORIAN;
    if (!plausible(reckoning, year)) {
      return Optional.empty();
    }
    Optional<Calendars.Day> first = Calendars.day(reckoning, year, month, day);
    Optional<Calendars.Day> swapped =
        dayMayBeMonth && day != month
            ? Calendars.day(reckoning, year, day, month)
            : Optional.empty();
    return first
        .or(() -> swapped)
        .map(found ->
            new Match(
                found.date(),
                Precision.DAY,
                reckoning,
                known && found.certain() && (first.isEmpty() || swapped.isEmpty()),
                first.isEmpty() ? List.of() : swapped.map(Calendars.Day::date).stream().toList(),
                matcher.start(),
                matcher.end()));
  }

  private static boolean plausible(Reckoning reckoning, int year) {
    return switch (reckoning) {
      case GREGORIAN -> year >= 1500 && year <= 2100;
      case HIJRI -> year >= 1000 && year <= 1500;
      case SOLAR_HIJRI -> year >= 1200 && year <= 1500;
      case RUMI -> year >= 1256 && year <= 1341;
    };
  }

  private static Optional<Reckoning> marked(@Nullable String era) {
    return switch (era == null ? "" : era.replaceAll("[. ]", "")) {
      case "ه",
          "هجري",
          "هجريه",
          "هق",
          "ق",
          "قمري",
          "قمريه",
          "هجريقمري",
          "هجريهقمريه",
          "للهجره",
          "للهجرهالنبويه",
          "ah" ->
          Optional.of(Reckoning.HIJRI);
      case "هش", "ش", "شمسي", "شمسيه", "هجريشمسي", "هجريهشمسيه", "خورشيدي" ->
          Optional.of(Reckoning.SOLAR_HIJRI);
      case "رومي", "روميه", "مالي", "ماليه", "شرقي", "شرقيه" -> Optional.of(Reckoning.RUMI);
      case "م", "ميلادي", "ميلاديه", "للميلاد", "ء", "ce", "ad" -> Optional.of(Reckoning.GREGORIAN);
      default -> Optional.empty();
    };
  }
}
