package org.qirtas.text;

import static com.ibm.icu.lang.UCharacterDirection.ARABIC_NUMBER;
import static com.ibm.icu.lang.UCharacterDirection.EUROPEAN_NUMBER;
import static com.ibm.icu.lang.UCharacterDirection.LEFT_TO_RIGHT;
import static com.ibm.icu.lang.UCharacterDirection.OTHER_NEUTRAL;
import static com.ibm.icu.lang.UCharacterDirection.RIGHT_TO_LEFT;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.BidiPairedBracketType;
import com.ibm.icu.lang.UProperty;
import java.util.Arrays;

/** The paired brackets of one isolating run sequence (UAX #9 BD16, N0). */
final class BracketPairs {
  private static final int DEEPEST = 63;
  private static final int NONE = -1;

  private final String text;
  private final int[] places;
  private final byte[] row;
  private final int length;

  BracketPairs(String text, int[] places, byte[] row, int length) {
    this.text = text;
    this.places = places;
    this.row = row;
    this.length = length;
  }

  /** Numbers count as letters from the right. */
  static byte strong(byte type) {
    return type == EUROPEAN_NUMBER || type == ARABIC_NUMBER ? RIGHT_TO_LEFT : type;
  }

  static boolean isStrong(byte type) {
    return type == LEFT_TO_RIGHT || strong(type) == RIGHT_TO_LEFT;
  }

  /**
   * Gives brackets their types.
   *
   * @param marks which characters were marks: they go with the bracket that they stand on
   */
  void resolve(byte embedding, byte sos, boolean[] marks) {
    int[] closings = closings();
    if (closings.length == 0) {
      return;
    }
    byte before = sos;
    for (int opening = 0; opening < length; opening++) {
      if (closings[opening] != NONE) {
        byte type = type(opening, closings[opening], embedding, before);
        if (type != OTHER_NEUTRAL) {
          set(opening, type, marks);
          set(closings[opening], type, marks);
        }
      }
      if (isStrong(row[opening])) {
        before = strong(row[opening]);
      }
    }
  }

  /** For each opening bracket, its closing one; nothing where there is no pair. */
  private int[] closings() {
    int[] closings = {};
    var expected = new int[DEEPEST];
    var open = new int[DEEPEST];
    int depth = 0;
    for (int i = 0; i < length; i++) {
      if (row[i] != OTHER_NEUTRAL) {
        continue;
      }
      int c = text.codePointAt(places[i]);
      int type = UCharacter.getIntPropertyValue(c, UProperty.BIDI_PAIRED_BRACKET_TYPE);
      if (type == BidiPairedBracketType.OPEN) {
        if (depth == DEEPEST) {
          return new int[0];
        }
        expected[depth] = canonical(UCharacter.getBidiPairedBracket(c));
        open[depth++] = i;
      } else if (type == BidiPairedBracketType.CLOSE) {
        int match = depth - 1;
        while (match >= 0 && expected[match] != canonical(c)) {
          match--;
        }
        if (match >= 0) {
          if (closings.length == 0) {
            closings = new int[length];
            Arrays.fill(closings, NONE);
          }
          closings[open[match]] = i;
          depth = match;
        }
      }
    }
    return closings;
  }

  /** U+2329 and U+232A are canonically U+3008 and U+3009. */
  private static int canonical(int closing) {
    return closing == 0x232A ? 0x3009 : closing;
  }

  private byte type(int opening, int closing, byte embedding, byte before) {
    boolean other = false;
    for (int i = opening + 1; i < closing; i++) {
      if (isStrong(row[i])) {
        if (strong(row[i]) == embedding) {
          return embedding;
        }
        other = true;
      }
    }
    if (!other) {
      return OTHER_NEUTRAL;
    }
    // All that is strong within is of the other direction; what stands before decides.
    return before;
  }

  private void set(int at, byte type, boolean[] marks) {
    row[at] = type;
    for (int i = at + 1; i < length && marks[i]; i++) {
      row[i] = type;
    }
  }
}
