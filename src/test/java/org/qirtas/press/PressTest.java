package org.qirtas.press;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;

/** Sheets are rendered, cut into their halves, folded, and compared with the pages. */
class PressTest {
  private static final Size A3 = new Size(Length.millimetres(297), Length.millimetres(420));
  private static final Size A4 = new Size(Length.millimetres(210), Length.millimetres(297));
  private static final PDRectangle SMALL = new PDRectangle(200, 300);

  @TempDir Path temporary;

  /** A page shows its number as so many black squares out of five bits, none symmetrical. */
  private static void paint(PDDocument document, PDPage page, int number) throws IOException {
    document.addPage(page);
    PDRectangle box = page.getTrimBox();
    try (var content = new PDPageContentStream(document, page)) {
      content.addRect(box.getLowerLeftX() + 10, box.getLowerLeftY() + 10, 20, 8);
      for (int bit = 0; bit < 5; bit++) {
        if ((number >> bit & 1) != 0) {
          content.addRect(
              box.getLowerLeftX() + 40, box.getLowerLeftY() + 40 + 40 * bit, 90 + bit, 25);
        }
      }
      content.fill();
    }
  }

  private Path master(int pages, boolean fromTheRight) throws IOException {
    Path file = temporary.resolve("master-" + pages + ".pdf");
    try (var document = new PDDocument()) {
      for (int number = 1; number <= pages; number++) {
        paint(document, new PDPage(SMALL), number);
      }
      if (fromTheRight) {
        var preferences = new org.apache.pdfbox.cos.COSDictionary();
        preferences.setName("Direction", "R2L");
        document
            .getDocumentCatalog()
            .getCOSObject()
            .setItem(COSName.getPDFName("ViewerPreferences"), preferences);
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static Job job(Imposition imposition, Binding binding) {
    return new Job(imposition, binding, A3, Length.ZERO, false);
  }

  private static byte[] impose(Path pdf, Job job) throws IOException {
    var out = new ByteArrayOutputStream();
    Press.impose(pdf, Optional.empty(), job, out);
    return out.toByteArray();
  }

  private static BufferedImage render(PDDocument document, int page) throws IOException {
    return new PDFRenderer(document).renderImageWithDPI(page, 72);
  }

  /** The cut halves of all sides, left and right. */
  private static List<List<BufferedImage>> cut(byte[] sheets) throws IOException {
    var sides = new ArrayList<List<BufferedImage>>();
    try (PDDocument document = Loader.loadPDF(sheets)) {
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        PDRectangle trim = document.getPage(i).getTrimBox();
        BufferedImage sheet = render(document, i);
        int top = Math.round(document.getPage(i).getMediaBox().getHeight() - trim.getUpperRightY());
        int left = Math.round(trim.getLowerLeftX());
        sides.add(
            List.of(
                sheet.getSubimage(left, top, 200, 300),
                sheet.getSubimage(left + 200, top, 200, 300)));
      }
    }
    return sides;
  }

  /** How much of two pictures differs; a shift by a fraction of a dot grays edges only. */
  private static double difference(BufferedImage one, BufferedImage other) {
    long sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        sum += Math.abs((one.getRGB(x, y) & 0xFF) - (other.getRGB(x, y) & 0xFF));
      }
    }
    return sum / 255.0 / (one.getWidth() * one.getHeight());
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 16})
  void foldedBookletShowsThePagesInOrder(int pages) throws IOException {
    Path pdf = master(pages, true);
    for (Binding binding : Binding.values()) {
      List<List<BufferedImage>> sides =
          cut(impose(pdf, job(new Imposition.SaddleStitch(), binding)));
      int first = binding == Binding.RIGHT ? 0 : 1;
      var read = new ArrayList<BufferedImage>();
      for (int sheet = 0; sheet < sides.size() / 2; sheet++) {
        read.add(sides.get(2 * sheet).get(first));
        read.add(sides.get(2 * sheet + 1).get(1 - first));
      }
      for (int sheet = sides.size() / 2 - 1; sheet >= 0; sheet--) {
        read.add(sides.get(2 * sheet + 1).get(first));
        read.add(sides.get(2 * sheet).get(1 - first));
      }
      try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
        assertEquals(Math.ceilDiv(pages, 4) * 4, read.size());
        for (int page = 0; page < pages; page++) {
          assertTrue(difference(render(document, page), read.get(page)) < 0.01, "page " + page);
        }
        var white = new BufferedImage(200, 300, BufferedImage.TYPE_INT_RGB);
        white.createGraphics().fillRect(0, 0, 200, 300);
        for (int page = pages; page < read.size(); page++) {
          assertEquals(0, difference(white, read.get(page)), "blank " + page);
        }
      }
    }
  }

  @Test
  void innerSheetsCreepTowardsTheFold() throws IOException {
    Path pdf = master(16, true);
    var still = cut(impose(pdf, job(new Imposition.SaddleStitch(), Binding.RIGHT)));
    var creep = new Job(new Imposition.SaddleStitch(), Binding.RIGHT, A3, Length.points(1), false);
    var moved = cut(impose(pdf, creep));
    assertEquals(0, difference(still.get(0).get(0), moved.get(0).get(0)));
    assertEquals(3, firstInk(moved.get(6).get(0)) - firstInk(still.get(6).get(0)));
    assertEquals(-3, firstInk(moved.get(6).get(1)) - firstInk(still.get(6).get(1)));
  }

  private static int firstInk(BufferedImage image) {
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        if ((image.getRGB(x, y) & 0xFF) < 100) {
          return x;
        }
      }
    }
    return -1;
  }

  @Test
  void documentFromTheRightIsBoundAtTheRight() throws IOException {
    assertEquals(Binding.RIGHT, Press.binding(master(4, true), Optional.empty()));
    assertEquals(Binding.LEFT, Press.binding(master(5, false), Optional.empty()));
  }

  @Test
  void pageThatIsTurnedForReadersLiesInABookletAsItsNeighboursDo() throws IOException {
    Path upright = temporary.resolve("upright.pdf");
    Path turned = temporary.resolve("turned-within.pdf");
    for (Path pdf : List.of(upright, turned)) {
      try (var document = new PDDocument()) {
        for (int i = 0; i < 4; i++) {
          var page = new PDPage(new PDRectangle(200, 300));
          page.setRotation(i == 1 && pdf.equals(turned) ? 270 : 0);
          paint(document, page, 10 + i);
          document.save(pdf.toFile());
        }
      }
    }
    Job booklet = job(new Imposition.SaddleStitch(), Binding.RIGHT);
    try (PDDocument wanted = Loader.loadPDF(impose(upright, booklet));
        PDDocument imposed = Loader.loadPDF(impose(turned, booklet))) {
      assertEquals(wanted.getNumberOfPages(), imposed.getNumberOfPages());
      for (int i = 0; i < wanted.getNumberOfPages(); i++) {
        assertEquals(
            wanted.getPage(i).getMediaBox().getWidth(),
            imposed.getPage(i).getMediaBox().getWidth());
        assertArrayEquals(pixels(render(wanted, i)), pixels(render(imposed, i)));
      }
    }
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void turnedPageStandsAsItIsSeen(int degrees) throws IOException {
    Path pdf = temporary.resolve("turned.pdf");
    try (var document = new PDDocument()) {
      var page = new PDPage(new PDRectangle(-20, 30, 240, 340));
      page.setTrimBox(new PDRectangle(0, 50, 200, 300));
      page.setCropBox(new PDRectangle(0, 50, 200, 300));
      page.setRotation(degrees);
      paint(document, page, 22);
      document.save(pdf.toFile());
    }
    byte[] sheets = impose(pdf, job(new Imposition.NUp(1, 1), Binding.LEFT));
    try (PDDocument document = Loader.loadPDF(pdf.toFile());
        PDDocument imposed = Loader.loadPDF(sheets)) {
      BufferedImage page = render(document, 0);
      BufferedImage sheet = render(imposed, 0);
      PDRectangle trim = imposed.getPage(0).getTrimBox();
      int top = Math.round(imposed.getPage(0).getMediaBox().getHeight() - trim.getUpperRightY());
      BufferedImage placed =
          sheet.getSubimage(
              Math.round(trim.getLowerLeftX()), top, page.getWidth(), page.getHeight());
      assertTrue(difference(page, placed) < 0.02);
    }
  }

  @Test
  void sheetsAreTheSameBytesAndKeepBoxesAndDirection() throws IOException {
    Path pdf = master(6, true);
    var job = new Job(new Imposition.PerfectBound(4), Binding.RIGHT, A4, Length.ZERO, true);
    byte[] sheets = impose(pdf, job);
    assertArrayEquals(sheets, impose(pdf, job));
    try (PDDocument document = Loader.loadPDF(sheets)) {
      assertEquals(4, document.getNumberOfPages());
      PDPage side = document.getPage(0);
      assertEquals(400, side.getTrimBox().getWidth(), 0.01);
      assertTrue(side.getMediaBox().getWidth() > side.getMediaBox().getHeight());
      assertNotNull(document.getDocument().getDocumentID());
      assertEquals(
          "R2L",
          document
              .getDocumentCatalog()
              .getCOSObject()
              .getCOSDictionary(COSName.getPDFName("ViewerPreferences"))
              .getNameAsString("Direction"));
    }
  }

  private static Fault fault(Path pdf, Job job) {
    return assertThrows(QirtasException.class, () -> impose(pdf, job)).fault();
  }

  @Test
  void whatCannotBePutOnSheetsIsRefused() throws IOException {
    Job job = job(new Imposition.SaddleStitch(), Binding.LEFT);
    assertEquals(Fault.INPUT, fault(temporary.resolve("none.pdf"), job));
    Path broken = Files.writeString(temporary.resolve("broken.pdf"), "%PDF-1.4 nothing more");
    assertEquals(Fault.INPUT, fault(broken, job));
    var small = new Size(Length.millimetres(100), Length.millimetres(100));
    var tight = new Job(new Imposition.SaddleStitch(), Binding.LEFT, small, Length.ZERO, false);
    assertEquals(Fault.USAGE, fault(master(4, false), tight));
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", ""})
  void lockedFileIsRefused(String password) throws IOException {
    Path pdf = temporary.resolve("locked.pdf");
    try (var document = new PDDocument()) {
      paint(document, new PDPage(SMALL), 1);
      var permission = new AccessPermission();
      permission.setCanModify(false);
      document.protect(new StandardProtectionPolicy("owner", password, permission));
      document.save(pdf.toFile());
    }
    assertEquals(Fault.INPUT, fault(pdf, job(new Imposition.SaddleStitch(), Binding.LEFT)));
  }

  @Test
  void pagesOfOtherSizesAreToldOf() throws IOException {
    Path pdf = temporary.resolve("sizes.pdf");
    try (var document = new PDDocument()) {
      paint(document, new PDPage(SMALL), 1);
      paint(document, new PDPage(new PDRectangle(150, 280)), 2);
      document.save(pdf.toFile());
    }
    Press.Result result =
        Press.impose(
            pdf,
            Optional.empty(),
            job(new Imposition.SaddleStitch(), Binding.LEFT),
            new ByteArrayOutputStream());
    assertEquals("sizes", result.notices().getFirst().code());
    assertEquals(1, result.sheets());
  }
}
