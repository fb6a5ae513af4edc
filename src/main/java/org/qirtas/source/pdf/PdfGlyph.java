package org.qirtas.source.pdf;

import java.text.Normalizer;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.PresentationForms;

/**
 * A glyph on a page of a PDF.
 *
 * @param text the letters that it stands for, in logical order
 * @param x its left edge, in points from the left
 * @param y its baseline, in points from the top
 * @param width how far it advances
 * @param size of its type, in points
 * @param index its place in the order in which the page was drawn
 */
record PdfGlyph(String text, double x, double y, double width, double size, int index) {
  double right() {
    return x + width;
  }

  double centre() {
    return x + width / 2;
  }

  /** The same with its ink's place along the line, in a size of type in points. */
  PdfGlyph inked(PdfInk ink, double scale) {
    return new PdfGlyph(
        text, x + ink.left() * scale, y, (ink.right() - ink.left()) * scale, size, index);
  }

  /** The same with other letters. */
  PdfGlyph named(String letters) {
    return new PdfGlyph(letters, x, y, width, size, index);
  }

  /** The same without any advance. */
  PdfGlyph narrow() {
    return new PdfGlyph(text, x, y, 0, size, index);
  }

  /** The same further down the page. */
  PdfGlyph lowered(double points) {
    return points == 0 ? this : new PdfGlyph(text, x, y + points, width, size, index);
  }

  boolean isBlank() {
    return Blanks.blank(text);
  }

  /** Whether it is nothing but marks or dots that stand above or below a letter. */
  boolean isMark() {
    return !text.isEmpty() && text.codePoints().allMatch(DottedLetters::isMark);
  }

  /** The letters as they were written: a ligature's in logical order, whatever the font says. */
  static String letters(String drawn) {
    String letters = Normalizer.normalize(PresentationForms.undone(drawn), Normalizer.Form.NFC);
    // No font has one glyph for alef and lam; it is lam-alef, named as it looks.
    boolean turned =
        letters.length() == 2
            && letters.charAt(1) == '\u0644'
            && "\u0622\u0623\u0625\u0627".indexOf(letters.charAt(0)) >= 0;
    return turned ? "" + letters.charAt(1) + letters.charAt(0) : letters;
  }
}
