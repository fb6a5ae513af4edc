package org.qirtas.source;

/**
 * What lies in a container and was not taken out of it.
 *
 * @param kind what it is
 * @param count how many of them
 */
public record PassedOver(Kind kind, int count) {
  /** Why something is not taken out. */
  public enum Kind {
    /** Its name begins with a dot, or it is what a system notes for itself. */
    HIDDEN,
    /** A link or a device, which would lead out of the container. */
    LINK,
    /** A list of the container's other files. */
    LIST,
    /** It could not be had, such as an encrypted file. */
    UNREADABLE,
    /** Something of a web archive that is no page: a picture, a script, a style sheet. */
    NO_PAGE,
    /** A page of a web archive that only lists others: a front page, a section's. */
    INDEX,
    /** A page of a web archive that was not fetched with success. */
    NOT_FETCHED,
    /** A page that was fetched again and had not changed. */
    REVISITED,
    /** A page that the collection's own list does not name. */
    UNLISTED,
    /** What stands before the first message of a mailbox. */
    PREAMBLE
  }
}
