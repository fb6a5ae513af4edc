package org.qirtas.font;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * What the rules of a layout table look at (OpenType 1.9, "GSUB" and "GPOS"), asked for one glyph:
 * whether any rule may look from one of its sides to the other. Where none does, what stands before
 * the glyph and what stands behind it are set without regard to each other.
 *
 * <p>In doubt a rule does look across: one whose form is not known, one that passes over the glyph,
 * one that takes the glyph for its own, so that the next rule finds it taken. Only of rules that
 * come after all replacing, and list what they look for, is it told which glyphs look across.
 */
final class LayoutRules {
  /** Classes of glyphs (GDEF); each but the marks is passed over by one flag of a lookup. */
  private static final int BASE = 1;

  private static final int LIGATURE = 2;
  private static final int MARK = 3;

  private static final int EXTENSION_OF_SUBSTITUTION = 7;
  private static final int EXTENSION_OF_POSITION = 9;

  private final ByteBuffer table;
  private final boolean positions;
  private final int glyph;

  /** The flag of those lookups that pass over glyphs of this one's class; 0: of none. */
  private final int ignored;

  private final GlyphPairs pairs;

  private LayoutRules(
      ByteBuffer table, boolean positions, int glyph, int ignored, GlyphPairs pairs) {
    this.pairs = pairs;
    this.table = table;
    this.positions = positions;
    this.glyph = glyph;
    this.ignored = ignored;
  }

  /**
   * The glyphs that a font's rules look for on both sides of one.
   *
   * @param glyph its id
   * @return which they are; empty where any may be
   */
  static Optional<GlyphPairs> across(Sfnt tables, int glyph) {
    // Of these, rules are programs.
    for (String program : List.of("kern", "kerx", "morx", "mort")) {
      if (tables.find(program).isPresent()) {
        return Optional.empty();
      }
    }
    var pairs = new GlyphPairs();
    try {
      int kind = tables.find("GDEF").map(classes -> glyphClass(classes, glyph)).orElse(0);
      // Marks are passed over by more than one flag.
      boolean unsure = kind == MARK;
      int ignored = kind == BASE || kind == LIGATURE ? 1 << kind : 0;
      for (String tag : List.of("GSUB", "GPOS")) {
        boolean positions = tag.equals("GPOS");
        unsure |=
            tables
                .find(tag)
                .filter(
                    table -> new LayoutRules(table, positions, glyph, ignored, pairs).lookAcross())
                .isPresent();
      }
      return unsure ? Optional.empty() : Optional.of(pairs);
    } catch (IndexOutOfBoundsException damaged) {
      return Optional.empty();
    }
  }

  private static int glyphClass(ByteBuffer definitions, int glyph) {
    int classes = Sfnt.unsignedShort(definitions, 4);
    var rules = new LayoutRules(definitions, false, glyph, 0, new GlyphPairs());
    return classes == 0 ? 0 : rules.classAt(classes);
  }

  private boolean lookAcross() {
    int list = number(8);
    for (int i = 0; i < number(list); i++) {
      if (lookupLooksAcross(list + number(list + 2 + 2 * i))) {
        return true;
      }
    }
    return false;
  }

  private boolean lookupLooksAcross(int lookup) {
    int type = number(lookup);
    boolean passesOver = (number(lookup + 2) & ignored) != 0;
    for (int i = 0; i < number(lookup + 4); i++) {
      int rules = lookup + number(lookup + 6 + 2 * i);
      int kind = type;
      if (type == (positions ? EXTENSION_OF_POSITION : EXTENSION_OF_SUBSTITUTION)) {
        kind = number(rules + 2);
        rules += table.getInt(rules + 4);
      }
      if (looksAcross(kind, rules, passesOver)) {
        return true;
      }
    }
    return false;
  }

  private boolean looksAcross(int kind, int rules, boolean passesOver) {
    if (positions) {
      return switch (kind) {
        case 1, 4, 5, 6 -> false; // A glyph; a mark and what it rides on, which is no space.
        case 2 -> passesOver || pairTakesSecond(rules);
        case 3 -> passesOver || covers(rules + number(rules + 2));
        case 7 -> passesOver || contextLooksAcross(rules, false);
        case 8 -> passesOver || contextLooksAcross(rules, true);
        default -> true;
      };
    }
    return switch (kind) {
      case 1, 2, 3 -> false;
      case 4 -> passesOver || ligatureTakes(rules);
      case 5 -> passesOver || contextLooksAcross(rules, false);
      case 6 -> passesOver || contextLooksAcross(rules, true);
      case 8 -> passesOver || reverseLooksAcross(rules);
      default -> true;
    };
  }

  /** A pair whose second glyph is moved too is passed as a whole. */
  private boolean pairTakesSecond(int rules) {
    return number(rules + 6) != 0;
  }

  private boolean ligatureTakes(int rules) {
    if (covers(rules + number(rules + 2))) {
      return true;
    }
    for (int i = 0; i < number(rules + 4); i++) {
      int set = rules + number(rules + 6 + 2 * i);
      for (int j = 0; j < number(set); j++) {
        int ligature = set + number(set + 2 + 2 * j);
        for (int k = 1; k < number(ligature + 2); k++) {
          if (number(ligature + 4 + 2 * (k - 1)) == glyph) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean contextLooksAcross(int rules, boolean chained) {
    return switch (number(rules)) {
      case 1 -> setsLookAcross(rules, rules + 4, chained, Sequence.OF_GLYPHS);
      case 2 -> setsLookAcross(rules, rules + (chained ? 10 : 6), chained, Sequence.OF_CLASSES);
      case 3 -> chained ? coveragesLookAcross(rules, rules + 2) : plainCoveragesLookAcross(rules);
      default -> true;
    };
  }

  private enum Sequence {
    OF_GLYPHS,
    OF_CLASSES
  }

  /** Rules listed by their first glyph, or by its class. */
  private boolean setsLookAcross(int rules, int sets, boolean chained, Sequence sequence) {
    boolean covered = covers(rules + number(rules + 2));
    boolean byClass = sequence == Sequence.OF_CLASSES;
    int input = byClass ? classBy(rules, rules + (chained ? 6 : 4)) : glyph;
    int before = byClass && chained ? classBy(rules, rules + 4) : glyph;
    int after = byClass && chained ? classBy(rules, rules + 8) : glyph;
    int firstGlyph = byClass ? -1 : indexIn(rules + number(rules + 2));
    for (int i = 0; i < number(sets); i++) {
      int offset = number(sets + 2 + 2 * i);
      boolean first = covered && i == (byClass ? input : firstGlyph);
      if (offset != 0 && setLooksAcross(rules + offset, chained, first, before, input, after)) {
        return true;
      }
    }
    return false;
  }

  private boolean setLooksAcross(
      int set, boolean chained, boolean first, int before, int input, int after) {
    for (int i = 0; i < number(set); i++) {
      int rule = set + number(set + 2 + 2 * i);
      boolean across =
          chained
              ? chainedRuleLooksAcross(rule, first, before, input, after)
              : stretchLooksAcross(
                  0, number(rule), 0, at -> at == 0 ? first : number(rule + 2 + 2 * at) == input);
      if (across) {
        return true;
      }
    }
    return false;
  }

  private boolean chainedRuleLooksAcross(
      int rule, boolean first, int before, int input, int after) {
    int back = number(rule);
    int inputs = rule + 2 + 2 * back;
    int count = number(inputs);
    int ahead = inputs + 2 + 2 * (count - 1);
    return stretchLooksAcross(
        back,
        count,
        number(ahead),
        at -> {
          if (at < back) {
            return number(rule + 2 + 2 * (back - 1 - at)) == before;
          }
          if (at == back) {
            return first;
          }
          return at < back + count
              ? number(inputs + 2 + 2 * (at - back - 1)) == input
              : number(ahead + 2 + 2 * (at - back - count)) == after;
        });
  }

  private boolean plainCoveragesLookAcross(int rules) {
    int count = number(rules + 2);
    return coveragesLookAcross(0, count, count, at -> rules + number(rules + 6 + 2 * at));
  }

  private boolean coveragesLookAcross(int rules, int list) {
    int back = number(list);
    int inputs = list + 2 + 2 * back;
    int count = number(inputs);
    int ahead = inputs + 2 + 2 * count;
    return coveragesLookAcross(
        back,
        count,
        back + count + number(ahead),
        at -> {
          if (at < back) {
            return rules + number(list + 2 + 2 * (back - 1 - at));
          }
          int place =
              at < back + count ? inputs + 2 * (at - back) : ahead + 2 * (at - back - count);
          return rules + number(place + 2);
        });
  }

  private boolean coveragesLookAcross(int back, int taken, int count, IntUnaryOperator coverage) {
    for (int at = 0; at < count; at++) {
      boolean takenLast = at > back && at < back + taken;
      boolean within = at > 0 && at < count - 1;
      if ((within || takenLast) && covers(coverage.applyAsInt(at))) {
        if (!positions || takenLast) {
          return true;
        }
        pairs.add(covered(coverage.applyAsInt(at - 1)), covered(coverage.applyAsInt(at + 1)));
      }
    }
    return false;
  }

  private boolean reverseLooksAcross(int rules) {
    int back = number(rules + 4);
    int ahead = rules + 6 + 2 * back;
    return stretchLooksAcross(
        back,
        1,
        number(ahead),
        at -> {
          if (at == back) {
            return covers(rules + number(rules + 2));
          }
          int place = at < back ? rules + 6 + 2 * (back - 1 - at) : ahead + 2 * (at - back);
          return covers(rules + number(place));
        });
  }

  /**
   * Whether a rule that wants a stretch of glyphs looks across the one asked about: it may stand
   * within the stretch, or be the last of those that the rule takes.
   *
   * @param back how many glyphs are looked at before those that are taken
   * @param taken how many are taken
   * @param ahead how many are looked at behind them
   * @param fits whether the glyph may stand at a place of the stretch, in logical order
   */
  private static boolean stretchLooksAcross(int back, int taken, int ahead, IntPredicate fits) {
    int count = back + taken + ahead;
    for (int at = 0; at < count; at++) {
      boolean within = at > 0 && at < count - 1;
      boolean takenLast = at > back && at < back + taken;
      if ((within || takenLast) && fits.test(at)) {
        return true;
      }
    }
    return false;
  }

  /** All glyphs of a coverage table. */
  private BitSet covered(int coverage) {
    var glyphs = new BitSet();
    boolean ranges = number(coverage) == 2;
    for (int i = 0; i < number(coverage + 2); i++) {
      int at = coverage + 4 + (ranges ? 6 : 2) * i;
      glyphs.set(number(at), (ranges ? number(at + 2) : number(at)) + 1);
    }
    return glyphs;
  }

  private boolean covers(int coverage) {
    return indexIn(coverage) >= 0;
  }

  /** The glyph's rank in a coverage table; -1 where it is not in it. */
  private int indexIn(int coverage) {
    int count = number(coverage + 2);
    boolean ranges = number(coverage) == 2;
    for (int i = 0; i < count; i++) {
      int at = coverage + 4 + (ranges ? 6 : 2) * i;
      if (!ranges && number(at) == glyph) {
        return i;
      }
      if (ranges && number(at) <= glyph && glyph <= number(at + 2)) {
        return number(at + 4) + glyph - number(at);
      }
    }
    return -1;
  }

  /** The glyph's class by a definition that need not be there. */
  private int classBy(int rules, int at) {
    return number(at) == 0 ? 0 : classAt(rules + number(at));
  }

  /** The glyph's class; 0 where the definition does not name it. */
  private int classAt(int definition) {
    if (number(definition) == 1) {
      int rank = glyph - number(definition + 2);
      return rank >= 0 && rank < number(definition + 4) ? number(definition + 6 + 2 * rank) : 0;
    }
    for (int i = 0; i < number(definition + 2); i++) {
      int at = definition + 4 + 6 * i;
      if (number(at) <= glyph && glyph <= number(at + 2)) {
        return number(at + 4);
      }
    }
    return 0;
  }

  private int number(int at) {
    return Sfnt.unsignedShort(table, at);
  }
}
