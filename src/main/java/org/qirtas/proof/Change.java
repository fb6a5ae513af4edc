package org.qirtas.proof;

import java.awt.Rectangle;
import java.util.List;

/**
 * What became of a page from one state of a document to the next.
 *
 * @param kind what
 * @param before its number in the older state, from 1; 0 where it was not there
 * @param after its number in the newer state, from 1; 0 where it is there no more
 * @param regions where it changed, in dots of the comparison, from the upper left; from the top
 * @param share how much of the page these are, 0 to 1
 */
public record Change(Kind kind, int before, int after, List<Rectangle> regions, double share) {
  /** What can become of a page. */
  public enum Kind {
    /** It looks as it did. */
    SAME,
    /** Only a number at its head or foot is another: pages before it came or went. */
    RENUMBERED,
    /** It looks different. */
    CHANGED,
    /** It was not there. */
    ADDED,
    /** It is there no more. */
    REMOVED,
    /** It cannot be drawn, in one state or in both. */
    UNREADABLE
  }

  /** Takes a copy of the regions. */
  public Change {
    regions = List.copyOf(regions);
  }

  /** {@return whether a person should look at it} */
  public boolean isSeen() {
    return switch (kind) {
      case SAME, RENUMBERED -> false;
      case CHANGED, ADDED, REMOVED, UNREADABLE -> true;
    };
  }
}
