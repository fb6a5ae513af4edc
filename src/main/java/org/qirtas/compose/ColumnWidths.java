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

  /** Type is made no smaller than this part of its size. */
  private static final double SMALLEST = 0.6;

  private final Length[] least;
  private final double[] weights;
  private final Length measure;
  private final double factor;

  ColumnWidths(Desk desk, TableGrid cells, Length measure, Length padding) {
    this.measure = measure;
    this.least = new Length[cells.columns()];
    this.weights = new double[cells.columns()];
    Arrays.fill(least, padding.times(2));
    Arrays.fill(weights, 1);
    TypeStyle style = desk.styles().cell();
    for (List<TableGrid.Square> row : cells.rows()) {
      for (TableGrid.Square square : row) {
        weigh(square, desk, style, padding);
      }
    }
    Length paddings = padding.times(2.0 * cells.columns());
    double words = sum().minus(paddings).inPoints();
    double room = measure.minus(paddings).inPoints();
    this.factor = words > room ? Math.max(SMALLEST, room / words) : 1;
  }

  private void weigh(TableGrid.Square square, Desk desk, TypeStyle style, Length padding) {
    String text = Block.textOf(square.cell().blocks());
    double weight = Math.min(MOST_WEIGHT, text.length() + 4.0) / square.width();
    for (int i = square.column(); i < square.column() + square.width(); i++) {
      weights[i] = Math.max(weights[i], weight);
    }
    if (square.width() == 1) {
      TypeStyle set = square.cell().header() ? style.emboldened() : style;
      Length word = desk.longestWord(text, set).plus(padding.times(2));
      int at = square.column();
      least[at] = word.exceeds(least[at]) ? word : least[at];
    }
  }

  private Length sum() {
    Length sum = Length.ZERO;
    for (Length width : least) {
      sum = sum.plus(width);
    }
    return sum;
  }

  /** {@return whether the type must be made smaller} */
  boolean shrinks() {
    return factor < 1;
  }

  /** {@return how large the type is, as a part of its own size} */
  double factor() {
    return factor;
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
    double needed = sum().inPoints();
    double all = measure.inPoints();
    if (needed >= all) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = least[i].inPoints() * all / needed;
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
        free -= fixed[i] ? least[i].inPoints() : 0;
        weight += fixed[i] ? 0 : weights[i];
      }
      for (int i = 0; i < widths.length; i++) {
        widths[i] = fixed[i] ? least[i].inPoints() : free * weights[i] / weight;
        if (!fixed[i] && widths[i] < least[i].inPoints()) {
          fixed[i] = true;
          changed = true;
        }
      }
    }
    return widths;
  }
}
