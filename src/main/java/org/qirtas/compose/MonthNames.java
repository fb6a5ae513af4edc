package org.qirtas.compose;

import java.time.Month;
import java.time.chrono.HijrahDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.qirtas.article.Language;
import org.qirtas.profile.DateStyle;

/** What months are called, where the locale data of Java do not say it as it is printed. */
final class MonthNames {
  private static final List<String> LEVANTINE =
      List.of(
          "كانون الثاني",
          "شباط",
          "آذار",
          "نيسان",
          "أيار",
          "حزيران",
          "تموز",
          "آب",
          "أيلول",
          "تشرين الأول",
          "تشرين الثاني",
          "كانون الأول");
  private static final List<String> EGYPTIAN =
      List.of(
          "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
          "نوفمبر", "ديسمبر");
  private static final List<String> MAGHREBI =
      List.of(
          "يناير", "فبراير", "مارس", "أبريل", "ماي", "يونيو", "يوليوز", "غشت", "شتنبر", "أكتوبر",
          "نونبر", "دجنبر");
  private static final List<String> OTTOMAN =
      List.of(
          "كانون ثاني",
          "شباط",
          "مارت",
          "نيسان",
          "مايس",
          "حزيران",
          "تموز",
          "أغستوس",
          "أيلول",
          "تشرين أول",
          "تشرين ثاني",
          "كانون أول");

  private static final List<String> HIJRI_ARABIC =
      List.of(
          "محرم",
          "صفر",
          "ربيع الأول",
          "ربيع الآخر",
          "جمادى الأولى",
          "جمادى الآخرة",
          "رجب",
          "شعبان",
          "رمضان",
          "شوال",
          "ذو القعدة",
          "ذو الحجة");
  private static final List<String> HIJRI_PERSIAN =
      List.of(
          "محرم",
          "صفر",
          "ربیع‌الاول",
          "ربیع‌الثانی",
          "جمادی‌الاول",
          "جمادی‌الثانی",
          "رجب",
          "شعبان",
          "رمضان",
          "شوال",
          "ذیقعده",
          "ذیحجه");
  private static final List<String> HIJRI_URDU =
      List.of(
          "محرم",
          "صفر",
          "ربیع الاول",
          "ربیع الثانی",
          "جمادی الاول",
          "جمادی الثانی",
          "رجب",
          "شعبان",
          "رمضان",
          "شوال",
          "ذوالقعدہ",
          "ذوالحجہ");
  private static final List<String> HIJRI_KURDISH =
      List.of(
          "موحەڕەم",
          "سەفەر",
          "ڕەبیعی یەکەم",
          "ڕەبیعی دووەم",
          "جەمادی یەکەم",
          "جەمادی دووەم",
          "ڕەجەب",
          "شەعبان",
          "ڕەمەزان",
          "شەووال",
          "زیلقەعدە",
          "زیلحەججە");

  private MonthNames() {}

  /** {@return a Gregorian month's name in the middle of a date} */
  static String gregorian(Month month, Language language, DateStyle.Months wanted) {
    boolean arabic = language.primary().equals("ar");
    return switch (arabic ? wanted : DateStyle.Months.BY_LANGUAGE) {
      case LEVANTINE -> LEVANTINE.get(month.getValue() - 1);
      case EGYPTIAN -> EGYPTIAN.get(month.getValue() - 1);
      case MAGHREBI -> MAGHREBI.get(month.getValue() - 1);
      case OTTOMAN -> OTTOMAN.get(month.getValue() - 1);
      case BY_LANGUAGE ->
          arabic && language.country().equals("MA")
              ? MAGHREBI.get(month.getValue() - 1)
              : month.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language.tag()));
    };
  }

  /**
   * {@return a Hijri month's name}
   *
   * @param date a day in the month
   */
  static String hijri(HijrahDate date, Language language) {
    int month = date.get(java.time.temporal.ChronoField.MONTH_OF_YEAR) - 1;
    return switch (language.primary()) {
      case "fa", "prs" -> HIJRI_PERSIAN.get(month);
      case "ur", "pnb", "skr" -> HIJRI_URDU.get(month);
      case "ckb", "sdh" -> HIJRI_KURDISH.get(month);
      case "ug" -> named(date, language);
      default -> language.inArabicLetters() ? HIJRI_ARABIC.get(month) : named(date, language);
    };
  }

  private static String named(HijrahDate date, Language language) {
    return DateTimeFormatter.ofPattern("MMMM", Locale.forLanguageTag(language.tag()))
        .withChronology(date.getChronology())
        .format(date);
  }
}
