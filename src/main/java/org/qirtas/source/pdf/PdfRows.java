package org.qirtas.source.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts a page's letters into rows by their baselines, and cuts rows where wide blanks are. */
final class PdfRows {
  private static final double SAME_LINE = 0.3;
  private static final double FAR = 1.6;
  private static final int NEAREST_ROWS = 4;
  private static final double SMALL = 0.82;
  private static final double LEAST_RISE = 0.1;
  private static final double MOST_RISE = 0.75;
  private static final double BESIDE = 0.6;

  /** In superscript, by value. */
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final List<List<PdfGlyph>> rows = new ArrayList<>();

  /** Goes through a page's letters; marks are none. */
  PdfRows(List<PdfGlyph> page) {
    List<PdfGlyph> glyphs = new ArrayList<>(page);
    glyphs.sort(Comparator.comparingDouble(PdfGlyph::y).thenComparingInt(PdfGlyph::index));
    glyphs.forEach(this::add);
    raise();
  }

  /** Whether a digit stands above its line: the number of a note, or an exponent. */
  static boolean isRaised(int c) {
    return RAISED.indexOf(c) >= 0;
  }

  /** The value of a raised digit. */
  static int value(int raised) {
    return RAISED.indexOf(raised);
  }

  private void add(PdfGlyph glyph) {
    List<PdfGlyph> row = null;
    // A raised figure or a large initial belongs to the row whose baseline is nearest.
    for (int i = rows.size() - 1; i >= 0 && i >= rows.size() - NEAREST_ROWS; i--) {
      PdfGlyph first = rows.get(i).getFirst();
      if (Math.abs(first.y() - glyph.y())
          <= SAME_LINE * Math.min(first.size(), Math.max(glyph.size(), 6))) {
        row = rows.get(i);
      }
    }
    if (row == null) {
      row = new ArrayList<>();
      rows.add(row);
    }
    row.add(glyph);
  }

  /** Small digits above a letter's line that stand beside it are part of that line. */
  private void raise() {
    for (List<PdfGlyph> row : List.copyOf(rows)) {
      List<PdfGlyph> digits = row.stream().filter(PdfRows::isDigit).toList();
      for (PdfGlyph digit : fromDrawn(digits)) {
        beside(digit)
            .ifPresent(line -> {
              row.remove(digit);
              line.add(
                  digit
                      .named(
                          String.valueOf(
                              RAISED.charAt(Character.digit(digit.text().charAt(0), 10))))
                      .lowered(line.getFirst().y() - digit.y()));
            });
      }
    }
    rows.removeIf(List::isEmpty);
  }

  private static List<PdfGlyph> fromDrawn(List<PdfGlyph> glyphs) {
    return glyphs.stream().sorted(Comparator.comparingInt(PdfGlyph::index)).toList();
  }

  private static boolean isDigit(PdfGlyph glyph) {
    return glyph.text().length() == 1 && Character.isDigit(glyph.text().charAt(0));
  }

  private Optional<List<PdfGlyph>> beside(PdfGlyph digit) {
    return rows.stream()
        .filter(row -> row.stream().anyMatch(letter -> carries(letter, digit)))
        .findFirst();
  }

  private static boolean carries(PdfGlyph letter, PdfGlyph digit) {
    double rise = (letter.y() - digit.y()) / letter.size();
    double apart = Math.max(letter.x() - digit.right(), digit.x() - letter.right());
    return digit.size() <= SMALL * letter.size()
        && rise >= LEAST_RISE
        && rise <= MOST_RISE
        && apart < BESIDE * letter.size()
        && !letter.isBlank();
  }

  /** Glyphs that stand on one baseline with no more than a wide blank between them. */
  List<PdfStretch> stretches() {
    List<List<PdfGlyph>> sorted = rows.stream().map(PdfRows::fromLeft).toList();
    List<List<Double>> gutters = PdfGutters.of(sorted);
    var stretches = new ArrayList<PdfStretch>();
    for (int i = 0; i < sorted.size(); i++) {
      cut(sorted.get(i), gutters.get(i), stretches);
    }
    return stretches;
  }

  private static void cut(List<PdfGlyph> sorted, List<Double> gutters, List<PdfStretch> stretches) {
    var open = new ArrayList<PdfGlyph>();
    double right = 0;
    for (PdfGlyph glyph : sorted) {
      if (glyph.isBlank() && open.isEmpty()) {
        continue;
      }
      double before = right;
      boolean far =
          glyph.x() - right > FAR * glyph.size()
              || gutters.stream().anyMatch(x -> before < x && x < glyph.x());
      if (!open.isEmpty() && !glyph.isBlank() && far) {
        stretches.add(new PdfStretch(open));
        open.clear();
      }
      open.add(glyph);
      right = glyph.isBlank() ? right : Math.max(right, glyph.right());
      right = open.size() == 1 ? glyph.right() : right;
    }
    if (!open.isEmpty()) {
      stretches.add(new PdfStretch(open));
    }
  }

  /** From left to right; where two stand at one place, as the line was drawn. */
  private static List<PdfGlyph> fromLeft(List<PdfGlyph> row) {
    List<PdfGlyph> drawn = new ArrayList<>(row);
    drawn.sort(Comparator.comparingInt(PdfGlyph::index));
    int back = 0;
    for (int i = 1; i < drawn.size(); i++) {
      back += Double.compare(drawn.get(i - 1).x(), drawn.get(i).x());
    }
    Comparator<PdfGlyph> order =
        Comparator.comparingDouble(glyph -> Math.round(glyph.x() * 20) / 20.0);
    List<PdfGlyph> sorted = new ArrayList<>(drawn);
    sorted.removeIf(PdfRows::isJoiner);
    sorted.sort(
        order.thenComparing(
            back > 0
                ? Comparator.comparingInt(PdfGlyph::index).reversed()
                : Comparator.comparingInt(PdfGlyph::index)));
    for (int i = 0; i < drawn.size(); i++) {
      if (isJoiner(drawn.get(i))) {
        sorted.add(place(drawn, i, sorted), drawn.get(i));
      }
    }
    return sorted;
  }

  /** What joins nothing takes no room: it may lie on either side of a letter that it is before. */
  private static boolean isJoiner(PdfGlyph glyph) {
    return glyph.width() <= 0 && glyph.text().equals("\u200C");
  }

  /** Where a joiner is to stand: between the two letters that it was drawn between. */
  private static int place(List<PdfGlyph> drawn, int at, List<PdfGlyph> sorted) {
    PdfGlyph joiner = drawn.get(at);
    PdfGlyph before = at == 0 ? joiner : drawn.get(at - 1);
    PdfGlyph after = at + 1 == drawn.size() ? joiner : drawn.get(at + 1);
    PdfGlyph right = before.x() < after.x() ? after : before;
    int place = sorted.indexOf(right);
    if (place < 0) {
      place = 0;
      while (place < sorted.size() && sorted.get(place).x() < joiner.x()) {
        place++;
      }
    }
    return place;
  }
}
