package org.qirtas.compose;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Evidence;
import org.qirtas.article.Language;
import org.qirtas.profile.DateStyle;
import org.qirtas.profile.Digits;
import org.qirtas.profile.PrintProfile;

/** Words an article's date in a language, in the calendars that a profile wants. */
final class DateLine {
  private final Language language;
  private final DateStyle style;
  private final Digits digits;

  private DateLine(Language language, PrintProfile profile, DateStyle style) {
    this.language = language;
    this.style = style;
    this.digits = profile.numbering().generated();
  }

  /** As the writer put it, where a line of the text says it; else in the language's own words. */
  static String of(ArticleDate date, Language language, PrintProfile profile) {
    return isWritten(date, profile)
        ? date.evidence().raw()
        : new DateLine(language, profile, profile.dates()).worded(date);
  }

  /** In the language's own words, in a calendar that need not be the profile's. */
  static String of(
      ArticleDate date, Language language, PrintProfile profile, DateStyle.Calendar calendar) {
    var style = new DateStyle(false, calendar, profile.dates().months());
    return new DateLine(language, profile, style).worded(date);
  }

  /** {@return whether it is left as the writer put it} */
  static boolean isWritten(ArticleDate date, PrintProfile profile) {
    return date.evidence().origin() == Evidence.Origin.DATE_LINE && profile.dates().asWritten();
  }

  /** What a language puts between the parts of a list. */
  static String listSeparator(Language language) {
    return language.inArabicLetters() ? "، " : ", ";
  }

  private String worded(ArticleDate date) {
    String day =
        switch (style.calendar()) {
          case GREGORIAN -> gregorian(date, "");
          case HIJRI -> hijri(date).orElseGet(() -> gregorian(date, ""));
          case BOTH ->
              hijri(date)
                  .map(hijri -> hijri + " " + corresponding() + " " + gregorian(date, era()))
                  .orElseGet(() -> gregorian(date, ""));
        };
    return date.precision() == ArticleDate.Precision.MINUTE
        ? day + listSeparator(language) + time(date)
        : day;
  }

  private String time(ArticleDate date) {
    char zero = Numerals.zero(language, digits);
    var time = new StringBuilder();
    for (int part : new int[] {date.from().getHour(), date.from().getMinute()}) {
      time.append(time.isEmpty() ? "" : ":");
      time.append((char) (zero + part / 10)).append((char) (zero + part % 10));
    }
    return time.toString();
  }

  private String gregorian(ArticleDate date, String era) {
    LocalDate day = date.from().toLocalDate();
    String year = number(day.getYear()) + era;
    String month = MonthNames.gregorian(day.getMonth(), language, style.months());
    return switch (date.precision()) {
      case MINUTE, DAY -> put(pattern(), day.getDayOfMonth(), month, year);
      case MONTH -> month + " " + year;
      case YEAR -> year;
    };
  }

  /** A Gregorian month or year has parts of two Hijri ones: both are named. */
  private Optional<String> hijri(ArticleDate date) {
    try {
      HijrahDate first = HijrahDate.from(date.from().toLocalDate());
      HijrahDate last = HijrahDate.from(date.until().minusMinutes(1).toLocalDate());
      String year = number(first.get(ChronoField.YEAR)) + hijriEra();
      String lastYear = number(last.get(ChronoField.YEAR)) + hijriEra();
      String month = MonthNames.hijri(first, language);
      return Optional.of(
          switch (date.precision()) {
            case MINUTE, DAY -> put(pattern(), first.get(ChronoField.DAY_OF_MONTH), month, year);
            case MONTH -> span(month, year, MonthNames.hijri(last, language), lastYear);
            case YEAR -> year.equals(lastYear) ? year : year + " – " + lastYear;
          });
    } catch (DateTimeException outside) {
      // The tables of Umm al-Qura reach from 1300 to 1600.
      return Optional.empty();
    }
  }

  private static String span(String month, String year, String lastMonth, String lastYear) {
    String last = lastMonth + " " + lastYear;
    if (month.equals(lastMonth)) {
      return last;
    }
    return (year.equals(lastYear) ? month : month + " " + year) + " – " + last;
  }

  private String number(int number) {
    return Numerals.of(number, language, digits);
  }

  /** In what order, and with what between them, a language puts day, month and year. */
  private String pattern() {
    return switch (language.primary()) {
      // The data of Java have an order for these that nobody writes.
      case "ps", "sd", "ur", "und", "yi" -> "d MMMM y";
      default ->
          DateTimeFormatterBuilder.getLocalizedDateTimePattern(
              FormatStyle.LONG,
              null,
              IsoChronology.INSTANCE,
              Locale.forLanguageTag(language.tag()));
    };
  }

  /** Fills a pattern of CLDR (UTS #35, "Date Format Patterns"), of which only d, M and y matter. */
  private String put(String pattern, int day, String month, String year) {
    var line = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < pattern.length(); at++) {
      char c = pattern.charAt(at);
      boolean begins = at == 0 || pattern.charAt(at - 1) != c;
      if (c == '\'') {
        quoted = !quoted;
      } else if (quoted || "dMLy".indexOf(c) < 0) {
        line.append(c);
      } else if (begins) {
        line.append(c == 'd' ? number(day) : c == 'y' ? year : month);
      }
    }
    return line.toString();
  }

  private String corresponding() {
    return switch (language.primary()) {
      case "ar" -> "الموافق";
      case "fa", "prs" -> "برابر با";
      case "ur", "pnb", "skr" -> "بمطابق";
      default -> "/";
    };
  }

  /** What tells a Gregorian year from the Hijri one beside it. */
  private String era() {
    return switch (language.primary()) {
      case "ar" -> " م";
      case "fa", "prs" -> " م.";
      case "ur", "pnb", "skr" -> "ء";
      default -> "";
    };
  }

  private String hijriEra() {
    return switch (language.primary()) {
      case "fa", "prs" -> " ه‍.ق.";
      case "ur", "pnb", "skr" -> "ھ";
      case "ckb", "sdh" -> "ی کۆچی";
      case "ug" -> "-ھىجرىيە";
      case "he" -> " להג׳רה";
      default -> language.inArabicLetters() ? " هـ" : " AH";
    };
  }
}
