package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.source.Tesseract;

class ScansTest {
  private static final Map<String, String> BLIND =
      Map.of("LANG", "C.UTF-8", Tesseract.VARIABLE, "none");

  @TempDir Path temporary;

  private Run run(Map<String, String> environment, Object... arguments) {
    return Run.with(
        "",
        false,
        environment,
        Stream.concat(Stream.of("--archive", temporary.resolve("archive")), Stream.of(arguments))
            .toArray());
  }

  private static BufferedImage picture() {
    var picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(5, 5, Color.WHITE.getRGB());
    return picture;
  }

  private Path written(String name, String format) throws IOException {
    Path file = Files.createDirectories(temporary.resolve("inbox")).resolve(name);
    assertTrue(ImageIO.write(picture(), format, file.toFile()));
    return file;
  }

  private Path scanned(String name, BufferedImage... pages) throws IOException {
    Path file = Files.createDirectories(temporary.resolve("inbox")).resolve(name);
    try (var document = new PDDocument()) {
      for (BufferedImage page : pages) {
        var sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        try (var content = new PDPageContentStream(document, sheet)) {
          content.drawImage(
              LosslessFactory.createFromImage(document, page),
              0,
              0,
              PDRectangle.A4.getWidth(),
              PDRectangle.A4.getHeight());
        }
      }
      document.save(file.toFile());
    }
    return file;
  }

  @Test
  void whatIsOnlyShownIsStoredWithoutTextWhereNothingReadsIt() throws IOException {
    written("a.jpg", "jpg");
    written("b.png", "png");
    written("c.tif", "tif");
    scanned("d.pdf", picture());
    Run run = run(BLIND, "ingest", "--jobs", "1", temporary.resolve("inbox"));
    assertEquals(0, run.code(), run.err());
    for (boolean rebuilt : List.of(false, true)) {
      if (rebuilt) {
        assertEquals(0, run(BLIND, "reindex").code());
      }
      Run found = run(BLIND, "find", "--no-text", "--json");
      assertEquals(4, found.outLines().size(), found.out());
    }
    Run shown = run(BLIND, "show", "undated/b-png");
    assertTrue(shown.out().contains("Text: none"), shown.out());
    assertTrue(shown.outLines().getFirst().contains("b.png"), shown.out());
  }

  @Test
  void whatIsNoPictureAndPagesWithNothingOnThemAreQuarantined() throws IOException {
    Path inbox = Files.createDirectories(temporary.resolve("inbox"));
    Files.write(inbox.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1});
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(inbox.resolve("b.pdf").toFile());
    }
    Run run = run(BLIND, "ingest", inbox);
    assertTrue(run.out().matches("(?s).*Quarantined +2\n.*"), run.out());
  }

  @Test
  void textIsNotWithoutText() throws IOException {
    Path file = Files.writeString(temporary.resolve("a.txt"), "عنوان\n\nكلام في موضوع.");
    run(BLIND, "ingest", file);
    assertEquals(0, run(BLIND, "find", "--no-text", "--json").outLines().size());
  }

  /** One of our own articles, printed and looked at. */
  @Test
  void scanOfAnArticleIsReadWithItsConfidence() throws IOException {
    Map<String, String> sighted = Map.of("LANG", "C.UTF-8", "PATH", path());
    Optional<Tesseract> tesseract = Tesseract.find(sighted, "");
    assumeTrue(tesseract.isPresent() && tesseract.get().installed().contains("ara"));
    Path sample = Path.of("src/main/samples/calligrapher.html");
    Path printed = temporary.resolve("printed.pdf");
    assertEquals(0, run(sighted, "typeset", sample, "-o", printed).code());
    run(BLIND, "ingest", sample);
    String written = text(run(BLIND, "show", "--text", only("--on", "2020-02-18")));
    BufferedImage page;
    try (PDDocument document = Loader.loadPDF(printed.toFile())) {
      page = new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.GRAY);
    }
    scanned("scan.pdf", page, page);
    Run unread = run(BLIND, "ingest", temporary.resolve("inbox"));
    assertEquals(0, unread.code(), unread.err());
    Run read = run(sighted, "ingest", "--reread", "--no-text", "--jobs", "1");
    assertTrue(read.out().matches("(?s).*New versions +1\n.*"), read.out() + read.err());
    assertEquals(0, run(sighted, "find", "--no-text", "--json").outLines().size());
    String item = only("--undated", "الخطاط");
    Run shown = run(sighted, "show", item);
    assertTrue(
        shown
            .out()
            .matches(
                "(?s).*recognised by tesseract \\S+ \\(ara\\), [6-9]\\d % .*pages: 2, unread: 0.*"),
        shown.out());
    String recognised = text(run(sighted, "show", "--text", item));
    Set<String> right = words(written);
    Set<String> got = words(recognised);
    long found = right.stream().filter(got::contains).count();
    assertTrue(
        found * 100 >= right.size() * 75L, found + " of " + right.size() + "\n" + recognised);
  }

  private String only(String... conditions) {
    Run found =
        run(BLIND, Stream.concat(Stream.of("--json", "find"), Stream.of(conditions)).toArray());
    assertEquals(1, found.outLines().size(), found.out());
    return found.out().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }

  private static String path() {
    return Optional.ofNullable(System.getenv("PATH")).orElse("");
  }

  private static String text(Run run) {
    assertEquals(0, run.code(), run.err());
    return run.out();
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.split("[^\\p{L}\\p{N}\\p{M}]+")));
  }
}
