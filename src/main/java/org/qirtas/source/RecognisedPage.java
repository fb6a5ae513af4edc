package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;

/**
 * What Tesseract made of a page.
 *
 * @param language the language that it read it in
 * @param paragraphs the paragraphs, in reading order, each on one line
 * @param words how many words
 * @param sum the confidences of all words together, each from 0 to 100
 */
record RecognisedPage(String language, List<String> paragraphs, int words, double sum) {
  /** A page of no letters at all is read, too, as letters of which the program is not sure. */
  private static final double LEAST_CONFIDENCE = 40;

  private static final double PERSIAN_CREDIT = 8;
  private static final String PERSIAN = "پچژگ";
  private static final int COLUMNS = 12;
  private static final int BLOCK = 2;
  private static final int PARAGRAPH = 3;
  private static final int WIDTH = 8;
  private static final int HEIGHT = 9;
  private static final int CONFIDENCE = 10;
  private static final String LINE = "4";
  private static final String WORD = "5";

  /**
   * {@return the page in one of the program's tables: level, page, block, paragraph, line, word,
   * left, top, width, height, confidence, text}
   */
  static RecognisedPage of(String table, String language) {
    var lines = new ArrayList<Line>();
    int words = 0;
    double sum = 0;
    for (String row : table.lines().toList()) {
      String[] cells = row.split("\t", -1);
      if (cells.length < COLUMNS) {
        continue;
      }
      if (cells[0].equals(LINE)) {
        String place = cells[1] + " " + cells[BLOCK] + " " + cells[PARAGRAPH];
        lines.add(
            new Line(place, number(cells[WIDTH]), number(cells[HEIGHT]), new StringBuilder()));
      }
      String text = letters(cells[COLUMNS - 1]);
      if (cells[0].equals(WORD) && !text.isEmpty() && !lines.isEmpty()) {
        words++;
        sum += Math.max(0, number(cells[CONFIDENCE]));
        StringBuilder line = lines.getLast().text();
        line.append(line.isEmpty() ? "" : " ").append(text);
      }
    }
    boolean sense = words > 0 && sum / words >= LEAST_CONFIDENCE;
    return sense
        ? new RecognisedPage(language, paragraphs(lines), words, sum)
        : new RecognisedPage(language, List.of(), 0, 0);
  }

  private static List<String> paragraphs(List<Line> lines) {
    var paragraphs = new ArrayList<String>();
    var paragraph = new StringBuilder();
    double widest = 0;
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean goesOn = i > 0 && line.goesOn(lines.get(i - 1), widest);
      if (!goesOn) {
        add(paragraphs, paragraph);
        widest = 0;
      }
      widest = Math.max(widest, line.width());
      join(paragraph, line.text().toString());
    }
    add(paragraphs, paragraph);
    return paragraphs;
  }

  private static void join(StringBuilder paragraph, String text) {
    boolean cut = !text.isEmpty() && endsCut(paragraph, text);
    if (cut) {
      paragraph.setLength(paragraph.length() - 1);
    }
    paragraph.append(cut || paragraph.isEmpty() ? "" : " ").append(text);
  }

  /**
   * A line.
   *
   * @param place the paragraph that the program takes it to be in
   * @param width in pixels, as the height
   */
  private record Line(String place, double width, double height, StringBuilder text) {
    private static final double FULL = 0.7;
    private static final double AS_LARGE = 1.4;

    /** The program puts title, byline and date into one paragraph where they stand close. */
    boolean goesOn(Line before, double widest) {
      double ratio = height / Math.max(1, before.height);
      return place.equals(before.place)
          && before.width >= FULL * Math.max(widest, width)
          && ratio < AS_LARGE
          && ratio > 1 / AS_LARGE;
    }
  }

  private static double number(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException none) {
      return 0;
    }
  }

  /** A Latin word that was cut at the end of its line; Arabic ones never are. */
  private static boolean endsCut(StringBuilder paragraph, String next) {
    int length = paragraph.length();
    return length > 1
        && paragraph.charAt(length - 1) == '-'
        && Character.isLowerCase(paragraph.charAt(length - 2))
        && Character.isLowerCase(next.charAt(0));
  }

  private static void add(List<String> paragraphs, StringBuilder paragraph) {
    String text = paragraph.toString();
    // Rules, frames and dust are read as points and strokes.
    if (text.codePoints().anyMatch(Character::isLetterOrDigit)) {
      paragraphs.add(text);
    }
    paragraph.setLength(0);
  }

  /** The program writes marks of direction about; those between letters shape them, and stay. */
  private static String letters(String cell) {
    return cell.strip().replaceAll("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u061C]", "");
  }

  /**
   * {@return how well the language fits: the mean confidence, from 0 to 100, and for Persian a
   * little more where its own letters are there}
   *
   * <p>Read as Arabic, a Persian page looks nearly as sure; an Arabic one read as Persian is less
   * sure by far, and hardly ever shows those letters.
   */
  double fitness() {
    return words == 0 ? 0 : sum / words + (isPersian() ? PERSIAN_CREDIT : 0);
  }

  private boolean isPersian() {
    String text = String.join("", paragraphs);
    long letters = text.codePoints().filter(Character::isLetter).count();
    long own = text.codePoints().filter(letter -> PERSIAN.indexOf(letter) >= 0).count();
    return language.equals("fas") && own * 100 >= letters;
  }
}
