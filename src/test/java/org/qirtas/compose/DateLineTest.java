package org.qirtas.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Evidence;
import org.qirtas.article.Language;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;

class DateLineTest {
  @TempDir private Path folder;

  private static ArticleDate date(
      LocalDateTime from, ArticleDate.Precision precision, Evidence.Origin origin) {
    return new ArticleDate(
        from,
        precision,
        Optional.empty(),
        ArticleDate.Reckoning.GREGORIAN,
        new Evidence(origin, "صباح الجمعة 23/10"),
        true);
  }

  private static ArticleDate day(int year, int month, int day) {
    return date(
        LocalDateTime.of(year, month, day, 0, 0),
        ArticleDate.Precision.DAY,
        Evidence.Origin.OPEN_GRAPH);
  }

  private PrintProfile profile(String... lines) {
    try {
      Path file = folder.resolve("own.yaml");
      Files.writeString(file, String.join("\n", lines) + "\n");
      return Profiles.read(file.toString(), List.of());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "ar    | ٢٣ أكتوبر ٢٠٢٠",
        "ar-SY | ٢٣ تشرين الأول ٢٠٢٠",
        "ar-MA | 23 أكتوبر 2020",
        "fa    | ۲۳ اکتبر ۲۰۲۰",
        "ur    | ۲۳ اکتوبر ۲۰۲۰",
        "ckb   | ٢٣ی تشرینی یەکەمی ٢٠٢٠",
        "ug    | 23-ئۆكتەبىر، 2020",
        "he    | 23 באוקטובר 2020",
        "en    | October 23, 2020",
        "en-GB | 23 October 2020",
        "fr    | 23 octobre 2020",
        "de    | 23. Oktober 2020"
      })
  void dayIsWordedAsTheLanguageDoes(String language, String line) {
    assertEquals(
        line, DateLine.of(day(2020, 10, 23), new Language(language), PrintProfile.articleA4()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "levantine, ٩ آب ٢٠٢١",
    "egyptian, ٩ أغسطس ٢٠٢١",
    "maghrebi, ٩ غشت ٢٠٢١",
    "ottoman, ٩ أغستوس ٢٠٢١"
  })
  void monthsAreCalledAsTheProfileWants(String months, String line) {
    PrintProfile profile = profile("dates: {months: " + months + "}");
    assertEquals(line, DateLine.of(day(2021, 8, 9), Language.ARABIC, profile));
    assertEquals(
        "August 9, 2021", DateLine.of(day(2021, 8, 9), Language.ENGLISH, profile), "not Arabic");
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "hijri | ar | ٦ ربيع الأول ١٤٤٢ هـ",
        "both  | ar | ٦ ربيع الأول ١٤٤٢ هـ الموافق ٢٣ أكتوبر ٢٠٢٠ م",
        "hijri | ur | ۶ ربیع الاول ۱۴۴۲ھ",
        "both  | ur | ۶ ربیع الاول ۱۴۴۲ھ بمطابق ۲۳ اکتوبر ۲۰۲۰ء",
        "hijri | en-GB | 6 Rabiʻ I 1442 AH",
        "both  | en-GB | 6 Rabiʻ I 1442 AH / 23 October 2020"
      })
  void hijriDayIsThatOfUmmAlQura(String calendar, String language, String line) {
    PrintProfile profile = profile("dates: {calendar: " + calendar + "}");
    assertEquals(line, DateLine.of(day(2020, 10, 23), new Language(language), profile));
  }

  @Test
  void gregorianMonthIsPartOfTwoHijriOnes() {
    PrintProfile profile = profile("dates: {calendar: hijri}");
    var october = LocalDateTime.of(2020, 10, 1, 0, 0);
    assertEquals(
        "صفر – ربيع الأول ١٤٤٢ هـ",
        DateLine.of(
            date(october, ArticleDate.Precision.MONTH, Evidence.Origin.OPEN_GRAPH),
            Language.ARABIC,
            profile));
    assertEquals(
        "١٤٤١ هـ – ١٤٤٢ هـ",
        DateLine.of(
            date(october, ArticleDate.Precision.YEAR, Evidence.Origin.OPEN_GRAPH),
            Language.ARABIC,
            profile));
  }

  @Test
  void dayBeyondTheTablesIsTheGregorianOneAlone() {
    for (String calendar : List.of("hijri", "both")) {
      PrintProfile profile = profile("dates: {calendar: " + calendar + "}");
      assertEquals("١ مارس ١٧٩٨", DateLine.of(day(1798, 3, 1), Language.ARABIC, profile));
    }
  }

  @Test
  void writersOwnLineStandsUnlessTheProfileSaysOtherwise() {
    ArticleDate date =
        date(
            LocalDateTime.of(2020, 10, 23, 2, 4),
            ArticleDate.Precision.MINUTE,
            Evidence.Origin.DATE_LINE);
    assertEquals("صباح الجمعة 23/10", DateLine.of(date, Language.ARABIC, PrintProfile.articleA4()));
    assertEquals(
        "٢٣ أكتوبر ٢٠٢٠، ٠٢:٠٤",
        DateLine.of(date, Language.ARABIC, profile("dates: {as-written: false}")));
    assertEquals(
        "23 أكتوبر 2020، 02:04",
        DateLine.of(
            date,
            Language.ARABIC,
            profile("dates: {as-written: false}", "digits: {generated: latn}")));
  }
}
