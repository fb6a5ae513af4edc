package org.qirtas.article;

/** The base direction that text is read in. */
public enum Direction {
  /** As Arabic, Hebrew and Syriac are. */
  RIGHT_TO_LEFT,
  /** As Latin, Greek and Cyrillic are. */
  LEFT_TO_RIGHT
}
