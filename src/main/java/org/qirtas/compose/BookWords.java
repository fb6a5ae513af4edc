package org.qirtas.compose;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Evidence;
import org.qirtas.article.Language;
import org.qirtas.profile.DateStyle;
import org.qirtas.profile.PrintProfile;

/** What a book says of itself, in its own language: Arabic, Persian or Urdu, else English. */
final class BookWords {
  private final Language language;
  private final PrintProfile profile;

  BookWords(Language language, PrintProfile profile) {
    this.language = language;
    this.profile = profile;
  }

  private String word(String arabic, String persian, String urdu, String english) {
    return switch (language.primary()) {
      case "fa", "prs" -> persian;
      case "ur", "pnb", "skr" -> urdu;
      default -> language.inArabicLetters() ? arabic : english;
    };
  }

  String contents() {
    return word("المحتويات", "فهرست مطالب", "فہرست مضامین", "Contents");
  }

  String seeAlso() {
    return word("اقرأ أيضا", "همچنین بخوانید", "مزید پڑھیے", "See also");
  }

  String untitled() {
    return word("[بلا عنوان]", "[بی‌عنوان]", "[بلا عنوان]", "[Untitled]");
  }

  String colophon() {
    return word("حَرْد المتن", "شناسنامهٔ کتاب", "کتابیات", "Colophon");
  }

  String index(Book.Subject subject) {
    return switch (subject) {
      case AUTHORS -> word("فهرس الكتّاب", "نمایهٔ نویسندگان", "اشاریۂ مصنفین", "Index of authors");
      case PLACES -> word("فهرس الأماكن", "نمایهٔ جای‌ها", "اشاریۂ مقامات", "Index of places");
      case TAGS -> word("فهرس الموضوعات", "نمایهٔ موضوع‌ها", "اشاریۂ موضوعات", "Index of subjects");
    };
  }

  String articles(int count) {
    String number = number(count);
    return word("عدد المقالات: ", "شمار مقاله‌ها: ", "مضامین کی تعداد: ", "Articles: ") + number;
  }

  String publishers() {
    return word("المصادر: ", "منابع: ", "مآخذ: ", "Sources: ");
  }

  /** How the list of originals is to be read and checked. */
  String digests() {
    return word(
        "فيما يلي الأصول بترتيبها في الكتاب: اسم الملف الأصلي، ثم أول بصمته SHA-512، ثم صفحة المقال."
            + " وبصمة القائمة كلها، وهي SHA-512 لبصمات الأصول كاملةً كلٌّ في سطر:",
        "اصل‌ها به ترتیب کتاب: نام پرونده، آغاز SHA-512، صفحهٔ مقاله. SHA-512 همهٔ فهرست، هر کدام در یک سطر:",
        "اصل بترتیبِ کتاب: فائل کا نام، SHA-512 کا آغاز، مضمون کا صفحہ۔ پوری فہرست کا SHA-512، ہر ایک الگ سطر میں:",
        "The originals in the order of the book: the file's name, the beginning of its SHA-512,"
            + " the article's page. The whole list's digest, which is the SHA-512"
            + " of the originals' full digests, one a line:");
  }

  String madeWith() {
    return word(
            "صُفّ بقرطاس بخط ",
            "حروف‌چینی با قرطاس، قلم ",
            "قرطاس سے کمپوز، خط ",
            "Set with Qirtas in ")
        + profile.fonts().of(org.qirtas.profile.FontRole.TEXT).family();
  }

  String number(int number) {
    return Numerals.of(number, language, profile.furniture().folios().digits());
  }

  /** What a heading says, in the Gregorian calendar or by its name. */
  String of(Book.Heading heading) {
    return switch (heading) {
      case Book.Heading.Year(int year) ->
          worded(
              LocalDate.of(year, 1, 1), ArticleDate.Precision.YEAR, DateStyle.Calendar.GREGORIAN);
      case Book.Heading.Month(YearMonth month) ->
          worded(month.atDay(1), ArticleDate.Precision.MONTH, DateStyle.Calendar.GREGORIAN);
      case Book.Heading.Day(LocalDate day) -> weekday(day) + " " + day(day);
      case Book.Heading.Named(String name) -> name;
      case Book.Heading.Undated() -> word("بلا تاريخ", "بی‌تاریخ", "بلا تاریخ", "Without a date");
      case Book.Heading.Others() -> word("أخرى", "دیگر", "دیگر", "Others");
    };
  }

  /** The same in the Hijri calendar; empty for what is no date, or lies outside its tables. */
  Optional<String> hijri(Book.Heading heading) {
    return switch (heading) {
      case Book.Heading.Year(int year) ->
          hijri(LocalDate.of(year, 1, 1), ArticleDate.Precision.YEAR);
      case Book.Heading.Month(YearMonth month) ->
          hijri(month.atDay(1), ArticleDate.Precision.MONTH);
      case Book.Heading.Day(LocalDate day) -> hijri(day, ArticleDate.Precision.DAY);
      case Book.Heading.Named _, Book.Heading.Undated _, Book.Heading.Others _ -> Optional.empty();
    };
  }

  private Optional<String> hijri(LocalDate day, ArticleDate.Precision precision) {
    String hijri = worded(day, precision, DateStyle.Calendar.HIJRI);
    return hijri.equals(worded(day, precision, DateStyle.Calendar.GREGORIAN))
        ? Optional.empty()
        : Optional.of(hijri);
  }

  /** The first day and the last, in one calendar. */
  String span(Book.Span span, DateStyle.Calendar calendar) {
    String first = worded(span.first(), ArticleDate.Precision.DAY, calendar);
    String last = worded(span.last(), ArticleDate.Precision.DAY, calendar);
    return first.equals(last) ? first : first + " – " + last;
  }

  /** A date, as exact as it is known, though not to the minute. */
  String date(ArticleDate date) {
    boolean byDay = date.precision().compareTo(ArticleDate.Precision.DAY) <= 0;
    return worded(
        date.from().toLocalDate(),
        byDay ? ArticleDate.Precision.DAY : date.precision(),
        DateStyle.Calendar.GREGORIAN);
  }

  private String day(LocalDate day) {
    return worded(day, ArticleDate.Precision.DAY, DateStyle.Calendar.GREGORIAN);
  }

  private String weekday(LocalDate day) {
    return day.getDayOfWeek()
        .getDisplayName(TextStyle.FULL_STANDALONE, Locale.forLanguageTag(language.tag()));
  }

  private String worded(
      LocalDate day, ArticleDate.Precision precision, DateStyle.Calendar calendar) {
    var evidence = new Evidence(Evidence.Origin.TEXT_RECORD, "");
    var date =
        new ArticleDate(
            LocalDateTime.of(day, java.time.LocalTime.MIN),
            precision,
            Optional.empty(),
            ArticleDate.Reckoning.GREGORIAN,
            evidence,
            true);
    return DateLine.of(date, language, profile, calendar);
  }
}
