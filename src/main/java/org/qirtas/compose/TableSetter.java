package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Inline;
import org.qirtas.measure.Length;
import org.qirtas.profile.Notes;
import org.qirtas.profile.PageLayout;
import org.qirtas.profile.TypeStyle;

/**
 * Sets a table: columns as wide as their words ask for, the first at the side where reading begins.
 *
 * <p>One whose words find no room is set in smaller type, as long as that can be read; then across
 * all columns of the page; then, where the page has but one, turned upon a page of its own; and if
 * it is too wide for that too, its columns are set group by group below each other, the first one
 * once more before each. All of this is told.
 */
final class TableSetter {
  /** Between two groups of columns, as a part of the leading. */
  private static final double BETWEEN_GROUPS = 0.75;

  /** A row that all groups have been set of goes on within so many pages. */
  private static final int PAGES_A_BAND = 6;

  private final Desk desk;
  private final BlockSetter blocks;
  private final Baselines grid;

  TableSetter(Desk desk, BlockSetter blocks) {
    this.desk = desk;
    this.blocks = blocks;
    this.grid = Baselines.of(desk.profile());
  }

  void set(Block.Table table, BlockSetter.Place place, Galley galley) {
    new Setting(table, place, galley).set();
  }

  /** One table. */
  private final class Setting {
    private final Block.Table table;
    private final BlockSetter.Place place;
    private final Galley galley;
    private final TypeStyle style = desk.styles().cell();
    private final PageLayout page = desk.profile().page();
    private final Element owner;
    private final TableGrid cells;
    private final ColumnWidths.Wishes wishes;
    private final List<Element> rows;
    private final boolean rightToLeft;

    Setting(Block.Table table, BlockSetter.Place place, Galley galley) {
      this.table = table;
      this.place = place;
      this.galley = galley;
      this.owner = BlockSetter.child(place, Element.Role.TABLE, table.flow());
      this.cells = TableGrid.of(table);
      this.wishes = ColumnWidths.Wishes.of(desk, cells);
      this.rows =
          Stream.generate(() -> owner.child(Element.Role.TABLE_ROW))
              .limit(cells.rows().size())
              .toList();
      this.rightToLeft =
          desk.direction(table.flow(), List.of(new Inline.Text(table.text())))
              == Direction.RIGHT_TO_LEFT;
    }

    void set() {
      ColumnWidths own = wishes.within(place.measure());
      boolean movable = place.isBody();
      boolean several = page.columns().count() > 1;
      Length whole = page.typeArea().width();
      Length high = page.typeArea().height();
      if (own.fits()) {
        tell(own.shrinks() ? "compose.table-shrunk" : "");
        inColumn(List.of(all()), place.measure());
      } else if (movable && several) {
        boolean fits = wishes.within(whole).fits();
        tell(fits ? "compose.table-across" : "compose.table-parted");
        inserts(fits ? List.of(all()) : wishes.groups(whole), Matter.Stand.ACROSS, whole, high);
      } else if (movable
          && wishes.within(high).fits()
          && inserts(List.of(all()), Matter.Stand.TURNED, high, whole)) {
        tell("compose.table-turned");
      } else {
        List<ColumnWidths.Span> groups = wishes.groups(place.measure());
        tell(groups.size() > 1 ? "compose.table-parted" : "compose.table-shrunk");
        inColumn(groups, place.measure());
      }
    }

    private ColumnWidths.Span all() {
      return new ColumnWidths.Span(0, cells.columns(), false);
    }

    private void tell(String code) {
      if (!code.isEmpty()) {
        desk.paragraphs().note(Notice.about(code, table.text()));
      }
    }

    private List<Strip> caption(Length measure) {
      return table.caption().isEmpty()
          ? List.of()
          : desk.paragraph(
              table.caption(),
              table.flow(),
              desk.styles().caption(),
              owner.child(Element.Role.CAPTION),
              measure);
    }

    private List<TableRows> parts(List<ColumnWidths.Span> groups, Length measure, Length depth) {
      var parts = new ArrayList<TableRows>();
      for (ColumnWidths.Span group : groups) {
        ColumnWidths widths = wishes.within(measure, group);
        var frame =
            new TableRows.Frame(
                new BlockSetter.Place(owner, measure, place.depth()),
                rows,
                widths.edges(),
                rightToLeft,
                style.shrunk(widths.factor()),
                depth);
        boolean whole = groups.size() == 1;
        TableGrid part = whole ? cells : cells.part(group.from(), group.to(), group.named());
        parts.add(new TableRows(desk, blocks, part, frame));
      }
      return parts;
    }

    /** In the flow of text, where page ends part it. */
    private void inColumn(List<ColumnWidths.Span> groups, Length measure) {
      galley.space(style.leading().times(0.5));
      List<Strip> caption = caption(measure);
      galley.addKeptWithNext(caption);
      if (!caption.isEmpty()) {
        galley.space(desk.styles().caption().spaceBefore());
      }
      List<TableRows> parts = parts(groups, measure, page.typeArea().height());
      banded(parts, galley);
      galley.space(style.leading());
    }

    /**
     * Group by group; of a table of many rows a few at a time, so that all of a row stand near each
     * other.
     */
    private void banded(List<TableRows> parts, Galley target) {
      int from = cells.heads();
      boolean first = true;
      do {
        int to = parts.size() == 1 ? cells.rows().size() : bandEnd(parts, from);
        for (TableRows part : parts) {
          target.space(part == parts.getFirst() && first ? Length.ZERO : gap());
          List<Strip> head = part.head();
          List<Strip> again = head.stream().map(TableRows::furniture).toList();
          target.add(first ? head : again);
          part.set(from, to).forEach(strip -> target.add(strip.headed(again)));
        }
        first = false;
        from = to;
      } while (from < cells.rows().size());
    }

    private Length gap() {
      return style.leading().times(BETWEEN_GROUPS);
    }

    /** As many rows as fill the pages that are good for a band, as the first group has them. */
    private int bandEnd(List<TableRows> parts, int from) {
      Length room =
          page.typeArea().height().times(Math.min(1.0, (double) PAGES_A_BAND / parts.size()));
      Length used = Strip.height(parts.getFirst().head());
      int to = from;
      while (to < cells.rows().size()) {
        int end = cells.groupEnd(to);
        used = used.plus(Strip.height(parts.getFirst().set(to, end)));
        if (used.exceeds(room) && to > from) {
          return to;
        }
        to = end;
      }
      return to;
    }

    /** Apart from the flow of text, a page of it at a time; false where that would part notes. */
    private boolean inserts(
        List<ColumnWidths.Span> groups, Matter.Stand stand, Length measure, Length depth) {
      var set = new Galley();
      List<Strip> caption = caption(measure);
      set.addKeptWithNext(caption);
      if (!caption.isEmpty()) {
        set.space(desk.styles().caption().spaceBefore());
      }
      banded(parts(groups, measure, depth), set);
      List<Strip> strips = set.strips();
      if (stand == Matter.Stand.TURNED
          && desk.profile().notes().place() == Notes.Place.FOOT
          && strips.stream().anyMatch(strip -> !NoteMarks.namesIn(strip).isEmpty())) {
        return false;
      }
      galley.space(style.leading().times(0.5));
      for (List<Strip> piece : pieces(strips, depth)) {
        galley.add(new Matter.Insert(piece, stand, style.leading()));
      }
      return true;
    }

    /** Each with the table's head, and no higher than a page. */
    private List<List<Strip>> pieces(List<Strip> strips, Length depth) {
      var pieces = new ArrayList<List<Strip>>();
      int from = 0;
      while (from < strips.size()) {
        var piece = new ArrayList<>(from == 0 ? List.of() : strips.get(from).repeated());
        int good = from;
        int to = from;
        Length height = grid.whole(Strip.height(piece));
        while (to < strips.size()) {
          Strip next = strips.get(to);
          Length space = piece.isEmpty() && to == from ? Length.ZERO : next.spaceBefore();
          height = grid.whole(height.plus(space)).plus(grid.height(next));
          if (height.exceeds(depth) && to > from) {
            break;
          }
          to++;
          good = next.below() == Parting.FORBIDDEN ? good : to;
        }
        int end = to == strips.size() || good == from ? to : good;
        piece.addAll(strips.subList(from, end));
        pieces.add(List.copyOf(piece));
        from = end;
      }
      return pieces;
    }
  }
}
