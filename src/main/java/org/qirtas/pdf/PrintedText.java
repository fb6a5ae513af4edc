package org.qirtas.pdf;

import java.util.Comparator;
import java.util.List;
import org.qirtas.article.Direction;
import org.qirtas.compose.Element;
import org.qirtas.compose.Page;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.PlacedRun;

/**
 * The characters of a page and where they stand, in the order in which they are painted: lines in
 * order of reading, each from left to right.
 */
final class PrintedText {
  private final StringBuilder characters = new StringBuilder();
  private float[] x = new float[256];
  private float[] y = new float[256];
  private int count;

  /** Adds a painted piece of type; a piece without a character counts as U+FFFE. */
  void add(String character, double left, double baseline) {
    characters.append(character);
    int added = character.codePointCount(0, character.length());
    for (int i = 0; i < added; i++) {
      if (count == x.length) {
        x = java.util.Arrays.copyOf(x, 2 * count);
        y = java.util.Arrays.copyOf(y, 2 * count);
      }
      x[count] = (float) left;
      y[count] = (float) baseline;
      count++;
    }
  }

  /** A set page as it must be painted. Only a run's first character has a place; others NaN. */
  static PrintedText of(Page page) {
    var text = new PrintedText();
    for (PageItem item : page.items()) {
      if (item instanceof PageItem.Line line) {
        double baseline = line.baseline().inPoints();
        if (LineWriter.needsMark(line)) {
          int mark = LineWriter.RIGHT_TO_LEFT_MARK.character();
          text.add(Character.toString(mark), Double.NaN, baseline);
        }
        List<PlacedRun> painted =
            LineWriter.isWrittenInReadingOrder(line) ? inReadingOrder(line) : line.runs();
        painted.forEach(placed -> text.add(placed, baseline));
      }
    }
    return text;
  }

  private void add(PlacedRun placed, double baseline) {
    int[] written = placed.run().text().codePoints().toArray();
    boolean turned = placed.run().direction() == Direction.RIGHT_TO_LEFT;
    double left = placed.x().inPoints();
    for (int i = 0; i < written.length; i++) {
      int c = written[turned ? written.length - 1 - i : i];
      add(Character.toString(Unprintable.shown(c)), left, baseline);
      left = Double.NaN;
    }
  }

  int[] characters() {
    return characters.codePoints().toArray();
  }

  float x(int at) {
    return x[at];
  }

  float y(int at) {
    return y[at];
  }

  /**
   * A page's words in logical order, line by line.
   *
   * @param written whether only what its writer wrote: no numbers of points, no notes' marks
   */
  static String logical(Page page, boolean written) {
    var text = new StringBuilder();
    for (PageItem item : page.items()) {
      if (item instanceof PageItem.Line line) {
        inReadingOrder(line).stream()
            .filter(run -> !isFurniture(run.owner(), written))
            .forEach(run -> text.append(run.run().text()));
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static List<PlacedRun> inReadingOrder(PageItem.Line line) {
    return line.runs().stream()
        .sorted(Comparator.comparingInt(placed -> placed.run().start()))
        .toList();
  }

  static boolean isFurniture(Element owner, boolean written) {
    return switch (owner.role()) {
      case FURNITURE -> true;
      case LABEL, REFERENCE -> written;
      default -> false;
    };
  }
}
