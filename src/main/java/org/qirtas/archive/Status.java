package org.qirtas.archive;

import java.util.Locale;

/** What became of an item. */
public enum Status {
  /** It is kept and its article is known. */
  STORED,
  /** It is kept, but nothing could be read from it. */
  QUARANTINED,
  /** It no longer counts; its record stays, and its content unless that was purged. */
  WITHDRAWN;

  /** {@return the word that records use} */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Status of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
