package org.qirtas.compose;

/**
 * How a camera was held: which edge of the stored picture is its head (Exif 2.32, tag 0x0112). The
 * constants stand in the order of the tag's values.
 */
public enum Orientation {
  /** As it is to be seen. */
  UPRIGHT,
  /** Left and right are exchanged. */
  MIRRORED,
  /** Upside down. */
  TURNED_ABOUT,
  /** Head and foot are exchanged. */
  UPENDED,
  /** Rows are columns: the first row is at the left, its beginning at the head. */
  TRANSPOSED,
  /** To be turned clockwise by a quarter: the first row is at the right. */
  TURNED_RIGHT,
  /** Rows are columns: the first row is at the right, its beginning at the foot. */
  TRANSVERSED,
  /** To be turned anticlockwise by a quarter: the first row is at the left. */
  TURNED_LEFT;

  /**
   * {@return the orientation that a tag's value stands for; upright where it stands for none}
   *
   * @param value from 1 to 8
   */
  public static Orientation of(int value) {
    return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
  }

  /** {@return whether the stored picture's rows are columns of what is seen} */
  public boolean isOnItsSide() {
    return compareTo(TRANSPOSED) >= 0;
  }
}
