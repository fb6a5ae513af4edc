package org.qirtas.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;

/**
 * How a stretch of text is to be set.
 *
 * @param family the family that is preferred
 * @param familyByScript families preferred for single scripts, by ISO 15924 code ({@code Hebr})
 * @param bold whether in bold
 * @param italic whether in italics
 * @param size the size of the em
 * @param language its language; shapes of letters depend on it
 * @param features OpenType features beyond a font's own, as HarfBuzz writes them ({@code ss01},
 *     {@code -liga})
 */
public record Setting(
    String family,
    Map<String, String> familyByScript,
    boolean bold,
    boolean italic,
    Length size,
    Language language,
    List<String> features) {
  /** Takes copies, in a fixed order. */
  public Setting {
    familyByScript = java.util.Collections.unmodifiableMap(new TreeMap<>(familyByScript));
    features = List.copyOf(features);
  }

  /**
   * {@return a plain setting of one family}
   *
   * @param family the family
   * @param size the size of the em
   * @param language the language
   */
  public static Setting of(String family, Length size, Language language) {
    return new Setting(family, Map.of(), false, false, size, language, List.of());
  }

  /**
   * {@return the same in another language}
   *
   * @param other the language
   */
  public Setting in(Language other) {
    return new Setting(family, familyByScript, bold, italic, size, other, features);
  }

  /** {@return the same in bold} */
  public Setting emboldened() {
    return new Setting(family, familyByScript, true, italic, size, language, features);
  }

  /** {@return the same in italics} */
  public Setting slanted() {
    return new Setting(family, familyByScript, bold, true, size, language, features);
  }

  /**
   * {@return the same at another size}
   *
   * @param other the size
   */
  public Setting at(Length other) {
    return new Setting(family, familyByScript, bold, italic, other, language, features);
  }
}
