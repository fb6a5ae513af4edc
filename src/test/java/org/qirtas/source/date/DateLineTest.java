package org.qirtas.source.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.ArticleDate.Reckoning;
import org.qirtas.article.Evidence.Origin;

class DateLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Egypt and the Gulf
          23 أكتوبر 2020                          | 2020-10-23       | GREGORIAN
          ٢٣ أكتوبر ٢٠٢٠                          | 2020-10-23       | GREGORIAN
          الجمعة، 23 اكتوبر/تشرين الأول 2020      | 2020-10-23       | GREGORIAN
          5 يونيه 2011م                           | 2011-06-05       | GREGORIAN
          أكتوبر 23, 2020                         | 2020-10-23       | GREGORIAN
          1 إبريل عام 1999                        | 1999-04-01       | GREGORIAN
          # The Levant and Iraq
          14 تشرين الأول 2019                     | 2019-10-14       | GREGORIAN
          3 كانون الثاني 2021                     | 2021-01-03       | GREGORIAN
          30 آب 1982                              | 1982-08-30       | GREGORIAN
          17 أيّار ٢٠٠٥                           | 2005-05-17       | GREGORIAN
          # The Maghreb
          20 غشت 2018                             | 2018-08-20       | GREGORIAN
          9 شتنبر 2018                            | 2018-09-09       | GREGORIAN
          14 جانفي 2011                           | 2011-01-14       | GREGORIAN
          5 جويلية 1962                           | 1962-07-05       | GREGORIAN
          11 دجنبر 2020                           | 2020-12-11       | GREGORIAN
          3 أوت 2013                              | 2013-08-03       | GREGORIAN
          # Hijri, Umm al-Qura
          ٦ ربيع الأول ١٤٤٢ هـ                    | 2020-10-23       | HIJRI
          1 رمضان 1445                            | 2024-03-11       | HIJRI
          10 ذو الحجة 1444هـ                      | 2023-06-28       | HIJRI
          1 جمادى الآخرة 1440                     | 2019-02-06       | HIJRI
          # Iran and Afghanistan
          ۲ آبان ۱۳۹۹                             | 2020-10-23       | SOLAR_HIJRI
          جمعه ۲ آبان ۱۳۹۹ ساعت ۱۰:۱۵             | 2020-10-23T10:15 | SOLAR_HIJRI
          ۲۳ اکتبر ۲۰۲۰                           | 2020-10-23       | GREGORIAN
          ۱۲ ژوئیه ۲۰۱۸                           | 2018-07-12       | GREGORIAN
          # Urdu
          23 اکتوبر 2020ء                         | 2020-10-23       | GREGORIAN
          ۵ جنوری ۲۰۲۱                            | 2021-01-05       | GREGORIAN
          14 اگست، 1947                           | 1947-08-14       | GREGORIAN
          # Hebrew, English
          23 באוקטובר 2020                        | 2020-10-23       | GREGORIAN
          October 23rd, 2020                      | 2020-10-23       | GREGORIAN
          Friday, 23 October 2020 at 2:44 am      | 2020-10-23T02:44 | GREGORIAN
          # In figures
          2020-10-23                              | 2020-10-23       | GREGORIAN
          23/10/2020                              | 2020-10-23       | GREGORIAN
          ٢٣/١٠/٢٠٢٠                              | 2020-10-23       | GREGORIAN
          10.10.2020                              | 2020-10-10       | GREGORIAN
          ٢٣/٣/١٤٤٢ هـ                            | 2020-11-09       | HIJRI
          # With the time of day
          02:44 ص، 23 أكتوبر 2020                 | 2020-10-23T02:44 | GREGORIAN
          23 أكتوبر 2020 - 12:05 صباحاً           | 2020-10-23T00:05 | GREGORIAN
          23 أكتوبر 2020 الساعة 9:30 مساءً        | 2020-10-23T21:30 | GREGORIAN
          23 أكتوبر 2020 14:00 GMT+3              | 2020-10-23T14:00+03:00 | GREGORIAN
          أكتوبر 2020                             | 2020-10          | GREGORIAN
          """)
  void readsEveryFamilyOfDates(String line, String edtf, Reckoning calendar) {
    ArticleDate date = first(line);
    assertEquals(edtf, date.edtf());
    assertEquals(calendar, date.calendar());
    assertTrue(date.certain(), date::toString);
  }

  @Test
  void findsTheTimeAcrossABarAndItsZone() {
    assertEquals("2020-10-23T20:15Z", first("٢٣ أكتوبر ٢٠٢٠ | ٢٠:١٥ بتوقيت غرينتش").edtf());
  }

  @Test
  void quotesTheWordsUnchanged() {
    assertEquals(
        "02:44 ص، 23 أكتوبر 2020",
        first("عمّان – ليلى حداد 02:44 ص، 23 أكتوبر 2020").evidence().raw());
    assertEquals("٦ ربيع الأول ١٤٤٢ هـ", first("الرياض ٦ ربيع الأول ١٤٤٢ هـ").evidence().raw());
  }

  @Test
  void keepsInDoubtWhatMayBeDayOrMonth() {
    FoundDate found = DateLine.in("03/04/2017", Origin.DATE_LINE).getFirst();
    assertEquals("2017-04-03", found.date().edtf());
    assertEquals(LocalDate.of(2017, 3, 4), found.otherReading().orElseThrow());
    assertTrue(!found.date().certain());
  }

  @Test
  void letsTheWeekdayTellDayFromMonth() {
    ArticleDate date = first("السبت 03/04/2017");
    assertEquals("2017-03-04", date.edtf());
    assertTrue(date.certain());
  }

  @Test
  void doubtsADateWhoseWeekdayIsAnother() {
    assertTrue(!first("الأحد 23 أكتوبر 2020").certain());
    assertTrue(first("الجمعة 23 أكتوبر 2020").certain());
  }

  @Test
  void prefersTheGregorianOfTwoCalendarsAndComparesThem() {
    ArticleDate agreed = first("الجمعة 6 ربيع الأول 1442 هـ الموافق 23 أكتوبر 2020 م");
    assertEquals("2020-10-23", agreed.edtf());
    assertTrue(agreed.certain());
    assertTrue(!first("6 ربيع الأول 1442 هـ الموافق 23 أكتوبر 2021").certain());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "هاتف 050-123-4567",
        "30 فبراير 2020",
        "31/02/2020",
        "السعر 12.50 دينارا",
        "العدد 2020",
        "الصفحات 10-20-30",
        "192.168.10.2020",
        "قبل ساعتين",
        "23 أكتوبر",
        "32 أكتوبر 2020",
        "٣٠ اسفند ۱۴۰۰"
      })
  void takesNothingElseForADate(String line) {
    assertEquals(List.of(), DateLine.in(line, Origin.DATE_LINE));
  }

  /** New year's days and leap days as the Iranian calendar centre published them. */
  @ParameterizedTest
  @CsvSource({
    "1358,1,1,1979-03-21", "1375,12,30,1997-03-20", "1399,1,1,2020-03-20", "1399,12,30,2021-03-20",
    "1400,1,1,2021-03-21", "1403,12,30,2025-03-20", "1404,1,1,2025-03-21", "1357,11,22,1979-02-11"
  })
  void solarHijriFollowsTheThirtyThreeYears(int year, int month, int day, LocalDate gregorian) {
    assertEquals(
        gregorian, Calendars.day(Reckoning.SOLAR_HIJRI, year, month, day).orElseThrow().date());
  }

  @Test
  void hijriBeforeTheTablesIsNeverCertain() {
    Calendars.Day day = Calendars.day(Reckoning.HIJRI, 1200, 1, 1).orElseThrow();
    assertEquals(LocalDate.of(1785, 11, 4), day.date());
    assertTrue(!day.certain());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2020-10-23T02:44:10+03:00       | 2020-10-23T02:44+03:00
          2020-10-22T23:44:10.000Z        | 2020-10-22T23:44Z
          2020-10-23                      | 2020-10-23
          2020-10                         | 2020-10
          ١٩٨٥                            | 1985
          ٢٠٢٠-١٠-٢٣                      | 2020-10-23
          Fri, 23 Oct 2020 02:44:10 +0300 | 2020-10-23T02:44+03:00
          23 Oct 2020 02:44 GMT           | 2020-10-23T02:44Z
          20201023                        | 2020-10-23
          ٢٣ أكتوبر ٢٠٢٠                  | 2020-10-23
          """)
  void readsStampsWithoutShiftingTheDay(String stamp, String edtf) {
    assertEquals(edtf, StampedDate.read(stamp, Origin.JSON_LD).orElseThrow().edtf());
  }

  private static ArticleDate first(String line) {
    List<FoundDate> found = DateLine.in(line, Origin.DATE_LINE);
    assertTrue(!found.isEmpty(), line);
    return found.getFirst().date();
  }
}
