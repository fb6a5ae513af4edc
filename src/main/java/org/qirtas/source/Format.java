package org.qirtas.source;

import java.util.Locale;

/** The families of formats, by who reads them. */
enum Format {
  TEXT,
  HTML,
  WORD,
  PDF,
  /** A picture, which may be of a text. */
  PICTURE,
  EPUB,
  MAIL,
  /** A saved page with all that belongs to it, in the form of a mail. */
  MHTML,
  /** Outlook's own form of a mail. */
  MSG,
  MARKDOWN,
  TEI,
  TREC,
  FEED,
  JSON_LD,
  /** A web archive's record. */
  ARCHIVED_PAGE,
  ODT,
  /** Word's binary form. */
  DOC,
  RTF,
  /** Presentations and Word's documents in one XML file, which Tika turns into XHTML. */
  OFFICE,
  ENCRYPTED,
  UNKNOWN;

  static Format of(String mediaType) {
    String type = mediaType.toLowerCase(Locale.ROOT);
    return switch (type) {
      case "text/html", "application/xhtml+xml" -> HTML;
      case "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.ms-word.document.macroenabled.12",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.template" ->
          WORD;
      case "application/pdf" -> PDF;
      case "image/jpeg", "image/png", "image/tiff", "image/bmp", "image/gif", "image/webp" ->
          PICTURE;
      case "application/epub+zip" -> EPUB;
      case "message/rfc822" -> MAIL;
      case MediaTypes.MHTML -> MHTML;
      case "application/vnd.ms-outlook" -> MSG;
      case MediaTypes.MARKDOWN -> MARKDOWN;
      case MediaTypes.TEI -> TEI;
      case MediaTypes.TREC -> TREC;
      case MediaTypes.RSS, MediaTypes.ATOM -> FEED;
      case MediaTypes.JSON_LD -> JSON_LD;
      case MediaTypes.WARC -> ARCHIVED_PAGE;
      case "application/vnd.oasis.opendocument.text" -> ODT;
      case "application/msword" -> DOC;
      case "application/rtf", "text/rtf" -> RTF;
      case "application/vnd.ms-powerpoint",
          "application/vnd.ms-wordml",
          "application/vnd.ms-word2006ml",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.openxmlformats-officedocument.presentationml.slideshow" ->
          OFFICE;
      case "application/x-tika-ooxml-protected", "application/x-tika-visio-ooxml-protected" ->
          ENCRYPTED;
      // Other marked text (CSS, source code, calendars) is no article, but it is somebody's text.
      default -> type.startsWith("text/") ? TEXT : UNKNOWN;
    };
  }
}
