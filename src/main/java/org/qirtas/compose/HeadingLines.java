package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qirtas.measure.Length;

/**
 * The lines of a heading, which are looked at rather than read: about as long as each other, and
 * none ends in a word that leads the next.
 */
final class HeadingLines {
  /** Longer ones are no headings to look at. */
  private static final int MOST = 5;

  private static final int TRIALS = 7;
  private static final double NARROWEST = 0.4;

  /** What is nothing without the word behind it: prepositions, articles, particles. */
  private static final Set<String> LEADING =
      Set.of(
          // Arabic
          "من",
          "في",
          "إلى",
          "على",
          "عن",
          "أن",
          "إن",
          "أو",
          "أم",
          "ثم",
          "لا",
          "لم",
          "لن",
          "ما",
          "قد",
          "بين",
          "بعد",
          "قبل",
          "عند",
          "منذ",
          "حتى",
          "مع",
          "كل",
          "هذا",
          "هذه",
          "ذلك",
          "تلك",
          "الذي",
          "التي",
          "الذين",
          "غير",
          "يا",
          "هل",
          "كيف",
          // Persian, Urdu, Kurdish
          "از",
          "به",
          "در",
          "با",
          "بر",
          "که",
          "تا",
          "برای",
          "این",
          "آن",
          "هر",
          "اور",
          "کہ",
          "لە",
          "بۆ",
          "و",
          // Hebrew
          "את",
          "של",
          "על",
          "אל",
          "עם",
          "או",
          "כי",
          "לא",
          // Latin
          "a",
          "an",
          "the",
          "of",
          "in",
          "on",
          "to",
          "for",
          "with",
          "by",
          "and",
          "or",
          "from",
          "at",
          "le",
          "la",
          "les",
          "de",
          "du",
          "des",
          "un",
          "une",
          "et",
          "der",
          "die",
          "das",
          "und");

  private final Breakable heading;
  private final LineBreaker breaker;
  private final Length measure;

  private HeadingLines(Breakable heading, LineBreaker breaker, Length measure) {
    this.heading = heading;
    this.breaker = breaker;
    this.measure = measure;
  }

  /**
   * {@return as many lines as those that are as long as they can be, but better ones}
   *
   * @param heading what is parted
   * @param breaker fills line by line
   * @param measure how long a line may be
   */
  static Breaks of(Breakable heading, LineBreaker breaker, Length measure) {
    Breaks full = breaker.breaks(heading, measure);
    int lines = full.ends().size();
    return lines < 2 || lines > MOST
        ? full
        : new HeadingLines(heading, breaker, measure).better(full);
  }

  private Breaks better(Breaks full) {
    Breaks best = full;
    double narrow = NARROWEST;
    double wide = 1;
    for (int trial = 0; trial < TRIALS; trial++) {
      double middle = (narrow + wide) / 2;
      Breaks tried = breaker.breaks(heading, measure.times(middle));
      if (isAsGood(tried, full)) {
        best = tried;
        wide = middle;
      } else {
        narrow = middle;
      }
    }
    return unled(best, full, wide);
  }

  private boolean isAsGood(Breaks tried, Breaks full) {
    return tried.ends().size() == full.ends().size()
        && tried.ends().stream().allMatch(heading::isLegal);
  }

  /** Longer lines before it, or the word goes over to what it leads. */
  private Breaks unled(Breaks even, Breaks full, double width) {
    Breaks best = even;
    for (int trial = 1; trial <= TRIALS && leading(best) > 0; trial++) {
      double wider = width + (1 - width) * trial / TRIALS;
      for (Breaks tried : List.of(takenOver(best), breaker.breaks(heading, measure.times(wider)))) {
        if (isAsGood(tried, full) && leading(tried) < leading(best)) {
          best = tried;
        }
      }
    }
    return best;
  }

  /** How many lines end in a word that leads the next. */
  private int leading(Breaks breaks) {
    int count = 0;
    for (int end : breaks.ends().subList(0, breaks.ends().size() - 1)) {
      count += leadsOn(end) ? 1 : 0;
    }
    return count;
  }

  private boolean leadsOn(int end) {
    return LEADING.contains(heading.lastWord(end).toLowerCase(Locale.ROOT));
  }

  /** The same with leading words at the head of the next line, where that has room. */
  private Breaks takenOver(Breaks breaks) {
    var ends = new ArrayList<>(breaks.ends());
    for (int i = ends.size() - 2; i >= 0; i--) {
      int end = ends.get(i);
      int start = i == 0 ? 0 : ends.get(i - 1);
      int before = end - 1;
      while (before > start && !heading.isLegal(before)) {
        before--;
      }
      boolean room = !heading.width(before, ends.get(i + 1)).exceeds(measure);
      if (leadsOn(end) && before > start && room) {
        ends.set(i, before);
      }
    }
    return Breaks.unweighed(ends);
  }
}
