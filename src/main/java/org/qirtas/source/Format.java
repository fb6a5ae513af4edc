package org.qirtas.source;

import java.util.Locale;

/** The families of formats, by who reads them. */
enum Format {
  TEXT,
  HTML,
  WORD,
  PDF,
  EPUB,
  MAIL,
  /** Other word processors' documents, which Tika turns into XHTML. */
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
      case "application/epub+zip" -> EPUB;
      case "message/rfc822" -> MAIL;
      case "application/rtf",
          "application/msword",
          "application/vnd.ms-powerpoint",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation" ->
          OFFICE;
      case "application/x-tika-ooxml-protected", "application/x-tika-visio-ooxml-protected" ->
          ENCRYPTED;
      // Other marked text (CSS, source code, calendars) is no article, but it is somebody's text.
      default -> type.startsWith("text/") ? TEXT : UNKNOWN;
    };
  }
}
