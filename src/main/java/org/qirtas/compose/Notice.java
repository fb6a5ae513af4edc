package org.qirtas.compose;

import java.util.List;
import java.util.Locale;
import org.qirtas.text.ShapedParagraph;

/**
 * Something that could not be set as it should be, and what was done instead.
 *
 * @param code which kind: {@code text.no-glyph}, {@code text.replaced}, {@code
 *     compose.word-parted}, {@code compose.verse-folded} …
 * @param values what its wording needs to know, such as the words concerned
 */
public record Notice(String code, List<String> values) {
  private static final int EXCERPT = 40;

  /** Takes a copy of the values. */
  public Notice {
    values = List.copyOf(values);
  }

  static Notice of(ShapedParagraph.Warning warning) {
    return new Notice(
        warning.code(),
        List.of(
            String.format(Locale.ROOT, "U+%04X", warning.character()),
            String.valueOf(Character.getName(warning.character())),
            String.valueOf(warning.at() + 1)));
  }

  /** Names a text by its beginning. */
  static Notice about(String code, String text) {
    String excerpt =
        text.codePointCount(0, text.length()) <= EXCERPT
            ? text
            : text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…";
    return new Notice(code, List.of(excerpt.replace('\u2028', ' ')));
  }
}
