package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Inline;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;
import org.qirtas.profile.TypeStyle;

/**
 * Sets a table: columns as wide as their words ask for, the first at the side where reading begins.
 */
final class TableSetter {
  private static final Length PADDING = Length.points(4);
  private static final Length THIN = Length.points(0.4);
  private static final int MOST_WEIGHT = 60;

  /** A row that no page holds is parted into pieces that leave little white at a page's foot. */
  private static final double PART_OF_PAGE = 0.25;

  private final Desk desk;
  private final BlockSetter blocks;

  TableSetter(Desk desk, BlockSetter blocks) {
    this.desk = desk;
    this.blocks = blocks;
  }

  void set(Block.Table table, BlockSetter.Place place, Galley galley) {
    TypeStyle style = desk.styles().cell();
    Element owner = BlockSetter.child(place, Element.Role.TABLE, table.flow());
    galley.space(style.leading().times(0.5));
    if (!table.caption().isEmpty()) {
      galley.addKeptWithNext(
          desk.paragraph(
              table.caption(),
              table.flow(),
              desk.styles().caption(),
              owner.child(Element.Role.CAPTION),
              place.measure()));
    }
    TableGrid grid = TableGrid.of(table);
    boolean rightToLeft =
        desk.direction(table.flow(), List.of(new Inline.Text(table.text())))
            == Direction.RIGHT_TO_LEFT;
    var frame = new Frame(place.within(owner), edges(grid, place.measure()), rightToLeft);
    for (List<TableGrid.Square> row : grid.rows()) {
      boolean header = row.stream().allMatch(square -> square.cell().header());
      for (Strip strip : bands(columns(row, style, frame), style, place.measure())) {
        galley.add(List.of(strip.keptWithNext(header)));
      }
    }
    galley.space(style.leading());
  }

  /**
   * What all rows share.
   *
   * @param edges where the columns begin, counted from the side where reading begins; and the end
   */
  private record Frame(BlockSetter.Place place, List<Length> edges, boolean rightToLeft) {
    Length edge(int column) {
      return edges.get(Math.min(column, edges.size() - 1));
    }
  }

  private static List<Length> edges(TableGrid grid, Length measure) {
    var weights = new int[grid.columns()];
    for (List<TableGrid.Square> row : grid.rows()) {
      for (TableGrid.Square square : row) {
        int length = Math.min(MOST_WEIGHT, Block.textOf(square.cell().blocks()).length() + 4);
        for (int i = square.column(); i < square.column() + square.width(); i++) {
          weights[i] = Math.max(weights[i], length / square.width());
        }
      }
    }
    double sum = Math.max(1, java.util.stream.IntStream.of(weights).sum());
    var edges = new ArrayList<Length>(List.of(Length.ZERO));
    for (int weight : weights) {
      edges.add(edges.getLast().plus(measure.times(weight / sum)));
    }
    return edges;
  }

  /** A row's cells, each set and moved to its column. */
  private List<List<Strip>> columns(List<TableGrid.Square> row, TypeStyle style, Frame frame) {
    Element owner = frame.place().owner().child(Element.Role.TABLE_ROW);
    var columns = new ArrayList<List<Strip>>();
    for (TableGrid.Square square : row) {
      Length before = frame.edge(square.column());
      Length width = frame.edge(square.column() + square.width()).minus(before);
      Length x = frame.rightToLeft() ? frame.place().measure().minus(before).minus(width) : before;
      Element told =
          owner.child(
              square.cell().header() ? Element.Role.TABLE_HEADER : Element.Role.TABLE_CELL,
              Element.Marks.spanning(square.width(), square.height()));
      var strips = new ArrayList<Strip>();
      strips.add(new Strip(Length.ZERO, Length.ZERO, false, List.of(new PageItem.Place(told))));
      for (Strip strip : cell(square.cell(), style, told, frame.place(), width).strips()) {
        strips.add(strip.indented(x.plus(PADDING)));
      }
      columns.add(strips);
    }
    return columns;
  }

  /** A row is one strip; one that is higher than a page is parted into several. */
  private List<Strip> bands(List<List<Strip>> columns, TypeStyle style, Length measure) {
    Length depth =
        desk.profile()
            .trim()
            .height()
            .minus(desk.profile().margins().head())
            .minus(desk.profile().margins().foot())
            .minus(PADDING);
    boolean whole = columns.stream().noneMatch(strips -> height(strips).exceeds(depth));
    Length most = whole ? depth : depth.times(PART_OF_PAGE);
    var next = new int[columns.size()];
    var bands = new ArrayList<Strip>();
    boolean more = true;
    while (more) {
      var items = new ArrayList<PageItem>();
      Length height = bands.isEmpty() ? style.leading() : Length.ZERO;
      more = false;
      for (int i = 0; i < next.length; i++) {
        List<Strip> rest = columns.get(i).subList(next[i], columns.get(i).size());
        List<Strip> taken = rest.subList(0, fitting(rest, most));
        items.addAll(stacked(taken));
        height = height(taken).exceeds(height) ? height(taken) : height;
        next[i] += taken.size();
        more |= taken.size() < rest.size();
      }
      bands.add(new Strip(height, Length.ZERO, false, items));
    }
    bands.add(ruled(bands.removeLast(), measure));
    return bands;
  }

  private static Strip ruled(Strip last, Length measure) {
    Length padded = last.height().plus(PADDING);
    var items = new ArrayList<>(last.items());
    items.add(new PageItem.Rule(Length.ZERO, padded.times(-1), new Size(measure, THIN)));
    return new Strip(padded, Length.ZERO, false, items);
  }

  /** How many strips are no higher together than the most; one, if there is one. */
  private static int fitting(List<Strip> strips, Length most) {
    Length height = Length.ZERO;
    for (int i = 0; i < strips.size(); i++) {
      height = height.plus(strips.get(i).spaceBefore()).plus(strips.get(i).height());
      if (i > 0 && height.exceeds(most)) {
        return i;
      }
    }
    return strips.size();
  }

  private static Length height(List<Strip> strips) {
    Length height = Length.ZERO;
    for (Strip strip : strips) {
      height = height.plus(strip.spaceBefore()).plus(strip.height());
    }
    return height;
  }

  private Galley cell(
      Block.Cell cell, TypeStyle style, Element owner, BlockSetter.Place place, Length width) {
    TypeStyle set = cell.header() ? style.bare().emboldened() : style;
    var galley = new Galley();
    blocks.set(
        cell.blocks(),
        set,
        place.within(owner).narrowed(place.measure().minus(width).plus(PADDING.times(2))),
        galley);
    return galley;
  }

  /** Items of strips, where they come to stand below the head of one. */
  private static List<PageItem> stacked(List<Strip> strips) {
    var items = new ArrayList<PageItem>();
    Length y = Length.ZERO;
    for (Strip strip : strips) {
      y = y.minus(strip.spaceBefore());
      for (PageItem item : strip.items()) {
        items.add(item.moved(Length.ZERO, y));
      }
      y = y.minus(strip.height());
    }
    return items;
  }
}
