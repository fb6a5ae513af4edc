package org.qirtas.profile;

import org.qirtas.measure.Length;

/**
 * How one kind of paragraph is set.
 *
 * @param size the size of the em
 * @param leading the distance from baseline to baseline
 * @param bold whether in bold
 * @param alignment where its lines begin and end
 * @param spaceBefore what is kept free above it, but not at the head of a page
 * @param spaceAfter what is kept free below it
 */
public record TypeStyle(
    Length size,
    Length leading,
    boolean bold,
    Alignment alignment,
    Length spaceBefore,
    Length spaceAfter) {
  /**
   * {@return a style with its lengths in points}
   *
   * @param size of the em
   * @param leading from baseline to baseline
   * @param bold whether in bold
   * @param alignment where its lines begin and end
   * @param before free above
   * @param after free below
   */
  public static TypeStyle ofPoints(
      double size, double leading, boolean bold, Alignment alignment, double before, double after) {
    return new TypeStyle(
        Length.points(size),
        Length.points(leading),
        bold,
        alignment,
        Length.points(before),
        Length.points(after));
  }
}
