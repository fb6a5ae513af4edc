package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;
import org.qirtas.measure.Insets;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;
import org.qirtas.profile.LineNumbers;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Rule;

/** Puts what stands on a page in its place: columns, notes, rules, and the furniture around. */
final class MakeUp {
  /** Notes are set apart by a rule as wide as this part of their column. */
  private static final double NOTE_RULE = 1.0 / 3;

  private final PrintProfile profile;
  private final Baselines grid;
  private final boolean rightToLeft;
  private final FurnitureSetter furniture;
  private final List<PageItem> text = new ArrayList<>();
  private final List<PageItem> notes = new ArrayList<>();
  private final List<PageItem> around = new ArrayList<>();
  private int number;
  private int lines;
  private boolean opens;
  private Insets margins;

  MakeUp(PrintProfile profile, ParagraphSetter paragraphs, Language language, PageNumbers numbers) {
    this.profile = profile;
    this.grid = Baselines.of(profile);
    this.rightToLeft = language.direction() == Direction.RIGHT_TO_LEFT;
    this.furniture = new FurnitureSetter(profile, paragraphs, language, numbers);
    this.margins = profile.page().insets(1, rightToLeft);
  }

  Baselines grid() {
    return grid;
  }

  /** {@return how high strips are, one below the other on the grid} */
  Length height(List<Strip> strips) {
    Length height = Length.ZERO;
    for (int i = 0; i < strips.size(); i++) {
      Length space = i == 0 ? Length.ZERO : strips.get(i).spaceBefore();
      height = grid.whole(height.plus(space)).plus(grid.height(strips.get(i)));
    }
    return height;
  }

  /** Begins a page. */
  void begin(int pageNumber) {
    number = pageNumber;
    margins = profile.page().insets(number, rightToLeft);
    text.clear();
    notes.clear();
    around.clear();
    opens = false;
    if (profile.furniture().lineNumbers().restart() == LineNumbers.Restart.PAGE) {
      lines = 0;
    }
    furniture.begin();
  }

  /** Notes that an article begins here; at the head of the page or further down. */
  void open(Matter.RunningWords running, boolean atHead) {
    furniture.open(running);
    opens |= atHead;
    if (profile.furniture().lineNumbers().restart() == LineNumbers.Restart.ARTICLE) {
      lines = 0;
    }
  }

  private Length head() {
    return profile.trim().height().minus(margins.head());
  }

  /** Puts strips across all columns, so far below the head of the type area. */
  void across(List<Strip> strips, Length top) {
    Length y = top;
    for (int i = 0; i < strips.size(); i++) {
      Length space = i == 0 ? Length.ZERO : strips.get(i).spaceBefore();
      y = grid.whole(y.plus(space));
      put(strips.get(i), margins.left(), y, text);
      y = y.plus(grid.height(strips.get(i)));
    }
  }

  /**
   * Puts strips on the page turned by a quarter, as wide as it is high: their heads at the edge
   * where reading begins, so that what goes on at the next page goes on at the same height.
   */
  void turned(List<Strip> strips) {
    Size area = profile.page().typeArea();
    var upright = new ArrayList<PageItem>();
    Length y = Length.ZERO;
    for (int i = 0; i < strips.size(); i++) {
      Length space = i == 0 ? Length.ZERO : strips.get(i).spaceBefore();
      y = grid.whole(y.plus(space));
      Length top = area.width().minus(y).minus(grid.shift(strips.get(i)));
      strips.get(i).items().forEach(item -> upright.add(item.moved(Length.ZERO, top)));
      y = y.plus(grid.height(strips.get(i)));
    }
    text.add(
        rightToLeft
            ? new PageItem.Turned(margins.left(), head(), true, true, upright)
            : new PageItem.Turned(
                margins.left().plus(area.width()),
                head().minus(area.height()),
                false,
                true,
                upright));
  }

  private void put(Strip strip, Length x, Length top, List<PageItem> target) {
    strip.section().ifPresent(furniture::section);
    Length y = head().minus(top).minus(grid.shift(strip));
    strip.items().forEach(item -> target.add(item.moved(x, y)));
    countLine(strip, y);
  }

  private void countLine(Strip strip, Length y) {
    int every = profile.furniture().lineNumbers().every();
    if (every == 0) {
      return;
    }
    for (PageItem item : strip.items()) {
      if (item instanceof PageItem.Line line && !line.runs().isEmpty()) {
        lines++;
        if (lines % every == 0) {
          around.add(furniture.lineNumber(lines, line.baseline().plus(y), margins, isLeft()));
        }
        return;
      }
    }
  }

  private boolean isLeft() {
    boolean mirrored = profile.page().margins().mirrored();
    return profile.page().binding().isLeftPage(mirrored ? number : 1, rightToLeft);
  }

  /**
   * Puts columns side by side.
   *
   * @param top how far below the head of the type area they begin
   * @param depth how deep they are with their notes, which stand at their foot
   */
  void columns(Columns.Filled filled, Length top, Length depth) {
    Length width = profile.page().columnWidth();
    Length pitch = width.plus(profile.page().columns().gutter());
    int count = profile.page().columns().count();
    for (int i = 0; i < filled.columns().size(); i++) {
      Length x = margins.left().plus(pitch.times(rightToLeft ? count - 1 - i : i));
      Column column = filled.columns().get(i);
      for (Column.Placed placed : column.text()) {
        put(placed.strip(), x, top.plus(placed.top()), text);
      }
      if (!column.notes().isEmpty()) {
        notes(column.notes(), x, top.plus(depth));
      }
    }
    columnRules(filled.columns(), count, pitch, top);
  }

  /** Each between two columns, as far down as the text of the longer one goes. */
  private void columnRules(List<Column> columns, int count, Length pitch, Length top) {
    Rule rule = profile.rules().column();
    if (!rule.isDrawn()) {
      return;
    }
    Length half = profile.page().columns().gutter().plus(rule.thickness()).times(0.5);
    for (int i = 1; i < count; i++) {
      int after = rightToLeft ? count - i : i;
      Length before = after > columns.size() ? Length.ZERO : columns.get(after - 1).depth();
      Length next = after < columns.size() ? columns.get(after).depth() : Length.ZERO;
      Length depth = next.exceeds(before) ? next : before;
      if (!depth.exceeds(Length.ZERO)) {
        continue;
      }
      Length x = margins.left().plus(pitch.times(i)).minus(half);
      around.add(drawn(rule, x, head().minus(top).minus(depth), new Size(rule.thickness(), depth)));
    }
  }

  private PageItem.Rule drawn(Rule rule, Length x, Length y, Size extent) {
    return new PageItem.Rule(x, y, extent, profile.palette().of(rule.colour()));
  }

  private void notes(List<Strip> strips, Length x, Length foot) {
    Length y = head().minus(foot).plus(Strip.height(strips));
    Rule rule = profile.rules().note();
    if (rule.isDrawn()) {
      Length width = profile.page().columnWidth().times(NOTE_RULE);
      Length start = rightToLeft ? profile.page().columnWidth().minus(width) : Length.ZERO;
      Length above = y.plus(profile.notes().space().times(0.5));
      around.add(drawn(rule, x.plus(start), above, new Size(width, rule.thickness())));
    }
    for (int i = 0; i < strips.size(); i++) {
      Strip strip = strips.get(i);
      Length top = i == 0 ? y : y.minus(strip.spaceBefore());
      strip.items().forEach(item -> notes.add(item.moved(x, top)));
      y = top.minus(strip.height());
    }
  }

  /**
   * Ends the page.
   *
   * @param lone whether the document has no other
   */
  Page end(boolean lone) {
    var items = new ArrayList<>(text);
    items.addAll(notes);
    items.addAll(around);
    String label = furniture.label(number);
    boolean blank = items.isEmpty() && !lone;
    if (!blank) {
      items.addAll(
          furniture.around(new FurnitureSetter.Spread(number, margins, isLeft(), opens, lone)));
    }
    return new Page(number, label, profile.trim(), profile.page().bleed(), items);
  }
}
