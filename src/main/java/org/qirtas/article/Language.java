package org.qirtas.article;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A human language, by its BCP 47 tag in canonical case, such as {@code ar}, {@code fa-AF} or
 * {@code ku-Arab}.
 *
 * @param tag the tag; {@code und} where the language is not known
 */
public record Language(String tag) {
  /** Arabic. */
  public static final Language ARABIC = new Language("ar");

  /** English. */
  public static final Language ENGLISH = new Language("en");

  /** A language that nobody has named. */
  public static final Language UNKNOWN = new Language("und");

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "fa", "ur", "ps", "sd", "ug", "ckb", "he", "yi", "syr", "dv", "arc", "prs");
  private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
      Set.of("Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Samr", "Mand");

  /** Puts the tag into canonical case; what is no tag at all becomes {@code und}. */
  public Language {
    tag = Locale.forLanguageTag(tag.strip().replace('_', '-')).toLanguageTag();
  }

  /**
   * {@return the language that a tag from outside names, if it names one}
   *
   * @param tag the tag, in any case
   */
  public static Optional<Language> named(String tag) {
    var language = new Language(tag);
    return language.equals(UNKNOWN) ? Optional.empty() : Optional.of(language);
  }

  /** {@return the direction that the language is usually written in} */
  public Direction direction() {
    Locale locale = Locale.forLanguageTag(tag);
    boolean fromTheRight =
        locale.getScript().isEmpty()
            ? RIGHT_TO_LEFT.contains(locale.getLanguage())
            : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
    return fromTheRight ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
  }

  /** {@return the primary subtag: {@code fa} of {@code fa-AF}} */
  public String primary() {
    return Locale.forLanguageTag(tag).getLanguage();
  }
}
