package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Shelf;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence;
import org.qirtas.article.Language;
import org.qirtas.pdf.Photographs;

/** Covers of books: on their first page, and on a sheet that goes around them. */
class BookCoverTest {
  private static final double MM = 72 / 25.4;

  @TempDir Path temporary;
  private Path archive;
  private Path book;

  @BeforeEach
  void fill() {
    archive = temporary.resolve("archive");
    book = temporary.resolve("book.pdf");
    try (ArchiveWriter writer = Archive.create(archive, Shelf.CLOCK).writer()) {
      List.of(
              Shelf.article("رحلة القافلة", "بلغت القافلة المدينة عند الفجر.").finish(),
              Article.draft(Language.ENGLISH)
                  .title(Attested.asWritten("The caravan", Evidence.Origin.HEADING))
                  .block(Block.Paragraph.of("The caravan came to the town at dawn."))
                  .finish())
          .forEach(article -> writer.store(Shelf.reading(temporary, article)));
    }
    assertEquals(0, Run.of("--archive", archive, "reindex").code());
  }

  private Run export(String word, Object... more) {
    return Run.of(
        Stream.concat(
                Stream.of(
                    "--archive", archive, "export", "--as", "book", "--words", word, "-o", book),
                Stream.of(more))
            .toArray());
  }

  private Run sheet(String word, String paper, Object... more) {
    return export(
        word,
        Stream.concat(
                Stream.of("--edition", "print", "--cover-sheet", "--paper", paper), Stream.of(more))
            .toArray());
  }

  private Path picture(String name) throws IOException {
    return Files.write(temporary.resolve(name), Photographs.named(name));
  }

  private Path sheetFile() {
    return temporary.resolve("book-cover.pdf");
  }

  private static List<PDImageXObject> pictures(PDPage page) throws IOException {
    var pictures = new ArrayList<PDImageXObject>();
    for (COSName name : page.getResources().getXObjectNames()) {
      if (page.getResources().getXObject(name) instanceof PDImageXObject picture) {
        pictures.add(picture);
      }
    }
    return pictures;
  }

  @ParameterizedTest
  @CsvSource({
    "rgb.jpg, 4",
    "ycck.jpg, 4",
    "cmyk.jpg, 4",
    "adobe-cmyk.jpg, 4",
    "gray.jpg, 1",
    "rgb.png, 4",
    "gray.png, 1",
    "deep.png, 1",
    "indexed.gif, 4"
  })
  void pictureOfAnyColoursIsInTheInksOfThePress(String name, int inks) throws IOException {
    Run run = export("القافلة", "--cover", picture(name), "--edition", "print");
    assertEquals(0, run.code(), run.err());
    try (PDDocument document = Loader.loadPDF(book.toFile())) {
      List<PDImageXObject> pictures = pictures(document.getPage(0));
      assertEquals(1, pictures.size());
      assertEquals(inks, pictures.getFirst().getColorSpace().getNumberOfComponents());
      PDRectangle bleed = document.getPage(0).getBleedBox();
      assertEquals(
          3 * MM, document.getPage(0).getTrimBox().getLowerLeftX() - bleed.getLowerLeftX(), 0.05);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rgb.jpg", "cmyk.jpg", "adobe-cmyk.jpg", "gray.jpg", "rgb.png", "gray.png"})
  void pictureOfAnyColoursIsInTheEditionForTheScreen(String name) throws IOException {
    Run run = export("القافلة", "--cover", picture(name), "--check");
    assertEquals(0, run.code(), run.out() + run.err());
    try (PDDocument document = Loader.loadPDF(book.toFile())) {
      assertEquals(1, pictures(document.getPage(0)).size());
    }
  }

  @Test
  void pictureThatIsMissingOrBrokenIsToldInOneLineAndNothingIsWritten() throws IOException {
    Run missing = export("القافلة", "--cover", temporary.resolve("none.jpg"));
    assertEquals(2, missing.code());
    assertEquals(1, missing.errLines().size(), missing.err());
    byte[] whole = Photographs.named("rgb.png");
    Path cut = Files.write(temporary.resolve("cut.png"), java.util.Arrays.copyOf(whole, 60));
    Path text = Files.writeString(temporary.resolve("text.jpg"), "no picture");
    Path folder = Files.createDirectory(temporary.resolve("folder.jpg"));
    for (Path broken : List.of(cut, text, folder)) {
      Run run = export("القافلة", "--cover", broken);
      assertEquals(1, run.code());
      assertEquals(1, run.errLines().size(), run.err());
      assertTrue(run.err().contains(broken.getFileName().toString()), run.err());
    }
    assertFalse(Files.exists(book));
  }

  @ParameterizedTest
  @CsvSource({"'300,2', 0.6", "'600,3', 1.8", "offset-80, 0.1"})
  void sheetIsTwoPagesAndTheSpineWide(String paper, double leaf) throws IOException {
    Run run = sheet("القافلة", paper, "--check");
    assertEquals(0, run.code(), run.out() + run.err());
    try (PDDocument document = Loader.loadPDF(book.toFile());
        PDDocument cover = Loader.loadPDF(sheetFile().toFile())) {
      assertEquals(1, cover.getNumberOfPages());
      PDRectangle page = document.getPage(0).getTrimBox();
      PDRectangle sheet = cover.getPage(0).getTrimBox();
      double spine = Math.ceilDiv(document.getNumberOfPages(), 2) * leaf;
      assertEquals(2 * page.getWidth() / MM + spine, sheet.getWidth() / MM, 0.02);
      assertEquals(page.getHeight(), sheet.getHeight(), 0.01);
      PDRectangle bleed = cover.getPage(0).getBleedBox();
      assertEquals(3 * MM, sheet.getLowerLeftX() - bleed.getLowerLeftX(), 0.05);
    }
  }

  /** Where letters of a word stand: their x, y, and the direction that they are written in. */
  private List<TextPosition> letters(char wanted) throws IOException {
    var found = new ArrayList<TextPosition>();
    try (PDDocument cover = Loader.loadPDF(sheetFile().toFile())) {
      var stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
              if (letter.getUnicode().indexOf(wanted) >= 0) {
                found.add(letter);
              }
            }
          };
      stripper.getText(cover);
    }
    return found;
  }

  @Test
  void bookThatIsBoundAtTheRightHasItsFrontAtTheLeftAndItsSpineReadsDownwards() throws IOException {
    assertEquals(0, sheet("القافلة", "600,3", "--title", "ظ", "--blurb", "ث").code());
    List<TextPosition> title = letters('ظ');
    assertEquals(List.of(0, 90), turns(title));
    double middle = 148 * MM;
    assertTrue(title.getFirst().getTextMatrix().getTranslateX() < middle);
    assertTrue(letters('ث').getFirst().getTextMatrix().getTranslateX() > middle);
  }

  @Test
  void bookThatIsBoundAtTheLeftHasItsFrontAtTheRight() throws IOException {
    assertEquals(0, sheet("caravan", "600,3", "--title", "Q", "--blurb", "W").code());
    List<TextPosition> title = letters('Q');
    assertEquals(List.of(0, 270), turns(title));
    double middle = 148 * MM;
    assertTrue(title.getFirst().getTextMatrix().getTranslateX() > middle);
    assertTrue(letters('W').getFirst().getTextMatrix().getTranslateX() < middle);
  }

  private static List<Integer> turns(List<TextPosition> letters) {
    return letters.stream().map(letter -> Math.round(letter.getDir())).toList();
  }

  @Test
  void thinSpineStaysEmptyAndThatIsTold() throws IOException {
    Run run = sheet("القافلة", "offset-80", "--title", "ظ");
    assertEquals(0, run.code(), run.err());
    assertEquals(List.of(0), turns(letters('ظ')));
    assertTrue(run.err().contains("too thin"), run.err());
  }

  @Test
  void longTitleIsMadeSmallerUntilItFitsTheSpine() throws IOException {
    String title = "ظل " + "المدينة القديمة ".repeat(8).strip();
    assertEquals(0, sheet("القافلة", "600,3", "--title", title).code());
    List<TextPosition> letters =
        letters('ظ').stream().filter(letter -> letter.getDir() == 90).toList();
    assertEquals(1, letters.size());
    assertTrue(letters.getFirst().getFontSizeInPt() < 14);
  }

  @Test
  void withinACoverOfItsOwnTheBookBeginsWithAHalfTitle() throws IOException {
    assertEquals(
        0,
        sheet("القافلة", "offset-80", "--cover", picture("rgb.jpg"), "--title", "القافلة").code());
    try (PDDocument document = Loader.loadPDF(book.toFile());
        PDDocument cover = Loader.loadPDF(sheetFile().toFile())) {
      assertEquals(List.of(), pictures(document.getPage(0)));
      assertEquals(1, pictures(cover.getPage(0)).size());
    }
  }

  @Test
  void foldsOfTheSheetAreMarked() throws IOException {
    assertEquals(0, sheet("القافلة", "offset-80", "--marks", "crop").code());
    try (PDDocument cover = Loader.loadPDF(sheetFile().toFile())) {
      String content =
          new String(cover.getPage(0).getContents().readAllBytes(), StandardCharsets.US_ASCII);
      String dashed = content.substring(content.indexOf("[3 2] 0 d"));
      assertEquals(4, dashed.substring(0, dashed.indexOf("[] 0 d")).split("l S", -1).length - 1);
    }
  }

  @Test
  void sheetWithoutPaperOrForTheScreenIsRefused() {
    assertEquals(2, export("القافلة", "--cover-sheet").code());
    assertEquals(2, export("القافلة", "--cover-sheet", "--edition", "print").code());
    Run blurb = export("القافلة", "--blurb", "عن الكتاب");
    assertEquals(2, blurb.code());
    assertTrue(blurb.err().contains("--cover-sheet"), blurb.err());
  }

  private String id(Object... more) throws IOException {
    assertEquals(0, sheet("القافلة", "offset-80", more).code());
    return id(book) + id(sheetFile());
  }

  private static String id(Path file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return document.getDocument().getDocumentID().getString(0);
    }
  }

  @Test
  void sheetHasAnIdentifierOfItsOwnThatIsTheSameForTheSameCover() throws IOException {
    String first = id();
    assertEquals(first, id());
    assertNotEquals(id(book), id(sheetFile()));
    assertNotEquals(first, id("--blurb", "عن الكتاب"));
  }
}
