package org.qirtas.article;

import java.util.Optional;

/**
 * The language and direction that a stretch of text was marked with by its writer.
 *
 * @param language empty where the surroundings' holds
 * @param direction empty where the text itself tells, by its first strong letter (UAX #9 P2, P3)
 */
public record Flow(Optional<Language> language, Optional<Direction> direction) {
  /** No marks: the surroundings decide. */
  public static final Flow UNMARKED = new Flow(Optional.empty(), Optional.empty());

  /**
   * {@return marked with a language only}
   *
   * @param language the language
   */
  public static Flow in(Language language) {
    return new Flow(Optional.of(language), Optional.empty());
  }

  /**
   * {@return marked with a direction only}
   *
   * @param direction the direction
   */
  public static Flow towards(Direction direction) {
    return new Flow(Optional.empty(), Optional.of(direction));
  }
}
