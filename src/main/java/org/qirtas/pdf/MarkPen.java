package org.qirtas.pdf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.qirtas.measure.Length;

/**
 * Draws printer's marks (ISO 32000-1, 14.11.3), as operators of a content stream: around single
 * pages and on sheets they look the same. Lines and letters are in all inks, so that they stand on
 * every plate.
 *
 * <p>One thread's.
 */
public final class MarkPen {
  /** How large a patch of a colour bar is. */
  public static final Length PATCH = Length.points(9);

  /** How far a registration mark's circle is from its middle. */
  public static final Length RADIUS = Length.points(4);

  private static final double HAIR = 0.25;
  private static final double CROSS = 1.6;

  /** By how much a Bézier's points are away from a quarter circle's ends. */
  private static final double QUARTER = 0.5523;

  /** Letters are a tenth of their height thick. */
  private static final double STROKE = 0.1;

  /** In parts of a hundred of each ink: full, two together, half, and greys without black. */
  private static final List<List<Integer>> BARS =
      List.of(
          List.of(100, 0, 0, 0),
          List.of(0, 100, 0, 0),
          List.of(0, 0, 100, 0),
          List.of(0, 0, 0, 100),
          List.of(100, 100, 0, 0),
          List.of(100, 0, 100, 0),
          List.of(0, 100, 100, 0),
          List.of(50, 0, 0, 0),
          List.of(0, 50, 0, 0),
          List.of(0, 0, 50, 0),
          List.of(0, 0, 0, 50),
          List.of(50, 40, 40, 0));

  private static final List<String> PLATES = List.of("CYAN", "MAGENTA", "YELLOW", "BLACK");

  private final StringBuilder content = new StringBuilder();

  /** A pen with nothing drawn yet. */
  public MarkPen() {
    content.append("q 1 1 1 1 K 0 J ");
    Decimal.write(content, HAIR);
    content.append(" w\n");
  }

  /** {@return what was drawn, as operators that leave the graphics state as it was} */
  public byte[] operators() {
    return (content + "Q\n").getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * {@return how wide the colour bars are}
   *
   * @param patch how large each patch is
   */
  public static Length barsWidth(Length patch) {
    return patch.times(BARS.size());
  }

  /**
   * Draws a hair line.
   *
   * @param x where it begins, from the left
   * @param y where it begins, from the foot
   * @param toX where it ends
   * @param toY where it ends
   */
  public void line(Length x, Length y, Length toX, Length toY) {
    number(x).number(y).word("m").number(toX).number(toY).word("l S\n");
  }

  /** Lines are dashed from here on. */
  public void dash() {
    word("[3 2] 0 d\n");
  }

  /** Lines are whole again. */
  public void undash() {
    word("[] 0 d\n");
  }

  /**
   * Draws a registration mark.
   *
   * @param x its middle, from the left
   * @param y its middle, from the foot
   */
  public void target(Length x, Length y) {
    Length r = RADIUS;
    Length k = r.times(QUARTER);
    number(x.plus(r)).number(y).word("m");
    curve(x.plus(r), y.plus(k), x.plus(k), y.plus(r), x, y.plus(r));
    curve(x.minus(k), y.plus(r), x.minus(r), y.plus(k), x.minus(r), y);
    curve(x.minus(r), y.minus(k), x.minus(k), y.minus(r), x, y.minus(r));
    curve(x.plus(k), y.minus(r), x.plus(r), y.minus(k), x.plus(r), y);
    word("s\n");
    Length arm = r.times(CROSS);
    line(x.minus(arm), y, x.plus(arm), y);
    line(x, y.minus(arm), x, y.plus(arm));
  }

  private void curve(Length... points) {
    for (Length point : points) {
      number(point);
    }
    word("c");
  }

  /**
   * Draws the colour bars.
   *
   * @param x their left edge
   * @param y their foot
   * @param patch how large each patch is
   */
  public void bars(Length x, Length y, Length patch) {
    Length left = x;
    for (List<Integer> inks : BARS) {
      inks(inks).word("k");
      number(left).number(y).number(patch).number(patch).word("re f\n");
      left = left.plus(patch);
    }
  }

  /**
   * Draws a filled rectangle in black, such as a step on a signature's spine.
   *
   * @param x its left edge
   * @param y its foot
   * @param width how wide it is
   * @param height how high it is
   */
  public void step(Length x, Length y, Length width, Length height) {
    inks(List.of(0, 0, 0, 100)).word("k");
    number(x).number(y).number(width).number(height).word("re f\n");
  }

  /**
   * Writes digits and capitals, from left to right.
   *
   * @param text what there are no strokes for is a space
   * @param x where they begin
   * @param y their foot
   * @param height how high they are
   */
  public void letters(String text, Length x, Length y, Length height) {
    word("q");
    number(height.times(STROKE)).word("w");
    StrokeLetters.write(text, x.inPoints(), y.inPoints(), height.inPoints(), content);
    word("Q\n");
  }

  /**
   * {@return how wide the plates' names are}
   *
   * @param height how high their letters are
   */
  public static Length platesWidth(Length height) {
    String all = String.join(" ", PLATES);
    return Length.points(StrokeLetters.width(all, height.inPoints()));
  }

  /**
   * Writes the name of each plate in its own ink: one that is missing was not printed.
   *
   * @param x where they begin
   * @param y their foot
   * @param height how high they are
   */
  public void plates(Length x, Length y, Length height) {
    Length left = x;
    for (int ink = 0; ink < PLATES.size(); ink++) {
      word("q");
      var alone = new java.util.ArrayList<>(List.of(0, 0, 0, 0));
      alone.set(ink, 100);
      inks(alone).word("K");
      letters(PLATES.get(ink), left, y, height);
      word("Q\n");
      String name = PLATES.get(ink) + " ";
      left = left.plus(Length.points(StrokeLetters.width(name, height.inPoints())));
    }
  }

  private MarkPen inks(List<Integer> inks) {
    inks.forEach(ink -> word(String.format(Locale.ROOT, "%s", ink / 100.0)));
    return this;
  }

  private MarkPen number(Length length) {
    Decimal.write(content, length.inPoints());
    content.append(' ');
    return this;
  }

  private MarkPen word(String operator) {
    content.append(operator);
    if (!operator.endsWith("\n")) {
      content.append(' ');
    }
    return this;
  }
}
