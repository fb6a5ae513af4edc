package org.qirtas.text;

import com.ibm.icu.util.ULocale;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.qirtas.article.Language;

/**
 * The font families that text is set in: a language's before a script's, a script's before the one
 * for all.
 *
 * @param family the one for all
 * @param byScript those preferred for single scripts, by ISO 15924 code ({@code Hebr})
 * @param byLanguage those preferred for single languages, by BCP 47 primary subtag ({@code ur}), in
 *     the script that the language is written in
 * @param fits how families are made to agree with their neighbours
 */
public record Families(
    String family,
    Map<String, String> byScript,
    Map<String, String> byLanguage,
    Map<String, Fit> fits) {
  private static final Map<String, Optional<String>> SCRIPTS = new ConcurrentHashMap<>();

  /**
   * How a family is made to agree with others.
   *
   * @param size the factor that its sizes are multiplied by
   * @param leading the factor that the leading of a paragraph mostly set in it is multiplied by
   */
  public record Fit(double size, double leading) {
    /** As it is. */
    public static final Fit NATURAL = new Fit(1, 1);
  }

  /** Takes copies, in a fixed order. */
  public Families {
    byScript = Collections.unmodifiableMap(new TreeMap<>(byScript));
    byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
    fits = Collections.unmodifiableMap(new TreeMap<>(fits));
  }

  /**
   * {@return one family for all}
   *
   * @param family the family
   */
  public static Families of(String family) {
    return new Families(family, Map.of(), Map.of(), Map.of());
  }

  /**
   * {@return the family preferred for a text}
   *
   * @param script the script of its letters, by ISO 15924 code
   * @param language its language
   */
  public String preferred(String script, Language language) {
    return Optional.ofNullable(byLanguage.get(language.primary()))
        .filter(_ -> isWrittenIn(language, script))
        .orElseGet(() -> byScript.getOrDefault(script, family));
  }

  /**
   * {@return the family that a language's own letters are set in}
   *
   * @param language the language
   */
  public String own(Language language) {
    return preferred(script(language).orElse(""), language);
  }

  /**
   * {@return how a family is made to agree with the others}
   *
   * @param name the family
   */
  public Fit fit(String name) {
    return fits.getOrDefault(name, Fit.NATURAL);
  }

  /** An Urdu text's Latin words are no Urdu for its font. */
  private static boolean isWrittenIn(Language language, String script) {
    return script(language).filter(script::equals).isPresent();
  }

  /** The script that a language is usually written in, by ISO 15924 code; empty where unknown. */
  static Optional<String> script(Language language) {
    return SCRIPTS.computeIfAbsent(language.tag(), Families::likelyScript);
  }

  private static Optional<String> likelyScript(String tag) {
    String script = ULocale.addLikelySubtags(ULocale.forLanguageTag(tag)).getScript();
    return script.isEmpty() || tag.equals("und") ? Optional.empty() : Optional.of(script);
  }
}
