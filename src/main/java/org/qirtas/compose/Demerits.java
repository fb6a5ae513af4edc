package org.qirtas.compose;

import java.util.List;
import org.qirtas.measure.Length;
import org.qirtas.text.KashidaPoint;

/** What is held against a paragraph's lines; the sum decides. */
final class Demerits {
  /** Neighbours of which one is closed up and the other wide. */
  static final double UNEVEN = 150_000;

  /** Kashidas on two lines that follow each other draw the eye. */
  private static final double KASHIDAS_TOGETHER = 300;

  /** Times the square of a kashida's rank: rather wider spaces than poor places. */
  private static final double UNWELCOME = 15;

  private static final double HYPHENS_TOGETHER = 10_000;

  /** More than any line that fits can cost. */
  private static final double STICKS_OUT = 1e15;

  /** A last line of less than this part of the measure leaves a hole in the page. */
  private static final double SHORT = 0.12;

  private static final double SHORT_LAST_LINE = 3_000;

  private Demerits() {}

  /** What a line costs by itself. */
  static double of(Fit fit, int penalty) {
    if (fit.isOverfull()) {
      return STICKS_OUT;
    }
    double blame = 1 + fit.badness() + penalty;
    return blame * blame;
  }

  /** What kashidas cost by being where they are not very welcome. */
  static double of(List<KashidaPoint> points) {
    double sum = 0;
    for (KashidaPoint point : points) {
      sum += UNWELCOME * point.priority().rank() * point.priority().rank();
    }
    return sum;
  }

  /** What a short last line costs; nothing where it is the only one. */
  static double ofLastLine(Breakable paragraph, int from, int to, Length measure) {
    boolean ends = paragraph.isLast(to) && from > 0 && !paragraph.isForced(from);
    return ends && measure.times(SHORT).exceeds(paragraph.width(from, to)) ? SHORT_LAST_LINE : 0;
  }

  /** What two lines cost by following each other. */
  static double between(Fit before, boolean hyphenBefore, Fit after, boolean hyphenAfter) {
    double sum = 0;
    if (before.fitness().isFarFrom(after.fitness())) {
      sum += UNEVEN;
    }
    if (before.kashidas() > 0 && after.kashidas() > 0) {
      sum += KASHIDAS_TOGETHER;
    }
    if (hyphenBefore && hyphenAfter) {
      sum += HYPHENS_TOGETHER;
    }
    return sum;
  }
}
