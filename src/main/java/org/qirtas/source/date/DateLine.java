package org.qirtas.source.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.article.ArticleDate.Reckoning;
import org.qirtas.article.Evidence;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.letters.Folded;

/** Recognises the dates that stand in a line of text, with the time of day that belongs to them. */
public final class DateLine {
  /** What may stand between a day and its time of day without being anything else. */
  private static final Pattern LINK =
      Pattern.compile(
          "[\\s,;:|•·()t-]*(?:(?:"
              + Weekdays.ANY.pattern()
              + "|الساعه|في|علي|عند|تمام|ساعت|בשעה|at|on|um|uhr|a|يوم|بتاريخ|و)[\\s,:|-]*)*");

  /** Words that announce when a text was changed, which is not when it was published. */
  private static final Pattern CHANGED =
      Pattern.compile(
          "(?:تحديث|محدث|عدل|تعديل|updated?|modified|edited|mis a jour|actualise|aktualisiert|actualizado|aggiornato|بروزرساني|به روز ?رساني|اپ ڈيٹ|اپڈيٹ)[^\\d]{0,20}$");

  /** The calendars by how exactly they name a day: the Hijri one waits for the moon. */
  private static final List<Reckoning> EXACT =
      List.of(Reckoning.GREGORIAN, Reckoning.RUMI, Reckoning.SOLAR_HIJRI, Reckoning.HIJRI);

  /** A day that a stretch of days ends with is when something went on, not when it was told. */
  private static final Pattern STRETCH =
      Pattern.compile(
          "(?:من|بين|از|from|between|du|vom)\\s+(?:\\p{L}+\\s+)?\\d{1,2}\\s+(?:\\p{L}+\\s+){0,2}?(?:الي|حتي|تا|و|to|and|au|bis|-)\\s*(?:\\p{L}+\\s+)?$");

  /**
   * Figures that are called a number of another kind: «هاتف 01/02/1234», «القانون رقم 10/12/2010».
   */
  private static final Pattern OTHER_NUMBER =
      Pattern.compile(
          "(?<!\\p{L})(?:(?:ال|لل)?(?:هاتف|تلفون|تليفون|فاكس|جوال|موبايل|نقال|رقم|ارقام|ماده|فون)|شماره|نمبر|ردمك|تلفن|tel|phone|fax|isbn|issn|doi|nos?)[\\s.:/+-]{0,4}$");

  /** «مارس - أبريل 1999», «جنوری تا مارچ 2018»: an issue of several months. */
  private static final Pattern SEVERAL_MONTHS =
      Pattern.compile(Months.ANY + "\\s*(?:[-/]|الي|تا|و|to|bis|a)\\s*$");

  /** What stands between two calendars' names of one day. */
  private static final Pattern THE_SAME =
      Pattern.compile(
          "[\\s,(/=-]*(?:(?:ال)?موافق|(?:ال)?مطابق|بمطابق|برابر با|corresponding to)?(?: ?ل| با)?[\\s:(]*");

  /** What only Persian papers print beside a date. */
  private static final Pattern PERSIAN =
      Pattern.compile(
          "(?<!\\p{L})(?:ساعت|انتشار|\\p{L}{0,4} ?شنبه|كد خبر|تاريخ درج|تهران)(?!\\p{L})");

  private static final int NEAR = 24;

  private DateLine() {}

  /**
   * {@return the dates that stand in a line, the one most likely meant first: a full day before a
   * month, the day of publishing before one of changing, the Gregorian before another calendar's,
   * then the first that is read}
   *
   * @param line the line, in logical order
   * @param origin where it stands, for the dates' evidence
   */
  public static List<FoundDate> in(String line, Origin origin) {
    Folded folded = YearWords.figured(Folded.of(line));
    List<TimeOfDay> times = TimeOfDay.in(folded.text());
    var found = new ArrayList<FoundDate>();
    List<DateForm.Match> matches = matches(folded);
    for (DateForm.Match match : matches) {
      found.add(withTime(folded, match, matches, times, origin));
    }
    found.sort(
        Comparator.comparing(DateLine::vague)
            .thenComparing(date -> changed(line, date))
            .thenComparingInt(date -> EXACT.indexOf(date.date().calendar()))
            .thenComparingInt(FoundDate::start));
    return doubted(found);
  }

  private static boolean vague(FoundDate found) {
    Precision precision = found.date().precision();
    return precision == Precision.MONTH || precision == Precision.YEAR;
  }

  private static boolean changed(String line, FoundDate date) {
    return CHANGED.matcher(Folded.fold(line.substring(0, date.start()))).find();
  }

  private static List<DateForm.Match> matches(Folded line) {
    String folded = line.text();
    var matches = new ArrayList<DateForm.Match>();
    for (DateForm form : DateForm.values()) {
      Matcher matcher = form.matcher(folded);
      while (matcher.find()) {
        form.read(matcher, persian(line, matcher))
            .filter(match -> matches.stream().noneMatch(other -> overlap(match, other)))
            .filter(match -> !form.inFigures() || !otherNumber(folded, match))
            .ifPresent(matches::add);
      }
    }
    // Beside a whole year one of two figures is another number.
    for (DateForm.Match match : ShortYears.in(line)) {
      if (matches.stream().noneMatch(other -> other.calendar() == match.calendar())) {
        matches.add(match);
      }
    }
    return matches;
  }

  private static boolean persian(Folded line, Matcher date) {
    return line.raw(date.start(), date.end()).codePoints().anyMatch(c -> c >= '۰' && c <= '۹')
        && PERSIAN.matcher(line.text()).find();
  }

  private static boolean otherNumber(String folded, DateForm.Match match) {
    int start = Math.max(0, match.start() - NEAR);
    return OTHER_NUMBER.matcher(folded.substring(start, match.start())).find();
  }

  private static boolean overlap(DateForm.Match one, DateForm.Match other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static FoundDate withTime(
      Folded folded,
      DateForm.Match match,
      List<DateForm.Match> all,
      List<TimeOfDay> times,
      Origin origin) {
    Optional<TimeOfDay> time =
        match.precision() != Precision.DAY
            ? Optional.empty()
            : times.stream().filter(near -> linked(folded.text(), near, match)).findFirst();
    int start = time.map(near -> Math.min(near.start(), match.start())).orElse(match.start());
    int end = time.map(near -> Math.max(near.end(), match.end())).orElse(match.end());
    DateForm.Match checked =
        match.checked(
            weekday(folded.text(), opening(folded.text(), start, match, all), start, end));
    var date =
        new ArticleDate(
            time.isPresent()
                ? checked.day().atTime(time.get().time())
                : checked.day().atStartOfDay(),
            time.isPresent() ? Precision.MINUTE : match.precision(),
            time.flatMap(TimeOfDay::offset),
            match.calendar(),
            new Evidence(origin, folded.raw(start, end).strip()),
            checked.certain() && !stretched(folded.text(), match));
    return new FoundDate(
        date,
        folded.originalStart(start),
        folded.originalEnd(end),
        checked.others().stream().findFirst());
  }

  private static boolean stretched(String text, DateForm.Match match) {
    String before = text.substring(0, match.start());
    return STRETCH.matcher(before).find()
        || (match.precision() == Precision.MONTH && SEVERAL_MONTHS.matcher(before).find());
  }

  /** Whether nothing but blanks and joining words stands between a time and a day. */
  private static boolean linked(String text, TimeOfDay time, DateForm.Match day) {
    String between =
        time.end() <= day.start()
            ? text.substring(time.end(), day.start())
            : time.start() >= day.end() ? text.substring(day.end(), time.start()) : "x";
    return LINK.matcher(between).matches();
  }

  /** Where the first of several dates begins that say the same day and share its weekday. */
  private static int opening(
      String text, int start, DateForm.Match match, List<DateForm.Match> all) {
    return all.stream()
        .filter(other -> other.end() <= start && other.calendar() != match.calendar())
        .filter(other -> THE_SAME.matcher(text.substring(other.end(), start)).matches())
        .mapToInt(DateForm.Match::start)
        .min()
        .orElse(start);
  }

  /** The weekday that stands nearest before the date, or else after it. */
  private static Optional<DayOfWeek> weekday(String text, int opening, int start, int end) {
    Optional<DayOfWeek> found = Optional.empty();
    Matcher before = Weekdays.ANY.matcher(text).region(Math.max(0, opening - NEAR), start);
    before.useTransparentBounds(true);
    while (before.find()) {
      found = Weekdays.named(before.group());
    }
    Matcher bare = Weekdays.BARE.matcher(text).region(Math.max(0, opening - NEAR), opening);
    if (found.isEmpty() && bare.find()) {
      found = Weekdays.named("ال" + bare.group("day"));
    }
    if (found.isPresent()) {
      return found;
    }
    Matcher within = Weekdays.ANY.matcher(text).region(start, Math.min(text.length(), end + NEAR));
    within.useTransparentBounds(true);
    return within.find() ? Weekdays.named(within.group()) : Optional.empty();
  }

  /** Two calendars beside each other must mean the same day, give or take the sighted moon. */
  private static List<FoundDate> doubted(List<FoundDate> found) {
    if (found.size() < 2) {
      return found;
    }
    FoundDate first = found.getFirst();
    List<LocalDate> others =
        found.stream()
            .skip(1)
            .filter(other -> other.date().calendar() != first.date().calendar())
            .filter(other -> other.date().precision() != Precision.MONTH)
            .map(other -> other.date().from().toLocalDate())
            .toList();
    if (others.isEmpty()) {
      return found;
    }
    boolean agrees =
        others.stream().anyMatch(other -> near(first.date().from().toLocalDate(), other));
    Optional<LocalDate> swapped =
        first.otherReading().filter(day -> others.stream().anyMatch(other -> near(day, other)));
    if (first.otherReading().isPresent() && agrees != swapped.isPresent()) {
      found.set(0, first.on(swapped.orElse(first.date().from().toLocalDate()), true));
    } else if (!agrees) {
      found.set(0, first.on(first.date().from().toLocalDate(), false));
    }
    return found;
  }

  /** The moon may be sighted a day or two beside the table. */
  private static boolean near(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other)) <= 2;
  }
}
