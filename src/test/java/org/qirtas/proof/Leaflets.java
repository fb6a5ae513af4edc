package org.qirtas.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Small PDFs whose pages hold lines of words. */
final class Leaflets {
  static final PDRectangle SMALL = new PDRectangle(300, 420);

  private Leaflets() {}

  /** A line for each of twelve sentences about a thing, and a folio below. */
  static void page(PDDocument document, String thing, String folio) throws IOException {
    var page = new PDPage(SMALL);
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
      for (int line = 0; line < 12; line++) {
        write(
            content,
            "The " + thing + " number " + (line + 3) * thing.length() + " of " + thing,
            380 - 20 * line);
      }
      write(content, folio, 12);
    }
  }

  private static void write(PDPageContentStream content, String text, int baseline)
      throws IOException {
    content.beginText();
    content.newLineAtOffset(40, baseline);
    content.showText(text);
    content.endText();
  }

  static Path of(Path file, List<String> things) throws IOException {
    try (var document = new PDDocument()) {
      for (int i = 0; i < things.size(); i++) {
        page(document, things.get(i), Integer.toString(i + 1));
      }
      document.save(file.toFile());
    }
    return file;
  }
}
