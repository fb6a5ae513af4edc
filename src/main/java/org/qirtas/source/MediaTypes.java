package org.qirtas.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The media types that Tika's detector leaves too wide: XML, JSON and plain text that are a format
 * of articles, told by their first bytes. Names without a registration are under {@code x-}.
 */
final class MediaTypes {
  /** Of bytes that nobody has looked at. */
  static final String ANY = "application/octet-stream";

  static final String ZIP = "application/zip";
  static final String TAR = "application/x-tar";
  static final String GZIP = "application/gzip";
  static final String BZIP2 = "application/x-bzip2";
  static final String XZ = "application/x-xz";
  static final String MBOX = "application/mbox";
  static final String WARC = "application/warc";
  static final String WACZ = "application/x-wacz";
  static final String RSS = "application/rss+xml";
  static final String ATOM = "application/atom+xml";
  static final String TEI = "application/tei+xml";
  static final String TREC = "application/x-trec";
  static final String JSON_LD = "application/ld+json";
  static final String MARKDOWN = "text/markdown";
  static final String MHTML = "multipart/related";
  static final String MANIFEST = "text/csv;profile=manifest";

  private static final Pattern ROOT =
      Pattern.compile(
          "^\\s*(?:<\\?.*?\\?>\\s*|<!--.*?-->\\s*|<!DOCTYPE[^>\\[]*(?:\\[.*?\\])?\\s*>\\s*)*<(?:[A-Za-z][\\w.\\-]*:)?([A-Za-z][\\w.\\-]*)",
          Pattern.DOTALL);
  private static final Pattern MANIFEST_HEAD =
      Pattern.compile(
          "^\\s*\"?file\"?\\s*(?:[,;\\t]\\s*\"?[\\w \\-]+\"?\\s*)*(?:\\R|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FRONT_MATTER =
      Pattern.compile(
          "^---[ \\t]*\\R(?:.*\\R)*?[\\w\\-]+[ \\t]*:(?s:.*?)\\R(?:---|\\.\\.\\.)[ \\t]*(?:\\R|$)");
  private static final Pattern MAIL_HEAD =
      Pattern.compile("^From \\S+.*\\R(?:>?[A-Za-z][A-Za-z0-9\\-]*:|\\R)");
  private static final Pattern TREC_HEAD =
      Pattern.compile("^\\s*(?:<\\?xml[^>]*>\\s*)?<DOC>\\s*<(?:DOCNO|DOCID|URL|TITLE|TEXT|SRC)>");
  private static final Pattern MHTML_HEAD =
      Pattern.compile(
          "^(?:[\\x20-\\x7e\\t]*\\R)*?Content-Type:\\s*multipart/related",
          Pattern.CASE_INSENSITIVE);

  private MediaTypes() {}

  /** The type of a file that says so itself in its first line: nothing else begins like that. */
  static Optional<String> signed(byte[] start) {
    String text = text(start);
    if (TREC_HEAD.matcher(text).lookingAt()) {
      return Optional.of(TREC);
    }
    return text.startsWith("WARC/1.") ? Optional.of(WARC) : Optional.empty();
  }

  /** The type that a file's start shows, where it shows more than {@code detected}. */
  static String refine(String detected, String name, byte[] start) {
    String text = text(start);
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (detected) {
      case "application/warc+gz", "application/x-internet-archive", "application/arc+gz" -> WARC;
      case "application/x-gtar" -> TAR;
      case "application/x-gzip" -> GZIP;
      case "application/x-bzip" -> BZIP2;
      case GZIP -> lower.matches(".*\\.(?:w?arc)\\.gz") ? WARC : GZIP;
      case ZIP -> lower.endsWith(".wacz") ? WACZ : ZIP;
      case "message/rfc822", MHTML, "application/x-mimearchive" ->
          MAIL_HEAD.matcher(text).lookingAt() ? MBOX : page(head(text)) ? MHTML : "message/rfc822";
      // Told by a name that begins like «a_» alone, as texts' names do, too.
      case "application/x-isatab",
          "application/x-isatab-assay",
          "application/x-isatab-investigation" ->
          marked("text/plain", lower, text);
      default -> marked(detected, lower, text);
    };
  }

  private static String marked(String detected, String name, String text) {
    if (MAIL_HEAD.matcher(text).lookingAt()) {
      return MBOX;
    }
    boolean textual =
        detected.startsWith("text/") || detected.matches(".*(?:xml|json|javascript)$");
    if (!textual) {
      return detected;
    }
    if (text.stripLeading().startsWith("<")) {
      return rooted(detected, text);
    }
    if (json(text) && (name.endsWith(".json") || name.endsWith(".jsonld"))) {
      return JSON_LD;
    }
    if (MANIFEST_HEAD.matcher(text).lookingAt() && name.matches(".*\\.(?:csv|tsv|txt)")) {
      return MANIFEST;
    }
    boolean markdown = name.matches(".*\\.(?:md|markdown|mkd|mdown)");
    return markdown || FRONT_MATTER.matcher(text).lookingAt() ? MARKDOWN : detected;
  }

  private static String rooted(String detected, String text) {
    Matcher root = ROOT.matcher(text);
    if (!root.find()) {
      return detected;
    }
    return switch (root.group(1)) {
      case "rss" -> RSS;
      case "RDF" -> text.contains("http://purl.org/rss/1.0/") ? RSS : detected;
      case "feed", "entry" -> ATOM;
      case "TEI", "TEI.2", "teiCorpus" -> TEI;
      default -> detected;
    };
  }

  /** A mail's head alone. */
  private static String head(String text) {
    String[] parts = text.split("\r?\n\r?\n", 2);
    return parts[0];
  }

  /** A saved page is a mail that nobody sent: parts that belong together, and no way it came. */
  private static boolean page(String head) {
    boolean sent = Pattern.compile("(?im)^(?:received|to|message-id):").matcher(head).find();
    return MHTML_HEAD.matcher(head).lookingAt() && !sent;
  }

  private static boolean json(String text) {
    String start = text.stripLeading();
    return (start.startsWith("{") || start.startsWith("["))
        && text.contains("\"@context\"")
        && text.contains("schema.org");
  }

  /** The start as letters; bytes of 16-bit text without their zeros, since only ASCII counts. */
  private static String text(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u00EF\u00BB\u00BF")) {
      return text.substring(3);
    }
    boolean wide = text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF");
    return wide ? text.substring(2).replace("\u0000", "") : text;
  }
}
