package org.qirtas.measure;

/**
 * A length, or an offset, in whole scaled points: 65,536 to the point, 72 points to the inch.
 *
 * <p>Whole numbers, because sums must come out the same in any order and on any machine: a line's
 * glyphs, added one by one, are exactly as long as the line.
 *
 * @param scaledPoints how many; negative for an offset to the left or downwards
 */
public record Length(long scaledPoints) implements Comparable<Length> {
  /** No length. */
  public static final Length ZERO = new Length(0);

  private static final int PER_POINT = 65_536;
  private static final double POINTS_PER_MM = 72 / 25.4;

  /**
   * {@return so many points (1/72 inch), rounded to the nearest scaled point}
   *
   * @param points how many
   */
  public static Length points(double points) {
    return new Length(Math.round(points * PER_POINT));
  }

  /**
   * {@return so many millimetres, rounded to the nearest scaled point}
   *
   * @param millimetres how many
   */
  public static Length millimetres(double millimetres) {
    return points(millimetres * POINTS_PER_MM);
  }

  /**
   * The length of a distance in a font's design space.
   *
   * @param units the distance in font units
   * @param unitsPerEm how many of them the em has
   * @param size the size that the font is set at
   * @return the length
   */
  public static Length ofUnits(long units, int unitsPerEm, Length size) {
    return new Length(Math.round((double) units * size.scaledPoints / unitsPerEm));
  }

  /** {@return in points, as PDF counts} */
  public double inPoints() {
    return (double) scaledPoints / PER_POINT;
  }

  /** {@return in millimetres, as paper is measured} */
  public double inMillimetres() {
    return inPoints() / POINTS_PER_MM;
  }

  /**
   * {@return the sum}
   *
   * @param other the other length
   */
  public Length plus(Length other) {
    return new Length(scaledPoints + other.scaledPoints);
  }

  /**
   * {@return the difference}
   *
   * @param other the other length
   */
  public Length minus(Length other) {
    return new Length(scaledPoints - other.scaledPoints);
  }

  /**
   * {@return so many times this length, rounded to the nearest scaled point}
   *
   * @param factor how many times
   */
  public Length times(double factor) {
    return new Length(Math.round(scaledPoints * factor));
  }

  /**
   * {@return how many times the other length this one is}
   *
   * @param other the other length
   */
  public double dividedBy(Length other) {
    return (double) scaledPoints / other.scaledPoints;
  }

  /**
   * {@return whether it is longer than the other}
   *
   * @param other the other length
   */
  public boolean exceeds(Length other) {
    return scaledPoints > other.scaledPoints;
  }

  @Override
  public int compareTo(Length other) {
    return Long.compare(scaledPoints, other.scaledPoints);
  }
}
