package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;

/** The day that a text says of itself, beside the day on which its file was made. */
class StampedOpeningTest {
  private static final String LONG =
      "عاد صيادو الميناء القديم إلى قواربهم الخشبية بعد أن هجروها سنوات طويلة، ويقول سالم البحري إن"
          + " الخشب يتنفس مع الموج وإن الحديد لا يفعل، وفي الورشة الصغيرة رائحة قطران لا تزول.";

  private static String day(Origin origin, String... paragraphs) {
    var claims = new Claims();
    claims.date(origin, "2026-01-15T10:00:00Z");
    List<Block> blocks = List.of(paragraphs).stream().<Block>map(Block.Paragraph::of).toList();
    Article article =
        Sifter.sift(
            new Matter(blocks, claims, List.of(), List.of(), new TreeMap<>()),
            LocalDate.of(2026, 6, 1));
    return article.date().orElseThrow().edtf();
  }

  @Test
  void aDayWithItsTimeInTheFirstSentencesComesBeforeTheFilesOwn() {
    String opening = "مشاركة نسخ الرابط رأس المرجان الأحد 3 نوفمبر 2024، 09:15 ص الحارس. " + LONG;
    assertEquals("2024-11-03", day(Origin.DOCUMENT_PROPERTIES, opening).substring(0, 10));
    assertEquals("2026-01-15", day(Origin.JSON_LD, opening).substring(0, 10));
  }

  @Test
  void aDayThatIsToldOfDatesNothing() {
    String opening = "اندلعت الحرب يوم السبت 6 أكتوبر 1973 ظهرا. " + LONG;
    assertEquals("2026-01-15", day(Origin.DOCUMENT_PROPERTIES, opening).substring(0, 10));
  }

  @Test
  void aDayBelowTheTextComesBeforeTheFilesOwn() {
    assertEquals(
        "2024-11-03",
        day(Origin.DOCUMENT_PROPERTIES, LONG, LONG + " ثم رحلوا.", "الأحد 3 نوفمبر 2024"));
  }
}
