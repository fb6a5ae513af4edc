package org.qirtas.pdf;

import java.util.Set;
import org.qirtas.compose.Page;
import org.qirtas.compose.PageItem;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrinterMark;

/**
 * Printer's marks around a single page of a print edition: beyond its bleed, on paper that is there
 * for them alone. Lengths are counted from the finished page's lower left corner.
 */
public final class PageMarks {
  /** At least so far from the page, so that a cut that slips leaves none on it. */
  private static final Length LEAST_AWAY = Length.points(6);

  /** Nothing but the page's own content touches the bleed (ISO 15930-7). */
  private static final Length OFF_BLEED = Length.points(1);

  private static final Length LENGTH = Length.points(14);
  private static final Length SLUG_BELOW = Length.points(10);
  private static final Length BELOW_SLUG = Length.points(5);
  private static final Length BETWEEN = Length.points(12);
  private static final Length SMALLEST_PATCH = Length.points(3);
  private static final Length LETTERS = Length.points(5);
  private static final Length SMALLEST_LETTERS = Length.points(2.5);

  private final Set<PrinterMark> wanted;
  private final Page page;

  PageMarks(Page page, Set<PrinterMark> wanted) {
    this.page = page;
    this.wanted = wanted;
  }

  /**
   * {@return the height of a slug line's baseline, below a page's foot and so below zero}
   *
   * @param page the page
   */
  public static Length slugLine(Page page) {
    return away(page).plus(LENGTH).plus(SLUG_BELOW).times(-1);
  }

  private static Length away(Page page) {
    Length off = page.bleed().plus(OFF_BLEED);
    return off.exceeds(LEAST_AWAY) ? off : LEAST_AWAY;
  }

  /** {@return how far the paper reaches beyond the finished page} */
  Length around() {
    return wanted.isEmpty() ? page.bleed() : slugLine(page).times(-1).plus(BELOW_SLUG);
  }

  /** {@return the operators that draw them; none where there are no marks} */
  byte[] operators() {
    if (wanted.isEmpty()) {
      return new byte[0];
    }
    var pen = new MarkPen();
    if (wanted.contains(PrinterMark.CROP)) {
      crops(pen);
      folds(pen);
    }
    if (wanted.contains(PrinterMark.REGISTRATION)) {
      targets(pen);
    }
    if (wanted.contains(PrinterMark.BARS)) {
      bars(pen);
    }
    if (wanted.contains(PrinterMark.SLUG)) {
      plates(pen);
    }
    return pen.operators();
  }

  private Length width() {
    return page.trim().width();
  }

  private Length height() {
    return page.trim().height();
  }

  private void crops(MarkPen pen) {
    Length from = away(page);
    Length to = from.plus(LENGTH);
    for (Length x : new Length[] {Length.ZERO, width()}) {
      pen.line(x, height().plus(from), x, height().plus(to));
      pen.line(x, from.times(-1), x, to.times(-1));
    }
    for (Length y : new Length[] {Length.ZERO, height()}) {
      pen.line(width().plus(from), y, width().plus(to), y);
      pen.line(from.times(-1), y, to.times(-1), y);
    }
  }

  /** Dashed, at head and foot. */
  private void folds(MarkPen pen) {
    Length from = away(page);
    Length to = from.plus(LENGTH);
    pen.dash();
    for (PageItem item : page.items()) {
      if (item instanceof PageItem.Fold(Length x)) {
        pen.line(x, height().plus(from), x, height().plus(to));
        pen.line(x, from.times(-1), x, to.times(-1));
      }
    }
    pen.undash();
  }

  private void targets(MarkPen pen) {
    Length out = away(page).plus(LENGTH.times(0.5));
    Length middle = width().times(isFolded() ? 0.25 : 0.5);
    Length halfway = height().times(0.5);
    pen.target(out.times(-1), halfway);
    pen.target(width().plus(out), halfway);
    pen.target(middle, out.times(-1));
    pen.target(middle, height().plus(out));
  }

  /** A sheet that is folded has its fold marks in its middle, where a page has others. */
  private boolean isFolded() {
    return page.items().stream().anyMatch(PageItem.Fold.class::isInstance);
  }

  /** Below the page between its left corner and its middle, as large as there is room for. */
  private void bars(MarkPen pen) {
    Length most = sideRoom().times(1 / MarkPen.barsWidth(Length.points(1)).inPoints());
    Length patch = most.exceeds(MarkPen.PATCH) ? MarkPen.PATCH : most;
    if (patch.exceeds(SMALLEST_PATCH)) {
      pen.bars(BETWEEN, rowMiddle().minus(patch.times(0.5)), patch);
    }
  }

  /** The same to the right of the middle. */
  private void plates(MarkPen pen) {
    Length most = sideRoom().times(1 / MarkPen.platesWidth(Length.points(1)).inPoints());
    Length letters = most.exceeds(LETTERS) ? LETTERS : most;
    if (letters.exceeds(SMALLEST_LETTERS)) {
      Length x = width().times(isFolded() ? 0.75 : 0.5).plus(BETWEEN);
      pen.plates(x, rowMiddle().minus(letters.times(0.5)), letters);
    }
  }

  private Length rowMiddle() {
    return away(page).plus(LENGTH.times(0.5)).times(-1);
  }

  private Length sideRoom() {
    return width().times(0.5).minus(BETWEEN.times(2));
  }
}
