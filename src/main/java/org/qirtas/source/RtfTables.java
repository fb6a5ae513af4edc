package org.qirtas.source;

import com.rtfparserkit.rtf.Command;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one stretch of an RTF file. Its cells come first and end with a sign; what they are
 * to each other is said of a whole row, before or after.
 */
final class RtfTables {
  /** Deeper ones go into the cell of the deepest. */
  private static final int DEEPEST = 8;

  /** A row as it is described: where its cells end, and which go on from others. */
  static final class Row {
    private final List<Integer> edges = new ArrayList<>();
    private final List<CellEdges.Merge> merges = new ArrayList<>();
    private final List<Boolean> covered = new ArrayList<>();
    private CellEdges.Merge merge = CellEdges.Merge.NONE;
    private boolean cover;
    private boolean header;
    private boolean rightToLeft;

    /** Takes a command that describes a row. */
    void take(Command command, int value) {
      switch (command) {
        case trowd -> clear();
        case trhdr -> header = true;
        case rtlrow -> rightToLeft = true;
        case clmrg -> cover = true;
        case clvmgf -> merge = CellEdges.Merge.FIRST;
        case clvmrg -> merge = CellEdges.Merge.GOES_ON;
        case cellx -> {
          edges.add(value);
          merges.add(merge);
          covered.add(cover);
          merge = CellEdges.Merge.NONE;
          cover = false;
        }
        default -> {}
      }
    }

    private void clear() {
      edges.clear();
      merges.clear();
      covered.clear();
      merge = CellEdges.Merge.NONE;
      cover = false;
      header = false;
      rightToLeft = false;
    }

    private void put(List<Element> cells, Element table) {
      if (rightToLeft) {
        table.attr("dir", "rtl");
      }
      Element row = table.appendElement("tr");
      int left = edges.isEmpty() ? 0 : Math.min(0, edges.getFirst() - 1);
      for (int i = 0; i < cells.size(); i++) {
        int right = i < edges.size() ? edges.get(i) : left + 1;
        Element cell = cells.get(i);
        boolean within = i < covered.size() && covered.get(i);
        @Nullable Element before = row.lastElementChild();
        if (within && before != null) {
          before.attr("data-right", Integer.toString(right));
          List.copyOf(cell.childNodes()).forEach(before::appendChild);
        } else {
          CellEdges.mark(
              cell, left, right, i < merges.size() ? merges.get(i) : CellEdges.Merge.NONE);
          row.appendChild(header ? cell.tagName("th") : cell);
        }
        left = right;
      }
    }
  }

  /** A table that is open, with the cells of the row that is being read. */
  private static final class Open {
    private final Element table;
    private final List<Element> cells = new ArrayList<>();
    private @Nullable Element cell;

    Open(Element table) {
      this.table = table;
    }

    Element cell() {
      @Nullable Element open = cell;
      if (open == null) {
        open = new Element("td");
        cell = open;
      }
      return open;
    }

    void endCell() {
      cells.add(cell());
      cell = null;
    }

    void endRow(Row row) {
      if (cell != null && !cell.text().isBlank()) {
        endCell();
      }
      cell = null;
      if (!cells.isEmpty()) {
        row.put(List.copyOf(cells), table);
        cells.clear();
      }
    }
  }

  private final Element outside;
  private final List<Open> open = new ArrayList<>();

  RtfTables(Element outside) {
    this.outside = outside;
  }

  /** Where a paragraph goes that stands in so many tables' cells. */
  Element at(int level) {
    int wanted = Math.min(DEEPEST, level);
    while (open.size() > wanted) {
      Open last = open.removeLast();
      last.endRow(new Row());
      CellEdges.span(last.table);
    }
    while (open.size() < wanted) {
      Element around = open.isEmpty() ? outside : open.getLast().cell();
      open.add(new Open(around.appendElement("table")));
    }
    return open.isEmpty() ? outside : open.getLast().cell();
  }

  void endCell(int level) {
    at(level);
    open.getLast().endCell();
  }

  void endRow(int level, Row row) {
    at(level);
    open.getLast().endRow(row);
  }

  void end() {
    at(0);
  }
}
