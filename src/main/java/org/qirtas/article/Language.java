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
    tag =
        isCanonical(tag)
            ? tag
            : Locale.forLanguageTag(tag.strip().replace('_', '-')).toLanguageTag();
  }

  /** Two small letters are as they should be but for the codes that were withdrawn. */
  private static boolean isCanonical(String tag) {
    return tag.length() == 2
        && isSmallLetter(tag.charAt(0))
        && isSmallLetter(tag.charAt(1))
        && !tag.equals("iw")
        && !tag.equals("in")
        && !tag.equals("ji");
  }

  private static boolean isSmallLetter(char c) {
    return c >= 'a' && c <= 'z';
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
    String script = script();
    boolean fromTheRight =
        script.isEmpty()
            ? inArabicLetters() || OTHER_RIGHT_TO_LEFT.contains(primary())
            : RIGHT_TO_LEFT_SCRIPTS.contains(script);
    return fromTheRight ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
  }

  /** {@return whether it is written in Arabic letters, as the tag says or as is usual} */
  public boolean inArabicLetters() {
    String script = script();
    return script.isEmpty()
        ? ARABIC_LETTERS.contains(primary())
        : script.equals("Arab") || script.equals("Aran");
  }

  /** {@return the country that the tag names, such as {@code SY} of {@code ar-SY}; else empty} */
  public String country() {
    return Locale.forLanguageTag(tag).getCountry();
  }

  /** {@return the primary subtag: {@code fa} of {@code fa-AF}} */
  public String primary() {
    return isSimple() ? tag : Locale.forLanguageTag(tag).getLanguage();
  }

  private String script() {
    return isSimple() ? "" : Locale.forLanguageTag(tag).getScript();
  }

  /** Whether there is no more to it than the language: every paragraph asks, and few say more. */
  private boolean isSimple() {
    return tag.length() == 2;
  }
}
