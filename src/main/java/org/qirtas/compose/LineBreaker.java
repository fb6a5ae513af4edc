package org.qirtas.compose;

import org.qirtas.measure.Length;

/** A way of parting a paragraph into lines. */
public interface LineBreaker {
  /**
   * {@return where the paragraph's lines end}
   *
   * @param paragraph where it may break, and how wide its parts are
   * @param measure the width of a line
   */
  Breaks breaks(Breakable paragraph, Length measure);
}
