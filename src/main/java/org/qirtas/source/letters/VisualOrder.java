package org.qirtas.source.letters;

import java.util.ArrayList;
import java.util.List;

/**
 * Brings what stands on a line from left to right into the order in which it is read: the reverse
 * of UAX #9. Words of Arabic go from right to left; between them numbers and other scripts keep
 * their order from left to right.
 */
public final class VisualOrder {
  /** What a piece of a line is to the order of those around it. */
  private enum Kind {
    RIGHT,
    LEFT,
    DIGIT,
    ARABIC_DIGIT,
    OTHER
  }

  private final List<String> pieces;
  private final Kind[] kinds;
  private final StringBuilder read = new StringBuilder();

  private VisualOrder(List<String> pieces) {
    this.pieces = pieces;
    this.kinds = pieces.stream().map(VisualOrder::kind).toArray(Kind[]::new);
  }

  /**
   * {@return pieces in the order in which they are read}
   *
   * @param pieces letters or blanks, from left to right
   * @param rightToLeft whether the line reads from the right
   */
  public static String read(List<String> pieces, boolean rightToLeft) {
    var order = new VisualOrder(pieces);
    if (rightToLeft) {
      order.fromRight(0, pieces.size());
    } else {
      order.fromLeft();
    }
    return order.read.toString();
  }

  /**
   * {@return whether a line reads from the right: most of its letters do}
   *
   * @param pieces letters or blanks, in any order
   */
  public static boolean isRightToLeft(List<String> pieces) {
    int right = 0;
    int left = 0;
    for (String piece : pieces) {
      right += kind(piece) == Kind.RIGHT ? 1 : 0;
      left += kind(piece) == Kind.LEFT ? 1 : 0;
    }
    return right > 0 && right * 2 >= left;
  }

  private static Kind kind(String piece) {
    for (int i = 0; i < piece.length(); ) {
      int letter = piece.codePointAt(i);
      switch (Character.getDirectionality(letter)) {
        case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
          return Kind.RIGHT;
        }
        case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
          return Kind.LEFT;
        }
        case Character.DIRECTIONALITY_EUROPEAN_NUMBER -> {
          return letter >= 0x6F0 && letter <= 0x6F9 ? Kind.ARABIC_DIGIT : Kind.DIGIT;
        }
        case Character.DIRECTIONALITY_ARABIC_NUMBER -> {
          return Kind.ARABIC_DIGIT;
        }
        default -> {}
      }
      i += Character.charCount(letter);
    }
    return Kind.OTHER;
  }

  private void fromRight(int from, int to) {
    int at = to - 1;
    while (at >= from) {
      int start =
          switch (kinds[at]) {
            case LEFT -> foreign(from, at);
            case DIGIT -> Math.min(foreign(from, at), number(from, at));
            case ARABIC_DIGIT -> number(from, at);
            case RIGHT, OTHER -> at;
          };
      for (int i = start; i <= at; i++) {
        read.append(pieces.get(i));
      }
      at = start - 1;
    }
  }

  /** Where the words of a left-to-right script begin that end at a place. */
  private int foreign(int from, int end) {
    int start = end;
    boolean letters = kinds[end] == Kind.LEFT;
    for (int i = end; i >= from; i--) {
      if (kinds[i] == Kind.LEFT || kinds[i] == Kind.DIGIT) {
        letters |= kinds[i] == Kind.LEFT;
        start = i;
      } else if (kinds[i] != Kind.OTHER) {
        break;
      }
    }
    return letters ? start : end;
  }

  /** Where a number begins that ends at a place: digits, and single separators between them. */
  private int number(int from, int end) {
    int start = end;
    for (int i = end - 1; i >= from; i--) {
      if (digit(i)) {
        start = i;
      } else if (i - 1 < from || !digit(i - 1) || !separates(pieces.get(i))) {
        break;
      }
    }
    return start;
  }

  private boolean digit(int at) {
    return kinds[at] == Kind.DIGIT || kinds[at] == Kind.ARABIC_DIGIT;
  }

  private static boolean separates(String piece) {
    return piece.length() == 1 && ".,:/\u060C\u066B\u066C\u00A0".contains(piece);
  }

  /** A line of another script: runs of Arabic in it, with the blanks between its words, turn. */
  private void fromLeft() {
    int at = 0;
    while (at < pieces.size()) {
      if (kinds[at] == Kind.RIGHT) {
        int end = at;
        for (int i = at; i < pieces.size() && kinds[i] != Kind.LEFT; i++) {
          end = kinds[i] == Kind.RIGHT || kinds[i] == Kind.ARABIC_DIGIT ? i : end;
        }
        fromRight(at, end + 1);
        at = end + 1;
      } else {
        read.append(pieces.get(at));
        at++;
      }
    }
  }

  /**
   * {@return whether words of Arabic begin and end as they do: below zero where they are back to
   * front}
   *
   * @param line the line
   */
  public static int plausibility(String line) {
    int sum = 0;
    for (String word : Blanks.words(line)) {
      String letters = word.replaceAll("[^\\p{IsArabic}]|\\p{M}", "");
      if (letters.length() >= 3) {
        sum += letters.endsWith("ة") || letters.endsWith("ى") ? 2 : 0;
        sum -= letters.startsWith("ة") || letters.startsWith("ى") ? 2 : 0;
        sum += letters.startsWith("ال") ? 1 : 0;
      }
    }
    return sum;
  }

  /**
   * {@return the letters of a line, each with its marks}
   *
   * @param line the line
   */
  public static List<String> split(String line) {
    var pieces = new ArrayList<String>();
    line.codePoints().forEach(letter -> pieces.add(Character.toString(letter)));
    return pieces;
  }
}
