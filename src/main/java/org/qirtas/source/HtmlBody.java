package org.qirtas.source;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.qirtas.article.Related;

/**
 * Finds the element that holds a page's article.
 *
 * <p>First what names itself as something else (menus, shares, comments, consent) is taken out and
 * kept aside; then, from the top, the child that holds most of the remaining running text is
 * entered, until no single child does.
 */
final class HtmlBody {
  private static final String SILENT =
      "script, style, noscript, template, iframe, object, embed, svg, canvas, video, audio, button, select, input, textarea, dialog,"
          + " [hidden], [style*=display:none], [style*='display: none']";
  private static final Set<String> AROUND = Set.of("nav", "footer", "aside", "menu");
  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "banner",
          "contentinfo",
          "complementary",
          "search",
          "dialog",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar");
  private static final Pattern NOT_BODY =
      Pattern.compile(
          "(?:^|[\\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|footer|sidebar|side-bar|share|sharing|social|socials|sharebar|comments?|disqus|respond"
              + "|related|recommend(?:ed|ations?)?|recirc|more-?(?:on|from|news|stories)|most-?(?:read|popular|viewed)|trending|popular|promo(?:tion)?|newsletter|subscri(?:be|ption)|signup|sign-up|paywall|regwall"
              + "|advert(?:isement)?|ads?|adslot|banner|sponsor(?:ed)?|outbrain|taboola|cookies?|consent|gdpr|privacy|modal|popup|overlay|tooltip|toolbar"
              + "|tags|tag-list|taglist|topics|keywords|author-(?:bio|box|info)|about-author|bio|copyright|print-only|visually-hidden|sr-only|screen-reader-text|hidden|widget|teaser|teasers|pagination|pager|skip-link|byline|dateline|meta|timestamp|read-?(?:more|next|also)|jp-relatedposts|inline-?related|liveblog-nav|rating|login)(?:$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BODY =
      Pattern.compile(
          "article-?_?body|articlebody|entry-content|post-content|story-?body|article-?content|article__?text|main-content|body-?text",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern POINTS =
      Pattern.compile(
          "related|recommend|more-?(?:on|from|stories)|read-?(?:more|next|also)",
          Pattern.CASE_INSENSITIVE);
  private static final int MOST_FURNITURE = 60;
  private static final int LONGEST_FURNITURE = 240;
  private static final double MOST_OF_IT = 0.62;
  private static final double LEAST_OF_IT = 0.35;

  private final List<String> furniture;
  private final List<Related> related;

  HtmlBody(List<String> furniture, List<Related> related) {
    this.furniture = furniture;
    this.related = related;
  }

  /** Finds the article's element and takes out of it what is no part of the article. */
  Element find(Document page) {
    Element body = page.body();
    body.select(SILENT).remove();
    Element untouched = body.clone();
    double whole = weigh(body).getOrDefault(body, 0.0);
    prune(body, weigh(body), whole, HtmlBody::around);
    linkLists(body);
    Map<Element, Double> weights = weigh(body);
    if (weights.getOrDefault(body, 0.0) < whole * LEAST_OF_IT) {
      // The page calls even its article by such a name: only what is a menu by its kind goes.
      furniture.clear();
      related.clear();
      body.replaceWith(untouched);
      body = untouched;
      prune(body, weigh(body), whole, HtmlBody::aroundByKind);
      linkLists(body);
      weights = weigh(body);
    }
    Element article = named(page, weights).orElse(body);
    for (Optional<Element> heavy = heaviest(article, weights);
        heavy.isPresent();
        heavy = heaviest(article, weights)) {
      article = heavy.get();
    }
    return article;
  }

  /** An element that says it is the body, where it holds most of the text there is. */
  private static Optional<Element> named(Document page, Map<Element, Double> weights) {
    double whole = weights.getOrDefault(page.body(), 0.0);
    return page.select("[itemprop~=(?i)articleBody]").stream()
        .max((a, b) -> Double.compare(weights.getOrDefault(a, 0.0), weights.getOrDefault(b, 0.0)))
        .filter(best -> weights.getOrDefault(best, 0.0) > whole * 0.4);
  }

  private static Optional<Element> heaviest(Element parent, Map<Element, Double> weights) {
    double enough = weights.getOrDefault(parent, 0.0) * MOST_OF_IT;
    return enough == 0
        ? Optional.empty()
        : parent.children().stream()
            .filter(child -> !HtmlBlocks.isText(child))
            .filter(child -> weights.getOrDefault(child, 0.0) > enough)
            .findFirst();
  }

  /** How much running text each element holds: letters outside links, in runs of some length. */
  private static Map<Element, Double> weigh(Element body) {
    var weights = new IdentityHashMap<Element, Double>();
    for (Element element : body.getAllElements()) {
      double own = runningText(element);
      if (own > 0) {
        for (Element up = element; up != null; up = up.parent()) {
          weights.merge(up, own, Double::sum);
        }
      }
    }
    return weights;
  }

  /** Letters that stand in an element itself or in inlines of it, outside links. */
  private static double runningText(Element element) {
    boolean heads = element.normalName().matches("option|label|figcaption|h[1-6]|title|li|time");
    if (heads || HtmlBlocks.isInline(element)) {
      return 0;
    }
    int letters = unlinked(element);
    return letters < (element.normalName().equals("p") ? 20 : 60) ? 0 : letters;
  }

  private static int unlinked(Element element) {
    int letters = 0;
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode text) {
        letters += text.text().strip().length();
      } else if (child instanceof Element inline
          && HtmlBlocks.isInline(inline)
          && !inline.normalName().equals("a")) {
        letters += unlinked(inline);
      }
    }
    return letters;
  }

  private void prune(
      Element body, Map<Element, Double> weights, double whole, Predicate<Element> away) {
    for (Element element : List.copyOf(body.getAllElements())) {
      double weight = weights.getOrDefault(element, 0.0);
      boolean heads = weight > whole * 0.1 && element.selectFirst("h1, article") != null;
      boolean gone = element.parent() == null || element.closest("body") == null;
      if (!element.equals(body) && !gone && !heads && weight < whole * 0.4 && away.test(element)) {
        setAside(element);
      }
    }
  }

  private static boolean around(Element element) {
    String name = element.normalName();
    if (name.equals("html")
        || name.equals("body")
        || name.equals("article")
        || name.equals("main")) {
      return false;
    }
    String marks = element.className() + " " + element.id();
    return aroundByKind(element)
        || (NOT_BODY.matcher(marks).find()
            && !BODY.matcher(marks).find()
            && !HtmlBlocks.isText(element));
  }

  private static boolean aroundByKind(Element element) {
    return AROUND.contains(element.normalName())
        || ROLES.contains(element.attr("role"))
        || (element.normalName().equals("header") && element.closest("article, main") == null);
  }

  private void setAside(Element element) {
    String words = Blanks.collapse(element.text());
    boolean points = POINTS.matcher(element.className() + " " + element.id()).find();
    if (points) {
      for (Element link : element.select("a[href]").stream().limit(20).toList()) {
        String title = Blanks.collapse(link.text());
        if (title.length() > 15
            && related.stream().noneMatch(known -> known.title().equals(title))) {
          related.add(new Related(title, address(link), title));
        }
      }
    } else if (!words.isEmpty() && furniture.size() < MOST_FURNITURE) {
      furniture.add(
          words.length() > LONGEST_FURNITURE ? words.substring(0, LONGEST_FURNITURE) + "…" : words);
    }
    element.remove();
  }

  private static Optional<String> address(Element link) {
    String absolute = link.absUrl("href");
    return absolute.isEmpty() ? Optional.empty() : Optional.of(absolute);
  }

  /** A list or box inside the article that is links and little else points away from it. */
  private void linkLists(Element article) {
    for (Element box : List.copyOf(article.select("ul, ol, div, section"))) {
      if (box.equals(article) || box.parent() == null) {
        continue;
      }
      int all = box.text().length();
      int linked = box.select("a").stream().mapToInt(link -> link.text().length()).sum();
      boolean several = box.select("a").size() > 1;
      if (all > 0
          && several
          && linked > all * 0.7
          && box.select("p").stream().noneMatch(p -> p.text().length() > 150)) {
        setAside(box);
      }
    }
  }
}
