package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;

/** Fills the columns of a page that stand side by side, and makes the last ones equally deep. */
final class Columns {
  private final PrintProfile profile;
  private final ColumnFiller filler;
  private final Length step;

  Columns(PrintProfile profile) {
    this.profile = profile;
    this.filler = new ColumnFiller(profile);
    Baselines grid = Baselines.of(profile);
    this.step = grid.inUse() ? grid.step() : profile.styles().body().leading().times(0.5);
  }

  /**
   * Columns side by side.
   *
   * @param ended whether all matter that was to go into them is there
   */
  record Filled(List<Column> columns, boolean ended) {
    Filled {
      columns = List.copyOf(columns);
    }

    /** {@return the first piece of matter that is not in them} */
    int end() {
      return columns.getLast().end();
    }

    Column.Carried carried() {
      return columns.getLast().carried();
    }

    /** {@return where the text of the deepest one ends} */
    Length depth() {
      return columns.stream().map(Column::depth).max(Length::compareTo).orElse(Length.ZERO);
    }

    boolean isEmpty() {
      return columns.stream().allMatch(c -> c.text().isEmpty() && c.notes().isEmpty());
    }

    boolean hasNotes() {
      return columns.stream().anyMatch(column -> !column.notes().isEmpty());
    }
  }

  /**
   * Fills columns.
   *
   * @param matter what there is
   * @param from the first piece of it that is wanted
   * @param end the first that is not
   * @param carried what is left from the columns before
   * @param depth how deep they are
   * @param last whether nothing more comes after the end: their text is to end at one height
   * @param head whether they begin at the head of the page: there is no better place for anything
   */
  Filled fill(
      List<Matter> matter,
      int from,
      int end,
      Column.Carried carried,
      Length depth,
      boolean last,
      boolean head) {
    Filled filled = fill(matter, from, end, carried, new OpenColumn.Room(depth, depth, head));
    boolean several = profile.page().columns().count() > 1;
    boolean balanced = last && filled.ended() && profile.page().columns().balanced();
    return several && balanced ? balanced(matter, from, end, carried, depth, filled) : filled;
  }

  private Filled fill(
      List<Matter> matter, int from, int end, Column.Carried carried, OpenColumn.Room room) {
    var columns = new ArrayList<Column>();
    Column.Carried rest = carried;
    int next = from;
    boolean ended = false;
    while (!ended && columns.size() < profile.page().columns().count()) {
      Column column = filler.fill(matter, next, end, rest, room);
      columns.add(column);
      rest = column.carried();
      next = column.end();
      ended = next == end && rest.isEmpty();
    }
    return new Filled(columns, ended);
  }

  /** The least depth that holds everything: searched from what it would be without any rules. */
  private Filled balanced(
      List<Matter> matter,
      int from,
      int end,
      Column.Carried carried,
      Length depth,
      Filled unbalanced) {
    Length sum = Length.ZERO;
    for (Column column : unbalanced.columns()) {
      sum = sum.plus(column.depth());
    }
    long steps =
        sum.times(1.0 / profile.page().columns().count()).scaledPoints() / step.scaledPoints();
    boolean parts = unbalanced.columns().stream().anyMatch(column -> !column.kept().isEmpty());
    for (Length limit = step.times((double) Math.max(1, steps));
        unbalanced.depth().exceeds(limit);
        limit = limit.plus(step)) {
      Filled tried = fill(matter, from, end, carried, new OpenColumn.Room(depth, limit, false));
      boolean keepsRules =
          parts || tried.columns().stream().allMatch(column -> column.kept().isEmpty());
      if (tried.ended() && keepsRules && !strands(tried) && !tried.depth().exceeds(limit)) {
        return tried;
      }
    }
    return unbalanced;
  }

  /**
   * Whether a column has but one line, with more to follow in the next: where a paragraph may end a
   * column, it is not said how much of it the column before had.
   */
  private static boolean strands(Filled filled) {
    for (int i = 0; i + 1 < filled.columns().size(); i++) {
      List<Column.Placed> text = filled.columns().get(i).text();
      boolean more = !filled.columns().get(i + 1).text().isEmpty();
      if (more && text.size() == 1 && text.getFirst().strip().hasLines()) {
        return true;
      }
    }
    return false;
  }
}
