package org.qirtas.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.qirtas.article.Related;
import org.qirtas.source.letters.Blanks;

/**
 * Takes out of a page what names itself as something else than the article (menus, shares,
 * comments, consent, pointers elsewhere), and keeps it aside.
 */
final class HtmlAround {
  private static final Set<String> KINDS = Set.of("nav", "footer", "aside", "menu");
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

  /** Names of what holds sentences, too, but other people's or about other things. */
  private static final Pattern OTHERS =
      names(
          "comments?|commentlist|comment-list|disqus|respond|related|recommend(?:ed|ations?)?|recirc(?:ulation)?|more-?(?:on|from|news|stories|articles|like)|most-?(?:read|popular|viewed|recent)|trending"
              + "|newsletters?|subscri(?:be|ption|ptions)|signup|sign-up|regwall|advert(?:isement|ising)?|ads?|adslot|sponsor(?:ed)?|outbrain|taboola|modal|popup|overlay"
              + "|teaser|teasers|read-?(?:more|next|also)|jp-relatedposts|inline-?related|about-author|author-(?:bio|box|info)|top-?stories|latest-?(?:news|posts|stories)|you-?may-?(?:also-?)?like|up-?next|next-?(?:article|post|story)|prev(?:ious)?-?(?:article|post|story)"
              + "|playlist|donate|donation|upsell|disclaimer|footer|copyright|visually-hidden|visuallyhidden|sr-only|screen-reader-text|print-only|menu|social|share|shares|sharing"
              + "|gallery|slideshow|carousel|slider|video-?player|jw-?player|player|bio|widget|popular|promo(?:tion)?|sharedaddy|socials|sharebar");

  /** Names that a page's makers give to small things around the article, and to others as well. */
  private static final Pattern THINGS =
      names(
          "mw-editsection|mw-cite-backlink|toc|toctitle|navbox|catlinks|nav(?:bar|igation)?|breadcrumbs?|sidebar|side-bar|banner|privacy|opt-?in|tooltip|toolbar"
              + "|tags|tag-list|taglist|topics|keywords|hidden|pagination|pager|skip-link|byline|dateline|meta|timestamp|liveblog-nav|rating|login"
              + "|poll|quiz|survey|affiliate|credits?|photo-?credit|image-?credit|reactions?|follow|feedback|correction-?form|app-?promo|callout-?box|tagcloud|loading|spinner|noprint|no-print");

  private static Pattern names(String words) {
    return Pattern.compile("(?:^|[\\s_-])(?:" + words + ")(?:$|[\\s_-])", Pattern.CASE_INSENSITIVE);
  }

  /** Consent dialogues, by the names of the programs that show them; however long they are. */
  private static final Pattern CONSENT =
      Pattern.compile(
          "cookie-?(?:law|consent|banner|notice|policy|bar|bot|info|settings|popup|modal)|(?:^|[\\s_-])(?:consent|gdpr|ccpa|onetrust|didomi|usercentrics|truste|cmp|qc-cmp\\w*|ot-sdk\\w*|cli-modal|cybotcookiebot\\w*|sp-message\\w*|cookies?)(?:$|[\\s_-])",
          Pattern.CASE_INSENSITIVE);

  /** Names of the article's own body. */
  static final Pattern BODY =
      Pattern.compile(
          "article-?_?body|articlebody|body-?article|entry-?content|post-?content|post-?body|story-?_?(?:body|content|text)|article-?_*(?:content|text|main|inner|paragraphs?)|main-?content|body-?(?:text|copy|content)|content-?_*(?:body|text|article)|text-?_*(?:content|body)|news-?(?:text|content|body|detail)|rich-?text|field-(?:name-)?body|detail-?(?:text|content|body)|post-?text|wysiwyg|artikel-?(?:text|inhalt|body)|cuerpo|prose",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern POINTS =
      Pattern.compile(
          "related|recommend|more-?(?:on|from|stories)|read-?(?:more|next|also)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD_PARTS = Pattern.compile("(?<=[a-z])(?=[A-Z])|__|--");
  private static final int MOST_FURNITURE = 60;
  private static final int LONGEST_FURNITURE = 240;
  private static final int SHORT_PIECE = 300;
  private static final int SHORT_TEXT = 400;

  private final List<String> furniture;
  private final List<Related> related;

  HtmlAround(List<String> furniture, List<Related> related) {
    this.furniture = furniture;
    this.related = related;
  }

  /**
   * Takes out everything around the article.
   *
   * @param body the page
   * @param prose its weights
   * @param core elements that are the article's by other evidence: what holds them stays
   * @param byName whether names count, or only the kinds that HTML and ARIA know
   */
  void prune(Element body, HtmlProse prose, List<Element> core, boolean byName) {
    Set<Element> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Element each : core) {
      for (Element up = each; up != null && kept.add(up); up = up.parent()) {
        // Everything that holds a part of the article stays.
      }
    }
    int whole = prose.in(body);
    Deque<Element> open = new ArrayDeque<>(List.of(body));
    while (!open.isEmpty()) {
      Element element = open.pop();
      boolean most = prose.in(element) > whole * 0.5;
      boolean away = !element.equals(body) && !kept.contains(element) && !most;
      boolean consent =
          CONSENT.matcher(marks(element)).find()
              && !Set.of("html", "body").contains(element.normalName())
              && element.selectFirst("h1, article") == null;
      if (consent || (away && (kind(element) || (byName && named(element, prose))))) {
        setAside(element);
      } else {
        List<Element> children = new ArrayList<>(element.children());
        Collections.reverse(children);
        children.forEach(open::push);
      }
    }
  }

  private static boolean kind(Element element) {
    String name = element.normalName();
    return KINDS.contains(name)
        || ROLES.contains(element.attr("role"))
        || (element.attr("aria-hidden").equals("true") && !name.equals("a"))
        || (name.equals("header") && element.closest("article, main") == null);
  }

  private static boolean named(Element element, HtmlProse prose) {
    String name = element.normalName();
    if (Set.of("html", "body", "article", "main", "p").contains(name) && prose.in(element) > 80) {
      return false;
    }
    String marks = marks(element);
    if (BODY.matcher(marks).find()) {
      return false;
    }
    boolean small = prose.in(element) < SHORT_TEXT || prose.linked(element) > 0.3;
    boolean said = OTHERS.matcher(marks).find() || (small && THINGS.matcher(marks).find());
    // A sentence may be marked as a teaser or a share, but only a short one is nothing more.
    return said
        && (!HtmlBlocks.isText(element)
            || prose.letters(element) < SHORT_PIECE
            || linkList(element, prose));
  }

  private static boolean linkList(Element element, HtmlProse prose) {
    return prose.linked(element) > 0.6;
  }

  /** The names that an element goes by, their words parted. */
  static String marks(Element element) {
    return WORD_PARTS
        .matcher(element.className() + " " + element.id() + " " + element.attr("data-component"))
        .replaceAll("-");
  }

  /** Takes an element out and keeps its words, or what it points to, in the record. */
  void setAside(Element element) {
    String words = Blanks.collapse(element.text());
    boolean points = POINTS.matcher(marks(element)).find();
    if (points) {
      for (Element link : element.select("a[href]").stream().limit(20).toList()) {
        point(Blanks.collapse(link.text()), link);
      }
    } else if (!words.isEmpty() && furniture.size() < MOST_FURNITURE) {
      furniture.add(
          words.length() > LONGEST_FURNITURE ? words.substring(0, LONGEST_FURNITURE) + "…" : words);
    }
    element.remove();
  }

  private void point(String title, Element link) {
    if (title.length() > 15 && related.stream().noneMatch(known -> known.title().equals(title))) {
      String absolute = link.absUrl("href");
      related.add(
          new Related(title, absolute.isEmpty() ? Optional.empty() : Optional.of(absolute), title));
    }
  }

  /** A list or box inside the article that is links and little else points away from it. */
  void linkLists(Element article, HtmlProse prose) {
    for (Element box : List.copyOf(article.select("ul, ol, div, section"))) {
      boolean here = !box.equals(article) && box.parent() != null;
      if (here
          && prose.letters(box) > 0
          && prose.linked(box) > 0.7
          && prose.in(box) < 150
          && box.select("a").size() > 1) {
        setAside(box);
      }
    }
  }
}
