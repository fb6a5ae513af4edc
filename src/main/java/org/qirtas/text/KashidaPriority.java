package org.qirtas.text;

/**
 * How welcome a longer connection is at a place in a word, the most welcome first (the order that
 * Microsoft published for its own justification, as LibreOffice applies it).
 */
public enum KashidaPriority {
  /** After a tatweel that the writer typed. */
  TYPED(0),
  /** After seen, sad and their like. */
  AFTER_SEEN(1),
  /** Before a final teh marbuta, heh or dal. */
  BEFORE_FINAL_HEH(2),
  /** Before alef, or before a final tah, lam, kaf or gaf. */
  BEFORE_ALEF(3),
  /** Before a medial letter shaped like beh that reh or yeh follows. */
  BEFORE_BEH_AND_REH(4),
  /** Before waw, or before a final ain, qaf or feh. */
  BEFORE_WAW(5),
  /** Before reh, or before another final letter. */
  BEFORE_FINAL(6),
  /** At any other joint. */
  ELSEWHERE(7);

  private final int rank;

  KashidaPriority(int rank) {
    this.rank = rank;
  }

  /** {@return its number in the published list, from 0; the lowest is the most welcome} */
  public int rank() {
    return rank;
  }
}
