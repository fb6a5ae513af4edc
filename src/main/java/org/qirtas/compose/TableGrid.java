package org.qirtas.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.qirtas.article.Block;

/**
 * A table's cells on its columns. Cells that span rows push those of later rows aside; rows that
 * are short are filled up, for readers are told of a table only where each row has all its columns
 * (ISO 14289-1, 7.2).
 *
 * @param columns how many there are
 * @param rows each row's cells, by column
 */
record TableGrid(int columns, List<List<Square>> rows) {
  /** More than any printed cell spans; what a hostile file claims beyond is not believed. */
  private static final int MOST_COLUMNS = 200;

  private static final Block.Cell BLANK = new Block.Cell(false, 1, 1, List.of());

  /**
   * A cell in its place.
   *
   * @param column its first column, from 0
   * @param width how many columns it has
   * @param height how many rows it has, within the table
   */
  record Square(Block.Cell cell, int column, int width, int height) {}

  static TableGrid of(Block.Table table) {
    int columns = 1;
    List<List<Square>> rows = new ArrayList<>();
    var reach = new Reach();
    for (int r = 0; r < table.rows().size(); r++) {
      List<Square> row = row(table.rows().get(r), table.rows().size() - r, reach);
      for (Square square : row) {
        columns = Math.max(columns, square.column() + square.width());
      }
      rows.add(row);
    }
    return new TableGrid(columns, filled(rows, columns));
  }

  private static List<Square> row(Block.Row row, int rowsLeft, Reach reach) {
    var squares = new ArrayList<Square>();
    int column = 0;
    for (Block.Cell cell : row.cells()) {
      while (reach.covers(column)) {
        column++;
      }
      int width = 1;
      while (width < Math.min(cell.columns(), MOST_COLUMNS) && !reach.covers(column + width)) {
        width++;
      }
      int height = Math.min(cell.rows(), rowsLeft);
      squares.add(new Square(cell, column, width, height));
      reach.cover(column, width, height);
      column += width;
    }
    reach.nextRow();
    return squares;
  }

  /** How many rows further down the cells above reach, column by column; as wide as need be. */
  private static final class Reach {
    private int[] rows = new int[16];

    boolean covers(int column) {
      return column < rows.length && rows[column] > 0;
    }

    void cover(int column, int width, int height) {
      if (column + width > rows.length) {
        rows = Arrays.copyOf(rows, 2 * (column + width));
      }
      Arrays.fill(rows, column, column + width, height);
    }

    void nextRow() {
      for (int i = 0; i < rows.length; i++) {
        rows[i] = Math.max(0, rows[i] - 1);
      }
    }
  }

  private static List<List<Square>> filled(List<List<Square>> rows, int columns) {
    List<List<Square>> filled = new ArrayList<>();
    var covered = new int[columns];
    for (List<Square> row : rows) {
      List<Square> full = new ArrayList<>();
      int next = 0;
      for (int column = 0; column < columns; column++) {
        if (next < row.size() && row.get(next).column() == column) {
          Square square = row.get(next++);
          full.add(square);
          for (int i = column; i < column + square.width(); i++) {
            covered[i] = square.height();
          }
        } else if (covered[column] == 0) {
          full.add(new Square(BLANK, column, 1, 1));
          covered[column] = 1;
        }
      }
      for (int i = 0; i < columns; i++) {
        covered[i]--;
      }
      filled.add(List.copyOf(full));
    }
    return List.copyOf(filled);
  }
}
