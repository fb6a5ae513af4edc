package org.qirtas.profile;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is printed around a page for who cuts, inks and sorts (ISO 32000-1, 14.11.3). */
public enum PrinterMark {
  /** Where the page is cut, at its corners. */
  CROP,
  /** Crosses in all inks, which lie on each other where the plates do. */
  REGISTRATION,
  /** Patches of each ink, of two together and of grey. */
  BARS,
  /** A line that says what it is, and each plate's name in its own ink. */
  SLUG;

  private static final String ALL = "all";

  /**
   * {@return the marks that are named; empty where one is unknown}
   *
   * @param names one or several, or {@code all}, or {@code none}
   */
  public static Optional<Set<PrinterMark>> named(List<String> names) {
    if (names.equals(List.of(ALL))) {
      return Optional.of(EnumSet.allOf(PrinterMark.class));
    }
    var marks = EnumSet.noneOf(PrinterMark.class);
    if (names.equals(List.of(Notation.NONE))) {
      return Optional.of(marks);
    }
    for (String name : names) {
      Optional<PrinterMark> mark = Notation.choice(name, PrinterMark.class);
      if (mark.isEmpty()) {
        return Optional.empty();
      }
      marks.add(mark.get());
    }
    return Optional.of(marks);
  }

  /** {@return all that may be named} */
  public static List<String> choices() {
    var choices = new java.util.ArrayList<>(Notation.choices(PrinterMark.class));
    choices.add(ALL);
    choices.add(Notation.NONE);
    return List.copyOf(choices);
  }
}
