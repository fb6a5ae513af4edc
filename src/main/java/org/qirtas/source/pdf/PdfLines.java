package org.qirtas.source.pdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.PresentationForms;
import org.qirtas.source.letters.VisualOrder;

/** Puts a page's glyphs together into lines, column by column, in the order in which it is read. */
final class PdfLines {
  private static final double SAME_LINE = 0.3;
  private static final int MADDA = 0x0653;
  private static final int HAMZA_BELOW = 0x0655;
  private static final int MOST_DOUBT = 4;
  private static final int LIGATURE = 3;
  private static final double OVERPRINT = 0.2;

  private final List<PdfGlyph> glyphs = new ArrayList<>();
  private final List<PdfGlyph> marks = new ArrayList<>();
  private double wordGap;
  private boolean asDrawn;

  /** How sure the lines before are that the page is drawn as Arabic is. */
  private int evidence;

  private final Map<PdfGlyph, List<PdfGlyph>> marked = new HashMap<>();

  private final TreeSet<PdfGlyph> drawn = new TreeSet<>(Comparator.comparingInt(PdfGlyph::index));

  private final DottedLetters dotted;

  private PdfLines(List<PdfGlyph> all, DottedLetters dotted) {
    this.dotted = dotted;
    for (PdfGlyph glyph : all) {
      (glyph.isMark() ? marks : glyphs).add(glyph);
    }
    drawn.addAll(glyphs);
  }

  /**
   * The glyph that a mark was drawn with: the one before it where words are drawn as they are read,
   * the one behind it where they are drawn from left to right and read from the right.
   */
  private int owner(PdfGlyph mark) {
    PdfGlyph before = drawn.floor(mark);
    PdfGlyph behind = drawn.ceiling(mark);
    if (before == null || behind == null) {
      return before == null ? behind == null ? -1 : behind.index() : before.index();
    }
    if (arabic(before) != arabic(behind)) {
      return arabic(before) == arabic(mark) ? before.index() : behind.index();
    }
    boolean fromLeft = arabic(before) && before.x() < behind.x();
    return fromLeft ? behind.index() : before.index();
  }

  private static boolean arabic(PdfGlyph glyph) {
    return glyph.isMark()
        ? glyph
            .text()
            .codePoints()
            .anyMatch(c -> (c >= 0x610 && c <= 0x8FF) || DottedLetters.isDots(c))
        : VisualOrder.isRightToLeft(List.of(glyph.text()));
  }

  /**
   * The lines of a page.
   *
   * @param page its glyphs, in the order in which they were drawn
   * @param dotted puts letters together whose dots are glyphs of their own
   */
  static List<PdfText.Line> of(List<PdfGlyph> page, DottedLetters dotted) {
    var lines = new PdfLines(page, dotted);
    List<PdfStretch> stretches = new PdfRows(lines.glyphs).stretches();
    lines.attachMarks(stretches);
    lines.wordGap = PdfWordGap.of(stretches);
    boolean right = VisualOrder.isRightToLeft(page.stream().map(PdfGlyph::text).toList());
    var read = new ArrayList<PdfText.Line>();
    for (List<PdfStretch> column : new PdfColumns(right).of(stretches)) {
      read.addAll(lines.lines(column, right));
    }
    return read;
  }

  /** Marks belong to the letter below or above which they stand. */
  private void attachMarks(List<PdfStretch> stretches) {
    List<PdfGlyph> letters = new ArrayList<>();
    stretches.forEach(stretch -> letters.addAll(stretch.glyphs()));
    letters.removeIf(PdfGlyph::isBlank);
    letters.sort(Comparator.comparingDouble(PdfGlyph::y));
    double[] heights = letters.stream().mapToDouble(PdfGlyph::y).toArray();
    for (PdfGlyph mark : marks) {
      double reach = 1.1 * mark.size();
      int from = Arrays.binarySearch(heights, mark.y() - reach);
      PdfGlyph best = null;
      double nearest = Double.MAX_VALUE;
      for (int i = from < 0 ? -from - 1 : from;
          i < letters.size() && heights[i] <= mark.y() + reach;
          i++) {
        double distance = distance(mark, letters.get(i));
        if (distance < nearest) {
          nearest = distance;
          best = letters.get(i);
        }
      }
      if (best != null && nearest < 2 * mark.size()) {
        marked.computeIfAbsent(best, _ -> new ArrayList<>()).add(mark);
      }
    }
  }

  private double distance(PdfGlyph mark, PdfGlyph letter) {
    double at = mark.centre();
    double beside = Math.max(0, Math.max(letter.x() - at, at - letter.right()));
    boolean own = owner(mark) == letter.index();
    double apart = (own ? 0 : 0.6 * mark.size()) + (carries(letter, mark) ? 0 : mark.size());
    return 3 * beside
        + Math.abs(mark.y() - letter.y()) / 2
        + Math.abs(at - letter.centre()) / 10
        + apart;
  }

  /** A hamza or a madda stands on few letters. */
  private static boolean carries(PdfGlyph letter, PdfGlyph mark) {
    int c = mark.text().codePointAt(0);
    return c < MADDA
        || c > HAMZA_BELOW
        || letter.text().codePoints().anyMatch(one -> "اويىهہےەٮ\u0640".indexOf(one) >= 0);
  }

  /** A column's stretches, those on one baseline together, from the top down. */
  private List<PdfText.Line> lines(List<PdfStretch> column, boolean page) {
    var rows = new ArrayList<List<PdfStretch>>();
    List<PdfStretch> sorted = new ArrayList<>(column);
    sorted.sort(Comparator.comparingDouble(PdfStretch::y));
    for (PdfStretch stretch : sorted) {
      boolean same =
          !rows.isEmpty()
              && Math.abs(rows.getLast().getFirst().y() - stretch.y())
                  <= SAME_LINE * Math.min(stretch.size(), rows.getLast().getFirst().size());
      if (!same) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(stretch);
    }
    var lines = new ArrayList<PdfText.Line>();
    double left = column.stream().mapToDouble(PdfStretch::left).min().orElse(0);
    double right = column.stream().mapToDouble(PdfStretch::right).max().orElse(0);
    for (List<PdfStretch> row : rows) {
      line(row, page, left, right, lines.isEmpty(), lines);
    }
    return lines;
  }

  private void line(
      List<PdfStretch> row,
      boolean page,
      double left,
      double right,
      boolean opens,
      List<PdfText.Line> lines) {
    row.sort(Comparator.comparingDouble(PdfStretch::left));
    var all = new ArrayList<PdfGlyph>();
    row.forEach(stretch -> all.addAll(stretch.glyphs()));
    List<String> pieces = pieces(all);
    boolean arabic = pieces.stream().anyMatch(piece -> VisualOrder.isRightToLeft(List.of(piece)));
    boolean rightToLeft = VisualOrder.isRightToLeft(pieces) || (page && arabic);
    String text = Blanks.collapse(PresentationForms.written(read(all, pieces, rightToLeft)));
    if (!text.isEmpty()) {
      double size = row.stream().mapToDouble(PdfStretch::size).max().orElse(0);
      lines.add(
          new PdfText.Line(
              text,
              opens,
              new PdfText.Place(
                  row.getFirst().left(),
                  row.getLast().right(),
                  row.getFirst().y(),
                  size,
                  left,
                  right,
                  rightToLeft)));
    }
  }

  /**
   * Some programs draw Arabic as if it were Latin; no word of it then ends as words do. Its letters
   * are told in the order in which they were drawn, since kerning may set one before the last. A
   * line that says little goes as the one before it.
   */
  private String read(List<PdfGlyph> line, List<String> pieces, boolean rightToLeft) {
    String read = VisualOrder.read(pieces, rightToLeft);
    int plausibility = VisualOrder.plausibility(read);
    if (!rightToLeft || plausibility > 0) {
      asDrawn = false;
      evidence += Math.max(0, plausibility);
      return read;
    }
    List<PdfGlyph> order = new ArrayList<>(line);
    order.sort(Comparator.comparingInt(PdfGlyph::index));
    String drawn = String.join("", pieces(order));
    int wanted = asDrawn ? 1 : 2 + Math.min(MOST_DOUBT, evidence / 3);
    asDrawn = VisualOrder.plausibility(drawn) >= plausibility + wanted;
    return asDrawn ? drawn : read;
  }

  /** A line's letters and the blanks between its words, from left to right. */
  private List<String> pieces(List<PdfGlyph> line) {
    double arabic = spacing(line, true);
    double other = spacing(line, false);
    double gap = PdfWordGap.of(line, wordGap);
    var pieces = new ArrayList<String>();
    PdfGlyph last = null;
    for (PdfGlyph glyph : line) {
      if (glyph.isBlank()) {
        pieces.add(" ");
        continue;
      }
      boolean twice =
          last != null
              && last.text().equals(glyph.text())
              && Math.abs(last.x() - glyph.x()) < OVERPRINT * Math.max(1, glyph.width());
      if (twice) {
        continue;
      }
      double spacing = last != null && isArabic(last) && isArabic(glyph) ? arabic : other;
      double allowed =
          last == null ? 0 : spacing * (1 + marksBetween(last, glyph)) + gap * glyph.size();
      if (last != null && glyph.x() - last.right() > allowed) {
        pieces.add(" ");
      }
      pieces.add(withMarks(glyph));
      last = glyph;
    }
    return pieces;
  }

  /** Where letters are set apart, marks are too, and take up room between two letters. */
  private long marksBetween(PdfGlyph left, PdfGlyph right) {
    return Stream.of(left, right)
        .flatMap(letter -> marked.getOrDefault(letter, List.of()).stream())
        .filter(mark -> mark.centre() > left.right() && mark.centre() < right.x())
        .count();
  }

  /**
   * How far the letters of a line are set apart, as some are for emphasis or to fill the line;
   * those that read from the right by themselves, since another font may set the rest.
   */
  private static double spacing(List<PdfGlyph> line, boolean arabic) {
    var gaps = new ArrayList<Double>();
    for (int i = 1; i < line.size(); i++) {
      boolean both = isArabic(line.get(i)) && isArabic(line.get(i - 1));
      if (letter(line.get(i)) && letter(line.get(i - 1)) && both == arabic) {
        gaps.add(line.get(i).x() - line.get(i - 1).right());
      }
    }
    gaps.sort(Comparator.naturalOrder());
    return gaps.size() < 4 ? 0 : Math.max(0, gaps.get(gaps.size() / 2));
  }

  private static boolean isArabic(PdfGlyph glyph) {
    return VisualOrder.isRightToLeft(List.of(glyph.text()));
  }

  /** Whether it is a letter and its marks, or a ligature, but no word. */
  private static boolean letter(PdfGlyph glyph) {
    return Character.isLetter(glyph.text().codePointAt(0))
        && glyph.text().codePoints().filter(Character::isLetter).count() <= LIGATURE;
  }

  private String withMarks(PdfGlyph glyph) {
    List<PdfGlyph> above = marked.getOrDefault(glyph, List.of());
    if (above.isEmpty()) {
      return glyph.text();
    }
    List<String> letters = letters(glyph.text());
    var marked = new ArrayList<>(letters);
    for (PdfGlyph mark : above) {
      int at = letters.size() > LIGATURE ? letters.size() - 1 : part(glyph, mark, letters.size());
      marked.set(at, marked.get(at) + mark.text());
    }
    return dotted.together(String.join("", marked));
  }

  /** Letters with what stands above and below them. */
  private static List<String> letters(String text) {
    var letters = new ArrayList<String>();
    text.codePoints()
        .forEach(c -> {
          String letter = Character.toString(c);
          if (letters.isEmpty() || !DottedLetters.isMark(c)) {
            letters.add(letter);
          } else {
            letters.set(letters.size() - 1, letters.getLast() + letter);
          }
        });
    return letters;
  }

  /** Which letter of a ligature a mark stands above or below, by how far it is from its start. */
  private static int part(PdfGlyph glyph, PdfGlyph mark, int letters) {
    if (glyph.width() <= 0) {
      return letters - 1;
    }
    double along = (mark.centre() - glyph.x()) / glyph.width();
    double read = isArabic(glyph) ? 1 - along : along;
    return (int) Math.clamp(Math.floor(read * letters), 0, letters - 1);
  }
}
