package org.qirtas.press;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A way to put pages on sheets so that they come out in order once these are printed on both sides,
 * folded and cut. Pages are counted from 1; 0 stands for an empty place.
 */
public sealed interface Imposition {
  /** A page that does not fit the sheet's scheme is never left out: places are filled up. */
  int PAGES_OF_A_FOLDED_SHEET = 4;

  /** {@return how many pages stand beside each other} */
  int columns();

  /** {@return how many pages stand one below the other} */
  int rows();

  /** {@return whether pages share a fold, and so touch each other} */
  boolean folded();

  /**
   * {@return the sides of all sheets, front and back in turn}
   *
   * @param pages how many pages there are
   * @param binding where they are bound
   */
  List<Side> sides(int pages, Binding binding);

  /**
   * One side of a sheet.
   *
   * @param sheet the sheet, from 1
   * @param back whether it is the side that is printed second
   * @param signature which fold of sheets it belongs to, from 1; 0 where nothing is folded
   * @param depth how many sheets lie around it in its signature, from 0: inner ones creep out
   * @param places its pages, row by row from the head, each from the left
   */
  record Side(int sheet, boolean back, int signature, int depth, List<Integer> places) {
    /** Takes a copy of the places. */
    public Side {
      places = List.copyOf(places);
    }
  }

  /** Sheets with a fold between two pages. */
  sealed interface Folded extends Imposition {
    @Override
    default int columns() {
      return 2;
    }

    @Override
    default int rows() {
      return 1;
    }

    @Override
    default boolean folded() {
      return true;
    }
  }

  /** Sheets that are cut and not folded. */
  sealed interface Flat extends Imposition {
    @Override
    default boolean folded() {
      return false;
    }
  }

  /** All sheets are folded once and lie in each other, stapled through the fold. */
  record SaddleStitch() implements Folded {
    @Override
    public List<Side> sides(int pages, Binding binding) {
      int padded = Math.ceilDiv(pages, PAGES_OF_A_FOLDED_SHEET) * PAGES_OF_A_FOLDED_SHEET;
      return signature(new Signature(1, 0, padded, 0), pages, binding);
    }
  }

  /**
   * Several folds of sheets, each like a small booklet, are gathered and glued at the spine.
   *
   * @param pages how many pages a signature has: 4 to 32, a multiple of 4
   */
  record PerfectBound(int pages) implements Folded {
    /** The largest signature: more sheets do not fold well. */
    public static final int MOST = 32;

    /** Refuses a signature that no sheets make. */
    public PerfectBound {
      if (pages < PAGES_OF_A_FOLDED_SHEET || pages > MOST || pages % PAGES_OF_A_FOLDED_SHEET != 0) {
        throw new IllegalArgumentException(pages + " pages a signature");
      }
    }

    @Override
    public List<Side> sides(int count, Binding binding) {
      var sides = new ArrayList<Side>();
      int padded = Math.ceilDiv(count, PAGES_OF_A_FOLDED_SHEET) * PAGES_OF_A_FOLDED_SHEET;
      int number = 1;
      // The last signature is as small as it can be.
      for (int first = 0; first < padded; first += pages) {
        var signature =
            new Signature(number, first, Math.min(pages, padded - first), sides.size() / 2);
        sides.addAll(signature(signature, count, binding));
        number++;
      }
      return sides;
    }
  }

  /**
   * So many pages on each side, in the order of reading.
   *
   * @param columns beside each other
   * @param rows one below the other
   */
  record NUp(int columns, int rows) implements Flat {
    @Override
    public List<Side> sides(int pages, Binding binding) {
      var sides = new ArrayList<Side>();
      int each = columns * rows;
      for (int first = 0; first < pages; first += each) {
        int before = first;
        List<Integer> places =
            grid(columns, rows, binding == Binding.RIGHT, at -> before + at + 1, pages);
        int number = sides.size();
        sides.add(new Side(number / 2 + 1, number % 2 != 0, 0, 0, places));
      }
      return sides;
    }
  }

  /**
   * The pile of printed sheets is cut, and the cut piles are put on each other: leaves are in order
   * without any sorting.
   *
   * @param columns beside each other
   * @param rows one below the other
   */
  record CutAndStack(int columns, int rows) implements Flat {
    @Override
    public List<Side> sides(int pages, Binding binding) {
      int piles = columns * rows;
      int sheets = Math.ceilDiv(Math.ceilDiv(pages, 2), piles);
      var sides = new ArrayList<Side>();
      for (int sheet = 0; sheet < sheets; sheet++) {
        sides.add(side(sheet, sheets, false, pages, binding));
        sides.add(side(sheet, sheets, true, pages, binding));
      }
      return sides;
    }

    private Side side(int sheet, int sheets, boolean back, int pages, Binding binding) {
      // What is at the left of a front is at the right of its back.
      boolean fromTheRight = (binding == Binding.RIGHT) != back;
      IntUnaryOperator page = pile -> 2 * (pile * sheets + sheet) + (back ? 2 : 1);
      return new Side(sheet + 1, back, 0, 0, grid(columns, rows, fromTheRight, page, pages));
    }
  }

  /** Places row by row, each from the left; they are counted in the order of reading, from 0. */
  private static List<Integer> grid(
      int columns, int rows, boolean fromTheRight, IntUnaryOperator pageAt, int pages) {
    var places = new ArrayList<Integer>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int along = fromTheRight ? columns - 1 - column : column;
        int page = pageAt.applyAsInt(row * columns + along);
        places.add(page <= pages ? page : 0);
      }
    }
    return places;
  }

  /**
   * Sheets that are folded in each other.
   *
   * @param number which one, from 1
   * @param first how many pages stand before it
   * @param pages how many it has: a multiple of 4
   * @param sheets how many sheets lie before it
   */
  record Signature(int number, int first, int pages, int sheets) {}

  private static List<Side> signature(Signature signature, int pages, Binding binding) {
    var sides = new ArrayList<Side>();
    int last = signature.pages();
    for (int depth = 0; depth < last / PAGES_OF_A_FOLDED_SHEET; depth++) {
      int sheet = signature.sheets() + depth + 1;
      // As a book that is bound at the right has them, from the left: an odd page, and a late one.
      List<Integer> front = List.of(2 * depth + 1, last - 2 * depth);
      List<Integer> back = List.of(last - 2 * depth - 1, 2 * depth + 2);
      sides.add(side(signature, sheet, false, depth, printed(front, signature, pages), binding));
      sides.add(side(signature, sheet, true, depth, printed(back, signature, pages), binding));
    }
    return sides;
  }

  private static List<Integer> printed(List<Integer> within, Signature signature, int pages) {
    return within.stream()
        .map(page -> page + signature.first())
        .map(page -> page <= pages ? page : 0)
        .toList();
  }

  private static Side side(
      Signature signature,
      int sheet,
      boolean back,
      int depth,
      List<Integer> places,
      Binding binding) {
    List<Integer> seen = binding == Binding.RIGHT ? places : places.reversed();
    return new Side(sheet, back, signature.number(), depth, seen);
  }
}
