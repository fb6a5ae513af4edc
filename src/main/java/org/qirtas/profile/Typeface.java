package org.qirtas.profile;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The families that one role is set in. A language's comes before a script's, a script's before the
 * role's own.
 *
 * @param family the role's own
 * @param familyByScript for single scripts, by ISO 15924 code ({@code Hebr})
 * @param familyByLanguage for single languages, by BCP 47 primary subtag ({@code ur}); only for
 *     text in the script that the language is written in
 */
public record Typeface(
    String family, Map<String, String> familyByScript, Map<String, String> familyByLanguage) {
  /** Takes copies, in a fixed order. */
  public Typeface {
    familyByScript = Collections.unmodifiableMap(new TreeMap<>(familyByScript));
    familyByLanguage = Collections.unmodifiableMap(new TreeMap<>(familyByLanguage));
  }
}
