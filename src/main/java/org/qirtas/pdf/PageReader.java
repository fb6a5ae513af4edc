package org.qirtas.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages twice in one pass: each painted code with its character and place, and the text that
 * PDFBox itself makes of them. Artifacts are painted, but are no text (ISO 32000-1, 14.8.2.2).
 */
final class PageReader extends PDFTextStripper {
  private static final String NO_CHARACTER = "\uFFFE";
  private static final String PAGE_END = "\f";

  private final List<PrintedText> pages = new ArrayList<>();
  private final Deque<Boolean> marks = new ArrayDeque<>();
  private int artifacts;

  private PageReader() {
    setPageEnd(PAGE_END);
  }

  /**
   * What was read.
   *
   * @param printed each page's codes
   * @param read each page's text, as PDFBox orders it
   */
  record Reading(List<PrintedText> printed, List<String> read) {}

  static Reading read(PDDocument document) throws IOException {
    var reader = new PageReader();
    String text = reader.getText(document);
    return new Reading(reader.pages, List.of(text.split(PAGE_END, -1)));
  }

  @Override
  protected void startPage(PDPage page) throws IOException {
    pages.add(new PrintedText());
    marks.clear();
    artifacts = 0;
    super.startPage(page);
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
    boolean artifact = COSName.getPDFName("Artifact").equals(tag);
    marks.push(artifact);
    artifacts += artifact ? 1 : 0;
    super.beginMarkedContentSequence(tag, properties);
  }

  @Override
  public void endMarkedContentSequence() {
    if (!marks.isEmpty()) {
      artifacts -= marks.pop() ? 1 : 0;
    }
    super.endMarkedContentSequence();
  }

  @Override
  protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
      throws IOException {
    String character = font.toUnicode(code);
    pages
        .getLast()
        .add(
            character == null || character.isEmpty() ? NO_CHARACTER : character,
            matrix.getTranslateX(),
            matrix.getTranslateY());
    if (artifacts == 0) {
      super.showGlyph(matrix, font, code, displacement);
    }
  }
}
