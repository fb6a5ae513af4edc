package org.qirtas.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;

/**
 * Fills one column with what comes next: text from the head down, at its foot the notes whose marks
 * are in it.
 *
 * <p>Greedy with a look back: strips are placed as long as they find room; then the column ends at
 * the last place where it may, which leaves no single line of a paragraph, and no heading, at its
 * foot. Only where there is no such place in the whole column, a rule is broken, and it is told.
 */
final class ColumnFiller {
  /** So many lines are left white rather than a column ended where it is unwelcome. */
  private static final int WHITE_LINES = 3;

  private final Baselines grid;
  private final Length noteSpace;
  private final Length white;

  ColumnFiller(PrintProfile profile) {
    this.grid = Baselines.of(profile);
    this.noteSpace = profile.notes().space();
    this.white = profile.styles().body().leading().times(WHITE_LINES);
  }

  /**
   * Fills a column.
   *
   * @param matter what there is
   * @param from the first piece of it that is wanted
   * @param end the first that is not
   * @param carried what is left from the columns before
   * @param room how much of it there is
   */
  Column fill(
      List<Matter> matter, int from, int end, Column.Carried carried, OpenColumn.Room room) {
    return new Filling(matter, end, new OpenColumn(grid, noteSpace, room, carried), from).fill();
  }

  /** One column's. */
  private final class Filling {
    private final List<Matter> matter;
    private final int end;
    private final OpenColumn column;
    private int next;
    private OpenColumn.@Nullable Mark last;
    private OpenColumn.@Nullable Mark welcome;

    Filling(List<Matter> matter, int end, OpenColumn column, int from) {
      this.matter = matter;
      this.end = end;
      this.column = column;
      this.next = from;
    }

    Column fill() {
      column.takeCarriedNotes(next < end);
      if (!takeDeferred()) {
        return column.end(next, List.of());
      }
      while (next < end) {
        if (!take(matter.get(next))) {
          return lookBack();
        }
        if (last != null && last.end() == next && last.splitsNote()) {
          // What is left of the column is for the note.
          return lookBack();
        }
      }
      // Nothing follows that an insert could move beyond.
      takeDeferred();
      return column.end(next, List.of());
    }

    /** Places what was carried here; false where the column is full. */
    private boolean takeDeferred() {
      while (!column.deferred().isEmpty()) {
        Matter.Insert insert = column.deferred().getFirst();
        if (!column.admits(insert.strips()) && !column.mayForce()) {
          return false;
        }
        column.place(insert);
        column.deferred().removeFirst();
        last = null;
        welcome = null;
        mark(Parting.FREE);
      }
      return true;
    }

    private boolean take(Matter piece) {
      return switch (piece) {
        case Strip strip -> take(strip);
        case Matter.Insert insert -> take(insert);
        case Matter.Opening _ ->
            throw new IllegalArgumentException("the head of an article is in no column");
      };
    }

    private boolean take(Strip strip) {
      if (!column.admits(strip)) {
        return false;
      }
      column.place(strip);
      next++;
      mark(strip.below());
      return true;
    }

    private boolean take(Matter.Insert insert) {
      next++;
      boolean free = column.deferred().isEmpty() && !column.hasWaitingNotes();
      if (!insert.leavesColumn() && free && column.admits(insert.strips())) {
        column.place(insert);
        mark(Parting.FREE);
      } else {
        column.defer(insert);
      }
      return true;
    }

    private void mark(Parting parting) {
      if (parting != Parting.FORBIDDEN) {
        last = column.mark(next, parting);
        if (parting == Parting.FREE && !last.splitsNote()) {
          welcome = last;
        }
      }
    }

    private Column lookBack() {
      OpenColumn.Mark good = last;
      if (good != null && welcome != null && !welcome.white().exceeds(white)) {
        good = welcome;
      }
      if (good != null) {
        column.backTo(good);
        return column.end(good.end(), List.of());
      }
      return parted();
    }

    /** No place is good to end at: as much as finds room stands here, and it is told. */
    private Column parted() {
      if (column.mayForce()) {
        Strip strip = matter.get(next).strips().getFirst();
        column.place(strip);
        next++;
        if (strip.below() != Parting.FORBIDDEN) {
          return column.end(next, List.of());
        }
      }
      boolean parts = column.hasText() && next < end;
      return column.end(next, parts ? words(next - 1) : List.of());
    }

    private List<String> words(int at) {
      return List.of(matter.get(Math.max(0, at)).strips().getLast().words());
    }
  }
}
