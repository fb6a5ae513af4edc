package org.qirtas.article;

import java.util.Optional;

/**
 * A date that a source names and that was not taken for the article's, with the reason.
 *
 * @param evidence where it stood, and its words
 * @param date what the words say; empty where they name no day
 * @param reason why another one was taken, or none
 */
public record OtherDate(Evidence evidence, Optional<ArticleDate> date, Reason reason) {
  /** Why a date is not the article's. */
  public enum Reason {
    /** It names the same day as the one taken, and bears it out. */
    AGREES,
    /** Another place is more telling. */
    LESS_TELLING,
    /** Its words leave a doubt that another place does not. */
    DOUBTFUL,
    /** It says when the article was changed. */
    CHANGED,
    /** It lies in the future. */
    FUTURE,
    /** No calendar has such a day, or the words name none. */
    NO_SUCH_DAY,
    /** It counts from the moment of reading, and nothing says which that was. */
    RELATIVE,
    /** It dates the file, and not what is in it. */
    FILE
  }
}
