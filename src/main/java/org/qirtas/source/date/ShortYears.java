package org.qirtas.source.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.article.ArticleDate.Reckoning;
import org.qirtas.source.letters.Folded;

/**
 * Dates whose year has two figures: ٦٧/٦/٥, 25.04.24, «٥ حزيران ٦٧». Scores, prices and telephone
 * numbers look like them, so they count only where they stand by themselves; and the words leave
 * the century open, so that one is certain only where its weekday fits no other reading.
 */
final class ShortYears {
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:^|[,|•·(\\[:]|(?<=\\s)-|"
              + Weekdays.ANY.pattern()
              + "|(?<!\\p{L})(?:mo|di|mi|do|fr|sa|so|في|بتاريخ|يوم|الموافق|نشر|نشرت|النشر|تاريخ|التاريخ|مورخ|مورخه|date|published|posted|on|vom|am|le)(?!\\p{L}))[\\s:,]*$");
  private static final Pattern AFTER =
      Pattern.compile("(?s)(?:\\s*[,|•·)\\]»\"]|\\s+-|\\s*\\d{1,2}:\\d\\d|\\s*$).*");

  private static final String ERA = "(?:\\s?(?<era>ه\\.? ?ش|ه|ش|م|ء)(?![\\p{L}\\d]))?";
  private static final Pattern FIGURES =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?<!\\d[-/.:])(?<a>\\d{1,2})\\s?(?<mark>[-/.])\\s?(?<b>\\d{1,2})\\s?\\k<mark>\\s?(?<c>\\d{1,2})(?!\\d)(?![-/.:]\\d)"
              + ERA);
  private static final Pattern PERSIAN_DAY =
      Pattern.compile("(?:يك|دو|سه|چهار|پنج)? ?شنبه[\\s,:-]*$");
  private static final Pattern URDU = Pattern.compile("اتوار|پير|منگل|بده|جمعرات|ء");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?<!\\d[-/.:])"
              + DayNumber.FORM
              + "[\\s./-]{0,3}(?:من )?(?<name>"
              + Months.ANY
              + ")[\\s,./-]{1,3}(?:(?:عام|سنه|سال) )?(?<mark>['’])?(?<y>\\d{2})(?!\\d)(?![-/.:]\\d)"
              + ERA);

  /** The last year of this century that two figures may mean, rather than one of the last. */
  private static final int LATEST = 29;

  private static final int LATEST_HIJRI = 49;
  private static final int LATEST_SOLAR = 19;
  private static final int CENTURY = 100;
  private static final int LAST_DAY = 31;

  private ShortYears() {}

  /** All such dates that stand in the text, in order. */
  static List<DateForm.Match> in(Folded line) {
    String text = line.text();
    var found = new ArrayList<DateForm.Match>();
    Matcher figures = FIGURES.matcher(text);
    while (figures.find()) {
      if (alone(text, figures.start(), figures.end())) {
        figures(line, figures).ifPresent(found::add);
      }
    }
    Matcher named = NAMED.matcher(text);
    while (named.find()) {
      boolean year =
          named.group("mark") != null
              || Integer.parseInt(named.group("y")) > LAST_DAY
              || BEFORE.matcher(text.substring(0, named.start())).find();
      if (year && AFTER.matcher(text.substring(named.end())).matches()) {
        named(named).ifPresent(found::add);
      }
    }
    return found;
  }

  private static boolean alone(String text, int start, int end) {
    return BEFORE.matcher(text.substring(0, start)).find()
        && AFTER.matcher(text.substring(end)).matches();
  }

  private static Optional<DateForm.Match> figures(Folded line, Matcher matcher) {
    int first = Integer.parseInt(matcher.group("a"));
    int month = Integer.parseInt(matcher.group("b"));
    int last = Integer.parseInt(matcher.group("c"));
    boolean persian = persian(line, matcher.start(), matcher.end());
    // Persian writes the year first, and so does whoever writes what no month has days for.
    boolean yearFirst = first > LAST_DAY || (persian && last <= LAST_DAY);
    int year = yearFirst ? first : last;
    int day = yearFirst ? last : first;
    if (matcher.group(yearFirst ? "a" : "c").length() < 2) {
      return Optional.empty();
    }
    Reckoning reckoning =
        reckoning(matcher.group("era"))
            .orElse(persian ? Reckoning.SOLAR_HIJRI : Reckoning.GREGORIAN);
    boolean swaps = !yearFirst && day != month;
    return match(reckoning, year, month, day, swaps, matcher);
  }

  private static Optional<DateForm.Match> named(Matcher matcher) {
    int year = Integer.parseInt(matcher.group("y"));
    int day = DayNumber.of(matcher.group("d"));
    return Months.named(matcher.group("name")).stream()
        .filter(month -> month.reckoning() != Reckoning.RUMI)
        .findFirst()
        .flatMap(month -> match(month.reckoning(), year, month.number(), day, false, matcher));
  }

  private static Optional<DateForm.Match> match(
      Reckoning reckoning, int year, int month, int day, boolean swaps, Matcher matcher) {
    int likely = century(reckoning, year) + year;
    int other = likely + (year > latest(reckoning) ? CENTURY : -CENTURY);
    var readings = new ArrayList<LocalDate>();
    for (int full : new int[] {likely, other}) {
      add(readings, reckoning, full, month, day);
      if (swaps) {
        add(readings, reckoning, full, day, month);
      }
    }
    return readings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DateForm.Match(
                readings.getFirst(),
                Precision.DAY,
                reckoning,
                false,
                readings.subList(1, readings.size()),
                matcher.start(),
                matcher.end()));
  }

  private static void add(
      List<LocalDate> readings, Reckoning reckoning, int year, int month, int day) {
    Calendars.day(reckoning, year, month, day).map(Calendars.Day::date).ifPresent(readings::add);
  }

  private static int latest(Reckoning reckoning) {
    return switch (reckoning) {
      case GREGORIAN, RUMI -> LATEST;
      case HIJRI -> LATEST_HIJRI;
      case SOLAR_HIJRI -> LATEST_SOLAR;
    };
  }

  private static int century(Reckoning reckoning, int year) {
    int latest = reckoning == Reckoning.GREGORIAN ? 2000 : 1400;
    return year > latest(reckoning) ? latest - CENTURY : latest;
  }

  private static Optional<Reckoning> reckoning(@Nullable String era) {
    return switch (era == null ? "" : era.replaceAll("[. ]", "")) {
      case "ه" -> Optional.of(Reckoning.HIJRI);
      case "هش", "ش" -> Optional.of(Reckoning.SOLAR_HIJRI);
      case "م", "ء" -> Optional.of(Reckoning.GREGORIAN);
      default -> Optional.empty();
    };
  }

  /** Whether Persia's figures or its name of a weekday say whose date it is. */
  private static boolean persian(Folded line, int start, int end) {
    boolean figures = line.raw(start, end).codePoints().anyMatch(c -> c >= '۰' && c <= '۹');
    boolean urdu = URDU.matcher(line.text()).find();
    return !urdu && (figures || PERSIAN_DAY.matcher(line.text().substring(0, start)).find());
  }
}
