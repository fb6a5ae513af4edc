package org.qirtas.profile;

import org.qirtas.measure.Length;

/**
 * A drawn line.
 *
 * @param thickness how thick; none: it is not drawn
 * @param colour what it is drawn in
 */
public record Rule(Length thickness, Palette.Role colour) {
  /** Not drawn. */
  public static final Rule NONE = new Rule(Length.ZERO, Palette.Role.RULE);

  /** {@return whether it is drawn} */
  public boolean isDrawn() {
    return thickness.exceeds(Length.ZERO);
  }
}
