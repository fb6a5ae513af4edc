package org.qirtas.profile;

import org.qirtas.measure.Length;

/**
 * Where footnotes stand. The rule above them is {@link Rules#note()}.
 *
 * @param place where
 * @param counting from where on they are counted
 * @param space what is kept free at least between the text and them
 */
public record Notes(Place place, Counting counting, Length space) {
  /** Where they stand. */
  public enum Place {
    /** At the foot of the page, below the column that has the mark. */
    FOOT,
    /** After the article. */
    END
  }

  /** From where on they are counted. */
  public enum Counting {
    /** From the article's beginning. */
    ARTICLE,
    /** From each page's head. */
    PAGE
  }
}
