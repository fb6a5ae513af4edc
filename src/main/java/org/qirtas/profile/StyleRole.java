package org.qirtas.profile;

/** The kinds of paragraph that have a style of their own. */
public enum StyleRole {
  /** The article's title. */
  TITLE,
  /** Its second title. */
  SUBTITLE,
  /** Who wrote it, and where. */
  BYLINE,
  /** When. */
  DATE_LINE,
  /** The first paragraph of a newspaper's article, where it is told apart. */
  LEAD,
  /** A heading of the first rank below the title. */
  HEADING,
  /** A heading of a lower rank. */
  SUBHEADING,
  /** A paragraph. */
  BODY,
  /** A quoted paragraph. */
  QUOTATION,
  /** A point of a list; its indent is what each list adds to the one that it stands in. */
  LIST,
  /** A line of a poem. */
  VERSE,
  /** A cell of a table. */
  CELL,
  /** What stands below a picture. */
  CAPTION,
  /** A footnote. */
  NOTE,
  /** A short quotation, set large. */
  PULL_QUOTE,
  /** What stands above the type area. */
  RUNNING_HEAD,
  /** The page number. */
  FOLIO,
  /** The number of a line, in the margin. */
  LINE_NUMBER
}
