package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Honorifics;

/** Lines that newspapers sign with, and lines that look like them. */
class BylinesTest {
  private static final String TITLE = "جسر الوادي يعود إلى أهله بعد عشرين عاما";
  private static final String BODY =
      """
      عبر أهل القرية صباح اليوم جسر الوادي للمرة الأولى منذ أن جرفته السيول قبل عشرين عاما، وقال شيوخهم إن الحجارة التي بني بها جُمعت من المقالع القديمة نفسها، وإن البنائين لم يأخذوا أجرا.

      وأضافوا أن الطريق إلى السوق صار أقصر بساعة كاملة، وأن المدرسة ستفتح أبوابها.
      """;

  @TempDir private Path folder;

  record Line(String words, String names, String place) {}

  @ParameterizedTest
  @MethodSource("lines")
  void aLineUnderTheTitleNamesWritersAndPlaceOrNobody(Line line) throws IOException {
    Article article = read(TITLE + "\n\n" + line.words() + "\n\n" + BODY);
    assertEquals(line.names() + " @ " + line.place(), names(article) + " @ " + place(article));
    if (line.names().isEmpty() && line.place().isEmpty()) {
      assertTrue(whole(article).contains(line.words()), () -> "lost: " + line.words());
    }
  }

  @Test
  void fourHundredNamesDoNotHideTheDayBehindThem() throws IOException {
    String names =
        IntStream.range(0, 400)
            .mapToObj(i -> (i % 2 == 0 ? "ليلى " : "زياد ") + "الحداد".repeat(1 + i % 3))
            .collect(Collectors.joining("، "));
    Article article = read(TITLE + "\n\nكتب: " + names + "\n\nبيروت 12 آذار 2019\n\n" + BODY);
    assertEquals(400, article.authors().size());
    assertEquals("2019-03-12", article.date().orElseThrow().edtf());
    assertEquals("بيروت", place(article));
    assertEquals(2, article.body().size());
  }

  @Test
  void aHouseUnderTheNameIsNoWriter() throws IOException {
    Article article =
        read("1. The bridge returns\n\nLayla Haddad\nBBC News, Beirut\nMon 4 Dec 2023\n\n" + BODY);
    assertEquals("1. The bridge returns", article.title().orElseThrow().value());
    assertEquals("Layla Haddad @ Beirut", names(article) + " @ " + place(article));
    assertEquals("2023-12-04", article.date().orElseThrow().edtf());
  }

  @Test
  void headOfAQuotedMailNamesNeitherPlaceNorWriter() throws IOException {
    Article article =
        read(
            TITLE + "\n\nFrom: Omar Nasser\nSent: Wednesday, December 07, 2011 4:30 PM\n\n" + BODY);
    assertEquals("", names(article));
    assertEquals("", place(article));
  }

  @Test
  void fieldsOfAGermanRecordAreRead() throws IOException {
    Article article = read("Die Brücke im Tal\n\nAutor: Hans Müller\nDatum: 24.04.2019\n\n" + BODY);
    assertEquals("Hans Müller", names(article));
    assertEquals("2019-04-24", article.date().orElseThrow().edtf());
  }

  @Test
  void aNameSetInBoldBelowTheTextSignsIt() throws IOException {
    Article article =
        Sources.article(folder, "signed.md", "# " + TITLE + "\n\n" + BODY + "\n\n**ليلى حداد**\n");
    assertEquals("ليلى حداد", names(article));
    assertEquals(2, article.body().size());
  }

  @ParameterizedTest
  @CsvSource({
    "أ.د. نادية مصطفى, ناديه",
    "الأستاذ الدكتور عبد الوهاب المسيري, عبد",
    "الشيخ محمد الغزالي, محمد",
    "الدكتور/ ماجد الخواجا, ماجد",
    "ڈاکٹر خالد سہیل, خالد",
    "مولانا وحید الدین, وحید",
    "دکتر رضا براهنی, رضا",
    "Dr. Layla Haddad, layla",
    "حجة الإسلام حسن الرضا, حسن"
  })
  void titlesOfHonourStayOutOfTheSortKey(String name, String first) {
    String key = Honorifics.sortKey(name);
    assertTrue(key.startsWith(first.replace("يه", "ي")), key);
  }

  static Stream<Line> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(BylinesTest.class.getResourceAsStream("bylines.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> List.of(line.replace("\t-", "\t").split("\t", -1)))
              .map(fields -> new Line(fields.get(0), fields.get(1), fields.get(2)))
              .toList()
              .stream();
    }
  }

  private Article read(String text) throws IOException {
    return Sources.article(folder, "line.txt", text);
  }

  private static String names(Article article) {
    return article.authors().stream().map(Attested::value).collect(Collectors.joining(";"));
  }

  private static String place(Article article) {
    return article.place().map(Attested::value).orElse("");
  }

  /** All that stands in the article, wherever it went. */
  private static String whole(Article article) {
    return article.body().stream().map(block -> block.text() + "\n").collect(Collectors.joining())
        + String.join("\n", article.furniture())
        + article.subtitle().orElse("");
  }
}
