package org.qirtas.text;

import java.util.List;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;

/**
 * How a stretch of text is to be set.
 *
 * @param families the families that are preferred
 * @param bold whether in bold
 * @param italic whether in italics
 * @param size the size of the em
 * @param language its language; shapes of letters depend on it
 * @param features OpenType features beyond a font's own, as HarfBuzz writes them ({@code ss01},
 *     {@code -liga})
 */
public record Setting(
    Families families,
    boolean bold,
    boolean italic,
    Length size,
    Language language,
    List<String> features) {
  /** Takes a copy of the features. */
  public Setting {
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
    return new Setting(Families.of(family), false, false, size, language, List.of());
  }

  /**
   * {@return the same in another language}
   *
   * @param other the language
   */
  public Setting in(Language other) {
    return new Setting(families, bold, italic, size, other, features);
  }

  /** {@return the same in bold} */
  public Setting emboldened() {
    return new Setting(families, true, italic, size, language, features);
  }

  /** {@return the same in italics} */
  public Setting slanted() {
    return new Setting(families, bold, true, size, language, features);
  }

  /**
   * {@return the same at another size}
   *
   * @param other the size
   */
  public Setting at(Length other) {
    return new Setting(families, bold, italic, other, language, features);
  }
}
