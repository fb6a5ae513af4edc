package org.qirtas.source;

import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.head.Headlines;

/** The titles that a page shows in its window and above its text, told from its site's name. */
final class HtmlTitles {
  /** What leads to a site's front page is called as the site is. */
  private static final String HOME = "a[href=/], a[rel~=(?i)\\bhome\\b]";

  private HtmlTitles() {}

  static void collect(Document page, Claims claims) {
    Element heading = page.selectFirst("h1");
    String first = heading == null ? "" : heading.text();
    String title = HtmlClaims.plain(page.title());
    Optional<String> lesser = Headlines.lesser(first, page.select("h2, h3").eachText(), title);
    boolean headed = heading != null && lesser.isEmpty();
    page.select(HOME).eachText().stream()
        .filter(name -> Headlines.names(name, title))
        .forEach(claims::publisher);
    if (headed && page.select("h1").size() == 1) {
      claims.title(Origin.HEADING, first);
    }
    if (Signposts.masthead(title)) {
      claims.publisher(title);
    } else if (!title.isBlank()) {
      claims.title(Origin.TITLE_ELEMENT, lesser.orElse(title));
    }
    if (headed) {
      claims.title(Origin.HEADING, first);
    }
  }
}
