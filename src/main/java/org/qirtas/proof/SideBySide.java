package org.qirtas.proof;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;

/**
 * A page as it was and as it is, beside each other, with what changed framed in both: the older one
 * first in the order of reading, that is at the right where the document runs from right to left.
 */
public final class SideBySide {
  private static final int GAP = 28;
  private static final int HEAD = 44;
  private static final double LETTERS = 20;
  private static final int FRAME = 5;
  private static final Color PAPER = new Color(0xE6, 0xE6, 0xE6);
  private static final Color EDGE = new Color(0x8A, 0x8A, 0x8A);

  /** Two colours that people who see no green or no red tell apart. */
  private static final Color WAS = new Color(0xD5, 0x5E, 0x00);

  private static final Color IS = new Color(0x00, 0x72, 0xB2);
  private static final int TINT = 28;

  private final PageImages before;
  private final PageImages after;
  private final float dots;
  private final Lettering lettering;

  /**
   * Pictures of a comparison.
   *
   * @param before the older state
   * @param after the newer one
   * @param dots how many dots an inch the comparison looked at
   * @param lettering who writes the heads
   */
  public SideBySide(PageImages before, PageImages after, float dots, Lettering lettering) {
    this.before = before;
    this.after = after;
    this.dots = dots;
    this.lettering = lettering;
  }

  /**
   * What stands above the two pages.
   *
   * @param before above the older one
   * @param after above the newer one
   */
  public record Heads(String before, String after) {}

  /**
   * {@return the picture of a change}
   *
   * @param change what became of a page
   * @param heads what stands above it
   * @throws IOException where neither of its pages can be drawn, or one takes too long
   */
  public BufferedImage picture(Change change, Heads heads) throws IOException {
    Optional<BufferedImage> was = image(before, change.before());
    Optional<BufferedImage> is = image(after, change.after());
    int width =
        Math.max(
            was.map(BufferedImage::getWidth).orElse(1), is.map(BufferedImage::getWidth).orElse(1));
    int height =
        Math.max(
            was.map(BufferedImage::getHeight).orElse(1),
            is.map(BufferedImage::getHeight).orElse(1));
    var picture =
        new BufferedImage(3 * GAP + 2 * width, HEAD + height + GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = Stamp.pen(picture);
    pen.setColor(PAPER);
    pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    boolean fromTheRight = after.runsFromTheRight();
    int first = fromTheRight ? 2 * GAP + width : GAP;
    int second = fromTheRight ? GAP : 2 * GAP + width;
    half(pen, was, change, new Half(heads.before(), first, width, WAS));
    half(pen, is, change, new Half(heads.after(), second, width, IS));
    pen.dispose();
    return picture;
  }

  private Optional<BufferedImage> image(PageImages pages, int page) throws IOException {
    return page == 0 ? Optional.empty() : Optional.of(pages.image(page, dots));
  }

  private record Half(String head, int left, int width, Color colour) {}

  private void half(Graphics2D pen, Optional<BufferedImage> page, Change change, Half half) {
    Lettering.Words words = lettering.words(half.head(), LETTERS, true);
    ContactSheet.write(pen, words, half.left() + (half.width() - words.width()) / 2, HEAD * 0.68);
    if (page.isEmpty()) {
      return;
    }
    pen.drawImage(page.get(), half.left(), HEAD, null);
    pen.setColor(EDGE);
    pen.setStroke(new BasicStroke(1));
    pen.drawRect(half.left() - 1, HEAD - 1, page.get().getWidth() + 1, page.get().getHeight() + 1);
    pen.setStroke(new BasicStroke(2.5f));
    for (Rectangle box : change.regions()) {
      var around =
          new Rectangle(
              half.left() + box.x - FRAME,
              HEAD + box.y - FRAME,
              box.width + 2 * FRAME,
              box.height + 2 * FRAME);
      pen.setColor(
          new Color(
              half.colour().getRed(), half.colour().getGreen(), half.colour().getBlue(), TINT));
      pen.fill(around);
      pen.setColor(half.colour());
      pen.draw(around);
    }
  }
}
