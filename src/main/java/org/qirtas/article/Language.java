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

  /** Arabic and what is spoken of it, then other languages; those that have only this script. */
  private static final Set<String> ARABIC_LETTERS =
      Set.of(
          "ar", "arz", "ary", "apc", "ajp", "acm", "acq", "aeb", "afb", "arq", "ars", "ayl", "apd",
          "fa", "prs", "ur", "ps", "sd", "ug", "ckb", "sdh", "ks", "skr", "pnb", "azb", "mzn",
          "lrc", "glk", "bal", "bqi", "khw", "haz");

  private static final Set<String> OTHER_RIGHT_TO_LEFT =
      Set.of("he", "yi", "syr", "arc", "dv", "nqo", "sam");
  private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
      Set.of("Arab", "Aran", "Hebr", "Syrc", "Thaa", "Nkoo", "Samr", "Mand");

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
            ? inArabicLetters() || OTHER_RIGHT_TO_LEFT.contains(locale.getLanguage())
            : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
    return fromTheRight ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
  }

  /** {@return whether it is written in Arabic letters, as the tag says or as is usual} */
  public boolean inArabicLetters() {
    Locale locale = Locale.forLanguageTag(tag);
    return locale.getScript().isEmpty()
        ? ARABIC_LETTERS.contains(locale.getLanguage())
        : locale.getScript().equals("Arab") || locale.getScript().equals("Aran");
  }

  /** {@return the country that the tag names, such as {@code SY} of {@code ar-SY}; else empty} */
  public String country() {
    return Locale.forLanguageTag(tag).getCountry();
  }

  /** {@return the primary subtag: {@code fa} of {@code fa-AF}} */
  public String primary() {
    return Locale.forLanguageTag(tag).getLanguage();
  }
}
