package org.qirtas.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qirtas.font.FontFile;
import org.qirtas.font.FontShelf;

/**
 * Which font of the shelf sets which letter: the setting's own where it has the letter, else the
 * font in use just before, else the first on the shelf that covers it.
 *
 * <p>One thread's.
 */
public final class FontChoice {
  private final FontShelf shelf;
  private final Map<String, List<FontFile>> preferred = new HashMap<>();
  private @Nullable Setting asked;
  private String askedScript = "";
  private List<FontFile> answer = List.of();

  /**
   * A choice from a shelf.
   *
   * @param shelf the fonts that there are
   */
  public FontChoice(FontShelf shelf) {
    this.shelf = shelf;
  }

  /**
   * A letter's font, with what rides on it; where no font has them all, the letter's own.
   *
   * @param before the font in use just before, if any
   */
  FontFile choose(
      String text, int start, int end, Setting setting, String script, @Nullable FontFile before) {
    FontFile whole = covering(text, start, end, setting, script, before);
    if (whole != null) {
      return whole;
    }
    int letterEnd = start + Character.charCount(text.codePointAt(start));
    FontFile part = covering(text, start, letterEnd, setting, script, before);
    if (part != null) {
      return part;
    }
    return before != null ? before : preferred(setting, script).getFirst();
  }

  /** The end of what the font sets of a letter and its riders: of the letter itself, at least. */
  static int coveredEnd(FontFile font, String text, int start, int end) {
    int at = start + Character.charCount(text.codePointAt(start));
    while (at < end && covers(font, text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private @Nullable FontFile covering(
      String text, int start, int end, Setting setting, String script, @Nullable FontFile before) {
    int first = text.codePointAt(start);
    // White space and marks of punctuation follow their surroundings, so that runs stay whole.
    if (before != null && isNeutral(first) && coversAll(before, text, start, end)) {
      return before;
    }
    for (FontFile font : preferred(setting, script)) {
      if (coversAll(font, text, start, end)) {
        return font;
      }
    }
    if (before != null && coversAll(before, text, start, end)) {
      return before;
    }
    return shelf
        .covering(font -> coversAll(font, text, start, end), setting.bold(), setting.italic())
        .orElse(null);
  }

  @SuppressWarnings("ReferenceEquality") // Letter after letter asks the same.
  private List<FontFile> preferred(Setting setting, String script) {
    boolean same = setting == asked || setting.equals(asked);
    asked = setting;
    if (!same || !script.equals(askedScript)) {
      String family = setting.families().preferred(script, setting.language());
      answer = fonts(List.of(family, setting.families().family()), setting);
      askedScript = script;
    }
    return answer;
  }

  private List<FontFile> fonts(List<String> families, Setting setting) {
    String key = families + " " + setting.bold() + setting.italic();
    return preferred.computeIfAbsent(
        key,
        _ -> {
          var fonts = new ArrayList<FontFile>();
          families.forEach(
              family -> shelf.find(family, setting.bold(), setting.italic()).ifPresent(fonts::add));
          if (fonts.isEmpty()) {
            fonts.add(shelf.fonts().getFirst());
          }
          return fonts;
        });
  }

  private static boolean isNeutral(int c) {
    // Beyond, there are letters that are not seen.
    boolean letter = c < 0x1100 && Character.getType(c) == Character.OTHER_LETTER;
    return !letter && isBlankOrUnseen(c);
  }

  private static boolean isBlankOrUnseen(int c) {
    return UCharacter.isWhitespace(c)
        || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  private static boolean coversAll(FontFile font, String text, int start, int end) {
    for (int at = start; at < end; ) {
      int c = text.codePointAt(at);
      if (!covers(font, c)) {
        return false;
      }
      at += Character.charCount(c);
    }
    return true;
  }

  private static boolean covers(FontFile font, int c) {
    return font.covers(c)
        || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
        || isBlank(c);
  }

  /** HarfBuzz itself makes these spaces from the plain one where a font lacks them. */
  private static boolean isBlank(int c) {
    return c == 0xA0
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }
}
