package org.qirtas.source;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.qirtas.source.letters.Blanks;

/** The tags that a page shows its readers, each a link to what else goes by it. */
final class HtmlTags {
  private static final int MOST = 40;
  private static final int LONGEST = 60;

  /** What says that it leads to a tag (HTML, 4.6.6.20). */
  private static final String SAID = "a[rel~=(?i)\\btag\\b]";

  private static final String LIKELY =
      SAID
          + ", a[href*=/tag/], a[href*=/tags/], [class~=(?i)\\btags\\b] a, [class~=(?i)\\btag-?list\\b] a";
  private static final String ELSEWHERE =
      "nav *, aside *, [class*=related] *, [class*=sidebar] *, [class*=trending] *";

  private HtmlTags() {}

  /** Collects them; those of a neighbour's teaser are the neighbour's. */
  static void collect(Document page, Claims claims) {
    Element heading = page.selectFirst("h1");
    Element own = heading == null ? null : heading.closest("article");
    page.select(claims.tagged() ? SAID : LIKELY).not(ELSEWHERE).stream()
        .filter(link -> own == null || own.equals(link.closest("article")))
        .map(link -> Blanks.trim(link.text()).replaceFirst("^#", ""))
        .filter(words -> words.length() <= LONGEST)
        .limit(MOST)
        .forEach(claims::tag);
  }
}
