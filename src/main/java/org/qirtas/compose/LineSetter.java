package org.qirtas.compose;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Direction;
import org.qirtas.measure.Length;
import org.qirtas.profile.Alignment;
import org.qirtas.text.GlyphRun;
import org.qirtas.text.KashidaPoint;

/** Gives the lines of one paragraph, one after the other, their places and their stretch. */
final class LineSetter {
  /** How far a line's spaces may be closed up before the line sticks out instead. */
  private static final double CLOSEST = -0.35;

  private final MarkUp.Marked copy;
  private final Breakable paragraph;
  private final Breaks breaks;
  private final Alignment alignment;
  private final Length measure;
  private final Fitting fitting;
  private final boolean rightToLeft;
  private Explanation.@Nullable Rival rival;

  /** Where the line above has its kashidas. */
  private List<JustifiedLine.Extent> above = List.of();

  private @Nullable Fitness fitnessAbove;

  LineSetter(
      MarkUp.Marked copy, Breakable paragraph, Breaks breaks, Alignment alignment, Length measure) {
    this.copy = copy;
    this.paragraph = paragraph;
    this.breaks = breaks;
    this.alignment = alignment;
    this.measure = measure;
    Breakable.Manner manner = paragraph.manner();
    var usual = new Fitting(manner.justification(), manner.size());
    this.fitting = breaks.relaxed() ? usual.relaxed() : usual;
    this.rightToLeft = paragraph.paragraph().direction() == Direction.RIGHT_TO_LEFT;
    this.rival = Rivals.of(paragraph, breaks, measure, fitting);
  }

  /** What is set of a line: its runs, and how wide they are. */
  private record Content(int start, int end, List<GlyphRun> runs, Length width, Length trailing) {}

  PageItem.Line set(int start, int end) {
    PageItem.Line line = setBeneath(start, end);
    fitnessAbove = line.why() == null ? null : line.why().fit().fitness();
    return line;
  }

  private PageItem.Line setBeneath(int start, int end) {
    Content content = content(start, end);
    boolean justified = alignment == Alignment.JUSTIFIED;
    Fit fit = justified ? fit(start, end, Integer.MAX_VALUE) : ragged(content);
    if (!justified || fit.kashidas() == 0) {
      above = List.of();
      return line(content, fit, List.of());
    }
    return withKashidas(content, fit);
  }

  private Fit fit(int start, int end, int kashidas) {
    return paragraph.fit(start, end, measure, fitting, kashidas, fitnessAbove);
  }

  private Fit ragged(Content content) {
    // Nothing is stretched here, but a line that is too wide is closed up as far as may be.
    return content.width().exceeds(measure)
        ? new Fit(CLOSEST, 0, Length.ZERO, Fit.OVERFULL, Fitness.TIGHT)
        : Fit.NATURAL;
  }

  private Content content(int start, int end) {
    List<GlyphRun> runs = paragraph.paragraph().line(start, end, paragraph.isHyphenatedAt(end));
    int contentEnd = paragraph.contentEnd(start, end);
    Length width = paragraph.indent(start);
    Length trailing = Length.ZERO;
    for (GlyphRun run : runs) {
      Length hanging = hanging(run, contentEnd);
      trailing = trailing.plus(hanging);
      width = width.plus(run.width().minus(hanging));
    }
    return new Content(start, end, runs, width, trailing);
  }

  private static Length hanging(GlyphRun run, int contentEnd) {
    Length width = Length.ZERO;
    for (int i = 0; i < run.count(); i++) {
      if (run.start() + run.cluster(i) >= contentEnd) {
        width = width.plus(Length.ofUnits(run.advance(i), run.font().unitsPerEm(), run.size()));
      }
    }
    return width;
  }

  /** Takes the most welcome places that keep away from the kashidas of the line above. */
  private PageItem.Line withKashidas(Content content, Fit wanted) {
    List<KashidaPoint> possible =
        paragraph.points(content.start(), content.end()).stream()
            .filter(JustifiedLine.possibleIn(content.runs()))
            .toList();
    Length apart =
        paragraph.manner().size().times(paragraph.manner().justification().kashida().apart());
    Set<KashidaPoint> banned = new HashSet<>();
    Fit fit = wanted;
    while (true) {
      List<KashidaPoint> free = possible.stream().filter(point -> !banned.contains(point)).toList();
      List<KashidaPoint> chosen = new KashidaChoice(paragraph, free).choose(fit.kashidas());
      if (chosen.size() < fit.kashidas()) {
        fit = fit(content.start(), content.end(), chosen.size());
        if (fit.kashidas() == 0) {
          above = List.of();
          return line(content, fit, List.of());
        }
        continue;
      }
      var line = justified(content, fit, chosen);
      List<JustifiedLine.Extent> extents = line.extents(Length.ZERO);
      if (!banConflicts(extents, apart, banned)) {
        above = extents;
        return line(content, fit, chosen);
      }
    }
  }

  private boolean banConflicts(
      List<JustifiedLine.Extent> extents, Length apart, Set<KashidaPoint> banned) {
    boolean found = false;
    for (JustifiedLine.Extent extent : extents) {
      if (above.stream().anyMatch(other -> other.isNear(extent, apart))) {
        banned.add(extent.point());
        found = true;
      }
    }
    return found;
  }

  private JustifiedLine justified(Content content, Fit fit, List<KashidaPoint> points) {
    return new JustifiedLine(content.runs(), stretch(content, fit, points), fit.kashida(), points);
  }

  /** What each space gains so that the line fills its measure to the scaled point. */
  private Length stretch(Content content, Fit fit, List<KashidaPoint> points) {
    int spaces = paragraph.spaces(content.start(), content.end());
    boolean last = paragraph.isLast(content.end());
    Length free = measure.minus(content.width()).minus(fit.kashida().times(points.size()));
    boolean tooWide = Length.ZERO.exceeds(free);
    if (spaces == 0 || (!tooWide && (alignment != Alignment.JUSTIFIED || last))) {
      return Length.ZERO;
    }
    var share = new Length(Math.floorDiv(free.scaledPoints(), spaces));
    Length closest = paragraph.spaceWidth(content.start(), content.end()).times(CLOSEST / spaces);
    return tooWide && closest.exceeds(share) ? closest : share;
  }

  private PageItem.Line line(Content content, Fit fit, List<KashidaPoint> points) {
    JustifiedLine line = justified(content, fit, points);
    Length stretch = stretch(content, fit, points);
    int inner = paragraph.spaces(content.start(), content.end());
    int outer = trailingSpaces(content);
    Length set =
        content.width().plus(stretch.times(inner)).plus(fit.kashida().times(points.size()));
    Length hung = content.trailing().plus(stretch.times(outer));
    Length free = measure.minus(set);
    Length before =
        switch (alignment) {
          case CENTRED -> free.times(0.5);
          case END -> rightToLeft ? Length.ZERO : free;
          case START, JUSTIFIED -> rightToLeft ? free : Length.ZERO;
        };
    Length x = rightToLeft ? before.minus(hung) : before.plus(paragraph.indent(content.start()));
    List<PlacedRun> placed = line.placed(x, run -> copy.owners().get(run.span()));
    return new PageItem.Line(
        Length.ZERO, paragraph.paragraph().direction(), measure, placed, why(content, fit));
  }

  private @Nullable Explanation why(Content content, Fit fit) {
    if (alignment != Alignment.JUSTIFIED) {
      return null;
    }
    var why = new Explanation(fit, content.width().dividedBy(measure), breaks.relaxed(), rival);
    rival = null;
    return why;
  }

  private int trailingSpaces(Content content) {
    String text = copy.copy().text();
    int from = paragraph.contentEnd(content.start(), content.end());
    return (int) text.substring(from, content.end()).chars().filter(c -> c == ' ').count();
  }
}
