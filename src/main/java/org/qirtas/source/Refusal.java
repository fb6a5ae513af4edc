package org.qirtas.source;

import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.source.letters.Blanks;

/** Why a source yields no article. The constants' names are the messages' keys. */
public enum Refusal {
  /** It is not there. */
  MISSING,
  /** It has no bytes. */
  EMPTY,
  /** It cannot be read. */
  UNREADABLE,
  /** It leads out of its container. */
  OUTSIDE,
  /** A list names it twice. */
  TWICE,
  /** A manifest says otherwise of it. */
  OVERRULED,
  /** Its format is none that is read. */
  UNKNOWN,
  /** It breaks its format. */
  CORRUPT,
  /** It wants a password. */
  ENCRYPTED,
  /** It takes too long. */
  TIMEOUT,
  /** It is larger than is read. */
  TOOLARGE,
  /** It needs too much memory. */
  MEMORY,
  /** It ends the process that reads it. */
  CRASHED;

  private static final int LONGEST = 160;

  /**
   * {@return the failure to throw}
   *
   * @param name which input
   * @param why in a few words
   */
  public QirtasException of(String name, String why) {
    return new QirtasException(Fault.INPUT, key(), name, why);
  }

  /**
   * {@return the failure to throw where other code's failure is the cause}
   *
   * @param name which input
   * @param cause the other failure
   */
  public QirtasException of(String name, Throwable cause) {
    return new QirtasException(cause, Fault.INPUT, key(), name, words(cause));
  }

  String key() {
    return "source." + name().toLowerCase(java.util.Locale.ROOT);
  }

  /** What a failure says of itself, on one line and not for ever. */
  private static String words(Throwable cause) {
    @Nullable Throwable inner = cause.getCause();
    Throwable telling = inner == null || inner.getMessage() == null ? cause : inner;
    @Nullable String message = telling.getMessage();
    String words = Blanks.collapse(message == null ? telling.getClass().getSimpleName() : message);
    return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
  }
}
