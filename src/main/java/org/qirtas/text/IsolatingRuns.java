package org.qirtas.text;

import static com.ibm.icu.lang.UCharacterDirection.ARABIC_NUMBER;
import static com.ibm.icu.lang.UCharacterDirection.COMMON_NUMBER_SEPARATOR;
import static com.ibm.icu.lang.UCharacterDirection.DIR_NON_SPACING_MARK;
import static com.ibm.icu.lang.UCharacterDirection.EUROPEAN_NUMBER;
import static com.ibm.icu.lang.UCharacterDirection.EUROPEAN_NUMBER_SEPARATOR;
import static com.ibm.icu.lang.UCharacterDirection.EUROPEAN_NUMBER_TERMINATOR;
import static com.ibm.icu.lang.UCharacterDirection.LEFT_TO_RIGHT;
import static com.ibm.icu.lang.UCharacterDirection.OTHER_NEUTRAL;
import static com.ibm.icu.lang.UCharacterDirection.POP_DIRECTIONAL_ISOLATE;
import static com.ibm.icu.lang.UCharacterDirection.RIGHT_TO_LEFT;
import static com.ibm.icu.lang.UCharacterDirection.RIGHT_TO_LEFT_ARABIC;

import java.util.Arrays;

/**
 * Weak and neutral characters, one isolating run sequence after the other (UAX #9 X10, W1 to W7, N0
 * to N2, I1, I2).
 */
final class IsolatingRuns {
  private final String text;
  private final byte[] given;
  private final byte[] types;
  private final int[] partners;
  private final byte[] levels;
  private final byte base;

  /** The characters that rule X9 leaves, and how many they are. */
  private final int[] kept;

  private final int count;

  /** The sequence at hand: its characters' places in the text, and their types. */
  private final int[] places;

  private final byte[] row;
  private int length;
  private byte sos;
  private byte eos;
  private byte embedding;

  IsolatingRuns(String text, byte[] given, byte[] types, int[] partners, byte[] levels, byte base) {
    this.text = text;
    this.given = given;
    this.types = types;
    this.partners = partners;
    this.levels = levels;
    this.base = base;
    this.kept = new int[given.length];
    this.places = new int[given.length];
    this.row = new byte[given.length];
    int n = 0;
    for (int at = 0; at < given.length; at++) {
      if (!BidiLevels.isRemoved(given[at])) {
        kept[n++] = at;
      }
    }
    this.count = n;
  }

  /** Gives each character that is left its final level. */
  void resolve() {
    byte[] explicit = levels.clone();
    // Where in the row of kept characters the run begins that a PDI leads.
    var ranks = new int[given.length];
    for (int i = 0; i < count; i++) {
      ranks[kept[i]] = i;
    }
    for (int i = 0; i < count; i++) {
      boolean begins = i == 0 || explicit[kept[i - 1]] != explicit[kept[i]];
      boolean continues = given[kept[i]] == POP_DIRECTIONAL_ISOLATE && partners[kept[i]] >= 0;
      if (begins && !continues) {
        gather(i, ranks, explicit);
        resolveSequence(explicit[kept[i]]);
      }
    }
  }

  /** Puts together the level runs of one sequence (BD13). */
  private void gather(int first, int[] ranks, byte[] explicit) {
    byte level = explicit[kept[first]];
    length = 0;
    int rank = first;
    while (true) {
      while (rank < count && explicit[kept[rank]] == level) {
        places[length] = kept[rank];
        row[length++] = types[kept[rank]];
        rank++;
      }
      int last = kept[rank - 1];
      if (!BidiLevels.isInitiator(given[last]) || partners[last] < 0) {
        break;
      }
      rank = ranks[partners[last]];
    }
    int before = first == 0 ? base : explicit[kept[first - 1]];
    boolean open = BidiLevels.isInitiator(given[kept[rank - 1]]);
    int after = rank == count || open ? base : explicit[kept[rank]];
    embedding = direction(level);
    sos = direction(Math.max(level, before));
    eos = direction(Math.max(level, after));
  }

  private static byte direction(int level) {
    return (byte) ((level & 1) == 1 ? RIGHT_TO_LEFT : LEFT_TO_RIGHT);
  }

  private void resolveSequence(byte level) {
    boolean[] marks = resolveMarksAndDigits();
    resolveSeparators();
    resolveTerminators();
    new BracketPairs(text, places, row, length).resolve(embedding, sos, marks);
    resolveNeutrals();
    for (int i = 0; i < length; i++) {
      levels[places[i]] = (byte) (level + rise(row[i], (level & 1) == 1));
    }
  }

  /** I1, I2. */
  private static int rise(byte type, boolean fromRight) {
    return switch (type) {
      case LEFT_TO_RIGHT -> fromRight ? 1 : 0;
      case RIGHT_TO_LEFT -> fromRight ? 0 : 1;
      default -> fromRight ? 1 : 2;
    };
  }

  /** W1, W2, W3; which characters were marks. */
  private boolean[] resolveMarksAndDigits() {
    var marks = new boolean[length];
    byte before = sos;
    byte strong = sos;
    for (int i = 0; i < length; i++) {
      byte type = row[i];
      if (type == DIR_NON_SPACING_MARK) {
        marks[i] = true;
        type = before;
      }
      before =
          BidiLevels.isInitiator(type) || type == POP_DIRECTIONAL_ISOLATE ? OTHER_NEUTRAL : type;
      switch (type) {
        case LEFT_TO_RIGHT, RIGHT_TO_LEFT, RIGHT_TO_LEFT_ARABIC -> strong = type;
        default -> {}
      }
      if (type == EUROPEAN_NUMBER && strong == RIGHT_TO_LEFT_ARABIC) {
        row[i] = ARABIC_NUMBER;
      } else {
        row[i] = type == RIGHT_TO_LEFT_ARABIC ? RIGHT_TO_LEFT : type;
      }
    }
    return marks;
  }

  /** W4. */
  private void resolveSeparators() {
    for (int i = 1; i + 1 < length; i++) {
      byte before = row[i - 1];
      boolean between = before == row[i + 1];
      boolean european = between && before == EUROPEAN_NUMBER;
      boolean arabic = between && before == ARABIC_NUMBER;
      if ((row[i] == EUROPEAN_NUMBER_SEPARATOR && european)
          || (row[i] == COMMON_NUMBER_SEPARATOR && (european || arabic))) {
        row[i] = before;
      }
    }
  }

  /** W5, W6, W7. */
  private void resolveTerminators() {
    byte strong = sos;
    boolean afterNumber = false;
    for (int i = 0; i < length; ) {
      int end = i;
      while (end < length && row[end] == EUROPEAN_NUMBER_TERMINATOR) {
        end++;
      }
      if (end > i) {
        boolean number = afterNumber || (end < length && row[end] == EUROPEAN_NUMBER);
        Arrays.fill(row, i, end, number ? number(strong) : OTHER_NEUTRAL);
        i = end;
        afterNumber = number;
      } else {
        afterNumber = row[i] == EUROPEAN_NUMBER;
        switch (row[i]) {
          case LEFT_TO_RIGHT, RIGHT_TO_LEFT -> strong = row[i];
          case EUROPEAN_NUMBER_SEPARATOR, COMMON_NUMBER_SEPARATOR -> row[i] = OTHER_NEUTRAL;
          case EUROPEAN_NUMBER -> row[i] = number(strong);
          default -> {}
        }
        i++;
      }
    }
  }

  private static byte number(byte strong) {
    return (byte) (strong == LEFT_TO_RIGHT ? LEFT_TO_RIGHT : EUROPEAN_NUMBER);
  }

  /** N1, N2. */
  private void resolveNeutrals() {
    byte before = sos;
    int i = 0;
    while (i < length) {
      int end = i;
      while (end < length && !BracketPairs.isStrong(row[end])) {
        end++;
      }
      byte after = end < length ? BracketPairs.strong(row[end]) : eos;
      Arrays.fill(row, i, end, before == after ? before : embedding);
      before = after;
      i = end + 1;
    }
  }
}
