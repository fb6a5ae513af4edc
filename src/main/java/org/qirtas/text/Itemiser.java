package org.qirtas.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import org.qirtas.article.Language;
import org.qirtas.font.FontFile;

/**
 * Parts a paragraph into items: the longest stretches of one level, script, font and span.
 *
 * <p>Scripts follow UAX #24: characters common to many scripts take that of what precedes them, a
 * closing bracket that of its opening one.
 */
final class Itemiser {
  /**
   * As many units as may ride on a letter and still choose its font. The Stream-Safe Text Format
   * (UAX #15, 13) has no more than 30 marks on one; without an end, hostile text costs the square
   * of its length.
   */
  private static final int MOST_RIDERS = 64;

  private final Copy copy;
  private final BidiLevels bidi;
  private final FontChoice fonts;
  private final int[] scripts;
  private int named = UScript.COMMON;
  private String name = "Zyyy";

  Itemiser(Copy copy, BidiLevels bidi, FontChoice fonts) {
    this.copy = copy;
    this.bidi = bidi;
    this.fonts = fonts;
    this.scripts = ScriptRuns.of(copy.text(), bidi);
  }

  record Item(int start, int end, int level, String script, FontFile font, int span) {
    Item endingAt(int other) {
      return new Item(start, other, level, script, font, span);
    }
  }

  List<Item> items() {
    var items = new ArrayList<Item>();
    String text = copy.text();
    int span = 0;
    int at = 0;
    FontFile font = null;
    Item open = null;
    while (at < text.length()) {
      while (at >= copy.spans().get(span).end()) {
        span++;
        font = null;
      }
      int end = clusterEnd(text, at, copy.spans().get(span).end());
      Setting setting = copy.spans().get(span).setting();
      String script = script(at, setting.language());
      // The space after a Latin word, where the line goes on in Arabic, is one of the Arabic
      // font's.
      FontFile before = open == null || open.script().equals(script) ? font : null;
      font = fonts.choose(text, at, end, setting, script, before);
      end = FontChoice.coveredEnd(font, text, at, end);
      int level = bidi.at(at);
      if (open == null
          || open.span() != span
          || open.level() != level
          || open.font() != font
          || !open.script().equals(script)
          || copy.isAdded(at)) {
        if (open != null) {
          items.add(open.endingAt(at));
        }
        open = new Item(at, end, level, script, font, span);
      }
      at = end;
    }
    if (open != null) {
      items.add(open.endingAt(at));
    }
    return items;
  }

  /** Where there is no letter, as for a page number, the language tells whose digits these are. */
  private String script(int at, Language language) {
    if (scripts[at] == UScript.COMMON) {
      return Families.script(language).orElse("Zyyy");
    }
    if (scripts[at] != named) {
      named = scripts[at];
      name = UScript.getShortName(named);
    }
    return name;
  }

  /** The end of the letter and what rides on it: these are never parted by a change of font. */
  private int clusterEnd(String text, int start, int spanEnd) {
    int limit = Math.min(spanEnd, start + MOST_RIDERS);
    int level = bidi.at(start);
    int at = start + Character.charCount(text.codePointAt(start));
    while (at < limit) {
      int c = text.codePointAt(at);
      if (isPlain(c)) {
        break;
      }
      boolean rides =
          UCharacter.hasBinaryProperty(c, UProperty.GRAPHEME_EXTEND)
              || c == 0x200D
              || (text.codePointBefore(at) == 0x200D
                  && UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC));
      if (!rides || bidi.at(at) != level || scripts[at] != scripts[start]) {
        break;
      }
      at += Character.charCount(c);
    }
    return Math.min(at, spanEnd);
  }

  /** Letters, digits and spaces ride on nothing; nearly all characters are such. */
  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.OTHER_LETTER,
          Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.SPACE_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
