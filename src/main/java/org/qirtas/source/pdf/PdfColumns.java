package org.qirtas.source.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts a page into columns: where an empty band goes down between stretches that are long enough to
 * be lines of prose, what stands on either side is read by itself; where no band goes all the way,
 * the page is first cut across, above and below what spans both (a recursive X-Y cut).
 */
final class PdfColumns {
  private static final int DEEPEST = 12;
  private static final int FEWEST_LINES = 4;
  private static final int FEWEST_LETTERS = 14;

  private final boolean rightToLeft;

  PdfColumns(boolean rightToLeft) {
    this.rightToLeft = rightToLeft;
  }

  List<List<PdfStretch>> of(List<PdfStretch> page) {
    var columns = new ArrayList<List<PdfStretch>>();
    cut(page, columns, 0);
    return columns;
  }

  private void cut(List<PdfStretch> region, List<List<PdfStretch>> columns, int depth) {
    if (region.isEmpty()) {
      return;
    }
    double[] band = depth < DEEPEST ? band(region) : new double[0];
    if (band.length == 0) {
      columns.add(region);
      return;
    }
    double x = band[0];
    var above = new ArrayList<PdfStretch>();
    var left = new ArrayList<PdfStretch>();
    var right = new ArrayList<PdfStretch>();
    var below = new ArrayList<PdfStretch>();
    for (PdfStretch stretch : region) {
      if (stretch.y() < band[1]) {
        above.add(stretch);
      } else if (stretch.y() > band[2]) {
        below.add(stretch);
      } else {
        (stretch.left() + stretch.right() < 2 * x ? left : right).add(stretch);
      }
    }
    cut(above, columns, depth + 1);
    cut(rightToLeft ? right : left, columns, depth + 1);
    cut(rightToLeft ? left : right, columns, depth + 1);
    cut(below, columns, depth + 1);
  }

  /** The longest empty band between columns: where it stands, from which height to which. */
  private static double[] band(List<PdfStretch> region) {
    List<PdfStretch> sorted = new ArrayList<>(region);
    sorted.sort(Comparator.comparingDouble(PdfStretch::y));
    double[] best = {};
    int longest = 0;
    for (double x : edges(region)) {
      int from = 0;
      for (int i = 0; i <= sorted.size(); i++) {
        boolean crossed = i == sorted.size() || crosses(sorted.get(i), x);
        if (crossed) {
          int lines = lines(sorted.subList(from, i), x);
          if (lines > longest) {
            longest = lines;
            best = new double[] {x, sorted.get(from).y(), sorted.get(i - 1).y()};
          }
          from = i + 1;
        }
      }
    }
    return best;
  }

  private static boolean crosses(PdfStretch stretch, double x) {
    return stretch.left() < x && stretch.right() > x;
  }

  /** Where a band may stand: in the middle of a gap beside a stretch. */
  private static List<Double> edges(List<PdfStretch> region) {
    var edges = new ArrayList<Double>();
    for (PdfStretch stretch : region) {
      for (double x :
          new double[] {
            stretch.left() - 0.4 * stretch.size(), stretch.right() + 0.4 * stretch.size()
          }) {
        if (edges.stream().noneMatch(known -> Math.abs(known - x) < 2)) {
          edges.add(x);
        }
      }
    }
    return edges.size() > 400 ? edges.subList(0, 400) : edges;
  }

  /** How many lines of prose stand on the side that has fewer; none where it is no prose. */
  private static int lines(List<PdfStretch> stretches, double x) {
    var left = new ArrayList<PdfStretch>();
    var right = new ArrayList<PdfStretch>();
    for (PdfStretch stretch : stretches) {
      (stretch.left() + stretch.right() < 2 * x ? left : right).add(stretch);
    }
    int lines = Math.min(left.size(), right.size());
    return lines >= FEWEST_LINES && isProse(left) && isProse(right) ? lines : 0;
  }

  private static boolean isProse(List<PdfStretch> column) {
    double letters = column.stream().mapToInt(PdfStretch::letters).average().orElse(0);
    return letters >= FEWEST_LETTERS;
  }
}
