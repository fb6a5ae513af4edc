package org.qirtas.press;

/** The edge at which a booklet is bound, as its first page is seen. */
public enum Binding {
  /** At the right, as books are that run from right to left. */
  RIGHT,
  /** At the left. */
  LEFT
}
