package org.qirtas.compose;

import org.qirtas.measure.Length;
import org.qirtas.text.ShapedParagraph;

/** How far marks at a line's edges stand out into the margins, so that these look straight. */
final class Hanging {
  /** What has so little ink that a margin looks straighter without it. */
  private static final String HUNG = ".,:;-\u2010\u060C\u061B\u06D4\"'«»‹›“”„‘’‚";

  private final ShapedParagraph paragraph;
  private final long[] widths;
  private final double part;

  /**
   * @param widths how wide all is that stands before each offset
   * @param part how much of a mark's width stands out
   */
  Hanging(ShapedParagraph paragraph, long[] widths, double part) {
    this.paragraph = paragraph;
    this.widths = widths;
    this.part = part;
  }

  boolean isAllowed() {
    return part > 0;
  }

  /** Nothing for what is no such mark. */
  Length of(int at) {
    return HUNG.indexOf(paragraph.copy().text().charAt(at)) >= 0 && isAtEdge(at)
        ? new Length(widths[at + 1] - widths[at]).times(part)
        : Length.ZERO;
  }

  /** A hyphen that is added after a character. */
  Length ofHyphen(int after, Length width) {
    return isAtEdge(after) ? width.times(part) : Length.ZERO;
  }

  /** Whether what begins or ends a line stands at its edge, and is not turned into it by others. */
  private boolean isAtEdge(int at) {
    return paragraph.runAt(at).filter(run -> run.level() == paragraph.level()).isPresent();
  }
}
