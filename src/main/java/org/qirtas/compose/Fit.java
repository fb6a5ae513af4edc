package org.qirtas.compose;

import java.util.Optional;
import org.qirtas.measure.Length;
import org.qirtas.text.Elongation;

/**
 * What it takes to bring a line to its measure.
 *
 * @param spaceRatio what each space gains, as a part of its natural width; negative: loses
 * @param kashidas how many connections are lengthened
 * @param kashida how much each of them gains
 * @param badness how ill that looks; 0: as the font has it, 100: the spaces are at the limit that
 *     is free of blame, {@link #OVERFULL}: it cannot be done
 * @param fitness how wide the spaces look
 * @param elongation the word that is drawn in its font's longer form
 */
public record Fit(
    double spaceRatio,
    int kashidas,
    Length kashida,
    double badness,
    Fitness fitness,
    Optional<Elongation> elongation) {
  /** A longer form is no worse than a few hundredths of a space, but no ornament either. */
  private static final double ELONGATED = 10;

  /** Without a longer form. */
  Fit(double spaceRatio, int kashidas, Length kashida, double badness, Fitness fitness) {
    this(spaceRatio, kashidas, kashida, badness, fitness, Optional.empty());
  }

  /** The same with a word in its longer form, which is held against it. */
  Fit with(Elongation word) {
    return new Fit(spaceRatio, kashidas, kashida, badness + ELONGATED, fitness, Optional.of(word));
  }

  /** The badness of a line that sticks out. */
  public static final double OVERFULL = Double.POSITIVE_INFINITY;

  /** A line that is left as it is. */
  static final Fit NATURAL = new Fit(0, 0, Length.ZERO, 0, Fitness.DECENT);

  boolean isOverfull() {
    return badness == OVERFULL;
  }
}
