package org.qirtas.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qirtas.measure.Length;

/** Says why a paragraph's next best lines lost. */
final class Rivals {
  private Rivals() {}

  /** Null where there is no rival, or none was sought. */
  static Explanation.@Nullable Rival of(
      Breakable paragraph, Breaks breaks, Length measure, Fitting fitting) {
    Breaks rival = breaks.rival();
    if (rival == null) {
      return null;
    }
    int line = firstDifference(breaks.ends(), rival.ends());
    int worst = worst(paragraph, rival.ends(), measure, fitting);
    Fit fit = fit(paragraph, rival.ends(), worst, measure, fitting);
    int chosenWorst = worst(paragraph, breaks.ends(), measure, fitting);
    double chosen = fit(paragraph, breaks.ends(), chosenWorst, measure, fitting).badness();
    return new Explanation.Rival(
        breaks.demerits(),
        rival.demerits(),
        line + 1,
        paragraph.lastWord(rival.ends().get(line)),
        worst + 1,
        fit.badness(),
        reason(paragraph, rival.ends(), measure, fit, chosen));
  }

  private static Explanation.Reason reason(
      Breakable paragraph, List<Integer> ends, Length measure, Fit worst, double chosen) {
    if (worst.badness() > chosen) {
      return worst.spaceRatio() < 0 ? Explanation.Reason.TIGHTER : Explanation.Reason.LOOSER;
    }
    int from = ends.size() < 2 ? 0 : ends.get(ends.size() - 2);
    return Demerits.ofLastLine(paragraph, from, ends.getLast(), measure) > 0
        ? Explanation.Reason.SHORT_END
        : Explanation.Reason.UNEVEN;
  }

  private static int firstDifference(List<Integer> chosen, List<Integer> rival) {
    int line = 0;
    while (line + 1 < rival.size()
        && line + 1 < chosen.size()
        && chosen.get(line).equals(rival.get(line))) {
      line++;
    }
    return line;
  }

  private static int worst(
      Breakable paragraph, List<Integer> ends, Length measure, Fitting fitting) {
    int worst = 0;
    double badness = -1;
    for (int line = 0; line < ends.size(); line++) {
      double its = fit(paragraph, ends, line, measure, fitting).badness();
      if (its > badness) {
        badness = its;
        worst = line;
      }
    }
    return worst;
  }

  private static Fit fit(
      Breakable paragraph, List<Integer> ends, int line, Length measure, Fitting fitting) {
    int from = line == 0 ? 0 : ends.get(line - 1);
    return paragraph.fit(from, ends.get(line), measure, fitting);
  }
}
