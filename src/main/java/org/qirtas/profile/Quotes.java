package org.qirtas.profile;

/** Which quotation marks stand around words that the article's writer put into some. */
public enum Quotes {
  /** Those that the writer used. */
  AS_WRITTEN,
  /** Those of the language that they stand in: «…» in Arabic, “…” in English. */
  BY_LANGUAGE
}
