package org.qirtas.cli;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;

/**
 * Whether two articles that came from one place are the same, changed: by their titles, else by
 * their words. A file's name may be used again, and a site may give all its pages one address.
 */
final class SameArticle {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

  private SameArticle() {}

  static boolean of(Article before, Article after) {
    boolean sameTitle =
        before.title().isPresent()
            && before.title().map(Attested::value).equals(after.title().map(Attested::value));
    return sameTitle || shareWords(words(before), words(after));
  }

  private static Set<String> words(Article article) {
    return new HashSet<>(Arrays.asList(BETWEEN_WORDS.split(article.text())));
  }

  /** Half of the words of the shorter one. */
  private static boolean shareWords(Set<String> before, Set<String> after) {
    int least = Math.min(before.size(), after.size());
    before.retainAll(after);
    return least > 0 && before.size() * 2 >= least;
  }
}
