package org.qirtas.article;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells what language a text is mostly in, by counting: its script first, then the letters and
 * small words that only one of the script's languages uses.
 */
public final class Tongue {
  private static final int ENOUGH = 200_000;

  /** Letters that tell of Urdu, Kurdish, Pashto, Uyghur, Persian and Arabic, in that order. */
  private static final List<String> TELLING =
      List.of("ٹڈڑںےھہ", "ڕڵۆێە", "ښړډټځڅۍګ", "ۇۈېۋ", "پچژگیک", "ةىيكأإ");

  private static final char FIRST_TOLD = '\u0600';
  private static final char LAST_TOLD = '\u06FF';
  private static final byte[] TOLD = new byte[LAST_TOLD - FIRST_TOLD + 1];

  static {
    Arrays.fill(TOLD, (byte) -1);
    for (int i = 0; i < TELLING.size(); i++) {
      for (char letter : TELLING.get(i).toCharArray()) {
        TOLD[letter - FIRST_TOLD] = (byte) i;
      }
    }
  }

  private static final Set<String> PERSIAN_WORDS =
      set("و در به از که این را با است برای آن یک می شد های");
  private static final Set<String> ARABIC_WORDS = set("في من على إلى أن التي الذي عن هذا ما لا مع");
  private static final Map<String, Set<String>> LATIN_WORDS =
      new TreeMap<>(
          Map.of(
              "en", set("the of and to in is that for was on with"),
              "fr", set("le la les de des et est une dans que pour"),
              "de", set("der die das und ist nicht ein eine mit von"),
              "tr", set("ve bir bu için ile olarak da de çok"),
              "es", set("el los las que una por con para del se"),
              "it", set("il che di per una non con gli della")));

  private Tongue() {}

  /**
   * {@return the language that a text is mostly in; unknown where nothing tells}
   *
   * @param whole the text
   */
  public static Language of(String whole) {
    String text = whole.length() > ENOUGH ? whole.substring(0, ENOUGH) : whole;
    var others = new EnumMap<Character.UnicodeScript, Integer>(Character.UnicodeScript.class);
    int arabic = 0;
    int total = 0;
    for (int at = 0, letter; at < text.length(); at += Character.charCount(letter)) {
      letter = text.codePointAt(at);
      if (Character.isLetter(letter)) {
        Character.UnicodeScript script = script(letter);
        total++;
        if (script == Character.UnicodeScript.ARABIC) {
          arabic++;
        } else {
          others.merge(script, 1, Integer::sum);
        }
      }
    }
    if (total == 0) {
      return Language.UNKNOWN;
    }
    // Latin words in an Arabic article are often many; a third of Arabic letters tells more.
    if (arabic * 3 >= total) {
      return arabicScript(text);
    }
    Character.UnicodeScript most =
        others.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
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

  /** The script of a letter; that of most letters is known without a search. */
  private static Character.UnicodeScript script(int letter) {
    if (letter >= 'ء' && letter <= 'ي' && letter != 'ـ') {
      return Character.UnicodeScript.ARABIC;
    }
    return Character.UnicodeScript.of(letter);
  }

  /** Each line votes with its letters, so that one Urdu sentence does not turn an Arabic page. */
  private static Language arabicScript(String text) {
    var votes = new TreeMap<String, Long>();
    int begin = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || endsALine(text.charAt(at))) {
        String line = text.substring(begin, at);
        long letters = arabicLetters(line);
        if (letters > 0) {
          votes.merge(arabicLine(line, letters).tag(), letters, Long::sum);
        }
        begin = at + 1;
      }
    }
    return new Language(
        votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey());
  }

  private static boolean endsALine(char unit) {
    return (unit >= '\n' && unit <= '\r')
        || unit == '\u0085'
        || unit == '\u2028'
        || unit == '\u2029';
  }

  private static long arabicLetters(String line) {
    long letters = 0;
    for (int at = 0, c; at < line.length(); at += Character.charCount(c)) {
      c = line.codePointAt(at);
      letters += script(c) == Character.UnicodeScript.ARABIC ? 1 : 0;
    }
    return letters;
  }

  private static Language arabicLine(String text, long letters) {
    int[] counts = new int[TELLING.size()];
    for (int i = 0; i < text.length(); i++) {
      int of = ofWhom(text.charAt(i));
      if (of >= 0) {
        counts[of]++;
      }
    }
    double share = 100.0 / letters;
    double urdu = counts[0] * share;
    double kurdish = counts[1] * share;
    double pashto = counts[2] * share;
    double uyghur = counts[3] * share;
    double persian = counts[4] * share;
    double arabic = counts[5] * share;
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
    int persianWords = words(text, PERSIAN_WORDS);
    int arabicWords = words(text, ARABIC_WORDS);
    return persian + persianWords * share * 4 > arabic + arabicWords * share * 4
            && persianWords > arabicWords / 2
        ? new Language("fa")
        : Language.ARABIC;
  }

  /** {@return the language, by its place in {@link #TELLING}, that a letter tells of, or -1} */
  private static int ofWhom(char unit) {
    return unit >= FIRST_TOLD && unit <= LAST_TOLD ? TOLD[unit - FIRST_TOLD] : -1;
  }

  private static Language latin(String text) {
    String best = "und";
    int most = 0;
    for (var language : LATIN_WORDS.entrySet()) {
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

  private static int words(String text, Set<String> known) {
    int count = 0;
    int begin = 0;
    for (int at = 0, letter; at <= text.length(); at += Character.charCount(letter)) {
      letter = at < text.length() ? text.codePointAt(at) : ' ';
      if (!Character.isLetter(letter) && !isMark(letter)) {
        boolean any = begin < at;
        count += any && known.contains(text.substring(begin, at).toLowerCase(Locale.ROOT)) ? 1 : 0;
        begin = at + Character.charCount(letter);
      }
    }
    return count;
  }

  private static boolean isMark(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static Set<String> set(String words) {
    return Set.of(words.split(" "));
  }
}
