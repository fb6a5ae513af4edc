package org.qirtas.compose;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.qirtas.article.Direction;
import org.qirtas.measure.Length;
import org.qirtas.text.GlyphRun;
import org.qirtas.text.KashidaPoint;

/**
 * A line's runs with what each space and each kashida gains; places are from the measure's left.
 */
final class JustifiedLine {
  private final List<GlyphRun> runs;
  private final Filling.Filled filled;
  private final Length kashida;
  private final List<KashidaPoint> points;

  JustifiedLine(
      List<GlyphRun> runs, Filling.Filled filled, Length kashida, List<KashidaPoint> points) {
    this.runs = runs;
    this.filled = filled;
    this.kashida = kashida;
    this.points = points;
  }

  /** Where a kashida lies, from the measure's left edge. */
  record Extent(KashidaPoint point, Length left, Length right) {
    boolean isNear(Extent other, Length distance) {
      return other.right.plus(distance).exceeds(left) && right.plus(distance).exceeds(other.left);
    }
  }

  /** {@return the points that a run can have: both letters are its own, and its glyphs agree} */
  static Predicate<KashidaPoint> possibleIn(List<GlyphRun> runs) {
    return point -> takes(runs, point);
  }

  private static boolean takes(List<GlyphRun> runs, KashidaPoint point) {
    for (GlyphRun run : runs) {
      if (takes(run, point)) {
        return true;
      }
    }
    return false;
  }

  private static boolean takes(GlyphRun run, KashidaPoint point) {
    return point.letter() >= run.start()
        && point.next() < run.end()
        && run.direction() == Direction.RIGHT_TO_LEFT
        && run.takesKashidaBeforeOffset(point.next());
  }

  List<PlacedRun> placed(Function<GlyphRun, Element> owner) {
    var placed = new ArrayList<PlacedRun>();
    Length pen = filled.x();
    for (GlyphRun run : runs) {
      Length stretch = run.spaces() == 0 ? Length.ZERO : filled.stretch();
      var next = new PlacedRun(run, pen, stretch, kashidas(run), owner.apply(run));
      placed.add(next);
      pen = pen.plus(next.width());
    }
    return placed;
  }

  private List<Kashida> kashidas(GlyphRun run) {
    if (points.isEmpty()) {
      return List.of();
    }
    var own = new ArrayList<Kashida>();
    for (KashidaPoint point : points) {
      if (point.letter() >= run.start() && point.letter() < run.end()) {
        own.add(new Kashida(point.letter() - run.start(), kashida, point.priority()));
      }
    }
    return own;
  }

  /** {@return where the kashidas lie} */
  List<Extent> extents() {
    var extents = new ArrayList<Extent>();
    // A letter may be drawn with several glyphs, of which the leftmost has the kashida before it.
    var left = new ArrayList<>(points);
    Length pen = filled.x();
    for (GlyphRun run : runs) {
      for (int i = 0; i < run.count(); i++) {
        int at = run.start() + run.cluster(i);
        for (Iterator<KashidaPoint> rest = left.iterator(); rest.hasNext(); ) {
          KashidaPoint point = rest.next();
          if (point.letter() == at) {
            extents.add(new Extent(point, pen, pen.plus(kashida)));
            pen = pen.plus(kashida);
            rest.remove();
          }
        }
        pen =
            pen.plus(Length.ofUnits(run.advance(i), run.font().unitsPerEm(), run.size()))
                .plus(run.isSpace(i) ? filled.stretch() : Length.ZERO);
      }
    }
    return extents;
  }
}
