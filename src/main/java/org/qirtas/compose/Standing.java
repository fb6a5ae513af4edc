package org.qirtas.compose;

import java.util.List;
import java.util.Optional;
import org.qirtas.profile.TypeStyle;

/**
 * Where an article stands: by itself, or in a book.
 *
 * @param rank the rank of its title among the document's headings, from 1
 * @param anchor what other pages call it
 * @param above headings of the book that begin with it, set above its title
 */
record Standing(int rank, Optional<String> anchor, List<Above> above) {
  /** A document of its own. */
  static final Standing ALONE = new Standing(1, Optional.empty(), List.of());

  private static final int LOWEST = 6;

  Standing {
    above = List.copyOf(above);
  }

  /**
   * A heading above the title.
   *
   * @param words what it says
   * @param owner the part of the document that it is
   * @param anchor what other pages call it
   */
  record Above(String words, TypeStyle style, Element owner, Optional<String> anchor) {}

  /** The role of a heading that is of a level within its article, whose title is of level 1. */
  Element.Role heading(int level) {
    return Element.Role.valueOf("HEADING_" + Math.min(LOWEST, level + rank - 1));
  }
}
