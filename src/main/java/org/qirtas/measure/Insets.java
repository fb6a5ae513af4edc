package org.qirtas.measure;

/**
 * What is kept free along the four edges of a page.
 *
 * @param head along the upper edge
 * @param right along the right edge
 * @param foot along the lower edge
 * @param left along the left edge
 */
public record Insets(Length head, Length right, Length foot, Length left) {
  /**
   * {@return the same on all four edges}
   *
   * @param inset how much
   */
  public static Insets all(Length inset) {
    return new Insets(inset, inset, inset, inset);
  }
}
