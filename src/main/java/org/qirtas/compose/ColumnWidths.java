package org.qirtas.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.qirtas.article.Block;
import org.qirtas.measure.Length;
import org.qirtas.profile.TypeStyle;

/**
 * How wide a table's columns are: each as wide as its longest word at least, and what is left over
 * goes to those with much text. A table whose words are too wide for the page is set in smaller
 * type.
 */
final class ColumnWidths {
  private static final int MOST_WEIGHT = 120;

  /** Type is made no smaller than this part of its size … */
  private static final double SMALLEST = 0.7;

  /** … nor than what can be read. */
  private static final Length LEAST_SIZE = Length.points(6.5);

  private final Length[] least;
  private final double[] weights;
  private final Length measure;
  private final double wanted;
  private final double smallest;

  private ColumnWidths(Length[] least, double[] weights, Length measure, double smallest) {
    this.least = least;
    this.weights = weights;
    this.measure = measure;
    this.smallest = smallest;
    Length paddings = TableRows.PADDING.times(2.0 * least.length);
    double words = sum().minus(paddings).inPoints();
    double room = measure.minus(paddings).inPoints() - SLACK * least.length;
    this.wanted = words > room ? Math.max(0, room / words) : 1;
  }

  /** {@return what the words of a column need in type so large as they are set in} */
  private double needed(int column) {
    double padding = TableRows.PADDING.times(2).inPoints();
    return padding + (least[column].inPoints() - padding) * factor();
  }

  /** What the columns of a table ask for, wherever it comes to stand. */
  static final class Wishes {
    private final Length[] least;
    private final double[] weights;
    private final double smallest;

    private Wishes(Length[] least, double[] weights, double smallest) {
      this.least = least;
      this.weights = weights;
      this.smallest = smallest;
    }

    static Wishes of(Desk desk, TableGrid cells) {
      TypeStyle style = desk.styles().cell();
      double floor = Math.max(SMALLEST, LEAST_SIZE.dividedBy(style.size()));
      var wishes =
          new Wishes(new Length[cells.columns()], new double[cells.columns()], Math.min(1, floor));
      Arrays.fill(wishes.least, TableRows.PADDING.times(2));
      Arrays.fill(wishes.weights, 1);
      for (List<TableGrid.Square> row : cells.rows()) {
        for (TableGrid.Square square : row) {
          wishes.weigh(square, desk, style);
        }
      }
      return wishes;
    }

    private void weigh(TableGrid.Square square, Desk desk, TypeStyle style) {
      String text = Block.textOf(square.cell().blocks());
      double weight = Math.min(MOST_WEIGHT, text.length() + 4.0) / square.width();
      for (int i = square.column(); i < square.end(); i++) {
        weights[i] = Math.max(weights[i], weight);
      }
      if (square.width() == 1) {
        TypeStyle set = square.cell().header() ? style.emboldened() : style;
        Length word = desk.widestWord(text, set).plus(TableRows.PADDING.times(2));
        int at = square.column();
        least[at] = word.exceeds(least[at]) ? word : least[at];
      }
    }

    /** {@return how wide the columns are, side by side in a room so wide} */
    ColumnWidths within(Length measure) {
      return new ColumnWidths(least, weights, measure, smallest);
    }

    /** {@return the same of some columns; named: with the first column before them} */
    ColumnWidths within(Length measure, Span span) {
      var some = new ArrayList<Length>();
      var theirs = new ArrayList<Double>();
      if (span.named()) {
        some.add(least[0]);
        theirs.add(weights[0]);
      }
      for (int i = span.from(); i < span.to(); i++) {
        some.add(least[i]);
        theirs.add(weights[i]);
      }
      return new ColumnWidths(
          some.toArray(Length[]::new),
          theirs.stream().mapToDouble(weight -> weight).toArray(),
          measure,
          smallest);
    }

    /**
     * {@return the columns in as few groups as find room one below the other, in type of its full
     * size where they can, and about equally wide}
     */
    List<Span> groups(Length measure) {
      boolean named = least.length > 2 && !least[0].exceeds(measure.times(WIDEST_NAMES));
      List<Span> groups = groups(measure, named);
      // The least width that needs no more of them.
      Length low = Length.ZERO;
      Length high = measure;
      for (int i = 0; i < HALVINGS; i++) {
        Length middle = low.plus(high).times(0.5);
        List<Span> tried = groups(middle, named);
        boolean finds = tried.size() == groups.size();
        groups = finds ? tried : groups;
        low = finds ? low : middle;
        high = finds ? middle : high;
      }
      return groups;
    }

    private List<Span> groups(Length measure, boolean named) {
      var groups = new ArrayList<Span>();
      int from = 0;
      while (from < least.length) {
        boolean again = named && from > 0;
        Length width = again ? least[0].plus(least[from]) : least[from];
        int to = from + 1;
        while (to < least.length && !width.plus(least[to]).exceeds(measure)) {
          width = width.plus(least[to++]);
        }
        // Names alone are no table.
        to = named && from == 0 ? Math.max(to, 2) : to;
        groups.add(new Span(from, to, again));
        from = to;
      }
      return groups;
    }
  }

  /** In points: what a word has beyond its width, since type of another size is rounded anew. */
  private static final double SLACK = 0.1;

  /** The first column stands before each group where it is no wider than this part of the page. */
  private static final double WIDEST_NAMES = 0.4;

  private static final int HALVINGS = 16;

  /**
   * Some columns of a table.
   *
   * @param from the first
   * @param to the first that is not one of them
   * @param named whether the table's first column stands before them once more
   */
  record Span(int from, int to, boolean named) {}

  private Length sum() {
    Length sum = Length.ZERO;
    for (Length width : least) {
      sum = sum.plus(width);
    }
    return sum;
  }

  /** {@return whether each column has room for its words, in type that can be read} */
  boolean fits() {
    return wanted >= smallest;
  }

  /** {@return whether the type must be made smaller} */
  boolean shrinks() {
    return factor() < 1;
  }

  /** {@return how large the type is, as a part of its own size} */
  double factor() {
    return Math.max(smallest, wanted);
  }

  /**
   * {@return where the columns begin, from the side where reading begins; and the last one's end}
   */
  List<Length> edges() {
    double[] widths = widths();
    var edges = new ArrayList<Length>(List.of(Length.ZERO));
    double edge = 0;
    for (double width : widths) {
      edge += width;
      edges.add(measure.times(Math.min(1, edge / measure.inPoints())));
    }
    edges.set(edges.size() - 1, measure);
    return edges;
  }

  /** Shared by weight; a column that would be narrower than its words takes what they need. */
  private double[] widths() {
    var widths = new double[least.length];
    var wants = new double[widths.length];
    for (int i = 0; i < widths.length; i++) {
      wants[i] = needed(i) + SLACK;
    }
    double needed = Arrays.stream(wants).sum();
    double all = measure.inPoints();
    if (needed >= all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = wants[i] * all / needed;
      }
      return widths;
    }
    var fixed = new boolean[widths.length];
    boolean changed = true;
    while (changed) {
      changed = false;
      double free = all;
      double weight = 0;
      for (int i = 0; i < widths.length; i++) {
        free -= fixed[i] ? wants[i] : 0;
        weight += fixed[i] ? 0 : weights[i];
      }
      for (int i = 0; i < widths.length; i++) {
        widths[i] = fixed[i] ? wants[i] : free * weights[i] / weight;
        if (!fixed[i] && widths[i] < wants[i]) {
          fixed[i] = true;
          changed = true;
        }
      }
    }
    return widths;
  }
}
