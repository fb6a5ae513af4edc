package org.qirtas.text;

import static com.ibm.icu.lang.UCharacterDirection.BLOCK_SEPARATOR;
import static com.ibm.icu.lang.UCharacterDirection.BOUNDARY_NEUTRAL;
import static com.ibm.icu.lang.UCharacterDirection.FIRST_STRONG_ISOLATE;
import static com.ibm.icu.lang.UCharacterDirection.LEFT_TO_RIGHT;
import static com.ibm.icu.lang.UCharacterDirection.LEFT_TO_RIGHT_EMBEDDING;
import static com.ibm.icu.lang.UCharacterDirection.LEFT_TO_RIGHT_ISOLATE;
import static com.ibm.icu.lang.UCharacterDirection.LEFT_TO_RIGHT_OVERRIDE;
import static com.ibm.icu.lang.UCharacterDirection.POP_DIRECTIONAL_FORMAT;
import static com.ibm.icu.lang.UCharacterDirection.POP_DIRECTIONAL_ISOLATE;
import static com.ibm.icu.lang.UCharacterDirection.RIGHT_TO_LEFT;
import static com.ibm.icu.lang.UCharacterDirection.RIGHT_TO_LEFT_ARABIC;
import static com.ibm.icu.lang.UCharacterDirection.RIGHT_TO_LEFT_EMBEDDING;
import static com.ibm.icu.lang.UCharacterDirection.RIGHT_TO_LEFT_ISOLATE;
import static com.ibm.icu.lang.UCharacterDirection.RIGHT_TO_LEFT_OVERRIDE;
import static com.ibm.icu.lang.UCharacterDirection.SEGMENT_SEPARATOR;
import static com.ibm.icu.lang.UCharacterDirection.WHITE_SPACE_NEUTRAL;

import com.ibm.icu.lang.UCharacter;
import java.util.Arrays;
import org.qirtas.article.Direction;

/**
 * The embedding level of each unit of one paragraph (UAX #9), in time that grows with its length.
 *
 * <p>Only the properties of characters are ICU's. Its {@code Bidi} (79.1) gives 31 of Unicode's own
 * cases other levels (overridden isolates and brackets, marks after brackets), fails on 32,768 open
 * brackets and needs the square of the time for many that nothing closes.
 *
 * <p>Rule X9's removed characters are kept, at the level of what stands before them (5.2), and so
 * is the second half of a surrogate pair.
 */
final class BidiLevels {
  private static final int NONE = -1;

  private final byte base;
  private final byte[] given;
  private final byte[] levels;

  private BidiLevels(byte base, byte[] given, byte[] levels) {
    this.base = base;
    this.given = given;
    this.levels = levels;
  }

  /**
   * Resolves a paragraph.
   *
   * @param base its direction (HL1)
   */
  static BidiLevels of(String text, Direction base) {
    byte level = (byte) (base == Direction.RIGHT_TO_LEFT ? 1 : 0);
    byte[] given = classes(text);
    var levels = new byte[given.length];
    int[] partners = partners(given);
    byte[] types = new Embeddings(given, partners, level).resolve(levels);
    new IsolatingRuns(text, given, types, partners, levels, level).resolve();
    fillRemoved(given, levels, level);
    return new BidiLevels(level, given, levels);
  }

  private static byte[] classes(String text) {
    var classes = new byte[text.length()];
    Arrays.fill(classes, (byte) BOUNDARY_NEUTRAL);
    for (int at = 0; at < classes.length; ) {
      int c = text.codePointAt(at);
      classes[at] = (byte) UCharacter.getDirection(c);
      at += Character.charCount(c);
    }
    return classes;
  }

  /** For each isolate's initiator the PDI that ends it, and the other way round (BD9). */
  private static int[] partners(byte[] given) {
    var partners = new int[given.length];
    Arrays.fill(partners, NONE);
    var open = new int[given.length];
    int depth = 0;
    for (int at = 0; at < given.length; at++) {
      if (isInitiator(given[at])) {
        open[depth++] = at;
      } else if (given[at] == POP_DIRECTIONAL_ISOLATE && depth > 0) {
        partners[at] = open[--depth];
        partners[open[depth]] = at;
      } else if (given[at] == BLOCK_SEPARATOR) {
        depth = 0;
      }
    }
    return partners;
  }

  private static void fillRemoved(byte[] given, byte[] levels, byte base) {
    int first = 0;
    while (first < given.length && isRemoved(given[first])) {
      first++;
    }
    Arrays.fill(levels, 0, first, first < given.length ? levels[first] : base);
    for (int at = first + 1; at < given.length; at++) {
      if (isRemoved(given[at])) {
        levels[at] = levels[at - 1];
      }
    }
  }

  static boolean isInitiator(byte type) {
    return type == LEFT_TO_RIGHT_ISOLATE
        || type == RIGHT_TO_LEFT_ISOLATE
        || type == FIRST_STRONG_ISOLATE;
  }

  /** What rule X9 removes. */
  static boolean isRemoved(byte type) {
    return switch (type) {
      case BOUNDARY_NEUTRAL,
          LEFT_TO_RIGHT_EMBEDDING,
          RIGHT_TO_LEFT_EMBEDDING,
          LEFT_TO_RIGHT_OVERRIDE,
          RIGHT_TO_LEFT_OVERRIDE,
          POP_DIRECTIONAL_FORMAT ->
          true;
      default -> false;
    };
  }

  /** The direction of the paragraph. */
  Direction direction() {
    return base == 1 ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
  }

  /** The level of a unit, in a paragraph that is not yet broken into lines. */
  int at(int offset) {
    return levels[offset];
  }

  /** The levels of the units of a line (L1): white space at its end is read as the paragraph is. */
  byte[] line(int start, int end) {
    byte[] line = Arrays.copyOfRange(levels, start, end);
    boolean atEnd = true;
    for (int at = end - 1; at >= start; at--) {
      byte type = given[at];
      if (type == SEGMENT_SEPARATOR || type == BLOCK_SEPARATOR) {
        atEnd = true;
      } else if (type != WHITE_SPACE_NEUTRAL
          && type != POP_DIRECTIONAL_ISOLATE
          && !isInitiator(type)
          && !isRemoved(type)) {
        atEnd = false;
      }
      if (atEnd) {
        line[at - start] = base;
      }
    }
    return line;
  }

  /** Embeddings, overrides and isolates (X1 to X8). */
  private static final class Embeddings {
    private static final int DEEPEST = 125;
    private static final byte NOT_OVERRIDDEN = NONE;

    private final byte[] given;
    private final int[] partners;
    private final byte[] level = new byte[DEEPEST + 2];
    private final byte[] override = new byte[DEEPEST + 2];
    private final boolean[] isolate = new boolean[DEEPEST + 2];
    private int top = -1;
    private int overflowingIsolates;
    private int overflowingEmbeddings;
    private int isolates;

    Embeddings(byte[] given, int[] partners, byte base) {
      this.given = given;
      this.partners = partners;
      push(base, NOT_OVERRIDDEN, false);
    }

    private void push(int itsLevel, byte itsOverride, boolean isIsolate) {
      top++;
      level[top] = (byte) itsLevel;
      override[top] = itsOverride;
      isolate[top] = isIsolate;
    }

    /** Fills in the levels; the types of the characters, as overrides leave them. */
    byte[] resolve(byte[] levels) {
      byte[] types = given.clone();
      for (int at = 0; at < given.length; at++) {
        byte type = given[at];
        if (type == POP_DIRECTIONAL_ISOLATE) {
          endIsolate();
        }
        levels[at] = level[top];
        if (!isRemoved(type) && type != BLOCK_SEPARATOR && override[top] != NOT_OVERRIDDEN) {
          types[at] = override[top];
        }
        if (isInitiator(type)) {
          beginIsolate(
              type == FIRST_STRONG_ISOLATE ? startsFromRight(at) : type == RIGHT_TO_LEFT_ISOLATE);
        } else if (type == POP_DIRECTIONAL_FORMAT) {
          endEmbedding();
        } else if (type == BLOCK_SEPARATOR) {
          levels[at] = level[0];
        } else if (isRemoved(type) && type != BOUNDARY_NEUTRAL) {
          beginEmbedding(type);
        }
      }
      return types;
    }

    private int next(boolean fromRight) {
      return fromRight ? (level[top] + 1) | 1 : (level[top] + 2) & ~1;
    }

    private void beginEmbedding(byte type) {
      boolean fromRight = type == RIGHT_TO_LEFT_EMBEDDING || type == RIGHT_TO_LEFT_OVERRIDE;
      int next = next(fromRight);
      if (next <= DEEPEST && overflowingIsolates == 0 && overflowingEmbeddings == 0) {
        byte overriding =
            switch (type) {
              case RIGHT_TO_LEFT_OVERRIDE -> RIGHT_TO_LEFT;
              case LEFT_TO_RIGHT_OVERRIDE -> LEFT_TO_RIGHT;
              default -> NOT_OVERRIDDEN;
            };
        push(next, overriding, false);
      } else if (overflowingIsolates == 0) {
        overflowingEmbeddings++;
      }
    }

    private void endEmbedding() {
      if (overflowingIsolates > 0) {
        return;
      }
      if (overflowingEmbeddings > 0) {
        overflowingEmbeddings--;
      } else if (!isolate[top] && top > 0) {
        top--;
      }
    }

    private void beginIsolate(boolean fromRight) {
      int next = next(fromRight);
      if (next <= DEEPEST && overflowingIsolates == 0 && overflowingEmbeddings == 0) {
        isolates++;
        push(next, NOT_OVERRIDDEN, true);
      } else {
        overflowingIsolates++;
      }
    }

    private void endIsolate() {
      if (overflowingIsolates > 0) {
        overflowingIsolates--;
      } else if (isolates > 0) {
        overflowingEmbeddings = 0;
        while (!isolate[top]) {
          top--;
        }
        top--;
        isolates--;
      }
    }

    /** Whether the first strong letter of an isolate, not of one within it, is from the right. */
    private boolean startsFromRight(int initiator) {
      int end = partners[initiator] == NONE ? given.length : partners[initiator];
      for (int at = initiator + 1; at < end; at++) {
        switch (given[at]) {
          case LEFT_TO_RIGHT, BLOCK_SEPARATOR -> {
            return false;
          }
          case RIGHT_TO_LEFT, RIGHT_TO_LEFT_ARABIC -> {
            return true;
          }
          case LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE, FIRST_STRONG_ISOLATE ->
              at = partners[at] == NONE ? end : partners[at];
          default -> {}
        }
      }
      return false;
    }
  }
}
