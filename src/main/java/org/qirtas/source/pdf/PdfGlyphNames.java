package org.qirtas.source.pdf;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.jspecify.annotations.Nullable;

/**
 * What a glyph of Arabic is by its name. Older programs write a table of letters that knows no
 * Arabic, or none (ISO 32000-2, 9.10.2); but their fonts name each glyph after the Unicode name of
 * its form, such as {@code behinitial}, or after its number, such as {@code fe91}.
 */
final class PdfGlyphNames {
  private static final Map<String, String> FORMS = forms();

  private PdfGlyphNames() {}

  /** The letters that a font's glyph is named after, where they are Arabic. */
  static Optional<String> letters(PDFont font, int code) {
    if (!(font instanceof PDSimpleFont simple) || simple.getEncoding() == null) {
      return Optional.empty();
    }
    @Nullable String name = simple.getEncoding().getName(code);
    return name == null || name.length() < 3 ? Optional.empty() : form(name);
  }

  /** The form of a letter that a glyph's name means. */
  static Optional<String> form(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    @Nullable String form = FORMS.get(lower);
    if (form != null) {
      return Optional.of(form);
    }
    String number = lower.startsWith("uni") ? lower.substring(3) : lower;
    return number.matches("06[0-9a-f]{2}|f[bcde][0-9a-f]{2}")
        ? Optional.of(Character.toString(Integer.parseInt(number, 16)))
        : Optional.empty();
  }

  private static Map<String, String> forms() {
    var forms = new HashMap<String, String>();
    for (int c = 0xFB50; c <= 0xFEFC; c++) {
      @Nullable String name = Character.getName(c);
      if (name != null && name.startsWith("ARABIC L") && name.endsWith(" FORM")) {
        String bare =
            name.replaceFirst("^ARABIC (?:LETTER|LIGATURE) ", "").replaceFirst(" FORM$", "");
        String run = bare.replaceAll("[ -]", "").toLowerCase(Locale.ROOT);
        forms.put(run, Character.toString(c));
        // Fonts leave words out, and cut or pad what is longer than they allow.
        String shorter =
            run.replace("alefwithhamza", "alefhamza").replace("alefwithmadda", "alefmadda");
        forms.putIfAbsent(shorter, Character.toString(c));
        forms.putIfAbsent(shorter + "d", Character.toString(c));
        forms.putIfAbsent("arabic" + run, Character.toString(c));
        forms.putIfAbsent(run.replaceFirst("isolated$", ""), Character.toString(c));
      }
    }
    return forms;
  }
}
