package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.article.Block;

/** Which column each cell begins at: cells that reach down from rows above push others onwards. */
final class TableGrid {
  /** More columns than any page holds: a cell that claims to span more is not believed. */
  private static final int MOST_COLUMNS = 1_000;

  private final List<List<Integer>> starts = new ArrayList<>();
  private final List<Integer> held = new ArrayList<>();

  TableGrid(List<Block.Row> rows) {
    for (Block.Row row : rows) {
      starts.add(place(row));
      held.replaceAll(more -> Math.max(0, more - 1));
    }
  }

  private List<Integer> place(Block.Row row) {
    var places = new ArrayList<Integer>();
    int column = 0;
    for (Block.Cell cell : row.cells()) {
      while (column < held.size() && held.get(column) > 0) {
        column++;
      }
      places.add(column);
      for (int i = 0; i < span(cell); i++) {
        if (column == held.size()) {
          held.add(0);
        }
        held.set(column, Math.max(held.get(column), cell.rows()));
        column++;
      }
    }
    return places;
  }

  static int span(Block.Cell cell) {
    return Math.min(MOST_COLUMNS, cell.columns());
  }

  int columns() {
    return Math.max(1, held.size());
  }

  /** The column, from 0, that a cell begins at. */
  int start(int row, int cell) {
    return starts.get(row).get(cell);
  }
}
