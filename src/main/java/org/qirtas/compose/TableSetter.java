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

  private final Desk desk;
  private final BlockSetter blocks;

  TableSetter(Desk desk, BlockSetter blocks) {
    this.desk = desk;
    this.blocks = blocks;
  }

  void set(Block.Table table, BlockSetter.Place place, Galley galley) {
    TypeStyle style = desk.styles().cell();
    Element owner = place.owner().child(Element.Role.TABLE);
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
    List<Length> columns = columns(grid, place.measure());
    boolean rightToLeft =
        desk.direction(table.flow(), List.of(new Inline.Text(table.text())))
            == Direction.RIGHT_TO_LEFT;
    for (List<TableGrid.Square> row : grid.rows()) {
      Strip strip = row(row, style, owner, place, columns, rightToLeft);
      boolean header = row.stream().allMatch(square -> square.cell().header());
      galley.add(List.of(strip.keptWithNext(header)));
    }
    galley.space(style.leading());
  }

  private static List<Length> columns(TableGrid grid, Length measure) {
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
    var columns = new ArrayList<Length>();
    for (int weight : weights) {
      columns.add(measure.times(weight / sum));
    }
    return columns;
  }

  private Strip row(
      List<TableGrid.Square> row,
      TypeStyle style,
      Element table,
      BlockSetter.Place place,
      List<Length> columns,
      boolean rightToLeft) {
    Element owner = table.child(Element.Role.TABLE_ROW);
    var items = new ArrayList<PageItem>();
    Length height = style.leading();
    for (TableGrid.Square square : row) {
      Length before = sum(columns, 0, square.column());
      Length width = sum(columns, square.column(), square.column() + square.width());
      Element told =
          owner.child(
              square.cell().header() ? Element.Role.TABLE_HEADER : Element.Role.TABLE_CELL,
              Element.Marks.spanning(square.width(), square.height()));
      items.add(new PageItem.Place(told));
      Galley galley = cell(square.cell(), style, told, place, width);
      Length x = rightToLeft ? place.measure().minus(before).minus(width) : before;
      items.addAll(stacked(galley, x.plus(PADDING)));
      height = galley.height().exceeds(height) ? galley.height() : height;
    }
    Length padded = height.plus(PADDING);
    items.add(new PageItem.Rule(Length.ZERO, padded.times(-1), new Size(place.measure(), THIN)));
    return new Strip(padded, Length.ZERO, false, items);
  }

  private static Length sum(List<Length> columns, int from, int to) {
    return columns.subList(from, to).stream().reduce(Length.ZERO, Length::plus);
  }

  private Galley cell(
      Block.Cell cell, TypeStyle style, Element owner, BlockSetter.Place place, Length width) {
    TypeStyle set =
        cell.header()
            ? new TypeStyle(
                style.size(), style.leading(), true, style.alignment(), Length.ZERO, Length.ZERO)
            : style;
    var galley = new Galley();
    blocks.set(
        cell.blocks(),
        set,
        place.within(owner).narrowed(place.measure().minus(width).plus(PADDING.times(2))),
        galley);
    return galley;
  }

  /** A galley's items, where they come to stand below the head of one strip. */
  private static List<PageItem> stacked(Galley galley, Length x) {
    var items = new ArrayList<PageItem>();
    Length y = Length.ZERO;
    for (Strip strip : galley.strips()) {
      y = y.minus(strip.spaceBefore());
      for (PageItem item : strip.items()) {
        items.add(item.moved(x, y));
      }
      y = y.minus(strip.height());
    }
    return items;
  }
}
