package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
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

/** {@code export} out of one small archive. */
class ExportTest {
  @TempDir Path temporary;
  private Path archive;
  private Path out;

  @BeforeEach
  void fill() {
    archive = temporary.resolve("archive");
    out = temporary.resolve("out");
    try (ArchiveWriter writer = Archive.create(archive, Shelf.CLOCK).writer()) {
      store(writer, dated("وصول الباخرة", "رست الباخرة فجرًا.", "2020-10-23T00:00"));
      store(writer, dated("وصول الباخرة", "رست باخرة ثانية.", "2020-10-24T00:00"));
      store(writer, dated("رحيل الباخرة", "أبحرت الباخرة ليلًا.", "2021-02-03T00:00"));
      writer.quarantine(
          Shelf.source(temporary, "bad.pdf", "%PDF"),
          java.util.Optional.empty(),
          "source.corrupt [bad.pdf]");
    }
    assertEquals(0, run("reindex").code());
  }

  private static Article dated(String title, String text, String day) {
    return Shelf.article(title, text).date(Shelf.date(day, Precision.DAY)).finish();
  }

  private void store(ArchiveWriter writer, Article article) {
    writer.store(Shelf.reading(temporary, article));
  }

  private Run run(Object... arguments) {
    return Run.of(Stream.concat(Stream.of("--archive", archive), Stream.of(arguments)).toArray());
  }

  private List<String> exported() throws IOException {
    if (!Files.exists(out)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void itemGoesToTheFileThatIsNamed() throws IOException {
    Path page = temporary.resolve("not/there/yet/page.pdf");
    Run run = run("export", "2021/02/03", "-o", page);
    assertEquals(0, run.code(), run.err());
    assertEquals("", run.out());
    assertEquals("qirtas: " + page + ": pages: 1\n", run.err());
    String text = text(page);
    assertTrue(text.contains("رحيل الباخرة") && text.contains("أبحرت الباخرة ليلًا."), text);
  }

  @Test
  void itemIsNamedByItsIdToo() throws IOException {
    String id =
        new ObjectMapper()
            .readTree(run("find", "--json", "--on", "2021").out())
            .path("id")
            .asText();
    assertEquals(0, run("export", id, "-o", out).code());
    assertEquals(List.of("رحيل-الباخرة.pdf"), exported());
  }

  @Test
  void allOfAMonthGoToAFolderAndNamesakesKeepApart() throws IOException {
    Run run = run("export", "--on", "2020-10", "-o", out);
    assertEquals(0, run.code(), run.err());
    assertEquals(List.of("وصول-الباخرة-2.pdf", "وصول-الباخرة.pdf"), exported());
    assertFalse(
        text(out.resolve("وصول-الباخرة.pdf")).equals(text(out.resolve("وصول-الباخرة-2.pdf"))));
  }

  @Test
  void severalDoNotGoIntoOneFile() throws IOException {
    Run run = run("export", "--on", "2020-10", "-o", temporary.resolve("one.pdf"));
    assertEquals(2, run.code());
    assertEquals(1, run.errLines().size(), run.err());
    assertFalse(Files.exists(temporary.resolve("one.pdf")));
  }

  @Test
  void unknownIdIsOneLineAndTheRestIsExported() throws IOException {
    Run run = run("export", "nothing-like-it", "2021/02/03", "-o", out);
    assertEquals(1, run.code());
    assertTrue(run.errLines().getFirst().contains("nothing-like-it"), run.err());
    assertEquals(List.of("رحيل-الباخرة.pdf"), exported());
  }

  @Test
  void whatCouldNotBeReadCannotBeExported() throws IOException {
    Run run = run("export", "bad", "-o", out);
    assertEquals(1, run.code());
    assertEquals(1, run.errLines().size(), run.err());
    assertEquals(List.of(), exported());
  }

  @Test
  void nothingSelectedIsWrongUsage() {
    Run run = run("export", "-o", out);
    assertEquals(2, run.code());
    assertTrue(run.err().contains("--on"), run.err());
    assertEquals(2, run("export", "2021/02/03", "--on", "2021", "-o", out).code());
  }

  @Test
  void nothingFoundIsNoFailure() throws IOException {
    Run run = run("export", "--on", "1900", "-o", out);
    assertEquals(0, run.code());
    assertEquals("qirtas: nothing found\n", run.err());
    assertEquals(List.of(), exported());
  }

  @Test
  void editionsStandSideBySide() throws IOException {
    assertEquals(0, run("export", "2021/02/03", "-o", out).code());
    assertEquals(0, run("export", "2021/02/03", "-o", out, "--edition", "print").code());
    assertEquals(List.of("رحيل-الباخرة-print.pdf", "رحيل-الباخرة.pdf"), exported());
    assertEquals(1, attachments(out.resolve("رحيل-الباخرة.pdf")));
    assertEquals(
        text(out.resolve("رحيل-الباخرة.pdf")), text(out.resolve("رحيل-الباخرة-print.pdf")));
  }

  private static int attachments(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().size();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"screen", "print"})
  void sameExportTwiceGivesTheSameBytes(String edition) throws IOException {
    Path one = temporary.resolve("one.pdf");
    Path two = temporary.resolve("two.pdf");
    assertEquals(0, run("export", "2021/02/03", "--edition", edition, "-o", one).code());
    assertEquals(0, run("export", "2021/02/03", "--edition", edition, "-o", two).code());
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
  }

  @Test
  void jsonTellsTheFileAndItsPages() throws IOException {
    Run run = run("export", "2021/02/03", "-o", out, "--json");
    assertEquals(1, run.outLines().size());
    JsonNode line = new ObjectMapper().readTree(run.out());
    assertEquals(out.resolve("رحيل-الباخرة.pdf").toString(), line.path("output").asText());
    assertEquals(1, line.path("pages").asInt());
    assertEquals("screen", line.path("edition").asText());
    assertEquals("", run.err());
  }

  @Test
  void unwritableOutputIsOneLineAndLeavesNothing() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    Run run = run("export", "2021/02/03", "-o", file.resolve("page.pdf"));
    assertEquals(1, run.code());
    assertEquals(1, run.errLines().size(), run.err());
    assertEquals("x", Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "article-a5", "ARTICLE"})
  void unknownProfileIsWrongUsageAndNamesTheNearest(String profile) {
    Run run = run("export", "2021/02/03", "-o", out, "--profile", profile);
    assertEquals(2, run.code());
    assertTrue(run.err().contains("article-a4"), run.err());
  }

  @Test
  void unknownEditionIsWrongUsageAndNamesTheNearest() {
    Run run = run("export", "2021/02/03", "-o", out, "--edition", "pront");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("print"), run.err());
  }
}
