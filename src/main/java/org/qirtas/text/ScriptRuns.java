package org.qirtas.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.ArrayDeque;
import java.util.Arrays;

/** The script that each unit of a text is shaped in (UAX #24, sections 5.1 and 5.2). */
final class ScriptRuns {
  /** As deep as brackets are remembered; UAX #9 BD16 stops at the same depth. */
  private static final int DEEPEST = 63;

  private ScriptRuns() {}

  private record Opening(int closing, int script) {}

  /**
   * Resolves one level run after the other: what stands between right-to-left words belongs to
   * them, whatever was written in another direction before it. What comes before the first letter
   * belongs to that; without any letter, all is {@code COMMON}.
   */
  static int[] of(String text, BidiLevels bidi) {
    var scripts = new int[text.length()];
    int before = UScript.COMMON;
    int beforeFromTheRight = UScript.COMMON;
    int start = 0;
    while (start < text.length()) {
      int level = bidi.at(start);
      int end = start + 1;
      while (end < text.length() && bidi.at(end) == level) {
        end++;
      }
      int last = resolve(text, start, end, scripts);
      if (last == UScript.COMMON) {
        boolean fromTheRight = (level & 1) == 1;
        Arrays.fill(scripts, start, end, fromTheRight ? beforeFromTheRight : before);
      } else {
        before = last;
        beforeFromTheRight = (level & 1) == 1 ? last : beforeFromTheRight;
      }
      start = end;
    }
    beginAsFirstLetter(scripts);
    return scripts;
  }

  /** The number that a paragraph begins with is set as the words after it are. */
  private static void beginAsFirstLetter(int[] scripts) {
    int first = 0;
    while (first < scripts.length && scripts[first] == UScript.COMMON) {
      first++;
    }
    if (first < scripts.length) {
      Arrays.fill(scripts, 0, first, scripts[first]);
    }
  }

  /** The script of the run's last letter; {@code COMMON} where it has none. */
  private static int resolve(String text, int start, int limit, int[] scripts) {
    var open = new ArrayDeque<Opening>();
    int current = UScript.COMMON;
    int undecided = start;
    for (int at = start; at < limit; ) {
      int c = text.codePointAt(at);
      int own = UScript.getScript(c);
      int script = own;
      if (own == UScript.COMMON || own == UScript.INHERITED) {
        script = UScript.hasScript(c, current) || !isPicky(c) ? current : firstScript(c, current);
        script = bracket(c, script, open);
      }
      if (current == UScript.COMMON && script != UScript.COMMON) {
        Arrays.fill(scripts, undecided, at, script);
      }
      current = script;
      int end = Math.min(limit, at + Character.charCount(c));
      Arrays.fill(scripts, at, end, script);
      at = end;
    }
    return current;
  }

  /** Whether the character, though common, belongs to some scripts only, as ، does. */
  private static boolean isPicky(int c) {
    return UScript.getScriptExtensions(c, new java.util.BitSet()) < 0;
  }

  private static int firstScript(int c, int current) {
    var extensions = new java.util.BitSet();
    UScript.getScriptExtensions(c, extensions);
    if (extensions.get(UScript.ARABIC)) {
      return UScript.ARABIC;
    }
    int first = extensions.nextSetBit(0);
    return first <= UScript.INHERITED ? current : first;
  }

  private static int bracket(int c, int script, ArrayDeque<Opening> open) {
    int type = UCharacter.getIntPropertyValue(c, UProperty.BIDI_PAIRED_BRACKET_TYPE);
    if (type == UCharacter.BidiPairedBracketType.OPEN) {
      if (open.size() < DEEPEST) {
        open.push(new Opening(UCharacter.getBidiPairedBracket(c), script));
      }
    } else if (type == UCharacter.BidiPairedBracketType.CLOSE) {
      for (Opening opening : open) {
        if (opening.closing() == c) {
          // What was opened since and never closed is forgotten with it.
          while (open.pop().closing() != c) {}
          return opening.script() == UScript.COMMON ? script : opening.script();
        }
      }
    }
    return script;
  }
}
