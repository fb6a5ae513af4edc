package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.profile.Openers;
import org.qirtas.profile.PrintProfile;

/**
 * Makes matter up into pages, and hands each page on as soon as nothing can move it.
 *
 * <p>A page is a stack: heads of articles across all columns, and the columns below them. Only so
 * much matter waits here as a page can hold.
 */
final class PageMaker {
  /** Below the head of an article there is room for so many lines at least. */
  private static final int LINES_BELOW_OPENING = 3;

  private final PrintProfile profile;
  private final Consumer<Page> pages;
  private final Consumer<Notice> notices;
  private final PageNumbers numbers;
  private final MakeUp makeUp;
  private final Columns columns;
  private final Length depth;
  private final List<Matter> waiting = new ArrayList<>();
  private Length waitingHeight = Length.ZERO;
  private Length trailing = Length.ZERO;
  private Column.Carried carried = Column.Carried.NOTHING;
  private final List<Matter.Insert> across = new ArrayList<>();
  private boolean finished;
  private int number;

  PageMaker(
      PrintProfile profile,
      ParagraphSetter paragraphs,
      Language language,
      PageNumbers numbers,
      Consumer<Page> pages) {
    this.profile = profile;
    this.pages = pages;
    this.notices = paragraphs::note;
    this.numbers = numbers;
    this.number = numbers.first();
    this.makeUp = new MakeUp(profile, paragraphs, language, numbers);
    this.columns = new Columns(profile);
    this.depth = profile.page().typeArea().height();
  }

  /**
   * Adds what comes next; pages that it fills are handed on.
   *
   * @param noteMarks the notes of the article that it is of
   */
  void add(Galley galley, NoteMarks noteMarks) {
    boolean first = true;
    for (Matter piece : galley.matter()) {
      Matter next = noteMarks.resolve(piece);
      if (first && next instanceof Strip strip && trailing.exceeds(strip.spaceBefore())) {
        next = strip.after(trailing.minus(strip.spaceBefore()));
      }
      first = false;
      waiting.addAll(isTooHigh(next) ? next.strips() : List.of(next));
      waitingHeight = waitingHeight.plus(heightInColumns(next));
    }
    trailing = galley.trailing();
    Length page = depth.times(profile.page().columns().count() + 1);
    while (waitingHeight.exceeds(page)) {
      makePage();
    }
  }

  /** An insert that no column holds is no insert: it flows as text does. */
  private boolean isTooHigh(Matter piece) {
    return piece instanceof Matter.Insert insert
        && insert.stand() != Matter.Stand.TURNED
        && makeUp.height(insert.strips()).exceeds(depth);
  }

  private static Stream<Strip> notes(Strip strip) {
    return strip.notes().stream().flatMap(note -> note.strips().stream());
  }

  private static Length heightInColumns(Matter piece) {
    boolean across = piece instanceof Matter.Insert insert && insert.leavesColumn();
    return across ? Length.ZERO : Strip.height(piece.strips());
  }

  /** {@return the number of the page that is made next} */
  int next() {
    return number;
  }

  /** Makes the last pages. */
  void finish() {
    finished = true;
    do {
      makePage();
    } while (isMore());
  }

  private boolean isMore() {
    return !waiting.isEmpty() || !carried.isEmpty() || !across.isEmpty();
  }

  /** What has been put on the page that is being made. */
  private final class Open {
    private Length used = Length.ZERO;
    private int next;

    boolean isAtHead() {
      return used.equals(Length.ZERO);
    }

    Length left() {
      return depth.minus(used);
    }
  }

  private void makePage() {
    var open = new Open();
    makeUp.begin(number);
    boolean parity = open.next < waiting.size() && mustSkipPage(waiting.getFirst());
    if (!parity) {
      takeAcross(open);
      boolean room = true;
      while (room && (open.next < waiting.size() || !carried.isEmpty())) {
        room = take(open);
      }
      takeAcross(open);
    }
    discard(open.next);
    boolean lone = numbers.whole() && number == 1 && finished && !isMore();
    pages.accept(makeUp.end(lone));
    number++;
  }

  /** An article that begins on odd pages leaves an even one blank. */
  private boolean mustSkipPage(Matter first) {
    return first instanceof Matter.Opening opening
        && opening.start() == Openers.Start.RECTO
        && number % 2 == 0
        && carried.isEmpty()
        && across.isEmpty();
  }

  /** What is as wide as all columns stands at the head of a page, or below its last columns. */
  private void takeAcross(Open open) {
    while (!across.isEmpty()) {
      List<Strip> strips = across.getFirst().strips();
      boolean turned = across.getFirst().stand() == Matter.Stand.TURNED;
      List<Strip> noted = strips.stream().flatMap(PageMaker::notes).toList();
      if ((turned || !noted.isEmpty()) && !open.isAtHead()) {
        return;
      }
      if (turned) {
        makeUp.turned(strips);
        across.removeFirst();
        open.used = depth;
        return;
      }
      // They stand at the foot of the columns below.
      carried =
          new Column.Carried(
              Stream.concat(carried.notes().stream(), noted.stream()).toList(), carried.inserts());
      Length space = open.isAtHead() ? Length.ZERO : strips.getFirst().spaceBefore();
      Length height = makeUp.grid().whole(space.plus(makeUp.height(strips)));
      if (height.exceeds(open.left()) && !open.isAtHead()) {
        return;
      }
      makeUp.across(strips, open.used.plus(space));
      open.used =
          makeUp.grid().whole(open.used.plus(height).plus(across.removeFirst().spaceAfter()));
      if (open.used.exceeds(depth)) {
        return;
      }
    }
  }

  /** Puts the next thing on the page; false where the page is full. */
  private boolean take(Open open) {
    if (carried.isEmpty()
        && open.next < waiting.size()
        && waiting.get(open.next) instanceof Matter.Opening opening) {
      return take(opening, open);
    }
    int end = zoneEnd(open.next);
    boolean last = end < waiting.size() || finished;
    Columns.Filled filled =
        columns.fill(waiting, open.next, end, carried, open.left(), last, open.isAtHead());
    if (filled.isEmpty() && !open.isAtHead()) {
      return false;
    }
    filled.columns().forEach(this::tell);
    boolean more = filled.ended() && end < waiting.size() && runsOn(end, open, filled);
    makeUp.columns(filled, open.used, more ? filled.depth() : open.left());
    carried = filled.carried();
    filled.columns().forEach(column -> across.addAll(column.across()));
    open.next = filled.end();
    open.used = makeUp.grid().whole(open.used.plus(filled.depth()));
    return more;
  }

  private void tell(Column column) {
    column.kept().forEach(words -> notices.accept(Notice.about("compose.kept-parted", words)));
  }

  private int zoneEnd(int from) {
    int end = from;
    while (end < waiting.size() && !(waiting.get(end) instanceof Matter.Opening)) {
      end++;
    }
    return end;
  }

  /** Whether the head of the article at a place finds room below these columns. */
  private boolean runsOn(int at, Open open, Columns.Filled filled) {
    return waiting.get(at) instanceof Matter.Opening opening
        && opening.start() == Openers.Start.RUN_ON
        && !filled.hasNotes()
        && finds(opening, open.left().minus(filled.depth()));
  }

  private boolean finds(Matter.Opening opening, Length room) {
    Length below = profile.styles().body().leading().times(LINES_BELOW_OPENING);
    Length space =
        opening.strips().isEmpty() ? Length.ZERO : opening.strips().getFirst().spaceBefore();
    return !space.plus(makeUp.height(opening.strips())).plus(below).exceeds(room);
  }

  private boolean take(Matter.Opening opening, Open open) {
    boolean fits = finds(opening, open.left());
    if (!open.isAtHead() && (opening.start() != Openers.Start.RUN_ON || !fits)) {
      return false;
    }
    makeUp.open(opening.running(), open.isAtHead());
    if (!fits) {
      return part(opening, open);
    }
    Length sink = open.isAtHead() ? opening.sink() : Length.ZERO;
    Length space =
        open.isAtHead() || opening.strips().isEmpty()
            ? Length.ZERO
            : opening.strips().getFirst().spaceBefore();
    Length top = makeUp.grid().whole(open.used.plus(sink).plus(space));
    makeUp.across(opening.strips(), top);
    open.used = makeUp.grid().whole(top.plus(makeUp.height(opening.strips())));
    open.next++;
    return true;
  }

  /** The head of an article that is higher than a page goes on over pages. */
  private boolean part(Matter.Opening opening, Open open) {
    List<Strip> strips = opening.strips();
    int count = strips.size();
    while (count > 1 && makeUp.height(strips.subList(0, count)).exceeds(open.left())) {
      count--;
    }
    makeUp.across(strips.subList(0, count), open.used);
    open.used = makeUp.grid().whole(makeUp.height(strips.subList(0, count)));
    if (count == strips.size()) {
      open.next++;
    } else {
      notices.accept(Notice.about("compose.kept-parted", strips.get(count - 1).words()));
      List<Strip> rest = strips.subList(count, strips.size());
      waitingHeight = waitingHeight.minus(Strip.height(strips)).plus(Strip.height(rest));
      waiting.set(
          open.next,
          new Matter.Opening(rest, Openers.Start.RUN_ON, opening.running(), Length.ZERO));
    }
    return false;
  }

  private void discard(int count) {
    for (Matter piece : waiting.subList(0, count)) {
      waitingHeight = waitingHeight.minus(heightInColumns(piece));
    }
    waiting.subList(0, count).clear();
  }
}
