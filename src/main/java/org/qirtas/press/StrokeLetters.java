package org.qirtas.press;

import java.util.Map;
import org.openpdf.text.pdf.PdfContentByte;

/**
 * Digits and the few letters of a slug line, drawn as a plotter draws them: no font has to be
 * embedded in every sheet for them.
 */
final class StrokeLetters {
  /**
   * Each letter's strokes, from point to point of a field two wide and four high, counted from its
   * lower left.
   */
  private static final Map<Character, String> STROKES =
      Map.ofEntries(
          Map.entry('0', "00 20 24 04 00"),
          Map.entry('1', "03 14 10"),
          Map.entry('2', "04 24 22 02 00 20"),
          Map.entry('3', "04 24 20 00|02 22"),
          Map.entry('4', "04 02 22|24 20"),
          Map.entry('5', "24 04 02 22 20 00"),
          Map.entry('6', "24 04 00 20 22 02"),
          Map.entry('7', "04 24 10"),
          Map.entry('8', "00 20 24 04 00|02 22"),
          Map.entry('9', "22 02 04 24 20 00"),
          Map.entry('/', "00 24"),
          Map.entry('A', "00 03 14 23 20|02 22"),
          Map.entry('B', "00 04 13 02 22 20 00"),
          Map.entry('S', "24 14 03 12 21 10 00"));

  private static final float FIELD = 4;
  private static final float PITCH = 3.4f;

  private final PdfContentByte content;

  StrokeLetters(PdfContentByte content) {
    this.content = content;
  }

  /** Writes from left to right; what there are no strokes for is a space. */
  void write(String text, float x, float y, float height) {
    float unit = height / FIELD;
    content.setLineWidth(height / 10);
    for (int i = 0; i < text.length(); i++) {
      String strokes = STROKES.getOrDefault(text.charAt(i), "");
      if (!strokes.isEmpty()) {
        for (String stroke : strokes.split("\\|", -1)) {
          draw(stroke.split(" ", -1), x + i * PITCH * unit, y, unit);
        }
      }
    }
  }

  private void draw(String[] points, float x, float y, float unit) {
    for (int i = 0; i < points.length; i++) {
      float toX = x + (points[i].charAt(0) - '0') * unit;
      float toY = y + (points[i].charAt(1) - '0') * unit;
      if (i == 0) {
        content.moveTo(toX, toY);
      } else {
        content.lineTo(toX, toY);
      }
    }
    content.stroke();
  }
}
