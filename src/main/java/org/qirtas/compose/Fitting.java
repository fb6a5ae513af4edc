package org.qirtas.compose;

import org.qirtas.measure.Length;
import org.qirtas.profile.Justification;

/**
 * Divides what a line lacks between its spaces and its kashidas, so that the sum of both blames is
 * the least: 100·s³ + 400·(s−1)³ where s is the spaces' stretch as a part of the stretch that is
 * free of blame (the second term only beyond it), and 40·k² where k is what kashidas take as a part
 * of what they may take with ease.
 */
final class Fitting {
  /** What a line without a space or a kashida costs, which can only be left short. */
  private static final double SHORT = 50_000;

  private static final double SPACES = 100;
  private static final double EXCESS = 400;
  private static final double KASHIDAS = 40;

  /** Kashidas are drawn in steps of a fiftieth of an em, so that few sorts have to be cut. */
  private static final double STEP = 0.02;

  private final Justification justification;
  private final Length size;

  Fitting(Justification justification, Length size) {
    this.justification = justification;
    this.size = size;
  }

  /**
   * What is known of a line.
   *
   * @param slack what it lacks of its measure; negative: what it has too much
   * @param spaces the natural width of its spaces together
   * @param kashidas how many kashidas it may have at most
   */
  record Line(Length slack, Length spaces, int kashidas) {
    Line narrowed(Length by) {
      return new Line(slack.minus(by), spaces, kashidas);
    }
  }

  /** How many kashidas a line of so many words may have. */
  int kashidas(int words) {
    return (int) Math.ceil(words * justification.kashida().share());
  }

  /** Limits for where nothing better can be had. */
  Fitting relaxed() {
    return new Fitting(justification.with(justification.kashida().relaxed()), size);
  }

  Fit fit(Line line) {
    double slack = line.slack().scaledPoints();
    double spaces = line.spaces().scaledPoints();
    if (slack < 0) {
      return spaces == 0 ? overfull(0) : shrunk(slack / spaces);
    }
    if (line.kashidas() == 0) {
      return spaces == 0 ? unspaced(slack, 0, 0) : stretched(slack / spaces, 0, 0, 0);
    }
    return withKashidas(slack, spaces, line.kashidas());
  }

  /**
   * Brings a line's spaces nearer to those of the line above, where they would not match and its
   * kashidas can make up the difference at a lower cost.
   *
   * @param fit what is best for the line alone
   * @param above the class of the line above
   */
  Fit beside(Line line, Fit fit, Fitness above) {
    if (!above.isFarFrom(fit.fitness()) || line.kashidas() == 0 || fit.spaceRatio() < 0) {
      return fit;
    }
    double slack = line.slack().scaledPoints();
    double spaces = line.spaces().scaledPoints();
    double soft = justification.softStretch() * spaces;
    Justification.Kashidas limits = justification.kashida();
    double em = size.scaledPoints();
    boolean wider = above == Fitness.VERY_LOOSE;
    double bound = wider || above == Fitness.TIGHT ? 0.5 * soft : soft;
    // Widths are rounded down to whole steps, which makes spaces wider.
    double wanted = slack - bound + (wider ? -STEP * em : line.kashidas() * STEP * em);
    if (spaces == 0
        || wanted < limits.least() * em
        || wanted > line.kashidas() * limits.most() * em) {
      return fit;
    }
    double ease = line.kashidas() * limits.natural() * em;
    Fit other = parted(slack, spaces, wanted, ease, line.kashidas());
    boolean better =
        !above.isFarFrom(other.fitness())
            && Demerits.of(other, 0) < Demerits.of(fit, 0) + Demerits.UNEVEN;
    return better ? other : fit;
  }

  private Fit shrunk(double ratio) {
    double share = -ratio / justification.shrink();
    if (share > 1) {
      return overfull(ratio);
    }
    return new Fit(
        ratio,
        0,
        Length.ZERO,
        SPACES * share * share * share,
        share > 0.5 ? Fitness.TIGHT : Fitness.DECENT);
  }

  private Fit overfull(double ratio) {
    return new Fit(
        Math.max(ratio, -justification.shrink()), 0, Length.ZERO, Fit.OVERFULL, Fitness.TIGHT);
  }

  private Fit withKashidas(double slack, double spaces, int most) {
    Justification.Kashidas limits = justification.kashida();
    double em = size.scaledPoints();
    double ease = most * limits.natural() * em;
    double wanted = Math.min(share(slack, spaces, ease), most * limits.most() * em);
    double least = limits.least() * em;
    if (wanted < least) {
      Fit without = spaces == 0 ? unspaced(slack, 0, 0) : stretched(slack / spaces, 0, 0, 0);
      if (slack < least) {
        return without;
      }
      Fit with = parted(slack, spaces, least, ease, most);
      return with.badness() < without.badness() ? with : without;
    }
    return parted(slack, spaces, wanted, ease, most);
  }

  private Fit parted(double slack, double spaces, double wanted, double ease, int most) {
    Justification.Kashidas limits = justification.kashida();
    double em = size.scaledPoints();
    int count =
        (int) Math.max(1, Math.min(most, Math.ceil(wanted / (limits.natural() * em) - 1e-9)));
    // Rounded down: spaces take what is left over.
    double each = Math.floor(wanted / count / em / STEP + 1e-9) * STEP * em;
    double taken = each * count;
    double blame = KASHIDAS * taken * taken / (ease * ease);
    return spaces == 0
        ? unspaced(slack - taken, count, each)
        : stretched((slack - taken) / spaces, count, each, blame);
  }

  private Fit stretched(double ratio, int count, double each, double blame) {
    double s = ratio / justification.softStretch();
    double beyond = Math.max(0, s - 1);
    double badness = SPACES * s * s * s + EXCESS * beyond * beyond * beyond + blame;
    Fitness fitness = s > 1 ? Fitness.VERY_LOOSE : s > 0.5 ? Fitness.LOOSE : Fitness.DECENT;
    return new Fit(ratio, count, new Length((long) each), badness, fitness);
  }

  private static Fit unspaced(double left, int count, double each) {
    Fitness fitness = left > 0 ? Fitness.VERY_LOOSE : Fitness.DECENT;
    double badness = left > 0 ? SHORT + left / 65_536 : 0;
    return new Fit(0, count, new Length((long) each), badness, fitness);
  }

  /** What kashidas take where both blames grow alike; the blames are convex. */
  private double share(double slack, double spaces, double ease) {
    if (spaces == 0) {
      return slack;
    }
    double soft = justification.softStretch() * spaces;
    double a = 3 * SPACES / (soft * soft * soft);
    double b = 2 * KASHIDAS / (ease * ease);
    double toSpaces = (-b + Math.sqrt(b * b + 4 * a * b * slack)) / (2 * a);
    if (toSpaces <= soft) {
      return slack - toSpaces;
    }
    // Beyond what is soft, a second parabola is added: a·x² + c·(x − soft)² = b·(slack − x).
    double c = 3 * EXCESS / (soft * soft * soft);
    double linear = b - 2 * c * soft;
    double constant = c * soft * soft - b * slack;
    double root = Math.sqrt(linear * linear - 4 * (a + c) * constant);
    return slack - (root - linear) / (2 * (a + c));
  }
}
