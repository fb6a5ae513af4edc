package org.qirtas.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.qirtas.source.letters.Blanks;

/** The paragraph that opens an article and stands apart, between its title and its text. */
final class HtmlLead {
  private static final Pattern NAMES =
      Pattern.compile(
          "(?:^|[\\s_-])(?:leads?|lede|lead-?text|summary|sub-?titles?|sub-?head(?:line|ing)?|deck|dek|standfirst|chapo|chapeau|intro|introduction|sapo|abstract|ingress|entradilla|sommario|sottotitolo|subtitulo|bajada|copete|perex|vorspann|lid)(?:$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);
  private static final int SHORTEST = 60;
  private static final int LONGEST = 700;

  private HtmlLead() {}

  /** Whether what stands between title and text is no sentence, but a second title. */
  static boolean subtitle(String words) {
    return Wording.endless(Blanks.collapse(words));
  }

  /**
   * Finds it.
   *
   * @param body the page without what stands around
   * @param article what was found to hold the text
   */
  static Optional<Element> above(Element body, Element article) {
    Element title = body.selectFirst("h1");
    if (title == null || article.selectFirst("h1") != null) {
      return Optional.empty();
    }
    List<Element> all = body.getAllElements();
    int from = all.indexOf(title);
    int to = all.indexOf(article);
    String text = article.text();
    return all.subList(Math.min(from + 1, Math.max(from, to)), Math.max(from + 1, to)).stream()
        .filter(element ->
            NAMES.matcher(HtmlAround.marks(element) + " " + element.attr("data-test")).find())
        .filter(element -> element.select("a, img, p ~ p").size() <= 1)
        .filter(element -> {
          String words = Blanks.collapse(element.text());
          return words.length() >= SHORTEST && words.length() <= LONGEST && !text.contains(words);
        })
        .findFirst();
  }
}
