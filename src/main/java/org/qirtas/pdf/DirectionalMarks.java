package org.qirtas.pdf;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qirtas.article.Direction;
import org.qirtas.compose.Element;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.PlacedRun;
import org.qirtas.text.GlyphRun;

/**
 * The marks of direction (UAX #9, 2.6) that are painted into a right-to-left line, without ink or
 * width, so that readers have its characters in their order: invisible to whoever looks, passed
 * over by whoever compares or searches as Unicode says. {@code docs/readers.md} tells of each with
 * its evidence.
 *
 * <ul>
 *   <li>A right-to-left mark at the left end of a line that ends in something else than an Arabic
 *       or Hebrew letter: PDFBox takes a line's direction from what stands leftmost.
 *   <li>A right-to-left mark behind a number, a Latin word or a separator that no right-to-left
 *       letter follows: poppler would take what follows along, and PDFium would not turn about two
 *       digits, marks or separators, nor two characters without direction behind a Latin word.
 *   <li>Left-to-right marks around a bracket that is printed as its pair's other half: PDFium and
 *       PDFBox would take it for that half.
 *   <li>A space with an Arabic letter mark where a word ends in a mark: pdf.js would write the
 *       space twice. A thin one hangs at the left end of a line that ends so: pdf.js and MuPDF
 *       would put the mark on the line above.
 * </ul>
 *
 * <p>Places count a line's characters from the left.
 */
final class DirectionalMarks {
  private static final String LEFT_TO_RIGHT_MARK = "\u200E";
  private static final String RIGHT_TO_LEFT_MARK = "\u200F";
  static final char ARABIC_LETTER_MARK = '\u061C';

  /**
   * The width, in ems, from which a space is wide: pdf.js takes what follows an adjustment of more
   * than 0.6 for another piece of text, of which it judges the direction anew.
   */
  private static final double WIDE = 0.55;

  /** Nothing between the characters. */
  static final DirectionalMarks NONE = new DirectionalMarks();

  private final Map<Integer, String> before = new HashMap<>();
  private final BitSet with = new BitSet();
  private BitSet wide = new BitSet();
  private boolean hangingSpace;
  private int end = -1;

  private DirectionalMarks() {}

  /** The marks that are painted left of the character at a place, from the left. */
  String before(int place) {
    return before.isEmpty() ? "" : before.getOrDefault(place, "");
  }

  /** The place after the line's last character, where a mark may stand, too; -1 without marks. */
  int end() {
    return end;
  }

  /** Whether the space at a place brings an Arabic letter mark. */
  boolean isWith(int place) {
    return with.get(place);
  }

  /** Whether the space at a place is so wide that it must be so by itself. */
  boolean isWide(int place) {
    return wide.get(place);
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
    marks.end = painted.count();
    marks.guardBrackets(painted);
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
      before.putIfAbsent(0, RIGHT_TO_LEFT_MARK);
    }
  }

  /** The outer marks keep what stands beside a bracket from going along with the inner ones. */
  private void guardBrackets(Painted painted) {
    for (int i = 0; i <= painted.count(); i++) {
      boolean left = i > 0 && painted.isMirrored(i - 1);
      boolean right = i < painted.count() && painted.isMirrored(i);
      boolean keptApart = (left && right) || !painted.isTurned(i - 1) || !painted.isTurned(i);
      if (left || right) {
        before.put(
            i,
            (left ? LEFT_TO_RIGHT_MARK : "")
                + (keptApart ? RIGHT_TO_LEFT_MARK : "")
                + (right ? LEFT_TO_RIGHT_MARK : ""));
      }
    }
  }

  /** As PDFium goes through a line that it takes for a right-to-left one: from right to left. */
  private void markNeighbours(Painted painted) {
    Turn current = Turn.RIGHT;
    for (int i = painted.count() - 1; i >= 0; i--) {
      Turn turn = painted.turn(i);
      String between = before(i + 1);
      if (!between.isEmpty()) {
        current = Turn.of(between.charAt(0));
      } else if (i + 1 < painted.count() && mustBeParted(painted, i, current)) {
        before.put(i + 1, RIGHT_TO_LEFT_MARK);
        current = Turn.RIGHT;
      }
      if (turn == Turn.LEFT || turn == Turn.RIGHT) {
        current = turn;
      }
    }
  }

  /**
   * Whether poppler or PDFium would read a character and its right neighbour the wrong way round.
   * To poppler all that stands left of a Latin letter, a digit or a separator belongs to it, up to
   * the next right-to-left letter; PDFium keeps neighbours of one kind as they stand.
   */
  private static boolean mustBeParted(Painted painted, int i, Turn current) {
    Turn turn = painted.turn(i);
    Turn right = painted.turn(i + 1);
    boolean alike = painted.character(i) == painted.character(i + 1);
    if (turn == Turn.RIGHT || alike || !painted.isReadAfter(i, i + 1)) {
      return false;
    }
    boolean clings = right == Turn.LEFT || (right == Turn.WEAK && !painted.isMark(i + 1));
    boolean kept = right == turn && (turn == Turn.WEAK || current == Turn.LEFT);
    return clings || (kept && !(painted.isMark(i) && painted.isMark(i + 1)));
  }

  private void markSpaces(Painted painted) {
    wide = painted.wide;
    with.or(wide);
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
    private final Turn[] turns;
    private final BitSet mirrored = new BitSet();
    private final BitSet wide = new BitSet();
    private int count;

    Painted(List<PlacedRun> runs) {
      // A hyphen is a character without a unit of text.
      int most = runs.stream().mapToInt(placed -> placed.run().text().length() + 1).sum();
      characters = new int[most];
      offsets = new int[most];
      turns = new Turn[most];
      runs.forEach(this::add);
    }

    private void add(PlacedRun placed) {
      int[] logical = Typesetting.characters(placed.run());
      boolean fromRight = placed.run().direction() == Direction.RIGHT_TO_LEFT;
      boolean spaced = fromRight && isWidelySpaced(placed);
      int offset = placed.run().start();
      for (int i = 0; i < logical.length; i++) {
        int place = count + (fromRight ? logical.length - 1 - i : i);
        characters[place] = logical[i];
        offsets[place] = offset;
        turns[place] = Turn.of(logical[i]);
        wide.set(place, spaced && logical[i] == ' ');
        mirrored.set(place, fromRight && Character.isMirrored(logical[i]));
        offset += Character.charCount(logical[i]);
      }
      count += logical.length;
    }

    private static boolean isWidelySpaced(PlacedRun placed) {
      GlyphRun run = placed.run();
      double stretch = placed.spaceStretch().inPoints() / run.size().inPoints();
      if (stretch <= 0) {
        return false;
      }
      for (int i = 0; i < run.count(); i++) {
        if (run.isSpace(i)) {
          return stretch + (double) run.advance(i) / run.font().unitsPerEm() > WIDE;
        }
      }
      return false;
    }

    int count() {
      return count;
    }

    int character(int place) {
      return characters[place];
    }

    Turn turn(int place) {
      return turns[place];
    }

    boolean isMark(int place) {
      return Character.getType(characters[place]) == Character.NON_SPACING_MARK;
    }

    /** Whether it is a bracket that is printed as its pair's other half. */
    boolean isMirrored(int place) {
      return mirrored.get(place);
    }

    /** Whether it is a letter that is read from the right, or a mirrored bracket. */
    boolean isTurned(int place) {
      return place >= 0 && place < count && (isMirrored(place) || turns[place] == Turn.RIGHT);
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
