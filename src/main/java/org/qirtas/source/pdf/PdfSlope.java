package org.qirtas.source.pdf;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.source.letters.VisualOrder;

/**
 * Sets the letters of sloping words down on their line. In Nastaliq a word begins above the line
 * and each of its letters stands lower than the one before, so that only its end is on the
 * baseline.
 */
final class PdfSlope {
  /** In sizes of the type. */
  private static final double TOUCHING = 0.12;

  private static final double STEEPEST = 1.2;
  private static final double LEVEL = 0.02;

  /** A letter may stand a little higher than the one before it. */
  private static final double UNEVEN = 0.1;

  private static final double SAME_SIZE = 0.05;

  /** A share of all pairs of touching letters: on pages of other styles few stand so. */
  private static final double SHARE_SLOPING = 0.15;

  private final List<PdfGlyph> drawn;
  private final double[] down;

  private PdfSlope(List<PdfGlyph> drawn) {
    this.drawn = drawn;
    this.down = new double[drawn.size()];
  }

  /** The glyphs of a page, in the order in which they were drawn, each on its line. */
  static List<PdfGlyph> levelled(List<PdfGlyph> drawn) {
    var slope = new PdfSlope(drawn);
    return slope.words() ? slope.lowered() : drawn;
  }

  /** Finds letters that touch, and how far each is above the last of them. */
  private boolean words() {
    var word = new ArrayList<Integer>();
    int pairs = 0;
    int sloping = 0;
    for (int i = 0; i < drawn.size(); i++) {
      PdfGlyph glyph = drawn.get(i);
      if (glyph.isMark()) {
        continue;
      }
      boolean joined = !word.isEmpty() && joined(drawn.get(word.getLast()), glyph);
      if (joined) {
        pairs++;
        sloping += level(drawn.get(word.getLast()), glyph) ? 0 : 1;
      } else {
        lower(word);
      }
      word.add(i);
    }
    lower(word);
    return sloping > SHARE_SLOPING * pairs;
  }

  private void lower(List<Integer> word) {
    double line = word.stream().mapToDouble(i -> drawn.get(i).y()).max().orElse(0);
    word.forEach(i -> down[i] = line - drawn.get(i).y());
    word.clear();
  }

  private static boolean level(PdfGlyph one, PdfGlyph other) {
    return Math.abs(one.y() - other.y()) < LEVEL * one.size();
  }

  /** Whether two letters of Arabic touch, of which the one on the left is lower. */
  private static boolean joined(PdfGlyph one, PdfGlyph other) {
    PdfGlyph left = one.x() < other.x() ? one : other;
    PdfGlyph right = one.x() < other.x() ? other : one;
    double size = one.size();
    double rise = left.y() - right.y();
    return isLetter(one)
        && isLetter(other)
        && Math.abs(size - other.size()) < SAME_SIZE * size
        && Math.abs(right.x() - left.right()) < TOUCHING * size
        && rise > -UNEVEN * size
        && rise < STEEPEST * size;
  }

  private static boolean isLetter(PdfGlyph glyph) {
    return VisualOrder.isRightToLeft(List.of(glyph.text()));
  }

  private List<PdfGlyph> lowered() {
    var lowered = new ArrayList<PdfGlyph>();
    for (int i = 0; i < drawn.size(); i++) {
      PdfGlyph glyph = drawn.get(i);
      lowered.add(glyph.lowered(glyph.isMark() ? besides(i) : down[i]));
    }
    return lowered;
  }

  /**
   * How far the letter beside a mark goes down: of the two that were drawn next to it the nearer.
   */
  private double besides(int mark) {
    int before = mark;
    while (before >= 0 && drawn.get(before).isMark()) {
      before--;
    }
    int after = mark;
    while (after < drawn.size() && drawn.get(after).isMark()) {
      after++;
    }
    double back = before < 0 ? Double.MAX_VALUE : apart(mark, before);
    double on = after >= drawn.size() ? Double.MAX_VALUE : apart(mark, after);
    return before < 0 && after >= drawn.size() ? 0 : down[back <= on ? before : after];
  }

  private double apart(int mark, int letter) {
    double at = drawn.get(mark).centre();
    PdfGlyph glyph = drawn.get(letter);
    return Math.max(0, Math.max(glyph.x() - at, at - glyph.right()))
        + Math.abs(glyph.y() - drawn.get(mark).y()) / 2;
  }
}
