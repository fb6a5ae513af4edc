package org.qirtas.profile;

/** What a typeface is used for. */
public enum FontRole {
  /** Running text. */
  TEXT,
  /** Titles and headings. */
  HEADING,
  /** Quotations, verse and pull quotes. */
  QUOTATION,
  /** Notes, captions and tables. */
  SMALL,
  /** Running heads, folios and line numbers. */
  FURNITURE
}
