package org.qirtas.press;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
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

/** PDFs of other programs on sheets: locked, in other units, with what lies upon their pages. */
class ForeignPdfTest {
  private static final Size A3 = new Size(Length.millimetres(297), Length.millimetres(420));
  private static final Job BOOKLET =
      new Job(new Imposition.SaddleStitch(), Binding.LEFT, A3, Length.ZERO, false);

  @TempDir Path temporary;

  private interface Making {
    void make(PDDocument document) throws IOException;
  }

  private Path file(Making making) throws IOException {
    Path file = temporary.resolve("foreign.pdf");
    try (var document = new PDDocument()) {
      making.make(document);
      document.save(file.toFile());
    }
    return file;
  }

  /** A page with a black square in its lower left corner, as large as half of its width. */
  private static PDPage page(PDDocument document, float width, float height) throws IOException {
    var page = new PDPage(new PDRectangle(width, height));
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.addRect(0, 0, width / 2, width / 2);
      content.fill();
    }
    return page;
  }

  private static Press.Result impose(Path pdf, String password, ByteArrayOutputStream out)
      throws IOException {
    return Press.impose(pdf, Optional.of(password), BOOKLET, out);
  }

  private static Press.Result impose(Path pdf, ByteArrayOutputStream out) throws IOException {
    return Press.impose(pdf, Optional.empty(), BOOKLET, out);
  }

  private static Press.Result impose(Path pdf) throws IOException {
    return impose(pdf, new ByteArrayOutputStream());
  }

  @ParameterizedTest
  @ValueSource(ints = {128, 256})
  void ownersPasswordOpensALockedFileAndNoOtherDoes(int bits) throws IOException {
    Path pdf =
        file(document -> {
          page(document, 200, 300);
          var permission = new AccessPermission();
          permission.setCanModify(false);
          var policy = new StandardProtectionPolicy("owner", "reader", permission);
          policy.setEncryptionKeyLength(bits);
          document.protect(policy);
        });
    var sheets = new ByteArrayOutputStream();
    assertEquals(1, impose(pdf, "owner", sheets).sheets());
    try (PDDocument document = Loader.loadPDF(sheets.toByteArray())) {
      assertTrue(isBlackAt(document, 0, 210, 10));
    }
    for (String other : new String[] {"reader", "", "guessed"}) {
      var refused = assertThrows(QirtasException.class, () -> impose(pdf, other, sheets));
      assertEquals(Fault.INPUT, refused.fault());
      assertEquals("impose.password", refused.key());
    }
    assertEquals("impose.locked", assertThrows(QirtasException.class, () -> impose(pdf)).key());
  }

  /** The pixel so far from the lower left corner of what is left once the sheet is cut. */
  private static boolean isBlackAt(PDDocument sheets, int side, float right, float up)
      throws IOException {
    PDPage sheet = sheets.getPage(side);
    PDRectangle trim = sheet.getTrimBox();
    int x = Math.round(trim.getLowerLeftX() + right);
    int y = Math.round(sheet.getMediaBox().getHeight() - trim.getLowerLeftY() - up);
    return (new PDFRenderer(sheets).renderImageWithDPI(side, 72).getRGB(x, y) & 0xFF) < 50;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void pageInUnitsOfItsOwnIsAsLargeAsItSays(int turned) throws IOException {
    boolean side = turned % 180 != 0;
    Path pdf =
        file(document -> {
          PDPage page = side ? page(document, 150, 100) : page(document, 100, 150);
          page.setRotation(turned);
          page.setUserUnit(2);
        });
    var out = new ByteArrayOutputStream();
    assertEquals(List.of(), impose(pdf, out).notices());
    try (PDDocument sheets = Loader.loadPDF(out.toByteArray())) {
      PDRectangle trim = sheets.getPage(0).getTrimBox();
      assertEquals(400, trim.getWidth(), 0.01);
      assertEquals(300, trim.getHeight(), 0.01);
      // Its own lower left corner, where it is seen: page 1 is the right half of a front.
      boolean right = turned == 180 || turned == 270;
      boolean head = turned == 90 || turned == 180;
      assertTrue(isBlackAt(sheets, 0, right ? 395 : 205, head ? 295 : 5));
      assertTrue(isBlackAt(sheets, 0, right ? 310 : 290, head ? 210 : 90));
    }
  }

  @Test
  void bookletOfOnePageIsOneSheet() throws IOException {
    var out = new ByteArrayOutputStream();
    Press.Result result = impose(file(document -> page(document, 200, 300)), out);
    assertEquals(1, result.sheets());
    try (PDDocument sheets = Loader.loadPDF(out.toByteArray())) {
      assertEquals(2, sheets.getNumberOfPages());
      assertTrue(isBlackAt(sheets, 0, 210, 10));
    }
  }

  @Test
  void smallerPagesStandInTheMiddleOfTheirPlaces() throws IOException {
    Path pdf =
        file(document -> {
          page(document, 200, 300);
          page(document, 100, 100);
        });
    var out = new ByteArrayOutputStream();
    Press.Result result = impose(pdf, out);
    assertEquals("sizes", result.notices().getFirst().code());
    try (PDDocument sheets = Loader.loadPDF(out.toByteArray())) {
      // Page 2 is the left half of a back.
      assertTrue(isBlackAt(sheets, 1, 55, 105));
    }
  }

  @Test
  void whatLiesUponPagesIsCountedByWhatIsLostOfIt() throws IOException {
    Path pdf =
        file(document -> {
          PDPage page = page(document, 200, 300);
          var annotations = new COSArray();
          for (String kind : List.of("Link", "Link", "Widget", "Stamp", "Text", "FreeText")) {
            var annotation = new COSDictionary();
            annotation.setName(COSName.SUBTYPE, kind);
            annotation.setItem(COSName.RECT, new PDRectangle(0, 0, 10, 10).getCOSArray());
            annotations.add(annotation);
          }
          page.getCOSObject().setItem(COSName.ANNOTS, annotations);
        });
    assertEquals(
        List.of("links 2", "fields 1", "notes 3"),
        impose(pdf).notices().stream()
            .map(notice -> notice.code() + " " + notice.values().getFirst())
            .toList());
  }

  @Test
  void pageWithoutASizeIsRefused() throws IOException {
    Path pdf =
        file(document -> {
          PDPage page = page(document, 200, 300);
          page.setMediaBox(new PDRectangle(0, 0));
        });
    assertEquals("impose.page", assertThrows(QirtasException.class, () -> impose(pdf)).key());
  }
}
