package org.qirtas.article;

/**
 * Something of a source that is not in the text which was read out of it.
 *
 * @param kind what
 * @param count how much of it, in the kind's own unit
 */
public record Gap(Kind kind, int count) {
  /** What can be missing. */
  public enum Kind {
    /**
     * Glyphs with ink, as often as they are drawn, of which neither the source nor their shape says
     * what letters they stand for.
     */
    UNNAMED_GLYPHS,
    /** The source breaks off: what stood behind its last bytes is not known. Counted once. */
    CUT_OFF
  }

  /** Refuses what is no gap. */
  public Gap {
    if (count < 1) {
      throw new IllegalArgumentException("a gap of " + count);
    }
  }
}
