package org.qirtas.source;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells a page that only lists others (a site's front page, a section's) from an article. Every
 * sign must speak for a list, since an article must never be taken for one: the page's address is
 * one that such pages have, no record of the page is an article's, most of its letters are links,
 * and nowhere does text run on.
 */
final class HtmlFront {
  /** At most two plain words: {@code /}, {@code /index.php}, {@code /ar/sport}, {@code /tag/x}. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)^https?://[^/?#]+/*(?:(?:[\\p{L}%A-F\\d_-]*[\\p{L}%][\\p{L}%A-F\\d_-]*/){0,2}(?:index|home|default|main)?(?:\\.[a-z]{3,5})?|(?:tags?|topics?|categor(?:y|ies)|sections?|archives?|authors?|search|page)(?:/[^/?#]+){1,3}/?|[\\p{L}_]{2,20}(?:/[\\p{L}_]{2,20})?)(?:[?#].*)?$");

  private static final String ARTICLE =
      "meta[property=og:type][content=article], meta[property^=article:publish], [itemprop~=(?i)articleBody],"
          + " [itemtype$=Article]:has([itemprop~=(?i)datePublished]), meta[name~=(?i)^(?:pubdate|publish.?date|dc\\.date.*|citation_date)$]";
  private static final Pattern RECORD =
      Pattern.compile(
          "\"@type\"\\s*:\\s*\\[?\\s*\"(?:\\w*Article|BlogPosting|LiveBlogPosting|Report)\"");
  private static final int FEWEST_LINKS = 20;
  private static final double LEAST_LINKED = 0.5;
  private static final int SHORTEST_RUN = 60;
  private static final int LONG_RUN = 300;
  private static final int RUN = 3;

  private HtmlFront() {}

  /** Whether pages that list others stand at such addresses. */
  static boolean mayStandAt(String address) {
    return ADDRESS.matcher(address).matches();
  }

  /** Whether a page that stands at such an address only lists others. */
  static boolean lists(String html) {
    if (RECORD.matcher(html).find()) {
      return false;
    }
    Document page = Jsoup.parse(html);
    if (!page.select(ARTICLE).isEmpty()) {
      return false;
    }
    page.select("script, style, noscript, template").remove();
    Element body = page.body();
    HtmlProse prose = HtmlProse.of(body);
    return body.select("a[href]").size() >= FEWEST_LINKS
        && prose.linked(body) >= LEAST_LINKED
        && body.getAllElements().stream().noneMatch(element -> runsOn(element, prose));
  }

  /** Whether an element holds a long text, or paragraphs one after the other. */
  private static boolean runsOn(Element element, HtmlProse prose) {
    int run = 0;
    for (Element child : element.children()) {
      int letters = prose.directlyIn(child);
      run = letters >= SHORTEST_RUN ? run + 1 : prose.letters(child) == 0 ? run : 0;
      if (run == RUN) {
        return true;
      }
    }
    return prose.directlyIn(element) >= LONG_RUN;
  }
}
