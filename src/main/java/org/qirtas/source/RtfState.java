package org.qirtas.source;

/** What holds inside one group of an RTF file; an inner group begins with a copy. */
final class RtfState {
  /** Where the words of a group go. */
  enum Destination {
    BODY,
    /** What a reader does not see: fonts, colours, running heads, fields of programs. */
    SKIPPED,
    /** Skipped but for pictures: the properties of a drawing. */
    DRAWING,
    STYLES,
    LISTS,
    LIST_USES,
    /** The old form of a list's description. */
    OLD_POINT,
    /** The number or bullet that older programs shall show. */
    POINT_MARK,
    RECORD,
    TITLE,
    AUTHOR,
    KEYWORDS,
    CREATED,
    FIELD_TOLD,
    PICTURE
  }

  /** The list of a point of which only its bullet is known. */
  static final int BULLETS = -1;

  /** The list of a point of which only its number is known. */
  static final int NUMBERS = -2;

  Destination destination = Destination.BODY;
  boolean opensContext;
  boolean nestedRow;
  boolean bold;
  boolean italic;
  boolean hidden;
  boolean rightToLeft;
  int style;
  int outline = -1;
  int list;
  int depth;
  boolean inTable;
  int tableLevel;
  StringBuilder field = new StringBuilder();

  RtfState inner() {
    var inner = new RtfState();
    inner.destination = destination;
    inner.nestedRow = nestedRow;
    inner.bold = bold;
    inner.italic = italic;
    inner.hidden = hidden;
    inner.rightToLeft = rightToLeft;
    inner.style = style;
    inner.outline = outline;
    inner.list = list;
    inner.depth = depth;
    inner.inTable = inTable;
    inner.tableLevel = tableLevel;
    inner.field = field;
    return inner;
  }

  /** {@code \pard}: a paragraph like none before. */
  void plainParagraph() {
    rightToLeft = false;
    style = 0;
    outline = -1;
    list = 0;
    depth = 0;
    inTable = false;
    tableLevel = 0;
  }

  /** {@code \plain}: letters like none before. */
  void plainLetters() {
    bold = false;
    italic = false;
    hidden = false;
  }

  /** Of how many tables inside each other the paragraph stands in a cell. */
  int level() {
    return tableLevel > 0 ? tableLevel : inTable ? 1 : 0;
  }
}
