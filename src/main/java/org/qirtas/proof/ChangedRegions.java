package org.qirtas.proof;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Where two pictures of a page differ, as few boxes that hold all of it. */
final class ChangedRegions {
  /** A box has edges of so many dots at the least. */
  private static final int CELL = 8;

  /** Cells with so many between them belong together: words of a line, lines of a paragraph. */
  private static final int REACH = 2;

  /** How much a dot must differ to be seen, of 255. */
  private static final int SEEN = 24;

  private final int columns;
  private final int rows;
  private final boolean[] differs;

  private ChangedRegions(int width, int height) {
    this.columns = Math.ceilDiv(width, CELL);
    this.rows = Math.ceilDiv(height, CELL);
    this.differs = new boolean[columns * rows];
  }

  /** The boxes, in dots, from the top; empty where nobody could tell the pictures apart. */
  static List<Rectangle> of(BufferedImage one, BufferedImage other) {
    int width = Math.max(one.getWidth(), other.getWidth());
    int height = Math.max(one.getHeight(), other.getHeight());
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      return List.of(new Rectangle(0, 0, width, height));
    }
    var regions = new ChangedRegions(width, height);
    regions.mark(Fingerprint.pixels(one), Fingerprint.pixels(other), width, height);
    return regions.boxes(width, height);
  }

  private void mark(int[] one, int[] other, int width, int height) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        if (one[at] != other[at] && isSeen(one[at], other[at])) {
          differs[y / CELL * columns + x / CELL] = true;
        }
      }
    }
  }

  private static boolean isSeen(int one, int other) {
    return Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF)) > SEEN
        || Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF)) > SEEN
        || Math.abs((one & 0xFF) - (other & 0xFF)) > SEEN;
  }

  private List<Rectangle> boxes(int width, int height) {
    var boxes = new ArrayList<Rectangle>();
    var taken = new boolean[differs.length];
    for (int cell = 0; cell < differs.length; cell++) {
      if (differs[cell] && !taken[cell]) {
        Rectangle cells = flood(cell, taken);
        var dots =
            new Rectangle(cells.x * CELL, cells.y * CELL, cells.width * CELL, cells.height * CELL);
        boxes.add(dots.intersection(new Rectangle(width, height)));
      }
    }
    return joined(boxes);
  }

  /** The cells that hang together with one. */
  private Rectangle flood(int first, boolean[] taken) {
    var open = new ArrayDeque<Integer>();
    open.push(first);
    taken[first] = true;
    var box = new Rectangle(first % columns, first / columns, 1, 1);
    while (!open.isEmpty()) {
      int cell = open.pop();
      int column = cell % columns;
      int row = cell / columns;
      box.add(new Rectangle(column, row, 1, 1));
      for (int y = Math.max(0, row - REACH); y <= Math.min(rows - 1, row + REACH); y++) {
        for (int x = Math.max(0, column - REACH); x <= Math.min(columns - 1, column + REACH); x++) {
          int next = y * columns + x;
          if (differs[next] && !taken[next]) {
            taken[next] = true;
            open.push(next);
          }
        }
      }
    }
    return box;
  }

  /** Boxes that lie over each other are one. */
  private static List<Rectangle> joined(List<Rectangle> boxes) {
    var joined = new ArrayList<Rectangle>();
    for (Rectangle box : boxes) {
      var next = new Rectangle(box);
      for (int i = 0; i < joined.size(); ) {
        if (joined.get(i).intersects(next)) {
          next.add(joined.remove(i));
          i = 0;
        } else {
          i++;
        }
      }
      joined.add(next);
    }
    joined.sort(
        java.util.Comparator.comparingInt((Rectangle box) -> box.y).thenComparingInt(box -> box.x));
    return joined;
  }
}
