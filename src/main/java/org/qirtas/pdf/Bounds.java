package org.qirtas.pdf;

import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSFloat;
import org.qirtas.compose.PageItem;
import org.qirtas.measure.Length;

/** The edges of something on a page, as distances from the page's left edge and foot. */
record Bounds(Length left, Length foot, Length right, Length head) {
  /**
   * {@return the same as they are on the page, where they are those of something that is turned}
   */
  Bounds on(Optional<PageItem.Turned> turn) {
    if (turn.isEmpty()) {
      return this;
    }
    PageItem.Turned turned = turn.get();
    return turned.clockwise()
        ? new Bounds(
            turned.across(foot), turned.upwards(right), turned.across(head), turned.upwards(left))
        : new Bounds(
            turned.across(head), turned.upwards(left), turned.across(foot), turned.upwards(right));
  }

  /** {@return a rectangle (ISO 32000-1, 7.9.5)} */
  COSArray rectangle() {
    var rectangle = new COSArray();
    for (Length edge : new Length[] {left, foot, right, head}) {
      rectangle.add(new COSFloat((float) edge.inPoints()));
    }
    return rectangle;
  }
}
