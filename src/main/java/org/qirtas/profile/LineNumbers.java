package org.qirtas.profile;

import org.qirtas.measure.Length;

/**
 * Numbers of lines in the outer margin, for editors.
 *
 * @param every which lines have one: each fifth for 5; 0: none has
 * @param distance from the type area
 * @param restart where counting begins anew
 */
public record LineNumbers(int every, Length distance, Restart restart) {
  /** Where counting begins anew. */
  public enum Restart {
    /** On each page. */
    PAGE,
    /** With each article. */
    ARTICLE
  }
}
