package org.qirtas.source.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/**
 * The table of a font in a PDF that says which letters its codes stand for (ISO 32000-2, 9.10.3).
 */
final class PdfNameTable {
  private static final int MOST_IN_A_BLOCK = 100;
  private static final String EMPTY =
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CMapType 2 def
      1 begincodespacerange
      <0000> <ffff>
      endcodespacerange
      endcmap
      end
      end
      """;

  private PdfNameTable() {}

  /**
   * Adds names to a font's own table, or gives it one.
   *
   * @param names letters in logical order, by code
   * @param instead whether the font's own table goes
   */
  static void write(PDDocument document, PDFont font, Map<Integer, String> names, boolean instead)
      throws IOException {
    String table = instead ? EMPTY : table(font);
    int end = table.lastIndexOf("endcmap");
    String whole = end < 0 ? table : table.substring(0, end) + block(names) + table.substring(end);
    var stream = document.getDocument().createCOSStream();
    try (OutputStream out = stream.createOutputStream()) {
      out.write(whole.getBytes(StandardCharsets.ISO_8859_1));
    }
    font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
  }

  private static String table(PDFont font) throws IOException {
    @Nullable COSBase own = font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE);
    if (own instanceof COSStream stream) {
      var bytes = new ByteArrayOutputStream();
      try (InputStream in = stream.createInputStream()) {
        in.transferTo(bytes);
      }
      return bytes.toString(StandardCharsets.ISO_8859_1);
    }
    return EMPTY;
  }

  private static String block(Map<Integer, String> names) {
    var block = new StringBuilder("\n");
    List<Map.Entry<Integer, String>> all = List.copyOf(names.entrySet());
    for (int from = 0; from < all.size(); from += MOST_IN_A_BLOCK) {
      List<Map.Entry<Integer, String>> some =
          all.subList(from, Math.min(all.size(), from + MOST_IN_A_BLOCK));
      block.append(some.size()).append(" beginbfchar\n");
      for (Map.Entry<Integer, String> name : some) {
        block.append(String.format(Locale.ROOT, "<%04x> <", name.getKey()));
        name.getValue().chars().forEach(c -> block.append(String.format(Locale.ROOT, "%04x", c)));
        block.append(">\n");
      }
      block.append("endbfchar\n");
    }
    return block.toString();
  }
}
