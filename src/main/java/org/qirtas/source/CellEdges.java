package org.qirtas.source;

import java.util.List;
import java.util.TreeSet;
import org.jsoup.nodes.Element;

/**
 * Tables whose cells are known by their edges alone: Word has no spans. A cell covers as many
 * columns as other rows have edges within it, and as many rows as go on from it below.
 */
final class CellEdges {
  /** How a cell belongs to the one above it. */
  enum Merge {
    NONE,
    FIRST,
    GOES_ON
  }

  private CellEdges() {}

  /** Notes where a cell stands, in twips from the table's first edge on. */
  static void mark(Element cell, int left, int right, Merge merge) {
    cell.attr("data-left", Integer.toString(left))
        .attr("data-right", Integer.toString(right))
        .attr("data-merge", merge.name());
  }

  /** Gives the cells of a table their spans and takes away those that only go on. */
  static void span(Element table) {
    List<Element> rows = table.children();
    var edges = new TreeSet<Integer>();
    for (Element row : rows) {
      for (Element cell : row.children()) {
        edges.add(left(cell));
        edges.add(right(cell));
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      for (Element cell : rows.get(i).children()) {
        int columns =
            left(cell) < right(cell)
                ? edges.subSet(left(cell), false, right(cell), true).size()
                : 1;
        cell.attr("colspan", Integer.toString(columns));
        cell.attr("rowspan", Integer.toString(height(rows, i, cell)));
      }
    }
    table.select("> * > [data-merge=GOES_ON]").remove();
  }

  private static int height(List<Element> rows, int row, Element cell) {
    int height = 1;
    while (cell.attr("data-merge").equals(Merge.FIRST.name())
        && row + height < rows.size()
        && goesOn(rows.get(row + height), left(cell))) {
      height++;
    }
    return height;
  }

  private static boolean goesOn(Element row, int left) {
    return row.children().stream()
        .anyMatch(
            cell -> left(cell) == left && cell.attr("data-merge").equals(Merge.GOES_ON.name()));
  }

  private static int left(Element cell) {
    return Integer.parseInt(cell.attr("data-left"));
  }

  private static int right(Element cell) {
    return Integer.parseInt(cell.attr("data-right"));
  }
}
