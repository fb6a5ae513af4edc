package org.qirtas.source.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.source.SourceReader;

/** Text that is drawn as a mirror shows it. */
class PdfReflectionsTest {
  private static final Path AMIRI = Path.of("fonts/amiri/Amiri-Regular.ttf");

  // «كتب الولد درسه.» and «وعاد إلى داره.» as they are drawn, from the left.
  private static final String FIRST = ".ﻪﺳرد ﺪﻟﻮﻟا ﺐﺘﻛ";
  private static final String SECOND = ".هراد ﻰﻟإ دﺎﻋو";

  @TempDir Path folder;

  private record Drawn(String text, Matrix matrix) {}

  private String read(Drawn... all) throws IOException {
    Path file = folder.resolve("mirror.pdf");
    try (var document = new PDDocument()) {
      var page = new PDPage();
      document.addPage(page);
      var font = PDType0Font.load(document, AMIRI.toFile());
      try (var content = new PDPageContentStream(document, page)) {
        for (Drawn drawn : all) {
          content.beginText();
          content.setFont(font, 20);
          content.setTextMatrix(drawn.matrix());
          content.showText(drawn.text());
          content.endText();
        }
      }
      document.save(file.toFile());
    }
    try (var reader = new SourceReader(Path.of("fonts"), Optional.empty())) {
      return reader.read(reader.identify(file)).article().text().replaceAll("\\s+", " ").strip();
    }
  }

  private static Matrix upright(float y) {
    return new Matrix(1, 0, 0, 1, 100, y);
  }

  private static Matrix upsideDown(float y) {
    return new Matrix(1, 0, 0, -1, 100, y);
  }

  @Test
  void aLineAndItsReflectionAreReadOnce() throws IOException {
    assertEquals(
        "كتب الولد درسه.", read(new Drawn(FIRST, upright(700)), new Drawn(FIRST, upsideDown(690))));
  }

  @Test
  void whatStandsMirroredOnlyIsTextOfItsOwn() throws IOException {
    assertEquals(
        "كتب الولد درسه. وعاد إلى داره.",
        read(new Drawn(FIRST, upright(700)), new Drawn(SECOND, upsideDown(670))));
  }
}
