package org.qirtas.press;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampingTest {
  @TempDir Path temporary;

  /** The upper left quarter of the page as it is seen. */
  private static Path2D quarter(double width, double height) {
    return new Path2D.Double(new Rectangle2D.Double(0, height / 2, width / 2, height / 2));
  }

  private Path page(int turned) throws IOException {
    Path file = temporary.resolve("page" + turned + ".pdf");
    try (var document = new PDDocument()) {
      var page = new PDPage(new PDRectangle(0, 0, 400, 500));
      page.setCropBox(new PDRectangle(50, 100, 200, 300));
      page.setRotation(turned);
      document.addPage(page);
      document.save(file.toFile());
    }
    return file;
  }

  private static byte[] stamped(Path file) throws IOException {
    var out = new ByteArrayOutputStream();
    Stamping.stamp(file, StampingTest::quarter, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void markStandsWhereThePageIsSeen(int turned) throws IOException {
    try (PDDocument document = Loader.loadPDF(stamped(page(turned)))) {
      BufferedImage image = new PDFRenderer(document).renderImage(0);
      int right = image.getWidth() - 5;
      int foot = image.getHeight() - 5;
      assertTrue((image.getRGB(5, 5) & 0xFF) < 240);
      assertEquals(255, image.getRGB(right, 5) & 0xFF);
      assertEquals(255, image.getRGB(5, foot) & 0xFF);
      assertEquals(255, image.getRGB(right, foot) & 0xFF);
      assertTrue((image.getRGB(image.getWidth() / 2 - 3, image.getHeight() / 2 - 3) & 0xFF) < 240);
    }
  }

  @Test
  void samePdfGivesSameBytes() throws IOException {
    Path file = page(0);
    assertArrayEquals(stamped(file), stamped(file));
  }
}
