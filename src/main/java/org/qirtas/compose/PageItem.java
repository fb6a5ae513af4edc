package org.qirtas.compose;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Direction;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;
import org.qirtas.profile.Colour;

/** Something that stands on a page. */
public sealed interface PageItem {
  /**
   * {@return the same, elsewhere}
   *
   * @param right how far to the right
   * @param up how far upwards
   */
  PageItem moved(Length right, Length up);

  /**
   * A line of type.
   *
   * @param baseline its height above the page's foot
   * @param direction the direction of its paragraph
   * @param measure the width that it was set to
   * @param runs its runs, in visual order
   * @param why why it ends where it ends; null where nothing was weighed
   * @param colour what it is printed in
   */
  record Line(
      Length baseline,
      Direction direction,
      Length measure,
      List<PlacedRun> runs,
      @Nullable Explanation why,
      Colour colour)
      implements PageItem {
    /**
     * A line in black.
     *
     * @param baseline its height above the page's foot
     * @param direction the direction of its paragraph
     * @param measure the width that it was set to
     * @param runs its runs, in visual order
     * @param why why it ends where it ends; null where nothing was weighed
     */
    public Line(
        Length baseline,
        Direction direction,
        Length measure,
        List<PlacedRun> runs,
        @Nullable Explanation why) {
      this(baseline, direction, measure, runs, why, Colour.BLACK);
    }

    /** Takes a copy of the runs. */
    public Line {
      runs = List.copyOf(runs);
    }

    @Override
    public Line moved(Length right, Length up) {
      return new Line(
          baseline.plus(up),
          direction,
          measure,
          runs.stream().map(run -> run.moved(right)).toList(),
          why,
          colour);
    }

    /** {@return its words, as they were written} */
    public String text() {
      return runs.stream()
          .sorted(Comparator.comparingInt(placed -> placed.run().start()))
          .map(placed -> placed.run().text())
          .collect(Collectors.joining());
    }

    Line in(Colour other) {
      return new Line(baseline, direction, measure, runs, why, other);
    }

    /** The same, as something that no reader is told of. */
    Line asFurniture() {
      List<PlacedRun> told =
          runs.stream()
              .map(run ->
                  new PlacedRun(
                      run.run(), run.x(), run.spaceStretch(), run.kashidas(), Element.FURNITURE))
              .toList();
      return new Line(baseline, direction, measure, told, why, colour);
    }
  }

  /**
   * A drawn rule; furniture.
   *
   * @param x its left end
   * @param y its lower edge
   * @param extent how wide and how thick it is
   * @param colour what it is printed in
   */
  record Rule(Length x, Length y, Size extent, Colour colour) implements PageItem {
    @Override
    public Rule moved(Length right, Length up) {
      return new Rule(x.plus(right), y.plus(up), extent, colour);
    }
  }

  /**
   * Dots that lead the eye from an entry to its page number; furniture.
   *
   * @param x the first dot's middle
   * @param y the height of their middles
   * @param step from one dot to the next
   * @param dots how many
   * @param diameter how large each is
   * @param colour what they are printed in
   */
  record Leader(Length x, Length y, Length step, int dots, Length diameter, Colour colour)
      implements PageItem {
    @Override
    public Leader moved(Length right, Length up) {
      return new Leader(x.plus(right), y.plus(up), step, dots, diameter, colour);
    }
  }

  /**
   * A place that other pages refer to.
   *
   * @param name what they call it; once in a document
   * @param y its height above the page's foot
   */
  record Anchor(String name, Length y) implements PageItem {
    @Override
    public Anchor moved(Length right, Length up) {
      return new Anchor(name, y.plus(up));
    }
  }

  /**
   * Where a part of the document begins that may turn out to have nothing in it, such as a cell of
   * a table; who cannot see the page is told of it all the same.
   *
   * @param owner the part
   */
  record Place(Element owner) implements PageItem {
    @Override
    public Place moved(Length right, Length up) {
      return this;
    }
  }

  /**
   * A picture.
   *
   * @param x its left edge
   * @param y its lower edge
   * @param extent how large it is printed
   * @param picture its bytes and size
   * @param owner the part of the document that it is
   * @param frame what of it is shown; empty where all is
   */
  record Picture(
      Length x,
      Length y,
      Size extent,
      org.qirtas.compose.Picture picture,
      Element owner,
      Optional<Frame> frame)
      implements PageItem {
    /**
     * A picture that is shown whole.
     *
     * @param x its left edge
     * @param y its lower edge
     * @param extent how large it is printed
     * @param picture its bytes and size
     * @param owner the part of the document that it is
     */
    public Picture(
        Length x, Length y, Size extent, org.qirtas.compose.Picture picture, Element owner) {
      this(x, y, extent, picture, owner, Optional.empty());
    }

    @Override
    public Picture moved(Length right, Length up) {
      return new Picture(
          x.plus(right),
          y.plus(up),
          extent,
          picture,
          owner,
          frame.map(f -> new Frame(f.x().plus(right), f.y().plus(up), f.extent())));
    }
  }

  /**
   * Where the printed sheet is folded from head to foot; told by a mark, where there are marks.
   *
   * @param x how far from the left
   */
  record Fold(Length x) implements PageItem {
    @Override
    public Fold moved(Length right, Length up) {
      return new Fold(x.plus(right));
    }
  }

  /**
   * What is shown of a picture; beyond it, it is cut off.
   *
   * @param x its left edge
   * @param y its lower edge
   * @param extent how large it is
   */
  record Frame(Length x, Length y, Size extent) {}

  /**
   * What stands turned by a quarter, as the words on a spine: items as they stand upright, from an
   * origin of their own.
   *
   * @param x where that origin is, from the page's left edge
   * @param y where it is, from the page's foot
   * @param clockwise whether their heads are at the right edge of the page; else at the left one
   * @param turnsPage whether readers are shown the whole page turned back, so that it is upright
   * @param items what is turned, in the order of reading
   */
  record Turned(Length x, Length y, boolean clockwise, boolean turnsPage, List<PageItem> items)
      implements PageItem {
    /** Takes a copy of the items. */
    public Turned {
      items = List.copyOf(items);
    }

    @Override
    public Turned moved(Length right, Length up) {
      return new Turned(x.plus(right), y.plus(up), clockwise, turnsPage, items);
    }

    /**
     * {@return how far from the left edge of the page something is}
     *
     * @param up its height above the origin, upright
     */
    public Length across(Length up) {
      return clockwise ? x.plus(up) : x.minus(up);
    }

    /**
     * {@return how high above the foot of the page something is}
     *
     * @param right how far to the right of the origin it is, upright
     */
    public Length upwards(Length right) {
      return clockwise ? y.minus(right) : y.plus(right);
    }
  }
}
