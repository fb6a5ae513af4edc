package org.qirtas.compose;

/**
 * How wide a line's spaces look, in four classes: lines more than one class apart should not meet
 * (Knuth and Plass, "Breaking paragraphs into lines", 1981).
 */
public enum Fitness {
  /** Closed up by more than half of what is allowed. */
  TIGHT(0),
  /** As the font has them, or nearly. */
  DECENT(1),
  /** Stretched by more than half of what is free of blame. */
  LOOSE(2),
  /** Stretched further than that. */
  VERY_LOOSE(3);

  private final int width;

  Fitness(int width) {
    this.width = width;
  }

  /** {@return its place among the classes, the tightest first, from 0} */
  int width() {
    return width;
  }

  /**
   * {@return whether the two should not meet}
   *
   * @param other the class of a neighbouring line
   */
  public boolean isFarFrom(Fitness other) {
    return Math.abs(width - other.width) > 1;
  }
}
