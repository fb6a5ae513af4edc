package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.measure.Length;

/** A column that is being filled. It can be taken back to any state that was marked. */
final class OpenColumn {
  /** Notes that go on from before leave so much of a column to text, if text is waiting. */
  private static final double SHARE_OF_CARRIED_NOTES = 0.5;

  private final Baselines grid;
  private final Length noteSpace;
  private final Room room;

  private final List<Column.Placed> text = new ArrayList<>();
  private final List<Strip> notes = new ArrayList<>();
  private final List<Matter.Insert> deferred;
  private final List<Matter.Insert> across = new ArrayList<>();
  private List<Strip> waiting;
  private Length used = Length.ZERO;
  private Length pending = Length.ZERO;
  private boolean flowing;
  private boolean split;

  /**
   * How much room a column has.
   *
   * @param depth how deep it is, with its notes
   * @param limit how deep its text may reach
   * @param forced whether it must take something, though it may be too high for it
   */
  record Room(Length depth, Length limit, boolean forced) {}

  /** A column with nothing in it. */
  OpenColumn(Baselines grid, Length noteSpace, Room room, Column.Carried carried) {
    this.grid = grid;
    this.noteSpace = noteSpace;
    this.room = room;
    this.waiting = carried.notes();
    this.deferred = new ArrayList<>(carried.inserts());
  }

  /**
   * How far a column had come.
   *
   * @param end the next piece of matter
   * @param white how much was free
   * @param splitsNote whether a note that is marked in the text here goes on in the next column
   */
  record Mark(
      int end,
      Parting parting,
      int text,
      int notes,
      List<Strip> waiting,
      int deferred,
      int across,
      Length used,
      Length white,
      boolean splitsNote) {}

  Mark mark(int end, Parting parting) {
    return new Mark(
        end,
        parting,
        text.size(),
        notes.size(),
        waiting,
        deferred.size(),
        across.size(),
        used,
        room.depth().minus(used).minus(noteRoom(notes)),
        split);
  }

  void backTo(Mark mark) {
    cut(text, mark.text());
    cut(notes, mark.notes());
    cut(deferred, mark.deferred());
    cut(across, mark.across());
    waiting = mark.waiting();
    used = mark.used();
    split = mark.splitsNote();
  }

  private static void cut(List<?> list, int size) {
    list.subList(size, list.size()).clear();
  }

  boolean isEmpty() {
    return text.isEmpty() && notes.isEmpty();
  }

  /** Whether what comes next must stand here, however high it is. */
  boolean mayForce() {
    return room.forced() && isEmpty();
  }

  boolean hasText() {
    return !text.isEmpty();
  }

  /** {@return whether notes are waiting for the next column already} */
  boolean hasWaitingNotes() {
    return !waiting.isEmpty();
  }

  List<Matter.Insert> deferred() {
    return deferred;
  }

  void defer(Matter.Insert insert) {
    (insert.leavesColumn() ? across : deferred).add(insert);
  }

  /** Puts notes that go on from the column before at the foot. */
  void takeCarriedNotes(boolean textWaits) {
    if (!waiting.isEmpty()) {
      takeWaiting(textWaits ? room.depth().times(SHARE_OF_CARRIED_NOTES) : room.depth());
    }
  }

  private void takeWaiting(Length free) {
    List<Strip> rest = waiting;
    int taken = fitting(rest, free);
    notes.addAll(rest.subList(0, taken));
    waiting = List.copyOf(rest.subList(taken, rest.size()));
  }

  /** How many note strips find room together with those already there, and may be parted there. */
  private int fitting(List<Strip> more, Length free) {
    var tried = new ArrayList<>(notes);
    int good = 0;
    for (int i = 0; i < more.size(); i++) {
      tried.add(more.get(i));
      if (noteRoom(tried).exceeds(free)) {
        break;
      }
      boolean last = i == more.size() - 1;
      good = last || more.get(i).below() != Parting.FORBIDDEN ? i + 1 : good;
      if (!last && good == 0 && isEmpty() && tried.size() > 1) {
        // Nothing else is here to make room: a rule of parting gives way.
        good = i + 1;
      }
    }
    return good == 0 && isEmpty() && !more.isEmpty() ? 1 : good;
  }

  private Length noteRoom(List<Strip> strips) {
    return strips.isEmpty() ? Length.ZERO : noteSpace.plus(Strip.height(strips));
  }

  /** {@return where the strip would begin} */
  private Length head(Strip strip) {
    Length space = strip.spaceBefore().exceeds(pending) ? strip.spaceBefore() : pending;
    return text.isEmpty() ? Length.ZERO : grid.whole(used.plus(space));
  }

  private List<Strip> withRepeated(Strip strip) {
    if (flowing || strip.repeated().isEmpty()) {
      return List.of(strip);
    }
    var all = new ArrayList<>(strip.repeated());
    all.add(strip);
    return grid.whole(Strip.height(all)).exceeds(room.depth()) ? List.of(strip) : all;
  }

  private Length foot(List<Strip> strips) {
    Length foot = head(strips.getFirst());
    for (int i = 0; i < strips.size(); i++) {
      Length space = i == 0 ? Length.ZERO : strips.get(i).spaceBefore();
      foot = grid.whole(foot.plus(space)).plus(grid.height(strips.get(i)));
    }
    return foot;
  }

  /** How a strip's notes fit. */
  private enum Fit {
    WHOLE,
    SPLIT,
    NOT
  }

  private Fit fit(List<Strip> strips) {
    Length foot = foot(strips);
    if (foot.exceeds(room.limit())) {
      return Fit.NOT;
    }
    var wanted = new ArrayList<>(notes);
    List<Strip.Note> marked = strips.stream().flatMap(strip -> strip.notes().stream()).toList();
    if (!marked.isEmpty() && !waiting.isEmpty()) {
      return Fit.NOT;
    }
    marked.forEach(note -> wanted.addAll(note.strips()));
    if (!foot.plus(noteRoom(wanted)).exceeds(room.depth())) {
      return Fit.WHOLE;
    }
    if (marked.isEmpty()) {
      return Fit.NOT;
    }
    List<Strip> last = marked.getLast().strips();
    int least = least(last);
    cut(wanted, wanted.size() - last.size() + least);
    return least < last.size() && !foot.plus(noteRoom(wanted)).exceeds(room.depth())
        ? Fit.SPLIT
        : Fit.NOT;
  }

  /** How many strips of a note must begin it at least. */
  private static int least(List<Strip> note) {
    for (int i = 0; i < note.size(); i++) {
      if (note.get(i).below() != Parting.FORBIDDEN) {
        return i + 1;
      }
    }
    return note.size();
  }

  /** {@return whether strips that stay together find room here, with their notes} */
  boolean admits(List<Strip> strips) {
    return fit(strips) != Fit.NOT;
  }

  boolean admits(Strip strip) {
    return admits(withRepeated(strip));
  }

  /** Places a strip of the flow of text. */
  void place(Strip strip) {
    List<Strip> all = withRepeated(strip);
    flowing = true;
    place(all);
  }

  void place(Matter.Insert insert) {
    place(insert.strips());
    pending = insert.spaceAfter();
  }

  private void place(List<Strip> strips) {
    Fit fit = fit(strips);
    var marked = new ArrayList<Strip>();
    for (Strip strip : strips) {
      Length top = head(strip);
      text.add(new Column.Placed(strip, top));
      used = top.plus(grid.height(strip));
      pending = Length.ZERO;
      strip.notes().forEach(note -> marked.addAll(note.strips()));
    }
    if (fit == Fit.WHOLE) {
      notes.addAll(marked);
    } else {
      // As much of them as there is room for is set when the column is full.
      var all = new ArrayList<>(waiting);
      all.addAll(marked);
      waiting = List.copyOf(all);
      split = true;
    }
  }

  /** Ends it: what notes are waiting take the room that is left. */
  Column end(int next, List<String> kept) {
    if (!waiting.isEmpty()) {
      takeWaiting(room.depth().minus(used));
    }
    return new Column(
        List.copyOf(text),
        List.copyOf(notes),
        next,
        new Column.Carried(waiting, deferred),
        List.copyOf(across),
        used,
        kept);
  }
}
