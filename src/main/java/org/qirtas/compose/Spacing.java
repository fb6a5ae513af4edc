package org.qirtas.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.qirtas.measure.Length;
import org.qirtas.text.Elongation;
import org.qirtas.text.KashidaPoint;

/**
 * Decides what the spaces and connections of a paragraph's lines gain, once it is known where the
 * lines end: no kashida comes near one on the line above, and a line leaves room for those of the
 * next where that makes both better.
 *
 * <p>What is held against the lines is what the search for breaks held against them, which could
 * not yet know where on a line a word would come to stand. A few ways of setting each line are
 * followed up at a time, the best so far.
 */
final class Spacing {
  /** How many ways are followed up. */
  private static final int KEPT = 4;

  private final Breakable paragraph;
  private final Length measure;
  private final Fitting fitting;
  private final Filling filling;
  private final Length apart;

  Spacing(Breakable paragraph, Length measure, Fitting fitting, Filling filling) {
    this.paragraph = paragraph;
    this.measure = measure;
    this.fitting = fitting;
    this.filling = filling;
    Breakable.Manner manner = paragraph.manner();
    this.apart = manner.size().times(manner.justification().kashida().apart());
  }

  /**
   * How a line is set.
   *
   * @param content what stands on it, with a word in a longer form where the fit says so
   * @param fit what each space and each kashida gains
   * @param points where the kashidas are, in reading order
   */
  record Spaced(LineContent content, Fit fit, List<KashidaPoint> points) {}

  /** A way of setting all lines down to one. */
  private record Way(
      Spaced line,
      List<JustifiedLine.Extent> extents,
      boolean hyphen,
      double total,
      @Nullable Way above) {}

  /** {@return how each of the lines is set} */
  List<Spaced> of(List<LineContent> lines) {
    List<Way> ways = new ArrayList<>();
    for (LineContent line : lines) {
      ways = beneath(ways, line);
    }
    var spaced = new ArrayList<Spaced>();
    for (Way way = ways.isEmpty() ? null : ways.getFirst(); way != null; way = way.above) {
      spaced.addFirst(way.line);
    }
    return spaced;
  }

  private List<Way> beneath(List<Way> above, LineContent line) {
    var ways = new ArrayList<Way>();
    if (above.isEmpty()) {
      addWays(null, line, ways);
    }
    for (Way way : above) {
      addWays(way, line, ways);
    }
    ways.sort(Comparator.comparingDouble(Way::total));
    return ways.size() > KEPT ? new ArrayList<>(ways.subList(0, KEPT)) : ways;
  }

  /** With as many kashidas as would be best, and with fewer. */
  private void addWays(@Nullable Way above, LineContent line, List<Way> ways) {
    int most = Integer.MAX_VALUE;
    while (most >= 0) {
      Fit fit = fit(above, line, most);
      LineContent content = fit.elongation().map(word -> line.with(word, paragraph)).orElse(line);
      List<JustifiedLine.Extent> taken = above == null ? List.of() : above.extents;
      Way way = placed(above, content, fit, possible(content, fit), taken);
      if (way != null) {
        ways.add(way);
      }
      most = fit.kashidas() - 1;
    }
  }

  /** The places for kashidas that the glyphs agree to, but in the word that is longer already. */
  private List<KashidaPoint> possible(LineContent line, Fit fit) {
    if (fit.kashidas() == 0) {
      return List.of();
    }
    Predicate<KashidaPoint> possible = JustifiedLine.possibleIn(line.runs());
    Elongation word = fit.elongation().orElse(null);
    var points = new ArrayList<KashidaPoint>();
    for (KashidaPoint point : paragraph.points(line.start(), line.end())) {
      boolean longer =
          word != null && point.letter() >= word.start() && point.letter() < word.end();
      if (!longer && possible.test(point)) {
        points.add(point);
      }
    }
    return points;
  }

  private Fit fit(@Nullable Way above, LineContent line, int most) {
    return paragraph.fit(
        line.start(),
        line.end(),
        measure,
        fitting,
        most,
        above == null ? null : above.line.fit().fitness());
  }

  /** The most welcome places that keep away from the line above; null where there are too few. */
  private @Nullable Way placed(
      @Nullable Way above,
      LineContent line,
      Fit fit,
      List<KashidaPoint> possible,
      List<JustifiedLine.Extent> taken) {
    Set<KashidaPoint> banned = new HashSet<>();
    while (true) {
      List<KashidaPoint> free =
          banned.isEmpty()
              ? possible
              : possible.stream().filter(point -> !banned.contains(point)).toList();
      List<KashidaPoint> chosen = new KashidaChoice(paragraph, free).choose(fit.kashidas());
      if (chosen.size() < fit.kashidas()) {
        return null;
      }
      List<JustifiedLine.Extent> extents =
          chosen.isEmpty() ? List.of() : extents(line, fit, chosen);
      if (!banConflicts(extents, taken, banned)) {
        boolean hyphen = paragraph.isHyphenatedAt(line.end());
        return new Way(
            new Spaced(line, fit, chosen),
            extents,
            hyphen,
            total(above, fit, chosen, hyphen),
            above);
      }
    }
  }

  private static double total(
      @Nullable Way above, Fit fit, List<KashidaPoint> points, boolean hyphen) {
    double own = Demerits.of(fit, 0) + Demerits.of(points);
    return above == null
        ? own
        : above.total + own + Demerits.between(above.line.fit(), above.hyphen, fit, hyphen);
  }

  private List<JustifiedLine.Extent> extents(LineContent line, Fit fit, List<KashidaPoint> points) {
    Filling.Filled filled = filling.of(line, fit.kashida(), points.size());
    return new JustifiedLine(line.runs(), filled, fit.kashida(), points).extents();
  }

  private boolean banConflicts(
      List<JustifiedLine.Extent> extents,
      List<JustifiedLine.Extent> taken,
      Set<KashidaPoint> banned) {
    boolean found = false;
    for (JustifiedLine.Extent extent : extents) {
      for (JustifiedLine.Extent other : taken) {
        if (other.isNear(extent, apart)) {
          banned.add(extent.point());
          found = true;
          break;
        }
      }
    }
    return found;
  }
}
