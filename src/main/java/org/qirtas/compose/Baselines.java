package org.qirtas.compose;

import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;

/**
 * The grid that the lines of all columns stand on. Its first line is where the body's first
 * baseline is, at the head of the type area.
 *
 * @param step from line to line; none: there is no grid
 * @param first from the head of the type area to the first line
 */
record Baselines(Length step, Length first) {
  /** What is longer than whole steps by so little was meant to be as long: a factor was rounded. */
  private static final long ROUNDING = Length.points(0.01).scaledPoints();

  static Baselines of(PrintProfile profile) {
    return new Baselines(
        profile.page().grid().inUse() ? profile.page().grid().step() : Length.ZERO,
        ParagraphSetter.baseline(profile.styles().body()).times(-1));
  }

  boolean inUse() {
    return step.exceeds(Length.ZERO);
  }

  /** {@return the length, made up to whole steps} */
  Length whole(Length length) {
    if (!inUse()) {
      return length;
    }
    long steps = Math.ceilDiv(length.scaledPoints() - ROUNDING, step.scaledPoints());
    return new Length(steps * step.scaledPoints());
  }

  /** {@return how high a strip is on the grid} */
  Length height(Strip strip) {
    return whole(strip.height());
  }

  /**
   * {@return how far a strip whose head stands on whole steps must go down for its first line to
   * stand on the grid; negative: up}
   */
  Length shift(Strip strip) {
    if (!inUse()) {
      return Length.ZERO;
    }
    for (PageItem item : strip.items()) {
      if (item instanceof PageItem.Line line) {
        // The middle of what the strip is higher than its type asks for.
        Length natural =
            height(strip).minus(strip.height()).times(0.5).minus(line.baseline()).minus(first);
        long steps =
            Math.floorDiv(natural.plus(step.times(0.5)).scaledPoints(), step.scaledPoints());
        return first.plus(step.times((double) Math.max(0, steps))).plus(line.baseline());
      }
    }
    return Length.ZERO;
  }
}
