package org.qirtas.source.pdf;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Turns brackets and guillemets round where a PDF names them as they look and not as they were
 * written: in Arabic and Hebrew the sign that opens looks like the one that closes (UAX #9 BD16).
 * Programs differ in it, and some in one kind of bracket only; so each kind is judged by the whole
 * text.
 */
final class Facing {
  private static final List<String> PAIRS = List.of("()", "[]", "«»");

  private static final String WRITTEN = "[\\p{IsArabic}\\p{IsHebrew}]";

  private Facing() {}

  static List<PdfText.Line> righted(List<PdfText.Line> lines) {
    Map<Character, Character> turned = new TreeMap<>();
    for (String pair : PAIRS) {
      char open = pair.charAt(0);
      char close = pair.charAt(1);
      if (count(lines, open, close) < count(lines, close, open)) {
        turned.put(open, close);
        turned.put(close, open);
      }
    }
    return turned.isEmpty()
        ? lines
        : lines.stream()
            .map(line ->
                line.place().rightToLeft()
                    ? new PdfText.Line(turned(line.text(), turned), line.opens(), line.place())
                    : line)
            .toList();
  }

  /** How often a sign stands before a word of Arabic or Hebrew, or its partner behind one. */
  private static long count(List<PdfText.Line> lines, char open, char close) {
    Pattern used =
        Pattern.compile(
            "(?:^|\\s)"
                + Pattern.quote(String.valueOf(open))
                + WRITTEN
                + "|"
                + WRITTEN
                + Pattern.quote(String.valueOf(close))
                + "(?:[\\s،.؛:؟]|$)");
    return lines.stream().mapToLong(line -> used.matcher(line.text()).results().count()).sum();
  }

  private static String turned(String text, Map<Character, Character> turned) {
    var letters = new StringBuilder(text);
    for (int i = 0; i < letters.length(); i++) {
      letters.setCharAt(i, turned.getOrDefault(letters.charAt(i), letters.charAt(i)));
    }
    return letters.toString();
  }
}
