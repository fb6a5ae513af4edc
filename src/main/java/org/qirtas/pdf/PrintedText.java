package org.qirtas.pdf;

import java.util.Comparator;
import java.util.List;
import org.qirtas.article.Direction;
import org.qirtas.compose.Element;
import org.qirtas.compose.Page;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.PlacedRun;
import org.qirtas.measure.Length;

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
    text.add(page.items());
    return text;
  }

  private void add(List<PageItem> items) {
    for (PageItem item : items) {
      if (item instanceof PageItem.Turned turned) {
        int from = count;
        add(turned.items());
        turn(turned, from);
      } else if (item instanceof PageItem.Line line) {
        double baseline = line.baseline().inPoints();
        DirectionalMarks marks = DirectionalMarks.of(line);
        if (marks.hangingSpace()) {
          add(DirectionalMarks.ARABIC_LETTER_MARK + " ", Double.NaN, baseline);
        }
        List<PlacedRun> painted =
            LineWriter.isWrittenInReadingOrder(line) ? inReadingOrder(line) : line.runs();
        int place = 0;
        for (PlacedRun placed : painted) {
          place = add(placed, baseline, marks, place);
        }
      }
    }
  }

  /** Places of what stands turned, as they are on the page. */
  private void turn(PageItem.Turned turned, int from) {
    for (int i = from; i < count; i++) {
      double left = turned.across(Length.points(y[i])).inPoints();
      y[i] = Float.isNaN(x[i]) ? Float.NaN : (float) turned.upwards(Length.points(x[i])).inPoints();
      x[i] = Float.isNaN(x[i]) ? Float.NaN : (float) left;
    }
  }

  private int add(PlacedRun placed, double baseline, DirectionalMarks marks, int first) {
    int[] written = Typesetting.characters(placed.run());
    boolean turned = placed.run().direction() == Direction.RIGHT_TO_LEFT;
    double left = placed.x().inPoints();
    for (int i = 0; i < written.length; i++) {
      int c = written[turned ? written.length - 1 - i : i];
      add(marks.before(first + i), left, baseline);
      if (marks.isWith(first + i)) {
        add(Character.toString(DirectionalMarks.ARABIC_LETTER_MARK), left, baseline);
      }
      add(Character.toString(Unprintable.shown(c)), left, baseline);
      left = Double.NaN;
    }
    if (first + written.length == marks.end()) {
      add(marks.before(marks.end()), Double.NaN, baseline);
    }
    return first + written.length;
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
    for (PageItem item : page.upright()) {
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
