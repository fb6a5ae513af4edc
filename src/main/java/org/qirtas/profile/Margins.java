package org.qirtas.profile;

import org.qirtas.measure.Insets;
import org.qirtas.measure.Length;

/**
 * What is kept free along the edges of a page, named by where the spine is. Whatever the binding,
 * the spine is to the right of a left page and to the left of a right page.
 *
 * @param inner along the spine
 * @param outer along the edge that is turned
 * @param head along the upper edge
 * @param foot along the lower edge
 * @param mirrored whether pages on the left and on the right are mirror images; if not, all look
 *     like the first
 */
public record Margins(Length inner, Length outer, Length head, Length foot, boolean mirrored) {
  /**
   * {@return the same on all four edges}
   *
   * @param margin how much
   */
  public static Margins all(Length margin) {
    return new Margins(margin, margin, margin, margin, false);
  }

  /**
   * {@return what is kept free on a page of a spread}
   *
   * @param leftPage whether the page lies on the left
   */
  Insets on(boolean leftPage) {
    return leftPage ? new Insets(head, inner, foot, outer) : new Insets(head, outer, foot, inner);
  }
}
