package org.qirtas.source;

import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

/** Why a source yields no article. The constants' names are the messages' keys. */
enum Refusal {
  MISSING,
  EMPTY,
  UNREADABLE,
  OUTSIDE,
  TWICE,
  OVERRULED,
  UNKNOWN,
  CORRUPT,
  ENCRYPTED,
  TIMEOUT,
  TOOLARGE,
  MEMORY,
  CRASHED;

  private static final int LONGEST = 160;

  /** The failure to throw: which input, and in a few words why. */
  QirtasException of(String name, String why) {
    return new QirtasException(Fault.INPUT, key(), name, why);
  }

  /** The failure to throw where other code's failure is the cause. */
  QirtasException of(String name, Throwable cause) {
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
