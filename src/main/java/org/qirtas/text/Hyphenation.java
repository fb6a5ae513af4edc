package org.qirtas.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fop.hyphenation.HyphenationTree;
import org.qirtas.article.Language;

/**
 * How words of one language are divided: TeX's patterns (Liang 1983), as OFFO keeps them for Apache
 * FOP. Safe for several threads.
 */
final class Hyphenation {
  /** Letters that stay before a hyphen. */
  static final int LEAST_BEFORE = 2;

  /** Letters that go to the next line; as many as the languages here want, or more. */
  static final int LEAST_AFTER = 3;

  /** The languages written in Latin letters that there are patterns for, and the file of each. */
  private static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry("af", "af"),
          Map.entry("ca", "ca"),
          Map.entry("cs", "cs"),
          Map.entry("cy", "cy"),
          Map.entry("da", "da"),
          Map.entry("de", "de"),
          Map.entry("en", "en"),
          Map.entry("en-GB", "en_GB"),
          Map.entry("en-AU", "en_GB"),
          Map.entry("en-IE", "en_GB"),
          Map.entry("en-NZ", "en_GB"),
          Map.entry("en-ZA", "en_GB"),
          Map.entry("eo", "eo"),
          Map.entry("es", "es"),
          Map.entry("et", "et"),
          Map.entry("eu", "eu"),
          Map.entry("fi", "fi"),
          Map.entry("fr", "fr"),
          Map.entry("ga", "ga"),
          Map.entry("gl", "gl"),
          Map.entry("hr", "hr"),
          Map.entry("id", "id"),
          Map.entry("is", "is"),
          Map.entry("it", "it"),
          Map.entry("ku", "kmr"),
          Map.entry("kmr", "kmr"),
          Map.entry("la", "la"),
          Map.entry("lt", "lt"),
          Map.entry("lv", "lv"),
          Map.entry("nb", "nb"),
          Map.entry("nl", "nl"),
          Map.entry("nn", "nn"),
          Map.entry("no", "nb"),
          Map.entry("pl", "pl"),
          Map.entry("pt", "pt"),
          Map.entry("ro", "ro"),
          Map.entry("sk", "sk"),
          Map.entry("sl", "sl"),
          Map.entry("sv", "sv"),
          Map.entry("tk", "tk"),
          Map.entry("tr", "tr"));

  private static final Map<String, Hyphenation> KNOWN = new ConcurrentHashMap<>();

  private final HyphenationTree patterns;

  private Hyphenation(HyphenationTree patterns) {
    this.patterns = patterns;
  }

  /** The rules of a language, where there are any. */
  static Optional<Hyphenation> of(Language language) {
    String file = FILES.getOrDefault(language.tag(), FILES.get(language.primary()));
    return Optional.ofNullable(file).map(name -> KNOWN.computeIfAbsent(name, Hyphenation::read));
  }

  private static Hyphenation read(String file) {
    try (InputStream bytes = HyphenationTree.class.getResourceAsStream("/hyph/" + file + ".hyp")) {
      if (bytes == null) {
        throw new IllegalStateException("no hyphenation patterns " + file);
      }
      var objects = new ObjectInputStream(new BufferedInputStream(bytes));
      objects.setObjectInputFilter(
          ObjectInputFilter.Config.createFilter("org.apache.fop.hyphenation.*;java.base/*;!*"));
      return new Hyphenation((HyphenationTree) objects.readObject());
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException("hyphenation patterns " + file + " cannot be read", e);
    }
  }

  /** Where a word may be divided, as offsets in it, in rising order. */
  int[] points(String word) {
    char[] letters = word.toCharArray();
    var found = patterns.hyphenate(letters, 0, letters.length, LEAST_BEFORE, LEAST_AFTER);
    return found == null ? new int[0] : found.getHyphenationPoints();
  }
}
