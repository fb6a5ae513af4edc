package org.qirtas.archive;

import java.util.Objects;

/**
 * Why a version of an item is made.
 *
 * @param who whoever makes it
 * @param why the reason, in their words
 */
public record Change(String who, String why) {
  /** Checks that there are both. */
  public Change {
    Objects.requireNonNull(who);
    Objects.requireNonNull(why);
  }

  /**
   * {@return a change by the user of this process}
   *
   * @param why the reason
   */
  public static Change byUser(String why) {
    return new Change(System.getProperty("user.name", "unknown"), why);
  }
}
