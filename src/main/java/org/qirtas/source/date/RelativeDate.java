package org.qirtas.source.date;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
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
import org.qirtas.source.letters.Folded;

/**
 * Dates that count from the moment of reading: «منذ ساعتين»، «أمس»، «۳ روز پیش», "2 hours ago".
 * They say a day only where it is known when the page was fetched, and never a certain one: the
 * fetcher's clock need not be the publisher's.
 */
public final class RelativeDate {
  private static final String UNIT =
      "(?<unit>دقيقه|دقايق|دقيقتين|ساعه|ساعات|ساعتين|ساعت|يوم|ايام|يومين|روز|اسبوع|اسابيع|اسبوعين|هفته|شهر|اشهر|شهور|شهرين|ماه|سنه|سنوات|عام|اعوام|سنتين|عامين|سال"
          + "|منٹ|گهنٹے|گهنٹه|گهنٹي|دن|هفتے|هفتي|ماه|سال|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)";
  private static final Pattern AGO =
      Pattern.compile(
          "(?:(?:منذ|قبل|نشر منذ)\\s+(?:حوالي\\s+|نحو\\s+)?(?:(?<count>\\d{1,3})\\s*)?"
              + UNIT
              + "(?:\\s+واحده?)?|(?<before>\\d{1,3})\\s*"
              + UNIT.replace("?<unit>", "?<unitbefore>")
              + "\\s+(?:پيش|قبل|ago|پهلے|پهلي))(?![\\p{L}\\d])");
  private static final Pattern DAY =
      Pattern.compile(
          "(?<!\\p{L})(?<word>اليوم|امس|اول امس|امروز|ديروز|آج|اج|گزشته روز|today|yesterday|الان|just now)(?!\\p{L})");
  private static final int LONGEST = 60;
  private static final Pattern SENTENCE = Pattern.compile("[.؟?!۔]\\s*$");
  private static final Pattern OTHER_WORD = Pattern.compile("\\p{L}{2,}");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?<!\\p{L})(?:تم|(?:ال)?نشر|نشرت|منشور|تاريخ|بتاريخ|النشر|اخر|(?:ال)?تحديث|حدث|اضيف|كتب|الساعه|ساعه|بتوقيت|بالتوقيت|المحلي|صباحا|مساء|ظهرا|ص|م|في|من|حوالي|نحو"
              + "|منتشر شده|انتشار|ساعت|شايع|published|posted|updated|last|update|on|at|about|around|am|pm|by)(?!\\p{L})");
  private static final String HERE = "\uFFFC";
  private static final Pattern PARTED = Pattern.compile("[|•·–—:،,()\\-]");
  private static final int MOST_OTHER_WORDS = 2;

  private static final Map<String, ChronoUnit> UNITS =
      Map.ofEntries(
          Map.entry("دق", ChronoUnit.MINUTES),
          Map.entry("من", ChronoUnit.MINUTES),
          Map.entry("mi", ChronoUnit.MINUTES),
          Map.entry("سا", ChronoUnit.HOURS),
          Map.entry("گه", ChronoUnit.HOURS),
          Map.entry("ho", ChronoUnit.HOURS),
          Map.entry("hr", ChronoUnit.HOURS),
          Map.entry("يو", ChronoUnit.DAYS),
          Map.entry("اي", ChronoUnit.DAYS),
          Map.entry("رو", ChronoUnit.DAYS),
          Map.entry("دن", ChronoUnit.DAYS),
          Map.entry("da", ChronoUnit.DAYS),
          Map.entry("اس", ChronoUnit.WEEKS),
          Map.entry("هف", ChronoUnit.WEEKS),
          Map.entry("we", ChronoUnit.WEEKS),
          Map.entry("شه", ChronoUnit.MONTHS),
          Map.entry("اش", ChronoUnit.MONTHS),
          Map.entry("ما", ChronoUnit.MONTHS),
          Map.entry("mo", ChronoUnit.MONTHS),
          Map.entry("سن", ChronoUnit.YEARS),
          Map.entry("عا", ChronoUnit.YEARS),
          Map.entry("اع", ChronoUnit.YEARS),
          Map.entry("ye", ChronoUnit.YEARS));

  private RelativeDate() {}

  /**
   * {@return whether a line is a date of this kind and little else: «وعاد أمس إلى بيته» is a
   * sentence}
   *
   * @param line the line
   */
  public static boolean is(String line) {
    if (line.length() > LONGEST || SENTENCE.matcher(line).find()) {
      return false;
    }
    String folded = Folded.fold(line);
    String rest = AGO.matcher(folded).replaceFirst(HERE);
    rest = rest.equals(folded) ? DAY.matcher(folded).replaceFirst(HERE) : rest;
    if (rest.equals(folded)) {
      return false;
    }
    String others = LABEL.matcher(rest).replaceAll(" ");
    // «اليوم عيد» and «قبل شهر بدأ العمل» go on: what is no label stands behind a mark of its own.
    return words(others) <= MOST_OTHER_WORDS
        && Arrays.stream(PARTED.split(others))
            .filter(part -> part.contains(HERE))
            .allMatch(part -> words(part) == 0);
  }

  private static long words(String line) {
    return OTHER_WORD.matcher(line).results().count();
  }

  /** The moment or day that a line of this kind means, counted from when it was fetched. */
  static Optional<FoundDate> read(String line, OffsetDateTime captured, Origin origin) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    String folded = Folded.fold(line);
    LocalDateTime now = captured.toLocalDateTime();
    Matcher ago = AGO.matcher(folded);
    if (ago.find()) {
      return Optional.of(found(line, ago(ago, now), origin));
    }
    Matcher day = DAY.matcher(folded);
    return day.find()
        ? Optional.of(found(line, day(day.group("word"), now), origin))
        : Optional.empty();
  }

  private record Moment(LocalDateTime from, Precision precision) {}

  private static Moment ago(Matcher matcher, LocalDateTime now) {
    @Nullable String after = matcher.group("unit");
    @Nullable String before = matcher.group("unitbefore");
    String unit = after != null ? after : before != null ? before : "";
    @Nullable String figures = after != null ? matcher.group("count") : matcher.group("before");
    // Arabic's dual says two without a figure: «ساعتين».
    long count = figures != null ? Integer.parseInt(figures) : unit.endsWith("ين") ? 2 : 1;
    ChronoUnit step =
        unit.startsWith("سال")
            ? ChronoUnit.YEARS
            : UNITS.getOrDefault(unit.substring(0, Math.min(2, unit.length())), ChronoUnit.DAYS);
    Precision precision =
        switch (step) {
          case MINUTES -> Precision.MINUTE;
          case HOURS, DAYS -> Precision.DAY;
          case WEEKS, MONTHS -> Precision.MONTH;
          default -> Precision.YEAR;
        };
    return new Moment(now.minus(count, step), precision);
  }

  private static Moment day(String word, LocalDateTime now) {
    int back =
        switch (word) {
          case "امس", "ديروز", "گزشته روز", "yesterday" -> 1;
          case "اول امس" -> 2;
          default -> 0;
        };
    return new Moment(now.minusDays(back), Precision.DAY);
  }

  private static FoundDate found(String line, Moment moment, Origin origin) {
    var date =
        new ArticleDate(
            moment.from(),
            moment.precision(),
            Optional.empty(),
            Reckoning.GREGORIAN,
            new Evidence(origin, line.strip()),
            false);
    return new FoundDate(date, 0, line.length(), Optional.empty());
  }
}
