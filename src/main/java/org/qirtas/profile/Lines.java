package org.qirtas.profile;

/**
 * How paragraphs are parted into lines, and lines onto pages.
 *
 * @param breaking how places to break at are found
 * @param justification how far lines are stretched
 * @param orphans how many lines of a paragraph are left at least at the foot of a page or column
 * @param widows how many lines of a paragraph come at least to the head of one
 */
public record Lines(Breaking breaking, Justification justification, int orphans, int widows) {
  /** How places to break at are found. */
  public enum Breaking {
    /** For a whole paragraph at once, so that its lines are as even as they can be. */
    OPTIMAL,
    /** Line by line, each as full as it can be. */
    FIRST_FIT
  }
}
