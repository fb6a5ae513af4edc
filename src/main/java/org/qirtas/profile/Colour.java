package org.qirtas.profile;

/**
 * A colour, as light for the screen and as inks for print; neither is computed from the other,
 * since an editor who chooses inks wants these inks.
 *
 * @param screen as light
 * @param print as inks
 */
public record Colour(Screen screen, Print print) {
  /** Black: no light, and black ink alone. */
  public static final Colour BLACK = tint(100);

  /**
   * In sRGB.
   *
   * @param red 0 to 255
   * @param green 0 to 255
   * @param blue 0 to 255
   */
  public record Screen(int red, int green, int blue) {}

  /**
   * In parts of a hundred of each ink.
   *
   * @param cyan 0 to 100
   * @param magenta 0 to 100
   * @param yellow 0 to 100
   * @param black 0 to 100
   */
  public record Print(int cyan, int magenta, int yellow, int black) {}

  /**
   * {@return a grey of black ink alone}
   *
   * @param percent how much of it, 0 to 100
   */
  public static Colour tint(int percent) {
    int light = (int) Math.round(255 * (100 - percent) / 100.0);
    return new Colour(new Screen(light, light, light), new Print(0, 0, 0, percent));
  }
}
