package org.qirtas.compose;

import org.qirtas.article.Direction;
import org.qirtas.measure.Length;
import org.qirtas.profile.Alignment;

/** How lines of one paragraph fill their measure: where they begin, and what each space gains. */
final class Filling {
  /** How far a line's spaces may be closed up before the line sticks out instead. */
  static final double CLOSEST = -0.35;

  private final Breakable paragraph;
  private final Alignment alignment;
  private final Length measure;
  private final boolean rightToLeft;

  Filling(Breakable paragraph, Alignment alignment, Length measure) {
    this.paragraph = paragraph;
    this.alignment = alignment;
    this.measure = measure;
    this.rightToLeft = paragraph.paragraph().direction() == Direction.RIGHT_TO_LEFT;
  }

  /**
   * A line that fills its measure.
   *
   * @param x where its leftmost run begins, from the measure's left edge; what hangs and the spaces
   *     at the line's end stand outside of it
   * @param stretch what each space gains
   */
  record Filled(Length x, Length stretch) {}

  /**
   * Fills the measure to the scaled point, or as far as there are spaces.
   *
   * @param kashida what each kashida adds
   * @param kashidas how many there are
   */
  Filled of(LineContent line, Length kashida, int kashidas) {
    Length content = line.width().plus(kashida.times(kashidas));
    Length stretch = stretch(line, measure.minus(content));
    Length set = content.plus(stretch.times(paragraph.spaces(line.start(), line.end())));
    Length free = measure.minus(set);
    Length left =
        switch (alignment) {
          case CENTRED -> free.times(0.5);
          case END -> rightToLeft ? Length.ZERO : free;
          case START, JUSTIFIED -> rightToLeft ? free : Length.ZERO;
        };
    Length outside =
        rightToLeft ? line.after().plus(stretch.times(spacesAtEnd(line))) : line.before();
    return new Filled(left.minus(outside), stretch);
  }

  private Length stretch(LineContent line, Length free) {
    int spaces = paragraph.spaces(line.start(), line.end());
    boolean tooWide = Length.ZERO.exceeds(free);
    boolean ragged = alignment != Alignment.JUSTIFIED || paragraph.isLast(line.end());
    if (spaces == 0 || (!tooWide && ragged)) {
      return Length.ZERO;
    }
    var share = new Length(Math.floorDiv(free.scaledPoints(), spaces));
    Length closest = paragraph.spaceWidth(line.start(), line.end()).times(CLOSEST / spaces);
    return tooWide && closest.exceeds(share) ? closest : share;
  }

  private int spacesAtEnd(LineContent line) {
    int spaces = 0;
    for (int at = paragraph.contentEnd(line.start(), line.end()); at < line.end(); at++) {
      spaces += paragraph.isSpace(at) ? 1 : 0;
    }
    return spaces;
  }
}
