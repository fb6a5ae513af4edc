package org.qirtas.text;

/**
 * How welcome a longer connection is at a place in a word, the most welcome first (the order that
 * Microsoft published for its own justification, as LibreOffice applies it).
 */
public enum KashidaPriority {
  /** After a tatweel that the writer typed. */
  TYPED,
  /** After seen, sad and their like. */
  AFTER_SEEN,
  /** Before a final teh marbuta, heh or dal. */
  BEFORE_FINAL_HEH,
  /** Before alef, or before a final tah, lam, kaf or gaf. */
  BEFORE_ALEF,
  /** Before a medial letter shaped like beh that reh or yeh follows. */
  BEFORE_BEH_AND_REH,
  /** Before waw, or before a final ain, qaf or feh. */
  BEFORE_WAW,
  /** Before reh, or before another final letter. */
  BEFORE_FINAL,
  /** At any other joint. */
  ELSEWHERE
}
