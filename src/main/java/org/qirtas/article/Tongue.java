package org.qirtas.article;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells what language a text is mostly in, by counting: its script first, then the letters and
 * small words that only one of the script's languages uses.
 */
public final class Tongue {
  private static final int ENOUGH = 200_000;

  private Tongue() {}

  /**
   * {@return the language that a text is mostly in; unknown where nothing tells}
   *
   * @param whole the text
   */
  public static Language of(String whole) {
    String text = whole.length() > ENOUGH ? whole.substring(0, ENOUGH) : whole;
    var scripts = new TreeMap<Character.UnicodeScript, Integer>();
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> scripts.merge(Character.UnicodeScript.of(letter), 1, Integer::sum));
    // Latin words in an Arabic article are often many; a third of Arabic letters tells more.
    int arabic = scripts.getOrDefault(Character.UnicodeScript.ARABIC, 0);
    int total = scripts.values().stream().mapToInt(Integer::intValue).sum();
    if (total == 0) {
      return Language.UNKNOWN;
    }
    if (arabic * 3 >= total) {
      return arabicScript(text);
    }
    Character.UnicodeScript most =
        scripts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return switch (most) {
      case HEBREW -> new Language("he");
      case SYRIAC -> new Language("syr");
      case GREEK -> new Language("el");
      case ARMENIAN -> new Language("hy");
      case CYRILLIC -> new Language(count(text, "іїєґ") > 0 ? "uk" : "ru");
      case LATIN -> latin(text);
      default -> Language.UNKNOWN;
    };
  }

  /**
   * The language of words that cannot be in that of their surroundings, since not one of their
   * letters is of a script that it is written in.
   *
   * @param text the words
   * @param around the language of their surroundings
   * @return their language; empty where they may well be in that of their surroundings
   */
  public static Optional<Language> foreign(String text, Language around) {
    boolean any = false;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      if (Character.isLetter(c)) {
        if (isOf(Character.UnicodeScript.of(c), around)) {
          return Optional.empty();
        }
        any = true;
      }
    }
    return any
        ? Optional.of(of(text)).filter(language -> !language.equals(Language.UNKNOWN))
        : Optional.empty();
  }

  private static boolean isOf(Character.UnicodeScript script, Language language) {
    return switch (script) {
      case COMMON, INHERITED -> true;
      case ARABIC -> language.inArabicLetters();
      case HEBREW -> language.primary().equals("he") || language.primary().equals("yi");
      case SYRIAC -> language.primary().equals("syr") || language.primary().equals("arc");
      default -> language.direction() == Direction.LEFT_TO_RIGHT;
    };
  }

  /** Each line votes with its letters, so that one Urdu sentence does not turn an Arabic page. */
  private static Language arabicScript(String text) {
    var votes = new TreeMap<String, Long>();
    for (String line : text.split("\\R", -1)) {
      long letters =
          line.codePoints()
              .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
              .count();
      if (letters > 0) {
        votes.merge(arabicLine(line, letters).tag(), letters, Long::sum);
      }
    }
    return new Language(
        votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey());
  }

  private static Language arabicLine(String text, long letters) {
    double share = 100.0 / letters;
    double urdu = count(text, "ٹڈڑںےھہ") * share;
    double kurdish = count(text, "ڕڵۆێە") * share;
    double pashto = count(text, "ښړډټځڅۍګ") * share;
    double uyghur = count(text, "ۇۈېۋ") * share;
    double persian = count(text, "پچژگیک") * share;
    double arabic = count(text, "ةىيكأإ") * share;
    if (kurdish > 4 && kurdish > urdu && kurdish > uyghur) {
      return new Language("ckb");
    }
    if (uyghur > 4 && uyghur > urdu) {
      return new Language("ug");
    }
    if (pashto > 2 && pashto > urdu) {
      return new Language("ps");
    }
    if (urdu > 4) {
      return new Language("ur");
    }
    // Egyptians end words in ی without its dots, and foreign names have پ and گ: words decide then.
    int persianWords = words(text, " و در به از که این را با است برای آن یک می شد های ");
    int arabicWords = words(text, " في من على إلى أن التي الذي عن هذا ما لا مع ");
    return persian + persianWords * share * 4 > arabic + arabicWords * share * 4
            && persianWords > arabicWords / 2
        ? new Language("fa")
        : Language.ARABIC;
  }

  private static Language latin(String text) {
    Map<String, String> words =
        new TreeMap<>(
            Map.of(
                "en", " the of and to in is that for was on with ",
                "fr", " le la les de des et est une dans que pour ",
                "de", " der die das und ist nicht ein eine mit von ",
                "tr", " ve bir bu için ile olarak da de çok ",
                "es", " el los las que una por con para del se ",
                "it", " il che di per una non con gli della "));
    String best = "und";
    int most = 0;
    for (var language : words.entrySet()) {
      int count = words(text, language.getValue());
      if (count > most) {
        most = count;
        best = language.getKey();
      }
    }
    // Too few small words for any of them: a Latin headline is English for want of better.
    return new Language(most == 0 && text.length() < 200 ? "en" : best);
  }

  private static int count(String text, String letters) {
    return (int) text.chars().filter(c -> letters.indexOf(c) >= 0).count();
  }

  private static int words(String text, String known) {
    int count = 0;
    for (String word : text.split("[^\\p{L}\\p{M}]+", -1)) {
      if (!word.isEmpty() && known.contains(" " + word.toLowerCase(java.util.Locale.ROOT) + " ")) {
        count++;
      }
    }
    return count;
  }
}
