package org.qirtas.compose;

import org.jspecify.annotations.Nullable;

/**
 * Why a line ends where it ends.
 *
 * @param fit what it took to bring it to its measure
 * @param natural the natural width of its content as a part of the measure
 * @param relaxed whether its paragraph found no lines within the usual limits
 * @param rival on a paragraph's first line what would have been the next best lines; null otherwise
 */
public record Explanation(Fit fit, double natural, boolean relaxed, @Nullable Rival rival) {
  /**
   * The next best lines of a paragraph, and why they lost.
   *
   * @param chosen the demerits of the lines that were chosen, all together
   * @param demerits the demerits of the rival's
   * @param line the number of the first line that would have been another, from 1
   * @param ending the word that this line would have ended with
   * @param worstLine the number of the rival's worst line
   * @param worst its badness
   * @param reason what cost it most
   */
  public record Rival(
      double chosen,
      double demerits,
      int line,
      String ending,
      int worstLine,
      double worst,
      Reason reason) {}

  /** What speaks against a set of lines. */
  public enum Reason {
    /** Its worst line is stretched further. */
    LOOSER,
    /** Its worst line is closed up further. */
    TIGHTER,
    /** Neighbouring lines do not match, or divided words or kashidas follow each other. */
    UNEVEN,
    /** Its last line is too short. */
    SHORT_END
  }
}
