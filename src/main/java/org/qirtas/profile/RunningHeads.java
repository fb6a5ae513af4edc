package org.qirtas.profile;

import java.util.List;
import org.qirtas.measure.Length;

/**
 * What stands above the type area, page after page. The rule below it is {@link
 * Rules#runningHead()}.
 *
 * @param verso what even pages show; nothing: none there
 * @param recto what odd pages show; nothing: none there
 * @param place where it stands
 * @param distance from its baseline down to the type area
 * @param onOpener whether a page that an article begins on has one
 */
public record RunningHeads(
    List<Shown> verso, List<Shown> recto, Place place, Length distance, boolean onOpener) {
  /** What may be shown; what an article does not have is left out. */
  public enum Shown {
    /** The article's title. */
    TITLE,
    /** The last heading on the page or before it. */
    SECTION,
    /** Who wrote it. */
    AUTHOR,
    /** Its date. */
    DATE,
    /** Who published it. */
    PUBLICATION
  }

  /** Where in the width of the type area. */
  public enum Place {
    /** At the edge that is turned. */
    OUTER,
    /** In the middle. */
    CENTRE,
    /** At the spine. */
    INNER
  }

  /** Takes copies. */
  public RunningHeads {
    verso = List.copyOf(verso);
    recto = List.copyOf(recto);
  }

  /**
   * {@return what a page shows}
   *
   * @param number the page's place in the document, from 1
   */
  public List<Shown> on(int number) {
    return number % 2 == 0 ? verso : recto;
  }
}
