package org.qirtas.cli;

import java.util.List;

/**
 * Rows of cells, each column as wide as its widest cell; the last one is cut where the screen ends,
 * and left out where it would have next to no room.
 */
final class Columns {
  private static final String GAP = "  ";
  private static final int NARROWEST = 8;

  private final Terminal terminal;

  Columns(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(List<List<String>> rows) {
    int count = rows.stream().mapToInt(List::size).max().orElse(0);
    var widths = new int[Math.max(1, count)];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], Cell.width(Cell.plain(row.get(i))));
      }
    }
    rows.forEach(row -> terminal.out().println(line(row, widths)));
  }

  private String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i + 1 < row.size(); i++) {
      line.append(Cell.fixed(row.get(i), widths[i])).append(GAP);
    }
    int room =
        terminal.outIsScreen()
            ? terminal.columns() - Cell.width(line.toString())
            : Integer.MAX_VALUE;
    String last = row.getLast();
    boolean fits = room >= NARROWEST || Cell.width(last) <= room;
    return fits && !last.isEmpty() ? line + Cell.last(last, room) : line.toString().stripTrailing();
  }
}
