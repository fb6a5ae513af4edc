package org.qirtas.profile;

import java.util.List;

/**
 * How far a line of a justified paragraph may be stretched, and by what.
 *
 * @param softStretch how far a space is stretched before a kashida is thought of, as a part of its
 *     natural width
 * @param shrink how far a space is closed up at most, as a part of its natural width
 * @param kashida whether and how far connections are lengthened
 * @param hang how far a full stop, a comma, a colon, a hyphen or a quotation mark at a line's edge
 *     stands out into the margin, as a part of its own width; 0: not at all
 */
public record Justification(double softStretch, double shrink, Kashidas kashida, double hang) {
  /** As books are set: kashidas before wide spaces, and straight margins. */
  public static final Justification BOOK =
      new Justification(0.5, 0.2, new Kashidas(0.12, 0.35, 0.8, 0.25, 1.0, List.of()), 0);

  /**
   * {@return the same with other limits for kashidas}
   *
   * @param other the limits
   */
  public Justification with(Kashidas other) {
    return new Justification(softStretch, shrink, other, hang);
  }

  /** {@return the same with straight margins} */
  public Justification unhung() {
    return new Justification(softStretch, shrink, kashida, 0);
  }

  /**
   * The limits of kashidas; all but the share in parts of the type's size.
   *
   * @param least a shorter one is not drawn
   * @param natural as long as this it costs little
   * @param most none is longer
   * @param share the part of a line's words that may have one; 0: no kashidas
   * @param apart how far it keeps from one on the line above, sideways
   * @param words what the editor says of single words: each with a tatweel wherever it may be
   *     lengthened, and without any where it may not
   */
  public record Kashidas(
      double least, double natural, double most, double share, double apart, List<String> words) {
    /** No connection is lengthened. */
    public static final Kashidas NONE = new Kashidas(0, 0, 0, 0, 0, List.of());

    /** Takes a copy of the words. */
    public Kashidas {
      words = List.copyOf(words);
    }

    /** {@return the limits for verse, where both halves must come out at one width} */
    public Kashidas raised() {
      return share == 0 ? this : new Kashidas(least, 2 * natural, 3 * most, 1, 0, words);
    }

    /** {@return the limits for a paragraph that has no good lines within the usual ones} */
    public Kashidas relaxed() {
      return new Kashidas(least, natural, most, Math.min(0.5, 2 * share), apart, words);
    }
  }
}
