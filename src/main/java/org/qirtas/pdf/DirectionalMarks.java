package org.qirtas.pdf;

import java.util.BitSet;
import java.util.List;
import org.qirtas.article.Direction;
import org.qirtas.compose.Element;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.PlacedRun;

/**
 * The marks of direction (UAX #9, 2.6) that are painted into a right-to-left line, without ink or
 * width, so that readers have its characters in their order. {@code docs/readers.md} tells of each
 * with its evidence.
 *
 * <ul>
 *   <li>A right-to-left mark at the left end of a line that ends in something else than an Arabic
 *       or Hebrew letter: PDFBox takes a line's direction from what stands leftmost.
 *   <li>A right-to-left mark between two neighbours that PDFium would not turn about: digits, marks
 *       and separators, or two characters without direction behind a Latin word.
 *   <li>A space with an Arabic letter mark where a word ends in a mark: pdf.js would write the
 *       space twice. A thin one hangs at the left end of a line that ends so: pdf.js and MuPDF
 *       would put the mark on the line above.
 * </ul>
 *
 * <p>Places count a line's characters from the left.
 */
final class DirectionalMarks {
  static final char RIGHT_TO_LEFT_MARK = '\u200F';
  static final char ARABIC_LETTER_MARK = '\u061C';

  /** Nothing between the characters. */
  static final DirectionalMarks NONE = new DirectionalMarks();

  private final BitSet before = new BitSet();
  private final BitSet with = new BitSet();
  private boolean hangingSpace;

  private DirectionalMarks() {}

  /** Whether a right-to-left mark is painted left of the character at a place. */
  boolean isBefore(int place) {
    return before.get(place);
  }

  /** Whether the space at a place brings an Arabic letter mark. */
  boolean isWith(int place) {
    return with.get(place);
  }

  /** Whether a thin space with an Arabic letter mark hangs at the line's left end. */
  boolean hangingSpace() {
    return hangingSpace;
  }

  static DirectionalMarks of(PageItem.Line line) {
    if (line.direction() == Direction.LEFT_TO_RIGHT
        || line.runs().isEmpty()
        || line.runs().getFirst().owner().role() == Element.Role.FURNITURE
        || LineWriter.isWrittenInReadingOrder(line)) {
      return NONE;
    }
    var marks = new DirectionalMarks();
    var painted = new Painted(line.runs());
    marks.markLeftEnd(painted);
    marks.markNeighbours(painted);
    marks.markSpaces(painted);
    return marks;
  }

  private void markLeftEnd(Painted painted) {
    int first = painted.firstNotSpace();
    if (first == painted.count()) {
      return;
    }
    if (painted.isMark(first)) {
      hangingSpace = true;
    } else if (painted.turn(first) != Turn.RIGHT) {
      before.set(0);
    }
  }

  /** As PDFium goes through a line that it takes for a right-to-left one: from right to left. */
  private void markNeighbours(Painted painted) {
    Turn current = Turn.RIGHT;
    for (int i = painted.count() - 1; i >= 0; i--) {
      Turn turn = painted.turn(i);
      boolean together = i + 1 < painted.count() && painted.turn(i + 1) == turn;
      boolean kept = turn == Turn.WEAK || (turn == Turn.NONE && current == Turn.LEFT);
      if (together
          && kept
          && painted.isReadAfter(i, i + 1)
          && !(painted.isMark(i) && painted.isMark(i + 1))) {
        before.set(i + 1);
        current = Turn.RIGHT;
      }
      if (turn == Turn.LEFT || turn == Turn.RIGHT) {
        current = turn;
      }
    }
  }

  private void markSpaces(Painted painted) {
    for (int i = 0; i + 1 < painted.count(); i++) {
      if (painted.character(i) == ' ' && painted.isMark(i + 1) && painted.isReadAfter(i, i + 1)) {
        with.set(i);
      }
    }
  }

  /** How PDFium takes a character: {@code CFX_BidiChar::AppendChar}. */
  private enum Turn {
    LEFT,
    RIGHT,
    /** Digits, what stands in numbers, marks: never turned about. */
    WEAK,
    /** Turned about as the strong character before it was. */
    NONE;

    static Turn of(int c) {
      return switch (Character.getDirectionality(c)) {
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> LEFT;
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
            RIGHT;
        case Character.DIRECTIONALITY_EUROPEAN_NUMBER,
            Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
            Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
            Character.DIRECTIONALITY_ARABIC_NUMBER,
            Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
            Character.DIRECTIONALITY_NONSPACING_MARK,
            Character.DIRECTIONALITY_BOUNDARY_NEUTRAL ->
            WEAK;
        default -> NONE;
      };
    }
  }

  /** A line's characters from left to right, each with its offset in the copy. */
  private static final class Painted {
    private final int[] characters;
    private final int[] offsets;
    private int count;

    Painted(List<PlacedRun> runs) {
      int units = runs.stream().mapToInt(placed -> placed.run().text().length()).sum();
      characters = new int[units];
      offsets = new int[units];
      runs.forEach(this::add);
    }

    private void add(PlacedRun placed) {
      String text = placed.run().text();
      boolean turned = placed.run().direction() == Direction.RIGHT_TO_LEFT;
      int at = turned ? text.length() : 0;
      while (turned ? at > 0 : at < text.length()) {
        int c = turned ? text.codePointBefore(at) : text.codePointAt(at);
        at += turned ? -Character.charCount(c) : 0;
        characters[count] = c;
        offsets[count] = placed.run().start() + at;
        at += turned ? 0 : Character.charCount(c);
        count++;
      }
    }

    int count() {
      return count;
    }

    int character(int place) {
      return characters[place];
    }

    Turn turn(int place) {
      return Turn.of(characters[place]);
    }

    boolean isMark(int place) {
      return Character.getType(characters[place]) == Character.NON_SPACING_MARK;
    }

    boolean isReadAfter(int place, int other) {
      return offsets[place] > offsets[other];
    }

    int firstNotSpace() {
      int at = 0;
      while (at < count && Character.isWhitespace(characters[at])) {
        at++;
      }
      return at;
    }
  }
}
