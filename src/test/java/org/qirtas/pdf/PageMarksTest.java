package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.PrinterMark;
import org.qirtas.profile.Profiles;

class PageMarksTest {
  private static final float NEARLY = 0.01f;

  @TempDir private Path folder;

  private Proof print(String profile, Set<PrinterMark> marks) {
    PrintProfile read = Profiles.read(profile, List.of());
    return Proof.of(Specimens.figures(), read, new PressRun(PrintIntent.usual(), marks), folder);
  }

  private static Set<PrinterMark> all() {
    return EnumSet.allOf(PrinterMark.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"article-a4", "magazine", "book-a5"})
  void paperGrowsAndThePageStaysWhatItWas(String profile) throws IOException {
    Proof plain = print(profile, Set.of());
    Proof marked = print(profile, all());
    try (PDDocument one = Loader.loadPDF(plain.pdf().toFile());
        PDDocument other = Loader.loadPDF(marked.pdf().toFile())) {
      for (int i = 0; i < one.getNumberOfPages(); i++) {
        PDPage before = one.getPage(i);
        PDPage after = other.getPage(i);
        assertEquals(before.getTrimBox().toString(), after.getTrimBox().toString());
        assertEquals(before.getBleedBox().toString(), after.getBleedBox().toString());
        PDRectangle media = after.getMediaBox();
        PDRectangle trim = after.getTrimBox();
        float foot = trim.getLowerLeftY() - media.getLowerLeftY();
        assertTrue(foot > 20, "room for the marks");
        assertEquals(foot, trim.getLowerLeftX() - media.getLowerLeftX(), NEARLY);
        assertEquals(foot, media.getUpperRightX() - trim.getUpperRightX(), NEARLY);
        assertEquals(foot, media.getUpperRightY() - trim.getUpperRightY(), NEARLY);
        assertSamePixels(within(one, i), within(other, i));
      }
    }
  }

  /** The page with its bleed, as it is painted. */
  private static BufferedImage within(PDDocument document, int page) throws IOException {
    PDPage shown = document.getPage(page);
    shown.setCropBox(shown.getBleedBox());
    return new PDFRenderer(document).renderImageWithDPI(page, 60, ImageType.RGB);
  }

  private static void assertSamePixels(BufferedImage one, BufferedImage other) {
    assertEquals(one.getWidth(), other.getWidth());
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        assertEquals(one.getRGB(x, y), other.getRGB(x, y), "at " + x + " " + y);
      }
    }
  }

  /** Rows and columns, from the upper left at 72 dots to the inch, that something stands on. */
  private static Set<String> sides(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDRectangle media = document.getPage(0).getMediaBox();
      PDRectangle bleed = document.getPage(0).getBleedBox();
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72, ImageType.RGB);
      var sides = new TreeSet<String>();
      for (int y = 0; y < page.getHeight(); y++) {
        for (int x = 0; x < page.getWidth(); x++) {
          if ((page.getRGB(x, y) & 0xFFFFFF) != 0xFFFFFF) {
            double left = x + media.getLowerLeftX();
            double up = media.getUpperRightY() - y;
            if (up < bleed.getLowerLeftY()) {
              sides.add("foot");
            } else if (up > bleed.getUpperRightY() + 1) {
              sides.add("head");
            } else if (left < bleed.getLowerLeftX() - 1) {
              sides.add("left");
            } else if (left > bleed.getUpperRightX()) {
              sides.add("right");
            }
          }
        }
      }
      return sides;
    }
  }

  @ParameterizedTest
  @EnumSource
  void eachMarkStandsWhereItBelongs(PrinterMark mark) throws IOException {
    Set<String> wanted =
        switch (mark) {
          case CROP, REGISTRATION -> Set.of("head", "left", "right", "foot");
          case BARS, SLUG -> Set.of("foot");
        };
    assertEquals(wanted, sides(print("magazine", Set.of(mark)).pdf()));
  }

  @Test
  void markedPagesKeepTheStandardsThatTheyClaim() throws Exception {
    Proof proof = print("magazine", all());
    StandardsTest.assertStandard(proof.pdf());
    assertEquals(
        List.of(),
        Preflight.of(proof.pdf(), Edition.PRINT).stream()
            .filter(PreflightFinding::isError)
            .toList());
    assertEquals(List.of(), proof.readBack().stream().filter(ReadBackFinding::isError).toList());
  }

  @Test
  void marksComeByNameAllOrNone() {
    assertEquals(EnumSet.of(PrinterMark.CROP, PrinterMark.SLUG), named("slug", "crop"));
    assertEquals(all(), named("all"));
    assertEquals(Set.of(), named("none"));
    assertTrue(PrinterMark.named(List.of("crops")).isEmpty());
    assertTrue(PrinterMark.named(List.of("crop", "all")).isEmpty());
    assertTrue(PrinterMark.named(List.of("")).isEmpty());
  }

  private static Set<PrinterMark> named(String... names) {
    return PrinterMark.named(List.of(names)).orElseThrow();
  }
}
