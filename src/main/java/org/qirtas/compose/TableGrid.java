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
 * @param heads how many rows at the head hold heads only; none where there is nothing else
 * @param rows each row's cells, by column
 */
record TableGrid(int columns, int heads, List<List<Square>> rows) {
  /** More than any printed cell spans; what a hostile file claims beyond is not believed. */
  private static final int MOST_COLUMNS = 200;

  private static final Block.Cell BLANK = new Block.Cell(false, 1, 1, List.of());

  /**
   * A cell in its place.
   *
   * @param column its first column, from 0
   * @param width how many columns it has
   * @param height how many rows it has, within the table
   * @param told how many columns readers are told that it has; 0 where it stands here once more,
   *     and they have been told
   */
  record Square(Block.Cell cell, int column, int width, int height, int told) {
    Square(Block.Cell cell, int column, int width, int height) {
      this(cell, column, width, height, width);
    }

    int end() {
      return column + width;
    }
  }

  static TableGrid of(Block.Table table) {
    int columns = 1;
    List<List<Square>> rows = new ArrayList<>();
    var reach = new Reach();
    for (int r = 0; r < table.rows().size(); r++) {
      List<Square> row = row(table.rows().get(r), table.rows().size() - r, reach);
      for (Square square : row) {
        columns = Math.max(columns, square.end());
      }
      rows.add(row);
    }
    List<List<Square>> all = filled(rows, columns);
    return new TableGrid(columns, heads(all), all);
  }

  private static int heads(List<List<Square>> rows) {
    int heads = 0;
    while (heads < rows.size()
        && rows.get(heads).stream().allMatch(square -> square.cell().header())
        && !rows.get(heads).isEmpty()) {
      heads++;
    }
    return heads == rows.size() ? 0 : heads;
  }

  /**
   * {@return some of the columns, as a table of its own}
   *
   * @param from the first of them
   * @param to the first that is not one
   * @param named whether the first column of all stands before them once more
   */
  TableGrid part(int from, int to, boolean named) {
    int before = named ? 1 : 0;
    var part = new ArrayList<List<Square>>();
    for (List<Square> row : rows) {
      var squares = new ArrayList<Square>();
      for (Square square : row) {
        boolean names = named && square.column() == 0;
        int start = Math.max(square.column(), from);
        int width = Math.min(square.end(), to) - start;
        if (names) {
          squares.add(new Square(square.cell(), 0, 1 + Math.max(0, width), square.height(), 0));
        } else if (width > 0) {
          boolean begins = square.column() >= from;
          squares.add(
              new Square(
                  begins ? square.cell() : BLANK,
                  start - from + before,
                  width,
                  square.height(),
                  begins ? square.told() : 0));
        }
      }
      part.add(List.copyOf(squares));
    }
    return new TableGrid(to - from + before, heads, List.copyOf(part));
  }

  /** {@return the row after the last that cells which span rows tie to one} */
  int groupEnd(int first) {
    int end = first + 1;
    for (int row = first; row < end && row < rows.size(); row++) {
      for (Square square : rows.get(row)) {
        end = Math.max(end, Math.min(row + square.height(), rows.size()));
      }
    }
    return end;
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
