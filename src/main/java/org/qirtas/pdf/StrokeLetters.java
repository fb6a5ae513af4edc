package org.qirtas.pdf;

import java.util.Map;

/**
 * Digits and capitals, drawn as a plotter draws them: they stand on every plate and every sheet
 * without a font.
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
          Map.entry('C', "24 04 00 20"),
          Map.entry('E', "24 04 00 20|02 12"),
          Map.entry('G', "24 04 00 20 22 12"),
          Map.entry('K', "00 04|24 02 20"),
          Map.entry('L', "04 00 20"),
          Map.entry('M', "00 04 12 24 20"),
          Map.entry('N', "00 04 20 24"),
          Map.entry('O', "00 20 24 04 00"),
          Map.entry('S', "24 14 03 12 21 10 00"),
          Map.entry('T', "04 24|14 10"),
          Map.entry('W', "04 00 12 20 24"),
          Map.entry('Y', "04 12 24|12 10"));

  private static final double FIELD = 4;
  private static final double PITCH = 3.4;

  private StrokeLetters() {}

  /** How wide words are, of a height. */
  static double width(String text, double height) {
    return text.length() * PITCH * height / FIELD;
  }

  /** Writes from left to right; what there are no strokes for is a space. */
  static void write(String text, double x, double y, double height, StringBuilder content) {
    double unit = height / FIELD;
    for (int i = 0; i < text.length(); i++) {
      String strokes = STROKES.getOrDefault(text.charAt(i), "");
      if (!strokes.isEmpty()) {
        for (String stroke : strokes.split("\\|", -1)) {
          draw(stroke.split(" ", -1), x + i * PITCH * unit, y, unit, content);
        }
      }
    }
  }

  private static void draw(
      String[] points, double x, double y, double unit, StringBuilder content) {
    for (int i = 0; i < points.length; i++) {
      Decimal.write(content, x + (points[i].charAt(0) - '0') * unit);
      content.append(' ');
      Decimal.write(content, y + (points[i].charAt(1) - '0') * unit);
      content.append(i == 0 ? " m " : " l ");
    }
    content.append("S\n");
  }
}
