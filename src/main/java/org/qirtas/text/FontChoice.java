package org.qirtas.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Map<Integer, Optional<FontFile>> rescue = new HashMap<>();
  private final Map<Integer, Optional<FontFile>> boldRescue = new HashMap<>();

  /**
   * A choice from a shelf.
   *
   * @param shelf the fonts that there are
   */
  public FontChoice(FontShelf shelf) {
    this.shelf = shelf;
  }

  FontFile choose(
      String text, int start, int end, Setting setting, String script, @Nullable FontFile before) {
    List<FontFile> wanted = preferred(setting, script);
    int first = text.codePointAt(start);
    // White space and marks of punctuation follow their surroundings, so that runs stay whole.
    if (before != null && isNeutral(first) && coversAll(before, text, start, end)) {
      return before;
    }
    for (FontFile font : wanted) {
      if (coversAll(font, text, start, end)) {
        return font;
      }
    }
    if (before != null && coversAll(before, text, start, end)) {
      return before;
    }
    for (FontFile font : shelf.fonts()) {
      if (font.bold() == setting.bold() && coversAll(font, text, start, end)) {
        return font;
      }
    }
    return rescue(first, setting.bold())
        .orElseGet(() -> before != null ? before : wanted.getFirst());
  }

  private Optional<FontFile> rescue(int character, boolean bold) {
    return (bold ? boldRescue : rescue).computeIfAbsent(character, c -> shelf.covering(c, bold));
  }

  private List<FontFile> preferred(Setting setting, String script) {
    String family = setting.familyByScript().getOrDefault(script, setting.family());
    String key = family + '/' + setting.family() + setting.bold() + setting.italic();
    return preferred.computeIfAbsent(
        key,
        _ -> {
          var fonts = new ArrayList<FontFile>();
          shelf.find(family, setting.bold(), setting.italic()).ifPresent(fonts::add);
          shelf.find(setting.family(), setting.bold(), setting.italic()).ifPresent(fonts::add);
          if (fonts.isEmpty()) {
            fonts.add(shelf.fonts().getFirst());
          }
          return fonts;
        });
  }

  private static boolean isNeutral(int c) {
    return UCharacter.isWhitespace(c)
        || UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }

  private static boolean coversAll(FontFile font, String text, int start, int end) {
    for (int at = start; at < end; ) {
      int c = text.codePointAt(at);
      if (!font.covers(c)
          && !UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
          && !isBlank(c)) {
        return false;
      }
      at += Character.charCount(c);
    }
    return true;
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
