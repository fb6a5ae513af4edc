package org.qirtas.compose;

import java.util.List;
import org.qirtas.measure.Length;

/** A way of parting a paragraph into lines. */
public interface LineBreaker {
  /**
   * {@return the offsets at which the paragraph's lines end, in rising order; the last is its end;
   * none where the paragraph is empty}
   *
   * @param paragraph where it may break, and how wide its parts are
   * @param measure the width of a line
   */
  List<Integer> breaks(Breakable paragraph, Length measure);
}
