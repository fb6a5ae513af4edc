package org.qirtas.profile;

import org.qirtas.measure.Length;

/**
 * How one kind of paragraph is set.
 *
 * @param font which typeface it is set in
 * @param size the size of the em
 * @param leading the distance from baseline to baseline
 * @param bold whether in bold
 * @param alignment where its lines begin and end
 * @param spaceBefore what is kept free above it, but not at the head of a page or a column
 * @param spaceAfter what is kept free below it
 * @param keptWithNext whether no page or column ends between it and what follows
 * @param firstLine how much further in its first line begins
 * @param indentStart how far its lines keep from the margin where reading begins
 * @param indentEnd how far its lines keep from the margin where reading ends
 * @param colour what it is printed in
 */
public record TypeStyle(
    FontRole font,
    Length size,
    Length leading,
    boolean bold,
    Alignment alignment,
    Length spaceBefore,
    Length spaceAfter,
    boolean keptWithNext,
    Length firstLine,
    Length indentStart,
    Length indentEnd,
    Palette.Role colour) {
  /**
   * {@return the same with its lines elsewhere}
   *
   * @param other where they begin and end
   */
  public TypeStyle aligned(Alignment other) {
    return lettered(size, leading, bold, other);
  }

  /**
   * {@return the same with other room between its lines}
   *
   * @param other the distance from baseline to baseline
   */
  public TypeStyle led(Length other) {
    return lettered(size, other, bold, alignment);
  }

  /** {@return the same in bold} */
  public TypeStyle emboldened() {
    return lettered(size, leading, true, alignment);
  }

  /** {@return the same from margin to margin, for whoever keeps the indents free itself} */
  public TypeStyle unindented() {
    return spaced(spaceBefore, spaceAfter);
  }

  /**
   * {@return the same from margin to margin, with other spaces}
   *
   * @param before what is kept free above
   * @param after what is kept free below
   */
  public TypeStyle spaced(Length before, Length after) {
    return placed(before, after, firstLine, Length.ZERO, Length.ZERO);
  }

  /**
   * {@return the same with other room above and below}
   *
   * @param before what is kept free above
   * @param after what is kept free below
   */
  public TypeStyle apart(Length before, Length after) {
    return new TypeStyle(
        font,
        size,
        leading,
        bold,
        alignment,
        before,
        after,
        keptWithNext,
        firstLine,
        indentStart,
        indentEnd,
        colour);
  }

  /**
   * {@return the same in smaller type, its leading unchanged}
   *
   * @param factor how much smaller, up to 1
   */
  public TypeStyle shrunk(double factor) {
    return lettered(size.times(factor), leading, bold, alignment);
  }

  /** {@return the same with nothing kept free around it, and no line further in} */
  public TypeStyle bare() {
    return placed(Length.ZERO, Length.ZERO, Length.ZERO, Length.ZERO, Length.ZERO);
  }

  private TypeStyle lettered(Length em, Length line, boolean heavy, Alignment edges) {
    return new TypeStyle(
        font,
        em,
        line,
        heavy,
        edges,
        spaceBefore,
        spaceAfter,
        keptWithNext,
        firstLine,
        indentStart,
        indentEnd,
        colour);
  }

  private TypeStyle placed(
      Length before, Length after, Length first, Length startIndent, Length endIndent) {
    return new TypeStyle(
        font,
        size,
        leading,
        bold,
        alignment,
        before,
        after,
        keptWithNext,
        first,
        startIndent,
        endIndent,
        colour);
  }
}
