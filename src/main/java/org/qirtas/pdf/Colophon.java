package org.qirtas.pdf;

import java.time.Instant;
import java.util.List;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;

/**
 * What a PDF says of itself.
 *
 * @param title its title; never empty
 * @param authors who wrote it
 * @param subjects what it is about
 * @param language the language that it is mostly written in
 * @param direction the direction that its pages are turned in
 * @param created when its content was fixed; the same content must give the same instant
 */
public record Colophon(
    String title,
    List<String> authors,
    List<String> subjects,
    Language language,
    Direction direction,
    Instant created) {
  /** Takes copies of the lists. */
  public Colophon {
    authors = List.copyOf(authors);
    subjects = List.copyOf(subjects);
  }
}
