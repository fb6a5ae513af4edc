package org.qirtas.profile;

/** Where the lines of a paragraph begin and end. */
public enum Alignment {
  /** From margin to margin, but for the last line. */
  JUSTIFIED,
  /** At the margin where reading begins. */
  START,
  /** In the middle. */
  CENTRED,
  /** At the margin where reading ends. */
  END;

  /** {@return what stands at the same margin for words that run the other way} */
  public Alignment turned() {
    return switch (this) {
      case START -> END;
      case END -> START;
      case JUSTIFIED, CENTRED -> this;
    };
  }
}
