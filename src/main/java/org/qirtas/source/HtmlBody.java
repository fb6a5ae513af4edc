package org.qirtas.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Related;

/**
 * Finds the element that holds a page's article.
 *
 * <p>First what names itself as something else is taken out and kept aside; then the element whose
 * own paragraphs weigh most is taken, or one that names itself as the body where it weighs about as
 * much, and widened to what surrounds it as long as that adds more text than links.
 */
final class HtmlBody {
  private static final String SILENT =
      "script, style, noscript, template, iframe, object, embed, svg, canvas, video, audio, button, select, input, textarea, dialog";
  private static final String HIDDEN = "[hidden], [style*=display:none], [style*='display: none']";

  /** A wiki's marks that lead to its list of references, and nowhere on paper. */
  private static final String MARKS = "sup.reference:has(a[href^=#cite]), .mw-jump-link";

  /** What members wrote, as programs for forums name it; the first opened the page. */
  private static final String POSTS =
      "[id^=post_message_], [id^=post_content] > .content, .message-body .bbWrapper, .topic-body .cooked, .post_body";

  private static final double LEAST_LEFT = 0.2;
  private static final double NAMED_ENOUGH = 0.4;
  private static final double WIDER = 1.2;
  private static final int SHORTEST_BODY = 100;
  private static final int LONG_ARTICLE = 300;
  private static final int SEVERAL = 2;
  private static final int SHORTEST_TITLE = 10;
  private static final double ENOUGH_TOLD = 0.6;

  private final HtmlAround around;
  private final List<String> furniture;
  private final List<Related> related;

  HtmlBody(List<String> furniture, List<Related> related) {
    this.furniture = furniture;
    this.related = related;
    this.around = new HtmlAround(furniture, related);
  }

  /**
   * Finds the article's element and takes out of it what is no part of the article.
   *
   * @param page the page, which is changed
   * @param told the article's text as the page's own records tell it; empty where they do not
   */
  Element find(Document page, ToldBody told) {
    Element body = page.body();
    body.select(SILENT).remove();
    body.select(MARKS).remove();
    List<Element> posts = body.select(POSTS);
    if (posts.size() > 1) {
      posts.subList(1, posts.size()).forEach(around::setAside);
    }
    dropHidden(body);
    HtmlProse before = HtmlProse.of(body);
    Element untouched = body.clone();
    around.prune(body, before, core(body, before, told), true);
    HtmlProse prose = HtmlProse.of(body);
    if (prose.in(body) < before.in(body) * LEAST_LEFT && prose.in(body) < 600) {
      // The page calls even its article by such a name: only what is a menu by its kind goes.
      furniture.clear();
      related.clear();
      body.replaceWith(untouched);
      body = untouched;
      around.prune(body, HtmlProse.of(body), List.of(), false);
      prose = HtmlProse.of(body);
    }
    around.linkLists(body, prose);
    prose = HtmlProse.of(body);
    Element article = choose(body, prose, told);
    HtmlCaptions.mark(article, prose);
    return article;
  }

  /**
   * What is hidden is no part of the page, unless a script is to show it: then it is most of it.
   */
  private static void dropHidden(Element body) {
    HtmlProse prose = HtmlProse.of(body);
    for (Element hidden : List.copyOf(body.select(HIDDEN))) {
      if (prose.in(hidden) < prose.in(body) * 0.5 && !hidden.equals(body)) {
        hidden.remove();
      }
    }
  }

  /** What is the article's by the page's own word: its text as told, or marked as the body. */
  private static List<Element> core(Element body, HtmlProse prose, ToldBody told) {
    List<Element> attested = told.paragraphsIn(body);
    var core = new ArrayList<Element>(attested);
    if (attested.isEmpty()) {
      body.select("[itemprop~=(?i)articleBody]").stream()
          .max(Comparator.comparingInt(prose::in))
          .filter(best -> prose.in(best) >= SHORTEST_BODY)
          .ifPresent(core::add);
    }
    body.select("h1").forEach(core::add);
    return core;
  }

  private static Element choose(Element body, HtmlProse prose, ToldBody told) {
    Element post = body.selectFirst(POSTS);
    Element within = post == null ? titled(body, prose) : post;
    Element likely = marked(within, prose).orElseGet(() -> likeliest(within, prose));
    // A record that tells the first words only is no witness for the rest.
    return told.regionIn(body)
        .filter(_ -> told.length() > prose.in(likely) * ENOUGH_TOLD)
        .orElse(likely);
  }

  private static Element likeliest(Element within, HtmlProse prose) {
    Element heaviest = heaviest(within, prose);
    return named(within, prose, heaviest).orElseGet(() -> widened(heaviest, prose, within));
  }

  /**
   * Of several articles on one page, the one below the page's first title; readers' comments may be
   * marked as articles, too.
   */
  private static Element titled(Element body, HtmlProse prose) {
    Element title = body.selectFirst("h1");
    Element article = title == null ? null : title.closest("article");
    if (article == null || prose.in(article) <= LONG_ARTICLE) {
      return first(body, prose);
    }
    List<Element> others =
        body.select("article").stream()
            .filter(each -> !holds(article, each) && !holds(each, article) && prose.in(each) > 0)
            .toList();
    boolean several =
        body.select("article").stream().filter(each -> prose.in(each) > LONG_ARTICLE).count() > 1
            || (others.size() >= SEVERAL
                && others.stream().allMatch(each -> prose.in(each) < prose.in(article)));
    return several ? article : body;
  }

  /**
   * Of articles that a page strings together while its reader scrolls, each in a box of one name
   * under a title of its own, the first.
   */
  private static Element first(Element body, HtmlProse prose) {
    if (body.selectFirst("h1") != null) {
      return body;
    }
    String page = body.ownerDocument() == null ? "" : body.ownerDocument().title();
    for (Element title : body.select("h2, h3")) {
      Element box = title.parent();
      boolean own = title.text().length() > SHORTEST_TITLE && page.startsWith(title.text());
      if (own && box != null && prose.in(box) > LONG_ARTICLE) {
        boolean strung =
            box.siblingElements().stream()
                .anyMatch(other ->
                    other.nameIs(box.normalName())
                        && other.className().equals(box.className())
                        && other.selectFirst(title.normalName()) != null
                        && prose.in(other) > LONG_ARTICLE);
        return strung ? box : body;
      }
    }
    return body;
  }

  /** What says that it is the body; its parts may say so one by one. */
  private static Optional<Element> marked(Element within, HtmlProse prose) {
    List<Element> parts = within.select("[itemprop~=(?i)articleBody]");
    return Optional.ofNullable(common(parts, within))
        .filter(best -> prose.in(best) >= SHORTEST_BODY);
  }

  /** The innermost box that holds all of them. */
  private static @Nullable Element common(List<Element> parts, Element within) {
    if (parts.isEmpty()) {
      return null;
    }
    Element common = parts.getFirst();
    while (!common.equals(within)
        && (HtmlBlocks.isText(common) || !holdsAll(common, parts))
        && common.parent() != null) {
      common = common.parent();
    }
    return common;
  }

  private static boolean holdsAll(Element outer, List<Element> parts) {
    return parts.stream().allMatch(part -> holds(outer, part));
  }

  /** The element whose own paragraphs, and half of those one level down, weigh most. */
  private static Element heaviest(Element body, HtmlProse prose) {
    IdentityHashMap<Element, Double> weights = new IdentityHashMap<>();
    for (Element element : body.getAllElements()) {
      int letters = prose.directlyIn(element);
      if (letters == 0) {
        continue;
      }
      boolean box = !HtmlBlocks.isText(element);
      Element holder = box ? element : element.parent();
      double weight = letters;
      for (int level = 0; holder != null && level < 3; level++) {
        weights.merge(holder, weight, Double::sum);
        weight /= 2;
        holder = holder.parent();
      }
    }
    Element best = body;
    double most = 0;
    for (Element element : body.getAllElements()) {
      double weight = weights.getOrDefault(element, 0.0) * (1 - prose.linked(element));
      if (weight > most && !HtmlBlocks.isText(element)) {
        best = element;
        most = weight;
      }
    }
    return best;
  }

  private static Optional<Element> named(Element body, HtmlProse prose, Element heaviest) {
    int enough = (int) (prose.in(heaviest) * NAMED_ENOUGH);
    @Nullable Element best = null;
    for (Element element : body.select("[class], [id]")) {
      boolean candidate =
          !HtmlBlocks.isText(element)
              && HtmlAround.BODY.matcher(HtmlAround.marks(element)).find()
              && prose.in(element) >= Math.max(SHORTEST_BODY, enough)
              && (holds(element, heaviest) || holds(heaviest, element));
      // Of several within each other the innermost that loses nothing.
      if (candidate
          && (best == null
              || prose.in(element) > prose.in(best)
              || (holds(best, element) && prose.in(element) > prose.in(best) * 0.95))) {
        best = element;
      }
    }
    if (best == null) {
      return Optional.empty();
    }
    // One body may come in pieces that go by one name.
    String name = firstName(best);
    List<Element> pieces =
        body.select(best.normalName()).stream()
            .filter(each -> firstName(each).equals(name) && prose.in(each) > 0)
            .toList();
    return Optional.ofNullable(name.isBlank() ? best : common(pieces, body));
  }

  private static String firstName(Element element) {
    return element.classNames().stream().findFirst().orElse("");
  }

  private static boolean holds(Element outer, Element inner) {
    for (Element up = inner; up != null; up = up.parent()) {
      if (up.equals(outer)) {
        return true;
      }
    }
    return false;
  }

  /** Goes up as long as what comes along is text rather than links. */
  private static Element widened(Element start, HtmlProse prose, Element body) {
    Element article = start;
    for (Element up = start.parent();
        up != null && !up.equals(body.parent()) && !article.normalName().equals("article");
        up = up.parent()) {
      int more = prose.letters(up) - prose.letters(article);
      int text = prose.in(up) - prose.in(article);
      boolean mostlyText = text > more * 0.7;
      if (prose.in(up) > prose.in(article) * WIDER
          && mostlyText
          && up.select("article").size() < 3) {
        article = up;
      }
    }
    return article;
  }
}
