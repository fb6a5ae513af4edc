package org.qirtas.compose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
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

  /** Of how many characters no font is found before their whole script is said to have none. */
  private static final int WHOLE_SCRIPT = 4;

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

  /**
   * Notices of characters that no font has, in one where a whole script is missing: whoever has no
   * Syriac font need not be told so letter by letter.
   */
  static List<Notice> gathered(Collection<Notice> notices) {
    var byScript = new TreeMap<Character.UnicodeScript, List<Notice>>();
    for (Notice notice : notices) {
      notice
          .script()
          .ifPresent(
              script -> byScript.computeIfAbsent(script, _ -> new ArrayList<>()).add(notice));
    }
    byScript.values().removeIf(missing -> missing.size() < WHOLE_SCRIPT);
    var gathered = new ArrayList<Notice>();
    byScript.forEach((script, missing) ->
        gathered.add(
            new Notice(
                "text.no-script",
                List.of(
                    Character.toString(script.name().charAt(0))
                        + script.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' '),
                    String.valueOf(missing.size()),
                    missing.getFirst().values().getFirst()))));
    notices.stream()
        .filter(notice -> notice.script().filter(byScript::containsKey).isEmpty())
        .forEach(gathered::add);
    return gathered;
  }

  private Optional<Character.UnicodeScript> script() {
    return code.equals("text.no-glyph")
        ? Optional.of(
                Character.UnicodeScript.of(Integer.parseInt(values.getFirst().substring(2), 16)))
            .filter(script ->
                script != Character.UnicodeScript.COMMON
                    && script != Character.UnicodeScript.INHERITED
                    && script != Character.UnicodeScript.UNKNOWN)
        : Optional.empty();
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
