package org.qirtas.profile;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.qirtas.Nearest;

/** Reads what each role is set in. What a role does not say itself is as for running text. */
final class FontReader {
  private static final Pattern SCRIPT = Pattern.compile("[A-Z][a-z]{3}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final Fields fonts;
  private final Collection<String> families;

  FontReader(Fields fonts, Collection<String> families) {
    this.fonts = fonts;
    this.families = families;
  }

  Fonts read() {
    var typefaces = new EnumMap<FontRole, Typeface>(FontRole.class);
    Typeface text = typeface(fonts.section(Notation.word(FontRole.TEXT)));
    typefaces.put(FontRole.TEXT, text);
    for (FontRole role : FontRole.values()) {
      if (role != FontRole.TEXT) {
        typefaces.put(role, typeface(fonts.optional(Notation.word(role)), text));
      }
    }
    return new Fonts(typefaces, fits());
  }

  private Typeface typeface(Fields role) {
    return new Typeface(family(role), scripts(role), languages(role));
  }

  private Typeface typeface(Fields role, Typeface text) {
    return new Typeface(
        role.has("family") ? family(role) : text.family(),
        role.has("scripts") ? scripts(role) : text.familyByScript(),
        role.has("languages") ? languages(role) : text.familyByLanguage());
  }

  private String family(Fields role) {
    String family = role.word("family");
    require(family, role, "family");
    return family;
  }

  private Map<String, String> scripts(Fields role) {
    return chosen(role, "scripts", SCRIPT, "profile.script");
  }

  private Map<String, String> languages(Fields role) {
    return chosen(role, "languages", LANGUAGE, "profile.language");
  }

  private Map<String, String> chosen(Fields role, String key, Pattern codes, String wrong) {
    Map<String, String> words = role.words(key);
    words.forEach((code, family) -> {
      Spot spot = role.spot(key, code);
      if (!codes.matcher(code).matches()) {
        throw Fields.wrong(wrong, spot, role.name(key), code);
      }
      // Without one of the program's own choices for a single script, another face stands in.
      if (!spot.shipped()) {
        require(family, spot, role.name(key) + "." + code);
      }
    });
    return words;
  }

  private Map<String, Fonts.Fit> fits() {
    var fits = new TreeMap<String, Fonts.Fit>();
    fonts
        .sections("fits")
        .forEach((family, fit) -> {
          fits.put(
              family, new Fonts.Fit(fit.percent("size", 0.2, 5), fit.percent("leading", 0.2, 5)));
          Spot spot = fonts.spot("fits", family);
          if (!spot.shipped()) {
            require(family, spot, fonts.name("fits"));
          }
        });
    return fits;
  }

  private void require(String family, Fields role, String key) {
    require(family, role.spot(key), role.name(key));
  }

  private void require(String family, Spot spot, String name) {
    if (families.isEmpty() || families.stream().anyMatch(family::equalsIgnoreCase)) {
      return;
    }
    throw Nearest.to(family, families.stream())
        .map(nearest -> Fields.wrong("profile.family.nearest", spot, name, family, nearest))
        .orElseGet(
            () -> Fields.wrong("profile.family", spot, name, family, String.join(", ", families)));
  }
}
