package org.qirtas.profile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The colours of a profile.
 *
 * @param byRole each role's
 */
public record Palette(Map<Role, Colour> byRole) {
  /** What colours are used for. */
  public enum Role {
    /** Running text. */
    TEXT,
    /** Titles and headings. */
    HEADING,
    /** What shall be seen first. */
    ACCENT,
    /** What shall not be seen first: captions, running heads, folios. */
    QUIET,
    /** Drawn rules. */
    RULE,
    /** The ground below heads of tables. */
    SHADE
  }

  /** Takes a copy; all roles must be there. */
  public Palette {
    var copy = new EnumMap<>(byRole);
    for (Role role : Role.values()) {
      if (!copy.containsKey(role)) {
        throw new IllegalArgumentException("no colour for " + role);
      }
    }
    byRole = Collections.unmodifiableMap(copy);
  }

  /**
   * {@return a role's colour}
   *
   * @param role the role
   */
  public Colour of(Role role) {
    Colour colour = byRole.get(role);
    if (colour == null) {
      throw new IllegalStateException(role + " was there when this was made");
    }
    return colour;
  }
}
