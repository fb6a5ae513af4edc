package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Shelf;
import org.qirtas.article.ArticleDate.Precision;

/** What names the file of a book (ISO 32000-1, 14.4): another for whatever prints differently. */
class PressIdentityTest {
  @TempDir Path temporary;
  private Path archive;

  @BeforeEach
  void fill() {
    archive = temporary.resolve("archive");
    try (ArchiveWriter writer = Archive.create(archive, Shelf.CLOCK).writer()) {
      IntStream.rangeClosed(1, 3)
          .mapToObj(day ->
              Shelf.article("خبر " + (9 - day), "نص الخبر رقم " + day + ". ".repeat(3))
                  .date(Shelf.date("2020-10-0" + day + "T00:00", Precision.DAY))
                  .finish())
          .forEach(article -> writer.store(Shelf.reading(temporary, article)));
    }
    assertEquals(0, Run.of("--archive", archive, "reindex").code());
  }

  private Path print(String... more) {
    Path book = temporary.resolve("book.pdf");
    Run run =
        Run.of(
            Stream.concat(
                    Stream.of(
                        "--archive",
                        archive,
                        "export",
                        "--as",
                        "book",
                        "--on",
                        "2020-10",
                        "-o",
                        book,
                        "--edition",
                        "print"),
                    Arrays.stream(more))
                .toArray());
    assertEquals(0, run.code(), run.err());
    return book;
  }

  private String id(String... more) throws IOException {
    try (PDDocument document = Loader.loadPDF(print(more).toFile())) {
      var ids = document.getDocument().getDocumentID();
      // A file that was never changed since it was made has the same name twice.
      assertEquals(ids.getString(0), ids.getString(1));
      return ids.getString(0);
    }
  }

  /** The shipped profile under another description: what is printed by it is no other. */
  private String otherIntent() throws IOException {
    byte[] profile;
    try (var in = org.qirtas.pdf.PrintIntent.class.getResourceAsStream("FOGRA39L_coated.icc")) {
      profile = in.readAllBytes();
    }
    // The day on which it was made (ICC.1:2010, 7.2.8).
    profile[27]++;
    return Files.write(temporary.resolve("other.icc"), profile).toString();
  }

  @Test
  void orderProfilePressMarksAndTitleEachMakeAnotherIdentifier() throws IOException {
    List<String[]> wishes =
        List.of(
            new String[0],
            new String[] {"--order", "newest"},
            new String[] {"--order", "title"},
            new String[] {"--group", "none"},
            new String[] {"--profile", "magazine"},
            new String[] {"--intent", otherIntent()},
            new String[] {"--marks", "crop"},
            new String[] {"--marks", "all"},
            new String[] {"--title", "كتاب آخر"});
    var ids = new ArrayList<String>();
    for (String[] wish : wishes) {
      ids.add(id(wish));
    }
    assertEquals(ids.size(), new HashSet<>(ids).size(), ids.toString());
  }

  @Test
  void sameOrderIsTheSameBytesWithItsMarks() throws IOException {
    byte[] first = Files.readAllBytes(print("--marks", "all"));
    assertArrayEquals(first, Files.readAllBytes(print("--marks", "all")));
    assertEquals(id("--marks", "all"), id("--marks", "all"));
  }
}
