package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Shelf;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.article.Related;

/** What becomes of an article's «اقرأ أيضا» lines in a book. */
class RelatedArticlesTest {
  @TempDir Path temporary;
  private Path archive;
  private Path book;

  @BeforeEach
  void fill() {
    archive = temporary.resolve("archive");
    book = temporary.resolve("book.pdf");
    try (ArchiveWriter writer = Archive.create(archive, Shelf.CLOCK).writer()) {
      List.of(
              dated("رحلة إلى الواحة", "2021-03-05")
                  .related(
                      new Related(
                          "أسعار التمر",
                          Optional.of("https://www.example.org/dates/"),
                          "أسعار التمر"))
                  .related(line("طريق القوافل القديم"))
                  .related(line("طريقُ القوافل القديم!"))
                  .related(line("رحلة إلى الواحة"))
                  .related(line("مقال ليس في الأرشيف"))
                  .related(line("رسالة الأسبوع"))
                  .related(line("بئر بلا تاريخ")),
              dated("التمر في السوق", "2021-03-04").address("http://example.org/dates"),
              dated("طريق القوافل القديم", "2019-11-20"),
              dated("رسالة الأسبوع", "2018-01-06"),
              dated("رسالة الأسبوع", "2021-02-27"),
              dated("رسالة الأسبوع", "2022-09-03"),
              Shelf.article("بئر بلا تاريخ", "نص البئر."))
          .forEach(draft -> writer.store(Shelf.reading(temporary, draft.finish())));
    }
    assertEquals(0, run("reindex").code());
  }

  private static Article.Draft dated(String title, String day) {
    return Shelf.article(title, "نص مقال " + title + " في يوم " + day + ".")
        .date(Shelf.date(day + "T00:00", Precision.DAY));
  }

  private static Related line(String title) {
    return new Related(title, Optional.empty(), "اقرأ أيضا: " + title);
  }

  private Run run(Object... arguments) {
    return Run.of(Stream.concat(Stream.of("--archive", archive), Stream.of(arguments)).toArray());
  }

  /** The lines below an article's «اقرأ أيضا», as they are printed. */
  private List<String> below(Object... selection) throws IOException {
    Run run =
        run(
            Stream.concat(
                    Stream.of("export", "--as", "book", "-o", book, "--check"),
                    Stream.of(selection))
                .toArray());
    assertEquals(0, run.code(), run.err());
    List<String> lines =
        ExportTest.text(book)
            .replaceAll("[\\p{Cf}ـ]", "")
            .lines()
            .map(String::strip)
            .dropWhile(line -> !line.equals("اقرأ أيضا"))
            .toList();
    return lines.subList(1, Math.min(lines.size(), 7));
  }

  @Test
  void articleOfTheBookIsPrintedWithItsPageAndOneOfTheArchiveWithItsDay() throws IOException {
    List<String> lines = below("--on", "2021-03");
    // The stripper tells the number before or after the words.
    assertTrue(lines.get(0).matches("١التمر في السوق|التمر في السوق ?١"), lines.toString());
    assertEquals("طريق القوافل القديم (٢٠ نوفمبر ٢٠١٩)", lines.get(1));
  }

  @Test
  void whatTheArchiveHasNotOrKnowsNoDayOfStandsAsItIsWritten() throws IOException {
    List<String> lines = below("--on", "2021-03-05");
    assertEquals("التمر في السوق (٤ مارس ٢٠٢١)", lines.get(0));
    assertEquals("مقال ليس في الأرشيف", lines.get(2));
    assertEquals("بئر بلا تاريخ", lines.get(4));
  }

  @Test
  void ofSeveralWithOneTitleTheNearestInTimeIsMeant() throws IOException {
    assertEquals("رسالة الأسبوع (٢٧ فبراير ٢٠٢١)", below("--on", "2021-03-05").get(3));
    List<String> inBook = below("--on", "2021");
    assertTrue(
        inBook.get(3).matches("[٠-٩]+رسالة الأسبوع|رسالة الأسبوع ?[٠-٩]+"), inBook.toString());
  }

  @Test
  void articleThatWasWithdrawnIsNotPointedTo() throws IOException {
    assertEquals(0, run("withdraw", "طريق-القوافل-القديم", "--reason", "خطأ").code());
    assertEquals("طريق القوافل القديم", below("--on", "2021-03-05").get(1));
  }

  @Test
  void onlyArticlesOfTheBookAreLinked() throws IOException {
    below("--on", "2021-03");
    try (PDDocument document = Loader.loadPDF(book.toFile())) {
      List<String> linked =
          BookExportTest.links(document).stream().map(BookExportTest.Link::words).toList();
      assertTrue(linked.contains("التمر في السوق"), linked.toString());
      assertFalse(linked.toString().contains("طريق القوافل"), linked.toString());
    }
  }
}
