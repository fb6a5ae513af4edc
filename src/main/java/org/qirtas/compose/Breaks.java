package org.qirtas.compose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph's lines.
 *
 * @param ends the offsets at which they end, in rising order; the last is the paragraph's end; none
 *     where it is empty
 * @param demerits what all of them cost together; 0 where nothing was weighed
 * @param relaxed whether wider limits had to be allowed
 * @param rival the next best lines; null where none were sought, or there are none
 */
public record Breaks(List<Integer> ends, double demerits, boolean relaxed, @Nullable Breaks rival) {
  /** Takes a copy of the ends. */
  public Breaks {
    ends = List.copyOf(ends);
  }

  /**
   * {@return lines that nobody has weighed}
   *
   * @param ends where they end
   */
  public static Breaks unweighed(List<Integer> ends) {
    return new Breaks(ends, 0, false, null);
  }
}
