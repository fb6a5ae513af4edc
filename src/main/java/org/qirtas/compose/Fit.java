package org.qirtas.compose;

import org.qirtas.measure.Length;

/**
 * What it takes to bring a line to its measure.
 *
 * @param spaceRatio what each space gains, as a part of its natural width; negative: loses
 * @param kashidas how many connections are lengthened
 * @param kashida how much each of them gains
 * @param badness how ill that looks; 0: as the font has it, 100: the spaces are at the limit that
 *     is free of blame, {@link #OVERFULL}: it cannot be done
 * @param fitness how wide the spaces look
 */
public record Fit(
    double spaceRatio, int kashidas, Length kashida, double badness, Fitness fitness) {
  /** The badness of a line that sticks out. */
  public static final double OVERFULL = Double.POSITIVE_INFINITY;

  /** A line that is left as it is. */
  static final Fit NATURAL = new Fit(0, 0, Length.ZERO, 0, Fitness.DECENT);

  boolean isOverfull() {
    return badness == OVERFULL;
  }
}
