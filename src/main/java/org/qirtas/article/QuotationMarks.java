package org.qirtas.article;

/**
 * The marks that a language puts around somebody's words (CLDR, "delimiters"; for Arabic and its
 * neighbours the marks that print uses rather than those of keyboards).
 *
 * @param opening before the words
 * @param closing after the words
 * @param innerOpening before words that are quoted within them
 * @param innerClosing after those
 */
public record QuotationMarks(char opening, char closing, char innerOpening, char innerClosing) {
  /**
   * {@return the marks of a language}
   *
   * @param language the language
   */
  public static QuotationMarks of(Language language) {
    return switch (language.primary()) {
      case "ar", "fa", "prs", "ps", "ckb", "sdh", "ug", "azb" -> marks("«»‹›");
      case "ur", "pnb", "skr", "ks", "he" -> marks("””’’");
      case "yi" -> marks("„”‚’");
      case "fr", "it", "es", "pt", "ca", "el", "hy" -> marks("«»“”");
      case "ru", "uk", "be", "bg" -> marks("«»„“");
      case "de", "cs", "sk", "sl", "is", "lt" -> marks("„“‚‘");
      case "pl", "ro", "hu" -> marks("„”«»");
      case "sv", "fi" -> marks("””’’");
      default -> language.inArabicLetters() ? marks("«»‹›") : marks("“”‘’");
    };
  }

  private static QuotationMarks marks(String four) {
    return new QuotationMarks(four.charAt(0), four.charAt(1), four.charAt(2), four.charAt(3));
  }
}
