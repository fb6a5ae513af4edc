package org.qirtas.pdf;

import java.util.List;
import org.qirtas.article.Direction;
import org.qirtas.compose.Kashida;
import org.qirtas.text.GlyphRun;

/**
 * What kashidas do to a run's characters: which of them become wider, and which are printed further
 * to the right. In font units; characters are numbered from 0, in reading order.
 *
 * <p>A kashida stands at its letter's end. Read from the right that is its left edge, so the letter
 * moves, and its marks with it; all else keeps its distance to its neighbours.
 */
final class Lengthening {
  static final int TATWEEL = 0x640;

  private final int[] widths;
  private final double[] remainders;
  private final int[] moves;
  private final int[] ends;

  private Lengthening(int count) {
    this.widths = new int[count];
    this.remainders = new double[count];
    this.moves = new int[count];
    this.ends = new int[count];
  }

  /**
   * @param numbers for each unit of the run's text the number of its character
   */
  static Lengthening of(GlyphRun run, List<Kashida> kashidas, int[] characters, int[] numbers) {
    var lengthening = new Lengthening(characters.length);
    double unit = run.size().inPoints() / run.font().unitsPerEm();
    for (Kashida kashida : kashidas) {
      double exact = kashida.width().inPoints() / unit;
      lengthening.lengthen(numbers[kashida.letter()], exact, characters);
    }
    if (run.direction() == Direction.RIGHT_TO_LEFT) {
      lengthening.moveLetters(characters);
    } else {
      lengthening.moveFollowers();
    }
    return lengthening;
  }

  private void lengthen(int letter, double exact, int[] characters) {
    int width = (int) Math.round(exact);
    widths[letter] += width;
    remainders[letter] += exact - width;
    int end = letter;
    while (end + 1 < characters.length && isMark(characters[end + 1])) {
      end++;
    }
    ends[letter] = end;
  }

  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }

  private void moveLetters(int[] characters) {
    int move = 0;
    for (int c = widths.length - 1; c >= 0; c--) {
      move += widths[c];
      moves[c] = move;
      // Marks stay over their letter, and over the middle of the writer's own tatweel.
      int over = characters[c] == TATWEEL ? widths[c] - widths[c] / 2 : 0;
      for (int mark = c + 1; mark <= ends[c]; mark++) {
        moves[mark] += widths[c] - over;
      }
    }
  }

  /** Read from the left the letter keeps its place, and what follows its marks moves. */
  private void moveFollowers() {
    for (int c = 0; c < widths.length; c++) {
      for (int next = ends[c] + 1; widths[c] > 0 && next < widths.length; next++) {
        moves[next] += widths[c];
      }
    }
  }

  /** How much wider a character becomes. */
  int width(int c) {
    return widths[c];
  }

  /** What rounding to whole units has left out of that. */
  double remainder(int c) {
    return remainders[c];
  }

  /** How far to the right a character's glyphs move. */
  int move(int c) {
    return moves[c];
  }

  /** The last of the marks of a character with a kashida, or itself. */
  int end(int c) {
    return ends[c];
  }
}
