package org.qirtas.source;

import org.qirtas.article.Evidence;

/**
 * What is said of a source by what it came in: a manifest's row, a feed's head, the record that a
 * web archive keeps of a response.
 *
 * @param field what the words are about
 * @param words the words, as they stood there
 * @param origin the kind of place; what {@link Evidence.Origin#MANIFEST} says overrides whatever is
 *     read out of the source itself, the rest is a claim among others
 */
public record Hint(Field field, String words, Evidence.Origin origin) {
  /** What can be said. */
  public enum Field {
    /** A title. */
    TITLE,
    /** The name of somebody who wrote it. */
    AUTHOR,
    /** When it was published, in any form that dates are read in. */
    DATE,
    /** The paper, site or periodical. */
    PUBLISHER,
    /** Where it stood on the web. */
    ADDRESS,
    /** A subject. */
    TAG,
    /** A language's tag. */
    LANGUAGE,
    /** The name of the charset that its text is in. */
    CHARSET,
    /** When its bytes were fetched, as an instant. */
    CAPTURED,
    /** The address of something inside it that is a page; says nothing of its other parts. */
    PAGE
  }
}
