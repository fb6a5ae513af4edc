package org.qirtas.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.profile.Alignment;
import org.qirtas.profile.TypeStyle;
import org.qirtas.text.FontChoice;
import org.qirtas.text.GlyphRun;
import org.qirtas.text.ShapedParagraph;
import org.qirtas.text.Shaper;

/** Sets one paragraph: shapes it, breaks it, gives each line its place and its stretch. */
final class ParagraphSetter {
  /** How far a line's spaces may be closed up before the line sticks out instead. */
  private static final double CLOSEST = -0.35;

  private final FontChoice fonts;
  private final Shaper shaper;
  private final LineBreaker breaker;
  private final Set<ShapedParagraph.Warning> warnings = new LinkedHashSet<>();

  ParagraphSetter(FontChoice fonts, Shaper shaper, LineBreaker breaker) {
    this.fonts = fonts;
    this.shaper = shaper;
    this.breaker = breaker;
  }

  List<Strip> set(MarkUp.Marked copy, Direction direction, TypeStyle style, Length measure) {
    return set(copy, direction, style, measure, false);
  }

  /** The same, with the last line as full as the others: for a hemistich. */
  List<Strip> setFull(MarkUp.Marked copy, Direction direction, TypeStyle style, Length measure) {
    return set(copy, direction, style, measure, true);
  }

  private List<Strip> set(
      MarkUp.Marked copy, Direction direction, TypeStyle style, Length measure, boolean full) {
    ShapedParagraph paragraph = shape(copy, direction);
    Language language =
        copy.copy().spans().isEmpty()
            ? Language.UNKNOWN
            : copy.copy().spans().getFirst().setting().language();
    var breakable = new Breakable(paragraph, language);
    var strips = new ArrayList<Strip>();
    int start = 0;
    for (int end : breaker.breaks(breakable, measure)) {
      boolean last = !full && (end == copy.copy().text().length() || breakable.isForced(end));
      var line = new LineOfCopy(copy, paragraph, start, breakable.contentEnd(start, end), end);
      strips.add(strip(place(line, style.alignment(), last, measure), style));
      start = end;
    }
    return strips;
  }

  ShapedParagraph shape(MarkUp.Marked copy, Direction direction) {
    ShapedParagraph paragraph = ShapedParagraph.shape(copy.copy(), direction, fonts, shaper);
    warnings.addAll(paragraph.warnings());
    return paragraph;
  }

  /** What could not be set as it stands since this was last asked; once each. */
  List<ShapedParagraph.Warning> takeWarnings() {
    var taken = List.copyOf(warnings);
    warnings.clear();
    return taken;
  }

  /** The natural width of copy that is set on a single line. */
  Length naturalWidth(MarkUp.Marked copy, Direction direction) {
    ShapedParagraph paragraph = shape(copy, direction);
    var breakable = new Breakable(paragraph, Language.UNKNOWN);
    return breakable.width(0, copy.copy().text().length());
  }

  private record LineOfCopy(
      MarkUp.Marked copy, ShapedParagraph paragraph, int start, int contentEnd, int end) {}

  private static Strip strip(PageItem.Line line, TypeStyle style) {
    return new Strip(
        style.leading(), Length.ZERO, false, List.of(line.moved(Length.ZERO, baseline(style))));
  }

  /** The baseline lies where the type's letters are centred between the strip's head and foot. */
  static Length baseline(TypeStyle style) {
    Length letters = style.size().times(0.9);
    return style.leading().minus(letters).times(0.5).plus(style.size().times(0.7)).times(-1);
  }

  private static PageItem.Line place(
      LineOfCopy line, Alignment alignment, boolean last, Length measure) {
    List<GlyphRun> runs = line.paragraph().line(line.start(), line.end());
    boolean rightToLeft = line.paragraph().direction() == Direction.RIGHT_TO_LEFT;
    Length content = Length.ZERO;
    Length trailing = Length.ZERO;
    for (GlyphRun run : runs) {
      Length hanging = hanging(run, line.contentEnd());
      trailing = trailing.plus(hanging);
      content = content.plus(run.width().minus(hanging));
    }
    int inner = spaces(line.copy().copy().text(), line.start(), line.contentEnd());
    int outer = spaces(line.copy().copy().text(), line.contentEnd(), line.end());
    Length stretch = stretch(alignment, last, measure.minus(content), inner, content);
    Length set = content.plus(stretch.times(inner));
    Length hung = trailing.plus(stretch.times(outer));
    Length free = measure.minus(set);
    Length before =
        switch (alignment) {
          case CENTRED -> free.times(0.5);
          case END -> rightToLeft ? Length.ZERO : free;
          case START, JUSTIFIED -> rightToLeft ? free : Length.ZERO;
        };
    Length x = rightToLeft ? before.minus(hung) : before;
    return new PageItem.Line(
        Length.ZERO, line.paragraph().direction(), measure, placed(line, runs, x, stretch));
  }

  private static List<PlacedRun> placed(
      LineOfCopy line, List<GlyphRun> runs, Length x, Length stretch) {
    var placed = new ArrayList<PlacedRun>();
    Length pen = x;
    for (GlyphRun run : runs) {
      Element owner = line.copy().owners().get(run.span());
      var next =
          new PlacedRun(run, pen, run.spaces() == 0 ? Length.ZERO : stretch, List.of(), owner);
      placed.add(next);
      pen = pen.plus(next.width());
    }
    return placed;
  }

  private static Length stretch(
      Alignment alignment, boolean last, Length free, int spaces, Length content) {
    if (spaces == 0 || (!free.exceeds(Length.ZERO) && content.equals(Length.ZERO))) {
      return Length.ZERO;
    }
    boolean tooWide = Length.ZERO.exceeds(free);
    if (!tooWide && (alignment != Alignment.JUSTIFIED || last)) {
      return Length.ZERO;
    }
    Length share = new Length(Math.floorDiv(free.scaledPoints(), spaces));
    Length closest = content.times(CLOSEST / spaces);
    return tooWide && closest.exceeds(share) ? closest : share;
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

  private static int spaces(String text, int from, int to) {
    int spaces = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == ' ') {
        spaces++;
      }
    }
    return spaces;
  }
}
