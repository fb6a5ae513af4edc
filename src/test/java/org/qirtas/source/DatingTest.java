package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.OtherDate;
import org.qirtas.article.OtherDate.Reason;
import org.qirtas.source.date.Dating;
import org.qirtas.source.date.RelativeDate;
import org.qirtas.text.Corpus;

class DatingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final OffsetDateTime CAPTURED = OffsetDateTime.parse("2020-10-23T14:30:00+03:00");

  @Test
  void theMostTellingPlaceWinsAndTheOthersAreKept() {
    Dating.Outcome outcome =
        choose(
            said(Origin.META_ELEMENT, "2020-10-20"),
            said(Origin.JSON_LD, "2020-10-23T02:44:00+03:00"),
            said(Origin.DATE_LINE, "الجمعة 23 أكتوبر 2020"));
    assertEquals("2020-10-23T02:44+03:00", date(outcome).edtf());
    assertEquals(List.of(Reason.LESS_TELLING, Reason.AGREES), reasons(outcome));
    assertEquals("2020-10-20", outcome.others().getFirst().evidence().raw());
  }

  @Test
  void whatNoCalendarHasAndWhatIsToComeIsNotCredible() {
    Dating.Outcome outcome =
        choose(
            said(Origin.JSON_LD, "2020-02-30"),
            said(Origin.OPEN_GRAPH, "14420-05-01"),
            said(Origin.META_ELEMENT, "2027-01-01"));
    assertTrue(outcome.date().isEmpty());
    assertEquals(List.of(Reason.NO_SUCH_DAY, Reason.NO_SUCH_DAY, Reason.FUTURE), reasons(outcome));
  }

  @Test
  void anotherDateTellsDayFromMonth() {
    ArticleDate told =
        date(choose(said(Origin.DATE_LINE, "03/04/2017"), said(Origin.FILE_NAME, "2017-03-04")));
    assertEquals("2017-03-04", told.edtf());
    assertEquals(Origin.DATE_LINE, told.evidence().origin());
    assertTrue(told.certain());
    assertFalse(date(choose(said(Origin.DATE_LINE, "03/04/2017"))).certain());
    assertFalse(
        date(choose(said(Origin.DATE_LINE, "03/04/2017"), said(Origin.FILE_NAME, "2017-05-09")))
            .certain());
  }

  @Test
  void ofTwoReadingsTheOneInTheFutureIsNone() {
    ArticleDate read = date(choose(said(Origin.DATE_LINE, "01/08/2026")));
    assertEquals("2026-01-08", read.edtf());
    assertFalse(read.certain());
  }

  @Test
  void theDayThatReadersSawGoesBeforeTheSameMomentInUtc() {
    ArticleDate local =
        date(
            choose(
                said(Origin.JSON_LD, "2020-10-22T23:44:10Z"),
                said(Origin.DATE_LINE, "02:44 ص، 23 أكتوبر 2020")));
    assertEquals("2020-10-23T02:44", local.edtf());
    ArticleDate other =
        date(
            choose(
                said(Origin.JSON_LD, "2020-10-22T23:44:10Z"),
                said(Origin.DATE_LINE, "02:51 ص، 23 أكتوبر 2020")));
    assertEquals("2020-10-22T23:44Z", other.edtf());
  }

  @Test
  void hoursAgoCountOnlyFromAKnownMoment() {
    List<Attested<String>> claims = List.of(said(Origin.DATE_LINE, "منذ ساعتين").claim());
    Dating.Outcome unknown =
        new Dating(Optional.empty(), TODAY).choose(claims, List.of(), Optional.empty());
    assertTrue(unknown.date().isEmpty());
    assertEquals(List.of(Reason.RELATIVE), reasons(unknown));
    for (var line :
        List.of(
            List.of("منذ ساعتين", "2020-10-23"),
            List.of("منذ 15 ساعة", "2020-10-22"),
            List.of("قبل يومين", "2020-10-21"),
            List.of("أمس", "2020-10-22"),
            List.of("قبل 5 دقائق", "2020-10-23T14:25"),
            List.of("۳ روز پیش", "2020-10-20"),
            List.of("2 days ago", "2020-10-21"),
            List.of("منذ شهرين", "2020-08"))) {
      ArticleDate counted =
          date(
              new Dating(Optional.of(CAPTURED), TODAY)
                  .choose(
                      List.of(said(Origin.DATE_LINE, line.getFirst()).claim()),
                      List.of(),
                      Optional.empty()));
      assertEquals(line.getLast(), counted.edtf(), line.getFirst());
      assertFalse(counted.certain());
    }
  }

  @Test
  void aFilesOwnDatesAreNeverCertainAndTheFileSystemsDateNothing() {
    ArticleDate named = date(choose(said(Origin.FILE_NAME, "2019-05-06")));
    assertEquals("2019-05-06", named.edtf());
    assertFalse(named.certain());
    Dating.Outcome copied = choose(said(Origin.FILE_SYSTEM, "2026-05-30T10:00:00Z"));
    assertTrue(copied.date().isEmpty());
    assertEquals(List.of(Reason.FILE), reasons(copied));
  }

  @Test
  void aChangeDatesAnArticleOnlyWhereNothingElseDoes() {
    Attested<String> change = said(Origin.OPEN_GRAPH, "2020-11-05T10:00:00Z").claim();
    Dating dating = new Dating(Optional.empty(), TODAY);
    ArticleDate alone = date(dating.choose(List.of(), List.of(change), Optional.empty()));
    assertFalse(alone.certain());
    Dating.Outcome both =
        new Dating(Optional.empty(), TODAY)
            .choose(
                List.of(said(Origin.DATE_LINE, "23 أكتوبر 2020").claim()),
                List.of(change),
                Optional.empty());
    assertEquals("2020-10-23", date(both).edtf());
    assertEquals(List.of(Reason.CHANGED), reasons(both));
  }

  @Test
  void aDayWithinTheMonthIsTheBetterDate() {
    assertEquals(
        "2020-10-23",
        date(choose(said(Origin.JSON_LD, "2020-10"), said(Origin.DATE_LINE, "23 أكتوبر 2020")))
            .edtf());
  }

  @Test
  void datesInNamesAndAddressesAreSeen() {
    assertEquals(Optional.of("2017-01-26"), FileDates.inName("JA-culture-31-20170126.txt"));
    assertEquals(Optional.of("2020-10-23"), FileDates.inName("2020-10-23 مقال.html"));
    assertEquals(
        Optional.of("23 أكتوبر 2020"),
        FileDates.inName("مقال_23_أكتوبر_2020.txt".replace('_', ' ')));
    assertEquals(Optional.empty(), FileDates.inName("9789953123456.pdf"));
    assertEquals(
        Optional.of("2025-04-01"), FileDates.inAddress("https://www.example.org/2025/4/1/x/"));
    assertEquals(Optional.empty(), FileDates.inAddress("https://www.example.org/2025/13/41/x"));
  }

  /** Ten thousand articles whose TIME is in two forms, a fifth of them ambiguous. */
  @Test
  void theDaysOfANewsCollectionAreRightAndTheAmbiguousOnesToldOrKeptSo() throws IOException {
    int unambiguous = 0;
    int right = 0;
    int wrong = 0;
    int ambiguous = 0;
    int told = 0;
    int toldWrong = 0;
    List<Path> files;
    try (var walk = Files.walk(Corpus.file("news-ant11/ant11"))) {
      files = walk.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
    Pattern time = Pattern.compile("<TIME>\\s*(.*?)\\s*</TIME>");
    for (Path file : files) {
      Matcher matcher = time.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      if (!matcher.find()) {
        continue;
      }
      String words = matcher.group(1);
      Optional<String> name = FileDates.inName(String.valueOf(file.getFileName()));
      Dating.Outcome outcome =
          name.isPresent()
              ? choose(said(Origin.TEXT_RECORD, words), said(Origin.FILE_NAME, name.get()))
              : choose(said(Origin.TEXT_RECORD, words));
      Optional<LocalDate> truth = truth(words);
      if (truth.isPresent()) {
        unambiguous++;
        boolean same = outcome.date().map(date -> date.from().toLocalDate()).equals(truth);
        right += same ? 1 : 0;
        wrong += !same && outcome.date().isPresent() ? 1 : 0;
      } else {
        ambiguous++;
        boolean sure = outcome.date().filter(ArticleDate::certain).isPresent();
        told += sure ? 1 : 0;
        toldWrong +=
            sure
                    && !name.map(LocalDate::parse)
                        .equals(outcome.date().map(date -> date.from().toLocalDate()))
                ? 1
                : 0;
      }
    }
    System.out.printf(
        "news-ant11: %d of %d unambiguous days right, %d wrong; of %d ambiguous %d told apart, %d of"
            + " them against the name%n",
        right, unambiguous, wrong, ambiguous, told, toldWrong);
    assertTrue(right >= unambiguous * 0.995, "right " + right);
    assertTrue(wrong <= unambiguous * 0.001, "wrong " + wrong);
    assertEquals(0, toldWrong);
  }

  static Optional<LocalDate> truth(String words) {
    if (words.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
      return Optional.of(LocalDate.parse(words.substring(0, 10)));
    }
    int first = Integer.parseInt(words.substring(0, 2));
    int second = Integer.parseInt(words.substring(3, 5));
    int year = Integer.parseInt(words.substring(6, 10));
    return first > 12 || first == second
        ? Optional.of(LocalDate.of(year, second, first))
        : second > 12 ? Optional.of(LocalDate.of(year, first, second)) : Optional.empty();
  }

  private static Dating.Outcome choose(Said... claims) {
    List<Attested<String>> sorted =
        Arrays.stream(claims)
            .map(Said::claim)
            .sorted((a, b) -> a.evidence().origin().compareTo(b.evidence().origin()))
            .toList();
    return new Dating(Optional.empty(), TODAY).choose(sorted, List.of(), Optional.empty());
  }

  private record Said(Attested<String> claim) {}

  private static Said said(Origin origin, String words) {
    return new Said(Attested.asWritten(words, origin));
  }

  private static ArticleDate date(Dating.Outcome outcome) {
    return outcome.date().orElseThrow();
  }

  private static List<Reason> reasons(Dating.Outcome outcome) {
    return outcome.others().stream().map(OtherDate::reason).toList();
  }

  @Test
  void aSentenceThatSaysYesterdayIsNoDateLine() {
    for (String line :
        List.of(
            "أمس",
            "منذ ساعتين",
            "نشر قبل 3 ساعات",
            "اليوم 12:30",
            "2 hours ago",
            "رويترز | منذ ساعتين")) {
      assertTrue(RelativeDate.is(line), line);
    }
    for (String line :
        List.of(
            "فتحت المكتبة أبوابها صباح أمس.",
            "وعاد أمس إلى بيته مع أولاده",
            "اليوم عيد",
            "قبل شهر بدأ العمل",
            "اليوم خمر وغدا أمر")) {
      assertFalse(RelativeDate.is(line), line);
    }
  }
}
