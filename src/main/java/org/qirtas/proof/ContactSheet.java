package org.qirtas.proof;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qirtas.pdf.Patience;

/**
 * Small pictures of pages on one large one, in the order of reading, each with its label below it.
 * Pages of a document that runs from right to left begin at the upper right.
 */
public final class ContactSheet {
  /** How many pages stand on a sheet. */
  public static final int PAGES = 24;

  private static final int COLUMNS = 6;
  private static final int CELL_WIDTH = 220;
  private static final int CELL_HEIGHT = 300;
  private static final int GAP = 24;
  private static final int LABEL = 30;
  private static final double LETTERS = 15;
  private static final Color PAPER = new Color(0xE6, 0xE6, 0xE6);
  private static final Color EDGE = new Color(0x8A, 0x8A, 0x8A);
  private static final Color TORN = new Color(0xC0, 0x39, 0x2B);

  private final PageImages pages;
  private final Lettering lettering;
  private final Optional<Stamp> stamp;

  /**
   * Contact sheets of a document.
   *
   * @param pages its pages
   * @param lettering who writes the labels
   * @param stamp what each page is stamped with
   */
  public ContactSheet(PageImages pages, Lettering lettering, Optional<Stamp> stamp) {
    this.pages = pages;
    this.lettering = lettering;
    this.stamp = stamp;
  }

  /** {@return the pages of the document} */
  public PageImages pages() {
    return pages;
  }

  /**
   * {@return the pages by sheets}
   *
   * @param pages the numbers of all
   */
  public static List<List<Integer>> sheets(List<Integer> pages) {
    var sheets = new ArrayList<List<Integer>>();
    for (int first = 0; first < pages.size(); first += PAGES) {
      sheets.add(List.copyOf(pages.subList(first, Math.min(pages.size(), first + PAGES))));
    }
    return sheets;
  }

  /** Is told of each page as it has been drawn. */
  public interface Listener {
    /**
     * A page is on the sheet.
     *
     * @param page its number
     * @param failure why it could not be drawn, where it could not
     */
    void drawn(int page, Optional<IOException> failure);
  }

  /**
   * {@return one sheet}
   *
   * @param on the numbers of its pages, at most {@link #PAGES}
   * @param listener is told of each
   * @throws Patience.Exceeded where a page takes too long: the document is of no more use
   */
  public BufferedImage sheet(List<Integer> on, Listener listener) throws IOException {
    int columns = Math.min(COLUMNS, Math.max(1, on.size()));
    int rows = Math.ceilDiv(Math.max(1, on.size()), columns);
    int width = GAP + columns * (CELL_WIDTH + GAP);
    int height = GAP + rows * (CELL_HEIGHT + LABEL + GAP);
    var sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = Stamp.pen(sheet);
    pen.setColor(PAPER);
    pen.fillRect(0, 0, width, height);
    for (int i = 0; i < on.size(); i++) {
      int along = i % columns;
      int column = pages.runsFromTheRight() ? columns - 1 - along : along;
      int left = GAP + column * (CELL_WIDTH + GAP);
      int top = GAP + i / columns * (CELL_HEIGHT + LABEL + GAP);
      listener.drawn(on.get(i), page(pen, on.get(i), left, top));
      label(pen, on.get(i), left, top + CELL_HEIGHT);
    }
    pen.dispose();
    return sheet;
  }

  private Optional<IOException> page(Graphics2D pen, int page, int left, int top)
      throws Patience.Exceeded {
    try {
      PageImages.Extent extent = pages.extent(page);
      double scale = Math.min(CELL_WIDTH / extent.width(), CELL_HEIGHT / extent.height());
      // Twice as fine, then made half as large: lines that are thinner than a dot stay.
      BufferedImage image = pages.image(page, (float) (2 * PageImages.UNITS * scale));
      stamp.ifPresent(words -> words.press(image));
      double wide = Math.max(1, Math.min(CELL_WIDTH, image.getWidth() / 2));
      double high = Math.max(1, Math.min(CELL_HEIGHT, image.getHeight() / 2));
      int x = left + (int) Math.round((CELL_WIDTH - wide) / 2);
      int y = top + (int) Math.round((CELL_HEIGHT - high) / 2);
      pen.drawImage(image, x, y, (int) wide, (int) high, null);
      frame(pen, EDGE, new Rectangle2D.Double(x - 0.5, y - 0.5, wide + 1, high + 1));
      return Optional.empty();
    } catch (Patience.Exceeded e) {
      throw e;
    } catch (IOException e) {
      frame(pen, TORN, new Rectangle2D.Double(left, top, CELL_WIDTH, CELL_HEIGHT));
      return Optional.of(e);
    }
  }

  private static void frame(Graphics2D pen, Color colour, Rectangle2D box) {
    pen.setColor(colour);
    pen.setStroke(new BasicStroke(1));
    pen.draw(box);
  }

  private void label(Graphics2D pen, int page, int left, int top) {
    Lettering.Words words = lettering.words(pages.label(page), LETTERS, false);
    write(pen, words, left + (CELL_WIDTH - words.width()) / 2, top + LABEL * 0.7);
  }

  /** Writes words with their baseline's beginning at a place of a picture. */
  static void write(Graphics2D pen, Lettering.Words words, double x, double baseline) {
    pen.setColor(Color.BLACK);
    pen.fill(new AffineTransform(1, 0, 0, -1, x, baseline).createTransformedShape(words.outline()));
  }
}
