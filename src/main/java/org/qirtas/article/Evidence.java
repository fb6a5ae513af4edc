package org.qirtas.article;

/**
 * Where a statement about an article comes from.
 *
 * @param origin the kind of place
 * @param raw the words that stood there, unchanged
 */
public record Evidence(Origin origin, String raw) {
  /** The kinds of place, from the most to the least telling. */
  public enum Origin {
    /** The archivist said so. */
    ARCHIVIST,
    /** The archivist said so in a manifest that came along. */
    MANIFEST,
    /** A JSON-LD record in the page. */
    JSON_LD,
    /** An OpenGraph or {@code article:} property. */
    OPEN_GRAPH,
    /** HTML microdata. */
    MICRODATA,
    /** A {@code meta} element of a page. */
    META_ELEMENT,
    /** A {@code time} element of a page. */
    TIME_ELEMENT,
    /** The {@code title} element of a page. */
    TITLE_ELEMENT,
    /** The head of a mail message. */
    MAIL_HEADER,
    /** The record at the head of a text: front matter, a TEI header, a feed's entry. */
    TEXT_RECORD,
    /** The package record of an EPUB (Dublin Core). */
    PACKAGE_RECORD,
    /** A word processor's or a PDF's document properties. */
    DOCUMENT_PROPERTIES,
    /** A heading, or the first line where it reads like one. */
    HEADING,
    /** A line with place, writer or date above the body. */
    DATE_LINE,
    /** A sentence of the body. */
    BODY,
    /** The first words of the body, for want of a title. */
    FIRST_WORDS,
    /** The address that it stood at. */
    ADDRESS,
    /** The name of the file. */
    FILE_NAME,
    /** The file system's dates. */
    FILE_SYSTEM
  }
}
