package org.qirtas.profile;

import org.qirtas.measure.Length;

/**
 * How an article, or a section of a book, begins. The rule below its head is {@link
 * Rules#opener()}.
 *
 * @param start where
 * @param across whether title, byline and date line stand across all columns
 * @param sink how far below the head of the type area it begins, where it begins a page
 */
public record Openers(Start start, boolean across, Length sink) {
  /** Where an article begins that is not the document's first. */
  public enum Start {
    /** Where the one before it ends. */
    RUN_ON,
    /** On a new page. */
    PAGE,
    /** On a new odd page. */
    RECTO
  }
}
