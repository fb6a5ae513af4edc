package org.qirtas.source;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Collects the glyphs of a PDF's pages. PDFBox is asked for them directly: the text that it, and
 * Tika with it, would put together reads Arabic in the order in which the page was drawn, which is
 * any order at all.
 */
final class PdfGlyphs extends PDFTextStripper {
  private static final int MOST_ON_A_PAGE = 400_000;

  /** By the direction that the page is read in: 0 upright, else degrees. */
  private final Map<Integer, List<PdfGlyph>> glyphs = new TreeMap<>();

  private final IdentityHashMap<PDFont, Map<Integer, Optional<PdfInk>>> inks =
      new IdentityHashMap<>();

  private final Page page;
  private int count;

  private PdfGlyphs(Page page) throws IOException {
    this.page = page;
  }

  /** Is given a page's glyphs: those upright first, then what is turned. */
  interface Page {
    void of(List<List<PdfGlyph>> glyphs);
  }

  /** Goes through a document, page by page. */
  static void of(PDDocument document, Page page) throws IOException {
    new PdfGlyphs(page).writeText(document, Writer.nullWriter());
  }

  @Override
  protected void startPage(PDPage begun) {
    glyphs.clear();
    count = 0;
  }

  @Override
  protected void endPage(PDPage ended) {
    page.of(List.copyOf(glyphs.values()));
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    String drawn = drawn(position);
    if (drawn.isEmpty() || count >= MOST_ON_A_PAGE) {
      return;
    }
    String text = PdfGlyph.letters(drawn);
    if (!text.isEmpty()) {
      double size = Math.abs(position.getFontSizeInPt());
      double height = position.getHeightDir();
      // Fonts drawn by procedures are of size 1, scaled by a matrix of their own.
      double seen = size < 2 || size > 20 * Math.max(1, height) ? Math.max(2, height * 1.3) : size;
      var glyph =
          new PdfGlyph(
              text,
              position.getXDirAdj(),
              position.getYDirAdj(),
              position.getWidthDirAdj(),
              seen,
              count++);
      glyphs
          .computeIfAbsent(Math.round(position.getDir()), _ -> new ArrayList<>())
          .add(glyph.isMark() ? inked(glyph, position) : glyph);
    }
  }

  /** A mark where its ink is: it advances nothing, and its origin may lie on either side of it. */
  private PdfGlyph inked(PdfGlyph mark, TextPosition position) {
    int[] codes = position.getCharacterCodes();
    if (codes == null || codes.length != 1) {
      return mark;
    }
    return inks.computeIfAbsent(position.getFont(), _ -> new HashMap<>())
        .computeIfAbsent(codes[0], code -> PdfInk.of(position.getFont(), code))
        .map(ink -> mark.inked(ink, position.getXScale()))
        .orElse(mark);
  }

  private static String drawn(TextPosition position) {
    int[] codes = position.getCharacterCodes();
    String unicode = position.getUnicode() == null ? "" : position.getUnicode();
    return codes != null && codes.length == 1
        ? PdfGlyphNames.letters(position.getFont(), codes[0]).orElse(unicode)
        : unicode;
  }

  @Override
  protected void writePage() {
    // The glyphs are all that is wanted.
  }
}
