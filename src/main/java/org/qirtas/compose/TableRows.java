package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;
import org.qirtas.profile.Palette;
import org.qirtas.profile.Rule;
import org.qirtas.profile.TypeStyle;

/**
 * Sets the rows of a table, or of some of its columns, as strips one below the other.
 *
 * <p>Rows whose cells are all heads stand at the head of the table, and once more wherever it goes
 * on; there they are furniture, for nobody wants to hear them again.
 */
final class TableRows {
  static final Length PADDING = Length.points(4);

  /** A row that is higher than this part of a page is parted. */
  private static final double HIGHEST_ROW = 0.5;

  /** Rows that are kept together, for the sake of a cell that spans them, are no higher. */
  private static final double HIGHEST_GROUP = 0.4;

  private final Desk desk;
  private final BlockSetter blocks;
  private final Baselines grid;
  private final TableGrid cells;
  private final Frame frame;

  /**
   * Rows on the columns of a frame.
   *
   * @param cells what stands in them
   */
  TableRows(Desk desk, BlockSetter blocks, TableGrid cells, Frame frame) {
    this.desk = desk;
    this.blocks = blocks;
    this.grid = Baselines.of(desk.profile());
    this.cells = cells;
    this.frame = frame;
  }

  /**
   * What all rows share.
   *
   * @param place how wide they are together
   * @param owners the rows, for who is told of them
   * @param edges where the columns begin, counted from the side where reading begins; and the end
   * @param depth how high a page is where they stand
   */
  record Frame(
      BlockSetter.Place place,
      List<Element> owners,
      List<Length> edges,
      boolean rightToLeft,
      TypeStyle style,
      Length depth) {
    Length edge(int column) {
      return edges.get(Math.min(column, edges.size() - 1));
    }

    Length width(TableGrid.Square square) {
      return edge(square.column() + square.width()).minus(edge(square.column()));
    }

    Length left(TableGrid.Square square) {
      Length before = edge(square.column());
      return rightToLeft ? place.measure().minus(before).minus(width(square)) : before;
    }
  }

  /**
   * {@return rows from one to the one before another, as strips}
   *
   * @param from the first of them, which no row above reaches into
   * @param to the first that is not wanted
   */
  List<Strip> set(int from, int to) {
    var strips = new ArrayList<Strip>();
    int row = from;
    while (row < to) {
      int end = Math.min(to, cells.groupEnd(row));
      strips.addAll(group(row, end));
      row = end;
    }
    return strips;
  }

  /** {@return the rows that stand at the head, which no page end parts from what follows} */
  List<Strip> head() {
    return set(0, cells.heads()).stream().map(Strip::keptWithNext).toList();
  }

  /** What is printed once more: its words are told once only. */
  static Strip furniture(Strip strip) {
    var items = new ArrayList<PageItem>();
    for (PageItem item : strip.items()) {
      switch (item) {
        case PageItem.Line line -> items.add(line.asFurniture());
        case PageItem.Rule rule -> items.add(rule);
        case PageItem.Leader leader -> items.add(leader);
        case PageItem.Picture _,
            PageItem.Place _,
            PageItem.Anchor _,
            PageItem.Turned _,
            PageItem.Fold _ -> {}
      }
    }
    return strip.showing(items);
  }

  /** A cell that is set. */
  private record SetCell(TableGrid.Square square, List<Strip> strips, Length height) {}

  /** Rows that belong together. */
  private List<Strip> group(int first, int end) {
    List<List<SetCell>> rows = new ArrayList<>();
    for (int row = first; row < end; row++) {
      Element owner = frame.owners().get(row);
      rows.add(cells.rows().get(row).stream().map(square -> cell(square, owner)).toList());
    }
    Length depth = frame.depth();
    Length[] heights = heights(rows);
    Length sum = Length.ZERO;
    for (Length height : heights) {
      sum = sum.plus(height);
    }
    boolean spanned = end > first + 1 && !sum.exceeds(depth.times(HIGHEST_GROUP));
    var strips = new ArrayList<Strip>();
    for (int i = 0; i < rows.size(); i++) {
      boolean head = first + i < cells.heads();
      Rule rule =
          first + i == cells.heads() - 1
              ? desk.profile().rules().tableHead()
              : desk.profile().rules().tableRow();
      if (spanned || !heights[i].exceeds(depth.times(HIGHEST_ROW))) {
        Length height = spanned ? heights[i] : plainHeight(rows.get(i));
        Strip strip = band(rows.get(i), height, head, rule, spanned ? rows.size() - i : 1);
        strips.add(spanned && i + 1 < rows.size() ? strip.keptWithNext() : strip);
      } else {
        strips.addAll(parted(rows.get(i), rule));
      }
    }
    return strips;
  }

  private SetCell cell(TableGrid.Square square, Element row) {
    boolean header = square.cell().header();
    Element told =
        row.child(
            header ? Element.Role.TABLE_HEADER : Element.Role.TABLE_CELL,
            Element.Marks.spanning(Math.max(1, square.told()), square.height()));
    TypeStyle style = header ? frame.style().bare().emboldened() : frame.style();
    BlockSetter.Place place = frame.place();
    Length inner = frame.width(square).minus(PADDING.times(2));
    var galley = new Galley();
    blocks.set(
        square.cell().blocks(),
        style,
        place.within(told).narrowed(place.measure().minus(inner)),
        galley);
    var strips = new ArrayList<Strip>();
    strips.add(Strip.of(Length.ZERO, List.of(new PageItem.Place(told))));
    Length x = frame.left(square).plus(PADDING);
    galley.strips().forEach(strip -> strips.add(strip.indented(x)));
    List<Strip> shown =
        square.told() == 0 ? strips.stream().map(TableRows::furniture).toList() : strips;
    return new SetCell(square, shown, height(shown));
  }

  /** On a grid each line of a cell keeps to it. */
  private Length height(List<Strip> strips) {
    Length height = Length.ZERO;
    for (Strip strip : strips) {
      height = grid.whole(height.plus(strip.spaceBefore())).plus(grid.height(strip));
    }
    return height;
  }

  private Length padding() {
    return grid.inUse() ? Length.ZERO : PADDING;
  }

  private Length plainHeight(List<SetCell> row) {
    Length height = frame.style().leading();
    for (SetCell cell : row) {
      height = cell.height().exceeds(height) ? cell.height() : height;
    }
    return grid.whole(height.plus(padding()));
  }

  /** How high rows are: as their own cells ask for, the last as those ask for that end in it. */
  private Length[] heights(List<List<SetCell>> rows) {
    var heights = new Length[rows.size()];
    for (int i = 0; i < heights.length; i++) {
      List<SetCell> own = rows.get(i).stream().filter(cell -> cell.square().height() == 1).toList();
      heights[i] = plainHeight(own);
    }
    for (int i = 0; i < heights.length; i++) {
      for (SetCell cell : rows.get(i)) {
        int last = Math.min(heights.length, i + cell.square().height()) - 1;
        Length there = Length.ZERO;
        for (int k = i; k <= last; k++) {
          there = there.plus(heights[k]);
        }
        Length wanted = grid.whole(cell.height().plus(padding()));
        if (wanted.exceeds(there)) {
          heights[last] = heights[last].plus(wanted.minus(there));
        }
      }
    }
    return heights;
  }

  /** A row as one strip; a cell that spans rows reaches down into the next ones. */
  private Strip band(List<SetCell> row, Length height, boolean head, Rule rule, int rowsLeft) {
    var items = new ArrayList<PageItem>();
    if (head) {
      shade(height).forEach(items::add);
    }
    for (SetCell cell : row) {
      items.addAll(stacked(cell.strips()));
      boolean endsHere = rowsLeft == 1 || cell.square().height() == 1;
      if (rule.isDrawn() && endsHere) {
        items.add(
            desk.drawn(
                rule, frame.left(cell.square()), height.times(-1), frame.width(cell.square())));
      }
    }
    return Strip.of(height, items);
  }

  private List<PageItem> shade(Length height) {
    var shade = desk.profile().palette().of(Palette.Role.SHADE);
    boolean white = shade.print().equals(new org.qirtas.profile.Colour.Print(0, 0, 0, 0));
    return white
        ? List.of()
        : List.of(
            new PageItem.Rule(
                Length.ZERO, height.times(-1), new Size(frame.place().measure(), height), shade));
  }

  /** A row that is too high: line by line, each strip with the lines that stand side by side. */
  private List<Strip> parted(List<SetCell> row, Rule rule) {
    var next = new int[row.size()];
    var bands = new ArrayList<Strip>();
    boolean more = true;
    while (more) {
      var items = new ArrayList<PageItem>();
      Length height = Length.ZERO;
      more = false;
      for (int i = 0; i < next.length; i++) {
        List<Strip> strips = row.get(i).strips();
        // A mark of the cell's beginning has no height, and comes with its first line.
        int take = next[i] == 0 ? 2 : 1;
        List<Strip> taken = strips.subList(next[i], Math.min(strips.size(), next[i] + take));
        items.addAll(stacked(taken));
        Length its = height(taken);
        height = its.exceeds(height) ? its : height;
        next[i] += taken.size();
        more |= next[i] < strips.size();
      }
      bands.add(Strip.of(height, items));
    }
    for (int i = 0; i + 1 < bands.size(); i++) {
      boolean edge = i == 0 || i == bands.size() - 2;
      bands.set(i, edge ? bands.get(i).keptWithNext() : bands.get(i).with(Parting.UNWELCOME));
    }
    Strip last = bands.removeLast();
    Length padded = grid.whole(last.height().plus(padding()));
    var items = new ArrayList<>(last.items());
    if (rule.isDrawn()) {
      items.add(desk.drawn(rule, Length.ZERO, padded.times(-1), frame.place().measure()));
    }
    bands.add(Strip.of(padded, items));
    return bands;
  }

  /** Items of strips, where they come to stand below the head of one. */
  private List<PageItem> stacked(List<Strip> strips) {
    var items = new ArrayList<PageItem>();
    Length y = Length.ZERO;
    for (Strip strip : strips) {
      y = grid.whole(y.plus(strip.spaceBefore()));
      for (PageItem item : strip.items()) {
        items.add(item.moved(Length.ZERO, y.times(-1)));
      }
      y = y.plus(grid.height(strip));
    }
    return items;
  }
}
