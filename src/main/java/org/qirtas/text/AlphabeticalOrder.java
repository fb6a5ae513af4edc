package org.qirtas.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.Set;
import org.qirtas.article.Language;

/**
 * The order of names in an index: that of the language's dictionaries (CLDR's collation), where an
 * Arabic article, ال, and vowel signs do not count.
 *
 * <p>One thread's.
 */
public final class AlphabeticalOrder implements Comparator<String> {
  private static final String ARTICLE = "ال";
  private static final String GOD = "الله";
  private static final Set<String> ALEFS = Set.of("أ", "إ", "آ", "ٱ");

  private final Collator collator;
  private final boolean arabic;

  /**
   * The order of a language.
   *
   * @param language the language
   */
  public AlphabeticalOrder(Language language) {
    this.arabic = language.inArabicLetters();
    Collator rules = Collator.getInstance(ULocale.forLanguageTag(language.tag()));
    if (rules instanceof RuleBasedCollator own) {
      // Spaces count for less than letters: a full name stands after its first part alone.
      own.setAlternateHandlingShifted(false);
    }
    rules.setStrength(Collator.TERTIARY);
    this.collator = rules;
  }

  @Override
  public int compare(String one, String other) {
    int byWords = collator.compare(key(one), key(other));
    // Two spellings that a dictionary holds for one still come in the same order every time.
    return byWords != 0 ? byWords : one.compareTo(other);
  }

  /**
   * {@return the letter that a name is looked up under}
   *
   * @param name the name
   */
  public String letter(String name) {
    String key = key(name);
    int at = 0;
    while (at < key.length() && !Character.isLetterOrDigit(key.codePointAt(at))) {
      at += Character.charCount(key.codePointAt(at));
    }
    if (at == key.length()) {
      return "#";
    }
    String first = Character.toString(key.codePointAt(at)).toUpperCase(java.util.Locale.ROOT);
    if (Character.isDigit(first.codePointAt(0))) {
      return "#";
    }
    return ALEFS.contains(first) ? "ا" : first;
  }

  /** Without marks, tatweels and, of the first word, the article. */
  private String key(String name) {
    if (!arabic) {
      return name.strip();
    }
    String bare = name.strip().replaceAll("[\\p{Mn}\\u0640\\p{Cf}\"«»'()\\[\\]]", "").strip();
    boolean hasArticle =
        bare.startsWith(ARTICLE) && bare.length() > ARTICLE.length() + 1 && !bare.startsWith(GOD);
    return hasArticle ? bare.substring(ARTICLE.length()) : bare;
  }
}
