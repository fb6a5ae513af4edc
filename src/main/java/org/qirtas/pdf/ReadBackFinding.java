package org.qirtas.pdf;

/**
 * Where a PDF, read back, does not say what was set.
 *
 * @param code what kind of difference
 * @param page the page, from 1; 0 where it concerns the whole file
 * @param detail the place: what was expected and what was read
 */
public record ReadBackFinding(Code code, int page, String detail) {
  /** How much a finding weighs. */
  public enum Level {
    /** The file does not hold the text. */
    ERROR,
    /** What one reader made of it; the reader's own order of mixed lines counts too. */
    MEASURE
  }

  /** The kinds of difference. */
  public enum Code {
    /** PDFBox cannot read the file. */
    UNREADABLE(Level.ERROR),
    /** There are more or fewer pages than were set. */
    PAGES_DIFFER(Level.ERROR),
    /** Words of the source are on no page. */
    TEXT_LOST(Level.ERROR),
    /** A character is missing, added or another one. */
    TEXT_DIFFERS(Level.ERROR),
    /** A run begins elsewhere than where it was set. */
    PLACE_DIFFERS(Level.ERROR),
    /** An Arabic presentation form that nobody wrote. */
    PRESENTATION_FORM(Level.ERROR),
    /** A private-use character. */
    PRIVATE_USE(Level.ERROR),
    /** A tatweel that nobody wrote. */
    KASHIDA_ADDED(Level.ERROR),
    /** PDFBox's own reading lacks characters, or has others: no order of words explains that. */
    READER_FAILS(Level.ERROR),
    /** The rate of errors in PDFBox's own reading. */
    READER_RATE(Level.MEASURE);

    private final Level level;

    Code(Level level) {
      this.level = level;
    }

    /** {@return how much it weighs} */
    public Level level() {
      return level;
    }
  }

  /** {@return whether the file must not be handed on} */
  public boolean isError() {
    return code.level() == Level.ERROR;
  }
}
