package org.qirtas.compose;

import org.jspecify.annotations.Nullable;
import org.qirtas.measure.Length;

/**
 * Parts a paragraph so that all its lines together look best (Knuth and Plass, "Breaking paragraphs
 * into lines", 1981), with kashida as a second kind of stretch.
 *
 * <p>As in TeX there are passes: the first divides no words and wants good lines, the second
 * divides Latin words and takes fair ones, the third takes whatever there is, and grants more
 * kashidas.
 */
public final class OptimumFit implements LineBreaker {
  private static final double GOOD = 100;
  private static final double FAIR = 500;

  private final boolean rivals;

  /**
   * A breaker without memory: one serves all.
   *
   * @param rivals whether it shall seek the next best lines too, for those who ask why
   */
  public OptimumFit(boolean rivals) {
    this.rivals = rivals;
  }

  @Override
  public Breaks breaks(Breakable paragraph, Length measure) {
    var fitting = new Fitting(paragraph.manner().justification(), paragraph.manner().size());
    Candidates whole = Candidates.of(paragraph, measure, false);
    Breaks good = search(paragraph, whole, measure, fitting, new Pass(GOOD, false));
    if (good != null) {
      return good;
    }
    Candidates divided = paragraph.hasHyphens() ? Candidates.of(paragraph, measure, true) : whole;
    Breaks fair = search(paragraph, divided, measure, fitting, new Pass(FAIR, false));
    if (fair != null) {
      return fair;
    }
    Breaks any = search(paragraph, divided, measure, fitting.relaxed(), Pass.LAST);
    if (any == null) {
      throw new IllegalStateException("the last pass takes every line");
    }
    return any;
  }

  /**
   * How far a pass goes.
   *
   * @param tolerance the highest badness of a line
   * @param last whether it must come to an end, and limits are relaxed
   */
  record Pass(double tolerance, boolean last) {
    static final Pass LAST = new Pass(Double.MAX_VALUE, true);
  }

  private @Nullable Breaks search(
      Breakable paragraph, Candidates candidates, Length measure, Fitting fitting, Pass pass) {
    return new Search(paragraph, candidates, measure, fitting, pass, rivals ? 2 : 1).run();
  }
}
