package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Shelf;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence;
import org.qirtas.article.Language;
import org.qirtas.article.Related;

/** {@code export --as book}. */
class BookExportTest {
  @TempDir Path temporary;
  private Path archive;
  private Path book;

  @BeforeEach
  void fill() {
    archive = temporary.resolve("archive");
    book = temporary.resolve("book.pdf");
    var articles = new ArrayList<Article>();
    for (int day = 1; day <= 24; day++) {
      Article.Draft draft =
          Shelf.article("وصول القافلة رقم " + day, "بلغت القافلة المدينة عند الفجر. ".repeat(40))
              .date(Shelf.date("2020-%02d-02T00:00".formatted(10 + day % 3), Precision.DAY))
              .author(
                  Attested.asWritten(
                      day % 2 == 0 ? "سعاد القاضي" : "الطيب بكر", Evidence.Origin.HEADING))
              .place(Attested.asWritten("القاهرة", Evidence.Origin.HEADING))
              .tag("تجارة");
      if (day == 1) {
        draft.related(new Related("وُصول القافلة رقم 24", Optional.empty(), "اقرأ أيضا"));
        draft.related(new Related("ما لا يوجد", Optional.empty(), "اقرأ أيضا"));
      }
      articles.add(draft.finish());
    }
    articles.add(Article.draft(Language.ARABIC).block(Block.Paragraph.of("نص بلا رأس.")).finish());
    store(articles);
  }

  private void store(List<Article> articles) {
    try (ArchiveWriter writer = Archive.create(archive, Shelf.CLOCK).writer()) {
      articles.forEach(article -> writer.store(Shelf.reading(temporary, article)));
    }
    assertEquals(0, run("reindex").code());
  }

  private Run run(Object... arguments) {
    return Run.of(Stream.concat(Stream.of("--archive", archive), Stream.of(arguments)).toArray());
  }

  private Run export(Object... more) {
    return run(
        Stream.concat(
                Stream.of("export", "--as", "book", "--words", "القافلة", "-o", book),
                Stream.of(more))
            .toArray());
  }

  private static String text(PDDocument document, int page) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setStartPage(page + 1);
    stripper.setEndPage(page + 1);
    return stripper.getText(document);
  }

  record Link(String words, int target) {}

  static List<Link> links(PDDocument document) throws IOException {
    var links = new ArrayList<Link>();
    for (PDPage page : document.getPages()) {
      for (PDAnnotation annotation : page.getAnnotations()) {
        if (annotation instanceof PDAnnotationLink link
            && link.getDestination() instanceof PDNamedDestination name) {
          int target =
              document.getDocumentCatalog().findNamedDestinationPage(name).retrievePageNumber();
          links.add(new Link(link.getContents(), target));
        }
      }
    }
    return links;
  }

  @ParameterizedTest
  @ValueSource(strings = {"run-on", "page", "recto"})
  void everyNumberIsThatOfThePageThatItLeadsTo(String start) throws IOException {
    assertEquals(0, export("--start", start, "--check").code());
    try (PDDocument document = Loader.loadPDF(book.toFile())) {
      String[] labels = document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices();
      int numbers = 0;
      int titles = 0;
      for (Link link : links(document)) {
        boolean number = link.words().codePoints().allMatch(Character::isDigit);
        if (number) {
          assertEquals(link.words(), labels[link.target()]);
          numbers++;
        } else if (link.words().startsWith("وصول القافلة")) {
          assertTrue(text(document, link.target()).contains(link.words().substring(5)));
          titles++;
        }
      }
      // In the contents, and once beside another article.
      assertEquals(25, titles);
      assertTrue(numbers > 25 + 2, "numbers: " + numbers);
    }
  }

  @Test
  void pagesBeforeTheTextAreCountedInLettersAndAreAnEvenNumber() throws IOException {
    assertEquals(0, export().code());
    try (PDDocument document = Loader.loadPDF(book.toFile())) {
      List<String> labels =
          List.of(document.getDocumentCatalog().getPageLabels().getLabelsByPageIndices());
      assertEquals(List.of("ا", "ب", "ج", "د", "هـ"), labels.subList(0, 5));
      int first = labels.indexOf("١");
      assertEquals(0, first % 2);
      assertTrue(text(document, first).contains("أكتوبر"));
      assertTrue(text(document, 0).contains("١٤٤٢"));
    }
  }

  @Test
  void partsAreMonthsAndArticlesStandBelowTheirDays() throws IOException {
    assertEquals(0, export().code());
    try (PDDocument document = Loader.loadPDF(book.toFile())) {
      var names = new ArrayList<String>();
      document
          .getDocumentCatalog()
          .getDocumentOutline()
          .children()
          .forEach(item -> names.add(item.getTitle()));
      assertEquals("المحتويات", names.getFirst());
      assertEquals(List.of("أكتوبر ٢٠٢٠", "نوفمبر ٢٠٢٠", "ديسمبر ٢٠٢٠"), names.subList(1, 4));
      var part =
          document.getDocumentCatalog().getDocumentOutline().getFirstChild().getNextSibling();
      assertTrue(part.getFirstChild().getTitle().startsWith("الجمعة ٢ أكتوبر ٢٠٢٠"));
      assertEquals(8, part.getFirstChild().getOpenCount() == 0 ? 0 : count(part.getFirstChild()));
    }
  }

  private static int count(
      org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem item) {
    int count = 0;
    for (var _ : item.children()) {
      count++;
    }
    return count;
  }

  @Test
  void sameBookIsTheSameBytes() throws IOException {
    assertEquals(0, export().code());
    byte[] first = Files.readAllBytes(book);
    assertEquals(0, export().code());
    assertArrayEquals(first, Files.readAllBytes(book));
  }

  @ParameterizedTest
  @ValueSource(strings = {"month", "year", "day", "author", "place", "tag", "source", "none"})
  void booksArePartedByAnything(String group) {
    assertEquals(0, export("--group", group, "--check").code());
    assertEquals(0, export("--group", group, "--order", "newest", "--edition", "print").code());
  }

  @Test
  void articleWithoutTitleOrDateStandsLast() throws IOException {
    Run run = run("export", "--as", "book", "--undated", "-o", book, "--check");
    assertEquals(0, run.code(), run.err());
    String text = ExportTest.text(book);
    assertTrue(text.contains("بلا عنوان"), text);
    assertTrue(text.contains("بلا تاريخ"), text);
  }

  @Test
  void fourHundredAuthorsAreAllInTheIndex() throws IOException {
    Article.Draft draft = Shelf.article("بيان", "نص البيان.");
    IntStream.range(0, 400)
        .forEach(i -> draft.author(Attested.asWritten("كاتب" + i, Evidence.Origin.HEADING)));
    store(List.of(draft.finish()));
    assertEquals(0, run("export", "--as", "book", "--author", "كاتب7", "-o", book).code());
    String text = ExportTest.text(book);
    assertTrue(text.lastIndexOf("كاتب399") > text.indexOf("فهرس"));
  }

  @Test
  void whatCannotBeABookIsToldInOneLine() throws IOException {
    assertEquals(0, run("export", "--as", "book", "--author", "لا أحد", "-o", book).code());
    assertFalse(Files.exists(book));
    Run article = run("export", "--on", "2020", "--title", "كتاب");
    assertEquals(2, article.code());
    assertTrue(article.err().contains("--as book"), article.err());
  }
}
