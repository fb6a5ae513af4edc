package org.qirtas.profile;

import org.qirtas.measure.Length;

/**
 * The numbers of pages.
 *
 * @param place where they stand
 * @param digits which digits they are in
 * @param distance from the type area to the baseline, down or up
 * @param lone whether a document's only page has one
 * @param onOpener whether a page that an article begins on has one
 */
public record Folios(Place place, Digits digits, Length distance, boolean lone, boolean onOpener) {
  /** Where on the page. */
  public enum Place {
    /** Nowhere. */
    NONE,
    /** Below the type area, in the middle. */
    FOOT_CENTRE,
    /** Below the type area, at the edge that is turned. */
    FOOT_OUTER,
    /** Above the type area, in the middle. */
    HEAD_CENTRE,
    /**
     * Above the type area, at the edge that is turned; beside the running head, if there is one.
     */
    HEAD_OUTER
  }

  Folios withLone(boolean numbered) {
    return new Folios(place, digits, distance, numbered, onOpener);
  }
}
