package org.qirtas.article;

/**
 * A statement about an article, with where it comes from.
 *
 * @param <T> what is stated
 * @param value the statement
 * @param evidence where it comes from
 */
public record Attested<T>(T value, Evidence evidence) {
  /**
   * {@return a statement read off a place whose words are the statement itself}
   *
   * @param words the words
   * @param origin where they stood
   */
  public static Attested<String> asWritten(String words, Evidence.Origin origin) {
    return new Attested<>(words, new Evidence(origin, words));
  }
}
