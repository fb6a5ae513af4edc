package org.qirtas.profile;

import org.qirtas.measure.Length;

/**
 * The columns that text runs in; the first is where reading begins. The rule between them is {@link
 * Rules#column()}.
 *
 * @param count 1 to {@link #MOST}
 * @param gutter what is kept free between two of them
 * @param balanced whether those on the last page end at one height
 */
public record Columns(int count, Length gutter, boolean balanced) {
  /** More than these no page is set in. */
  public static final int MOST = 4;

  /** One, as wide as the page lets it be. */
  public static final Columns ONE = new Columns(1, Length.millimetres(6), true);

  /** Refuses a number of columns that no page has. */
  public Columns {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(count + " columns");
    }
  }

  /**
   * {@return how wide each is}
   *
   * @param measure from the first one's beginning to the last one's end
   */
  public Length width(Length measure) {
    return measure.minus(gutter.times(count - 1)).times(1.0 / count);
  }
}
