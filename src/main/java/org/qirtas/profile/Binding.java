package org.qirtas.profile;

/** At which edge the pages of a document are bound; it decides which of them lie on the left. */
public enum Binding {
  /** At the right for a document that runs from right to left, at the left for the others. */
  BY_LANGUAGE,
  /** At the right, as Arabic books are: the first page, and every odd one, is a left page. */
  RIGHT,
  /** At the left, as Latin books are: the first page, and every odd one, is a right page. */
  LEFT;

  /**
   * {@return whether a page lies on the left of its spread}
   *
   * @param number the page's place in the document, from 1
   * @param rightToLeft whether the document runs from right to left
   */
  public boolean isLeftPage(int number, boolean rightToLeft) {
    boolean odd = number % 2 != 0;
    return switch (this) {
      case BY_LANGUAGE -> odd == rightToLeft;
      case RIGHT -> odd;
      case LEFT -> !odd;
    };
  }
}
