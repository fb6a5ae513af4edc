package org.qirtas.compose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qirtas.measure.Length;

/**
 * One pass over a paragraph. Kept are, for each place where a line might end, the best ways that
 * lead to it: one for each class of its last line's spaces, with and without kashidas, since what
 * comes next depends on nothing else. A place is given up as soon as no line from it can end here.
 */
final class Search {
  private static final int STATES = 2 * Fitness.values().length;

  private final Breakable paragraph;
  private final Candidates candidates;
  private final Length measure;
  private final Fitting fitting;
  private final OptimumFit.Pass pass;
  private final int kept;
  private final ArrayDeque<Place> active = new ArrayDeque<>();

  Search(
      Breakable paragraph,
      Candidates candidates,
      Length measure,
      Fitting fitting,
      OptimumFit.Pass pass,
      int kept) {
    this.paragraph = paragraph;
    this.candidates = candidates;
    this.measure = measure;
    this.fitting = fitting;
    this.pass = pass;
    this.kept = kept;
  }

  /** A way to a place: the lines that lead there. */
  private record Way(
      int offset, boolean hyphen, @Nullable Fit fit, double total, @Nullable Way before) {
    int state() {
      return fit == null ? 0 : 2 * fit.fitness().width() + (fit.kashidas() > 0 ? 1 : 0);
    }

    List<Integer> ends() {
      var ends = new ArrayList<Integer>();
      for (Way way = this; way != null && way.fit != null; way = way.before) {
        ends.addFirst(way.offset);
      }
      return ends;
    }
  }

  /** A place with the best ways to it. */
  private final class Place {
    private final int offset;
    private final Way[] ways = new Way[STATES * kept];

    Place(int offset) {
      this.offset = offset;
    }

    void offer(Way way) {
      int from = way.state() * kept;
      Way moving = way;
      for (int i = from; i < from + kept; i++) {
        if (ways[i] == null || moving.total < ways[i].total) {
          Way worse = ways[i];
          ways[i] = moving;
          if (worse == null) {
            return;
          }
          moving = worse;
        }
      }
    }

    boolean isEmpty() {
      return best(0) == null;
    }

    /** The best way of all, or the next best. */
    @Nullable Way best(int rank) {
      Way first = null;
      Way second = null;
      for (Way way : ways) {
        if (way == null) {
          continue;
        }
        if (first == null || way.total < first.total) {
          second = first;
          first = way;
        } else if (second == null || way.total < second.total) {
          second = way;
        }
      }
      return rank == 0 ? first : second;
    }
  }

  /** The lines; null where this pass has none. */
  @Nullable Breaks run() {
    if (candidates.count() == 0) {
      return Breaks.unweighed(List.of());
    }
    var start = new Place(0);
    start.offer(new Way(0, false, null, 0, null));
    active.add(start);
    Place here = start;
    for (int i = 0; i < candidates.count(); i++) {
      here = reach(i);
      if (paragraph.isForced(here.offset)) {
        active.clear();
      }
      if (!here.isEmpty()) {
        active.add(here);
      } else if (active.isEmpty()) {
        return null;
      }
    }
    return breaks(here);
  }

  private @Nullable Breaks breaks(Place end) {
    Way best = end.best(0);
    if (best == null) {
      return null;
    }
    Way next = kept > 1 ? end.best(1) : null;
    Breaks rival = next == null ? null : new Breaks(next.ends(), next.total, pass.last(), null);
    return new Breaks(best.ends(), best.total, pass.last(), rival);
  }

  private Place reach(int candidate) {
    var here = new Place(candidates.offset(candidate));
    Place lost = null;
    for (Iterator<Place> places = active.iterator(); places.hasNext(); ) {
      Place from = places.next();
      Fit fit = paragraph.fit(from.offset, here.offset, measure, fitting);
      if (fit.isOverfull()) {
        if (!candidates.isHyphenated(candidate)) {
          places.remove();
          lost = from;
        }
      } else if (fit.badness() <= pass.tolerance()) {
        advance(from, here, candidate, fit);
      }
    }
    // A letter that is wider than the measure: it sticks out, and the paragraph goes on.
    if (pass.last() && active.isEmpty() && here.isEmpty() && lost != null) {
      Fit fit = paragraph.fit(lost.offset, here.offset, measure, fitting);
      advance(lost, here, candidate, fit);
    }
    return here;
  }

  private void advance(Place from, Place here, int candidate, Fit fit) {
    boolean hyphen = candidates.isHyphenated(candidate);
    double last = Demerits.ofLastLine(paragraph, from.offset, here.offset, measure);
    for (Way way : from.ways) {
      if (way == null) {
        continue;
      }
      Fit beneath = way.fit == null ? fit : beneath(way.fit, from, here, fit);
      double line = Demerits.of(beneath, candidates.penalty(candidate)) + last;
      double pair = way.fit == null ? 0 : Demerits.between(way.fit, way.hyphen, beneath, hyphen);
      here.offer(new Way(here.offset, hyphen, beneath, way.total + line + pair, way));
    }
  }

  private Fit beneath(Fit above, Place from, Place here, Fit fit) {
    return above.fitness().isFarFrom(fit.fitness())
        ? paragraph.fit(
            from.offset, here.offset, measure, fitting, Integer.MAX_VALUE, above.fitness())
        : fit;
  }
}
