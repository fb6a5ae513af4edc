package org.qirtas.press;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets are folded and cut by hand: what is read then is in order. */
class ImpositionTest {
  /**
   * Reads a signature whose sheets lie in each other: each leaf's front, then its back, first the
   * halves on one side of the fold from the outermost sheet in, then the others out again.
   *
   * <p>Whoever holds a booklet bound at the right sees the left half of the outermost front first;
   * behind that half is the right half of its back.
   */
  static List<Integer> folded(List<Imposition.Side> sides, Binding binding) {
    var pages = new ArrayList<Integer>();
    int first = binding == Binding.RIGHT ? 0 : 1;
    int sheets = sides.size() / 2;
    for (int sheet = 0; sheet < sheets; sheet++) {
      pages.add(sides.get(2 * sheet).places().get(first));
      pages.add(sides.get(2 * sheet + 1).places().get(1 - first));
    }
    for (int sheet = sheets - 1; sheet >= 0; sheet--) {
      pages.add(sides.get(2 * sheet + 1).places().get(first));
      pages.add(sides.get(2 * sheet).places().get(1 - first));
    }
    return pages;
  }

  static List<Integer> inOrder(int pages, int padded) {
    return IntStream.rangeClosed(1, padded).map(page -> page <= pages ? page : 0).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 15, 16, 17, 64})
  void stitchedBookletIsReadInOrder(int pages) {
    int padded = Math.ceilDiv(pages, 4) * 4;
    for (Binding binding : Binding.values()) {
      List<Imposition.Side> sides = new Imposition.SaddleStitch().sides(pages, binding);
      assertEquals(inOrder(pages, padded), folded(sides, binding));
    }
  }

  @Test
  void outerSheetOfABookBoundAtTheRightHasItsFirstPageAtTheLeft() {
    List<Imposition.Side> sides = new Imposition.SaddleStitch().sides(16, Binding.RIGHT);
    assertEquals(List.of(1, 16), sides.get(0).places());
    assertEquals(List.of(15, 2), sides.get(1).places());
    assertEquals(
        List.of(16, 1), new Imposition.SaddleStitch().sides(16, Binding.LEFT).get(0).places());
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8, 12, 16, 32})
  void gatheredSignaturesAreReadInOrder(int size) {
    for (int pages : new int[] {1, 5, 16, 37, 100}) {
      for (Binding binding : Binding.values()) {
        List<Imposition.Side> sides = new Imposition.PerfectBound(size).sides(pages, binding);
        var read = new ArrayList<Integer>();
        int from = 0;
        while (from < sides.size()) {
          int to = from;
          while (to < sides.size() && sides.get(to).signature() == sides.get(from).signature()) {
            to++;
          }
          read.addAll(folded(sides.subList(from, to), binding));
          from = to;
        }
        assertEquals(inOrder(pages, Math.ceilDiv(pages, 4) * 4), read);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 6, 36})
  void noSignatureHasOtherPagesThanFourToThirtyTwo(int pages) {
    assertThrows(IllegalArgumentException.class, () -> new Imposition.PerfectBound(pages));
  }

  @ParameterizedTest
  @EnumSource
  void cutPilesOnEachOtherAreInOrder(Binding binding) {
    for (int pages : new int[] {1, 2, 7, 16, 33}) {
      var cut = new Imposition.CutAndStack(2, 3);
      List<Imposition.Side> sides = cut.sides(pages, binding);
      var read = new ArrayList<Integer>();
      for (int pile = 0; pile < 6; pile++) {
        for (int sheet = 0; sheet < sides.size() / 2; sheet++) {
          int along = binding == Binding.RIGHT ? 1 - pile % 2 : pile % 2;
          int front = pile / 2 * 2 + along;
          int behind = pile / 2 * 2 + 1 - along;
          read.add(sides.get(2 * sheet).places().get(front));
          read.add(sides.get(2 * sheet + 1).places().get(behind));
        }
      }
      assertEquals(inOrder(pages, read.size()), read);
    }
  }

  @Test
  void overviewRunsAsItsDocumentDoes() {
    var overview = new Imposition.NUp(3, 2);
    assertEquals(List.of(3, 2, 1, 0, 5, 4), overview.sides(5, Binding.RIGHT).get(0).places());
    assertEquals(List.of(1, 2, 3, 4, 5, 0), overview.sides(5, Binding.LEFT).get(0).places());
    assertEquals(2, overview.sides(7, Binding.LEFT).size());
  }
}
