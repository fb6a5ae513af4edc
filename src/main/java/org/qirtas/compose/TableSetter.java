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
    List<Length> columns = columns(table, place.measure());
    boolean rightToLeft =
        desk.direction(table.flow(), List.of(new Inline.Text(table.text())))
            == Direction.RIGHT_TO_LEFT;
    for (Block.Row row : table.rows()) {
      Strip strip = row(row, style, owner, place, columns, rightToLeft);
      boolean header = row.cells().stream().allMatch(Block.Cell::header);
      galley.add(List.of(strip.keptWithNext(header)));
    }
    galley.space(style.leading());
  }

  private static List<Length> columns(Block.Table table, Length measure) {
    int count =
        table.rows().stream()
            .mapToInt(row -> row.cells().stream().mapToInt(Block.Cell::columns).sum())
            .max()
            .orElse(1);
    var weights = new int[count];
    for (Block.Row row : table.rows()) {
      int column = 0;
      for (Block.Cell cell : row.cells()) {
        int length = Math.min(MOST_WEIGHT, Block.textOf(cell.blocks()).length() + 4);
        for (int i = 0; i < cell.columns() && column < count; i++) {
          weights[column] = Math.max(weights[column], length / cell.columns());
          column++;
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
      Block.Row row,
      TypeStyle style,
      Element table,
      BlockSetter.Place place,
      List<Length> columns,
      boolean rightToLeft) {
    Element owner = table.child(Element.Role.TABLE_ROW);
    var items = new ArrayList<PageItem>();
    Length height = style.leading();
    Length before = Length.ZERO;
    int column = 0;
    for (Block.Cell cell : row.cells()) {
      Length width = Length.ZERO;
      for (int i = 0; i < cell.columns() && column < columns.size(); i++) {
        width = width.plus(columns.get(column++));
      }
      Galley galley = cell(cell, style, owner, place, width);
      Length x = rightToLeft ? place.measure().minus(before).minus(width) : before;
      items.addAll(stacked(galley, x.plus(PADDING)));
      height = galley.height().exceeds(height) ? galley.height() : height;
      before = before.plus(width);
    }
    Length padded = height.plus(PADDING);
    items.add(new PageItem.Rule(Length.ZERO, padded.times(-1), new Size(place.measure(), THIN)));
    return new Strip(padded, Length.ZERO, false, items);
  }

  private Galley cell(
      Block.Cell cell, TypeStyle style, Element row, BlockSetter.Place place, Length width) {
    Element owner =
        row.child(
            cell.header() ? Element.Role.TABLE_HEADER : Element.Role.TABLE_CELL,
            Element.Marks.spanning(cell.columns(), cell.rows()));
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
