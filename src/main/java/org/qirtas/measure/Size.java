package org.qirtas.measure;

/**
 * How wide and how high a sheet, a page or a picture is.
 *
 * @param width from left to right
 * @param height from foot to head
 */
public record Size(Length width, Length height) {
  /** ISO 216 A4, upright. */
  public static final Size A4 = new Size(Length.millimetres(210), Length.millimetres(297));
}
