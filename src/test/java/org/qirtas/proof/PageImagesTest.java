package org.qirtas.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.QirtasException;
import org.qirtas.font.FontShelf;
import org.qirtas.pdf.Patience;

class PageImagesTest {
  private static final FontShelf FONTS = FontShelf.open(Path.of("fonts"));

  @TempDir Path temporary;

  @Test
  void pageIsDrawnTheSameEachTime() throws IOException {
    Path file = Leaflets.of(temporary.resolve("a.pdf"), List.of("lamp"));
    try (PageImages one = PageImages.open(file);
        PageImages two = PageImages.open(file)) {
      assertArrayEquals(png(one.image(1, 100), 100), png(two.image(1, 100), 100));
    }
  }

  private static byte[] png(BufferedImage image, float dots) throws IOException {
    var out = new ByteArrayOutputStream();
    Png.write(image, dots, out);
    return out.toByteArray();
  }

  @Test
  void pngIsThePictureAndKnowsItsSize() throws IOException {
    Path file = Leaflets.of(temporary.resolve("a.pdf"), List.of("lamp"));
    try (PageImages pages = PageImages.open(file)) {
      byte[] png = png(pages.image(1, 144), 144);
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
      assertEquals(600, read.getWidth());
      assertEquals(840, read.getHeight());
      String bytes = new String(png, java.nio.charset.StandardCharsets.ISO_8859_1);
      int at = bytes.indexOf("pHYs") + 4;
      // 144 dots an inch are 5,669 to the metre.
      assertEquals(5669, java.nio.ByteBuffer.wrap(png).getInt(at));
    }
  }

  @Test
  void hugePageIsDrawnCoarser() throws IOException {
    Path file = temporary.resolve("huge.pdf");
    try (var document = new PDDocument()) {
      document.addPage(new PDPage(new PDRectangle(14_400, 14_400)));
      document.addPage(new PDPage(new PDRectangle(14_000_000, 3)));
      document.save(file.toFile());
    }
    try (PageImages pages = PageImages.open(file)) {
      assertTrue(pages.finest(1, 600) < 31);
      BufferedImage image = pages.image(1, 600);
      assertTrue((long) image.getWidth() * image.getHeight() <= PageImages.MOST_PIXELS * 1.01);
      assertTrue(pages.image(2, 600).getWidth() <= 60_001);
    }
  }

  @Test
  void labelsAreWhatReadersCallPages() throws IOException {
    Path file = temporary.resolve("labels.pdf");
    try (var document = new PDDocument()) {
      Leaflets.page(document, "lamp", "i");
      Leaflets.page(document, "river", "1");
      var labels = new PDPageLabels(document);
      var front = new PDPageLabelRange();
      front.setStyle(PDPageLabelRange.STYLE_ROMAN_LOWER);
      labels.setLabelItem(0, front);
      var body = new PDPageLabelRange();
      body.setPrefix("م");
      labels.setLabelItem(1, body);
      document.getDocumentCatalog().setPageLabels(labels);
      document.save(file.toFile());
    }
    try (PageImages pages = PageImages.open(file)) {
      assertEquals("i", pages.label(1));
      assertEquals("م", pages.label(2));
    }
  }

  @ParameterizedTest
  @CsvSource({"ar, , true", "fa-IR, , true", "en, , false", ", R2L, true", "ar, L2R, false"})
  void directionIsWhatTheDocumentSays(String language, String direction, boolean fromTheRight)
      throws IOException {
    Path file = temporary.resolve("direction.pdf");
    try (var document = new PDDocument()) {
      Leaflets.page(document, "lamp", "1");
      document.getDocumentCatalog().setLanguage(language);
      if (direction != null) {
        var preferences = new org.apache.pdfbox.cos.COSDictionary();
        preferences.setName(org.apache.pdfbox.cos.COSName.getPDFName("Direction"), direction);
        document
            .getDocumentCatalog()
            .getCOSObject()
            .setItem(org.apache.pdfbox.cos.COSName.getPDFName("ViewerPreferences"), preferences);
      }
      document.save(file.toFile());
    }
    try (PageImages pages = PageImages.open(file)) {
      assertEquals(fromTheRight, pages.runsFromTheRight());
    }
  }

  @Test
  void whatIsNoPdfOrLockedIsRefused() throws IOException {
    Path text = Files.writeString(temporary.resolve("text.pdf"), "no PDF");
    assertEquals("proof.broken", refused(text));
    assertEquals("proof.absent", refused(temporary.resolve("none.pdf")));
    Path locked = temporary.resolve("locked.pdf");
    try (var document = new PDDocument()) {
      Leaflets.page(document, "lamp", "1");
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(locked.toFile());
    }
    assertEquals("proof.locked", refused(locked));
    Path empty = temporary.resolve("empty.pdf");
    try (var document = new PDDocument()) {
      document.save(empty.toFile());
    }
    assertEquals("proof.empty", refused(empty));
  }

  private static String refused(Path file) {
    return assertThrows(QirtasException.class, () -> PageImages.open(file)).key();
  }

  @Test
  void truncatedPdfIsReadAsFarAsItGoesOrRefused() throws IOException {
    byte[] whole =
        Files.readAllBytes(Leaflets.of(temporary.resolve("a.pdf"), List.of("lamp", "river")));
    for (int share = 1; share < 10; share++) {
      Path cut = temporary.resolve("cut.pdf");
      Files.write(cut, Arrays.copyOf(whole, whole.length * share / 10));
      try (PageImages pages = PageImages.open(cut)) {
        assertTrue(pages.count() > 0);
      } catch (QirtasException refused) {
        assertTrue(refused.key().startsWith("proof."), refused.key());
      }
    }
  }

  @Test
  void patienceEndsWithWhatNeverEnds() {
    var never = new CountDownLatch(1);
    var patience = new Patience(Duration.ofMillis(20));
    assertThrows(
        Patience.Exceeded.class,
        () ->
            patience.await(() -> {
              never.await();
              return 0;
            }));
    IOException deep = assertThrows(IOException.class, () -> patience.await(() -> deep(1)));
    assertTrue(
        String.valueOf(deep.getMessage()).contains("StackOverflow")
            || deep instanceof Patience.Exceeded);
  }

  private static int deep(int more) {
    return more == Integer.MAX_VALUE ? 0 : deep(more + 1) + 1;
  }

  @Test
  void contactSheetOfArabicBeginsAtTheRight() throws IOException {
    Path file = temporary.resolve("a.pdf");
    try (var document = new PDDocument()) {
      // Only the first page has anything on it.
      Leaflets.page(document, "lamp", "1");
      document.addPage(new PDPage(Leaflets.SMALL));
      document.getDocumentCatalog().setLanguage("ar");
      document.save(file.toFile());
    }
    try (PageImages pages = PageImages.open(file);
        var lettering = new Lettering(FONTS)) {
      BufferedImage sheet =
          new ContactSheet(pages, lettering, Optional.empty())
              .sheet(List.of(1, 2), (page, failure) -> assertTrue(failure.isEmpty()));
      int half = sheet.getWidth() / 2;
      assertTrue(
          ink(sheet.getSubimage(half, 0, half, 330)) > 2 * ink(sheet.getSubimage(0, 0, half, 330)));
    }
  }

  private static int ink(BufferedImage image) {
    int dark = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        dark += (image.getRGB(x, y) & 0xFF) < 200 ? 1 : 0;
      }
    }
    return dark;
  }

  @Test
  void stampIsShapedAndStandsWithinThePage() {
    try (var lettering = new Lettering(FONTS)) {
      Lettering.Words joined = lettering.words("مسودة", 100, true);
      double apart =
          "مسودة"
              .codePoints()
              .mapToObj(letter -> lettering.words(Character.toString(letter), 100, true))
              .mapToDouble(Lettering.Words::width)
              .sum();
      // Letters that join are narrower than letters that stand alone.
      assertTrue(joined.width() < 0.95 * apart, joined.width() + " " + apart);
      Rectangle2D page = new Rectangle2D.Double(0, 0, 300, 420);
      Rectangle2D placed = new Stamp(joined.outline()).across(300, 420).getBounds2D();
      assertTrue(page.contains(placed), placed.toString());
      assertTrue(placed.getWidth() > 120);
      assertEquals(150, placed.getCenterX(), 30);
    }
  }

  @Test
  void stampLeavesWhatIsBelowLegible() throws IOException {
    Path file = Leaflets.of(temporary.resolve("a.pdf"), List.of("lamp"));
    try (PageImages pages = PageImages.open(file);
        var lettering = new Lettering(FONTS)) {
      BufferedImage plain = pages.image(1, 72);
      BufferedImage stamped = pages.image(1, 72);
      Stamp.of(Stamp.draft(pages), lettering).press(stamped);
      boolean changed = false;
      for (int y = 0; y < plain.getHeight(); y++) {
        for (int x = 0; x < plain.getWidth(); x++) {
          boolean black = (plain.getRGB(x, y) & 0xFF) < 40;
          assertFalse(black && (stamped.getRGB(x, y) & 0xFF) > 80);
          changed |= plain.getRGB(x, y) != stamped.getRGB(x, y);
        }
      }
      assertTrue(changed);
    }
  }
}
