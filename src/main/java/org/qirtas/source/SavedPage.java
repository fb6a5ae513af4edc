package org.qirtas.source;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a program that saved a page, or a web archive that showed it again, put into it: when that
 * was, where the page stood, addresses of its own and a tool bar.
 */
final class SavedPage {
  /** SingleFile writes the moment as JavaScript prints it. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "saved date:\\s*\\p{Alpha}{3} (\\p{Alpha}{3} \\d{1,2} \\d{4} \\d\\d:\\d\\d:\\d\\d) GMT([+-]\\d{4})");

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("MMM d yyyy HH:mm:ss xx", Locale.ENGLISH);

  /** Browsers write the length of the address before it («mark of the web»); SingleFile a label. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "<!--\\s*saved from url=\\(\\d{4}\\)(https?://[^\\s>]+)|Page saved with SingleFile\\s+url:\\s*(https?://\\S+)");

  private static final String ARCHIVED = "FILE ARCHIVED ON ";
  private static final DateTimeFormatter ARCHIVED_FORM =
      DateTimeFormatter.ofPattern("HH:mm:ss MMM dd, yyyy", Locale.ENGLISH);
  private static final int ARCHIVED_LENGTH = "10:15:00 May 06, 2023".length();

  /** How archives write addresses: their own, the moment of capture, the page's. */
  private static final Pattern REWRITTEN =
      Pattern.compile(
          "^(?:(?:https?:)?//[^/\\s]+)?/(?:[\\w.-]+/){0,2}(\\d{14})(?:[a-z]{2}_)?/(?=https?://)");

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
  private static final String TOOL_BAR =
      "#wm-ipp-base, #wm-ipp, #wm-ipp-print, #wm-ipp-inside, #donato, #_wb_frame_top_banner";
  private static final List<String> ADDRESSES =
      List.of("href", "src", "data-src", "content", "action", "poster");
  private static final int WITHIN = 8192;

  private SavedPage() {}

  /** When the page was saved or fetched, in ISO 8601. */
  static Optional<String> moment(String html) {
    Matcher matcher = MOMENT.matcher(html.substring(0, Math.min(WITHIN, html.length())));
    try {
      if (matcher.find()) {
        return Optional.of(
            OffsetDateTime.parse(matcher.group(1) + " " + matcher.group(2), FORM).toString());
      }
      int archived = html.lastIndexOf(ARCHIVED) + ARCHIVED.length();
      int end = archived + ARCHIVED_LENGTH;
      return archived < ARCHIVED.length() || end > html.length()
          ? Optional.empty()
          : Optional.of(instant(html.substring(archived, end), ARCHIVED_FORM));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String instant(String words, DateTimeFormatter form) {
    return LocalDateTime.parse(words, form).atOffset(ZoneOffset.UTC).toString();
  }

  /** Where the page stood. */
  static Optional<String> address(String html) {
    Matcher matcher = ADDRESS.matcher(html.substring(0, Math.min(WITHIN, html.length())));
    return matcher.find()
        ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
        : Optional.empty();
  }

  /**
   * Takes an archive's tool bar out of a page and its addresses back to what they were.
   *
   * @param page the page, which is changed
   * @param html the same as it came
   * @return the moment of capture, as the page's own address tells it, in ISO 8601
   */
  static Optional<String> undress(Document page, String html) {
    Element own = page.selectFirst("link[rel=canonical], meta[property=og:url]");
    Matcher stamped =
        REWRITTEN.matcher(own == null ? "" : own.attr(own.nameIs("meta") ? "content" : "href"));
    boolean rewritten = stamped.find();
    boolean barred = !page.select(TOOL_BAR).isEmpty();
    if (!rewritten && !barred && !html.contains(ARCHIVED)) {
      return Optional.empty();
    }
    page.select(TOOL_BAR).remove();
    for (String attribute : ADDRESSES) {
      for (Element element : page.select("[" + attribute + "]")) {
        Matcher matcher = REWRITTEN.matcher(element.attr(attribute));
        if (matcher.find()) {
          element.attr(attribute, matcher.replaceFirst(""));
        }
      }
    }
    try {
      return rewritten ? Optional.of(instant(stamped.group(1), STAMP)) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
