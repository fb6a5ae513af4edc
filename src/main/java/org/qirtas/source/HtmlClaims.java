package org.qirtas.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.head.Names;
import org.qirtas.source.letters.Blanks;

/** Collects what a web page says of itself: JSON-LD, OpenGraph, microdata, meta, time, title. */
final class HtmlClaims {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();
  private static final Set<String> ARTICLES =
      Set.of(
          "article",
          "newsarticle",
          "reportagenewsarticle",
          "analysisnewsarticle",
          "opinionnewsarticle",
          "blogposting",
          "liveblogposting",
          "backgroundnewsarticle",
          "reviewnewsarticle",
          "report",
          "scholarlyarticle",
          "advertisercontentarticle",
          "techarticle",
          "satiricalarticle",
          "socialmediaposting");

  /** Fields whose records are about something else than the article that has them. */
  private static final Set<String> WITHIN =
      Set.of("liveBlogUpdate", "comment", "isPartOf", "publisher", "author", "itemListElement");

  private static final Pattern WRITTEN_BY =
      Pattern.compile(
          "(?i)written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|كُ?تب(?:ت|ه)? ?(?:بواسطة)?|author");
  private static final Pattern OWN_AUTHOR =
      Pattern.compile("(?i)(?:\\w+[.:_-])?(?:article-?)?(?:authors?|byline)(?:[_-]?names?)?");

  /** «Jane Doe &lt;jane@example.org&gt;». */
  private static final Pattern MAILBOX = Pattern.compile("\\s*<[^<>\\s]+@[^<>\\s]+>$");

  private static final int DEEPEST = 12;

  private static final int MOST_SAID = 1000;

  private final Document page;
  private final List<Element> metas;
  private final Claims claims;
  private Optional<String> body = Optional.empty();

  private HtmlClaims(Document page, Claims claims) {
    this.page = page;
    this.metas = page.select("meta");
    this.claims = claims;
  }

  /**
   * Collects all that the page says.
   *
   * @return the article's text, where a record of the page tells it
   */
  static Optional<String> collect(Document page, Claims claims) {
    var collector = new HtmlClaims(page, claims);
    collector.jsonLd();
    collector.openGraph();
    collector.microdata();
    collector.metas();
    collector.elements();
    return collector.body;
  }

  private void jsonLd() {
    var records = new ArrayList<JsonNode>();
    for (Element script : page.select("script[type*=ld+json]")) {
      parse(script.data()).ifPresent(root -> gather(root, records, 0));
    }
    // The record with a date and a headline is the page's own; related ones are poorer.
    records.stream()
        .filter(HtmlClaims::isArticle)
        .max((a, b) -> Integer.compare(richness(a), richness(b)))
        .ifPresent(this::record);
  }

  private static Optional<JsonNode> parse(String json) {
    try {
      String bare =
          json.strip()
              .replaceFirst("^<!--|^//<!\\[CDATA\\[", "")
              .replaceFirst("-->$|//\\]\\]>$", "");
      return Optional.ofNullable(JSON.readTree(bare));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static void gather(JsonNode node, List<JsonNode> records, int depth) {
    if (depth > DEEPEST || records.size() > 500 || !node.isContainerNode()) {
      return;
    }
    if (node.isObject() && node.has("@type")) {
      records.add(node);
    }
    for (var field : node.properties()) {
      if (!WITHIN.contains(field.getKey())) {
        gather(field.getValue(), records, depth + 1);
      }
    }
    for (JsonNode child : node.isArray() ? node : List.<JsonNode>of()) {
      gather(child, records, depth + 1);
    }
  }

  private static boolean isArticle(JsonNode node) {
    return texts(node.path("@type")).stream()
        .map(type -> type.replaceFirst("^.*[/#:]", "").toLowerCase(Locale.ROOT))
        .anyMatch(ARTICLES::contains);
  }

  private static int richness(JsonNode node) {
    int points = 0;
    for (String field :
        List.of("datePublished", "headline", "author", "articleBody", "mainEntityOfPage")) {
      points += node.has(field) ? 1 : 0;
    }
    return points;
  }

  private void record(JsonNode article) {
    texts(article.path("headline")).forEach(words -> claims.title(Origin.JSON_LD, plain(words)));
    texts(article.path("name")).forEach(words -> claims.title(Origin.JSON_LD, plain(words)));
    texts(article.path("datePublished")).forEach(words -> claims.date(Origin.JSON_LD, words));
    texts(article.path("dateModified")).forEach(words -> claims.changed(Origin.JSON_LD, words));
    names(article.path("author")).forEach(name -> author(Origin.JSON_LD, name));
    names(article.path("publisher")).forEach(claims::publisher);
    texts(article.path("keywords")).forEach(this::tags);
    texts(article.path("articleSection")).forEach(words -> claims.tag(plain(words)));
    texts(article.path("inLanguage")).forEach(claims::language);
    body = texts(article.path("articleBody")).stream().findFirst();
  }

  private void tags(String words) {
    for (String tag : words.split("[,،;]", -1)) {
      claims.tag(plain(tag));
    }
  }

  /** A name may be a text, an object with a name, or a list of either. */
  private static List<String> names(JsonNode node) {
    var names = new ArrayList<String>();
    if (node.isArray()) {
      node.forEach(each -> names.addAll(names(each)));
    } else if (node.isObject()) {
      texts(node.path("name")).forEach(name -> names.add(plain(name)));
    } else {
      texts(node).forEach(name -> names.add(plain(name)));
    }
    return names;
  }

  private static List<String> texts(JsonNode node) {
    var texts = new ArrayList<String>();
    if (node.isArray()) {
      node.forEach(each -> texts.addAll(texts(each)));
    } else if (node.isTextual()) {
      texts.add(node.asText());
    }
    return texts;
  }

  private void openGraph() {
    meta("og:title")
        .or(() -> meta("twitter:title"))
        .ifPresent(words -> claims.title(Origin.OPEN_GRAPH, plain(words)));
    meta(
            "article:published_time",
            "article:published:time",
            "article:published",
            "og:article:published_time",
            "og:published_time",
            "og:pubdate")
        .ifPresent(words -> claims.date(Origin.OPEN_GRAPH, words));
    meta("og:updated_time", "article:modified_time")
        .ifPresent(words -> claims.changed(Origin.OPEN_GRAPH, words));
    all("article:author", "og:article:author").forEach(words -> author(Origin.OPEN_GRAPH, words));
    meta("og:site_name", "article:publisher", "application-name")
        .filter(words -> !words.startsWith("http"))
        .ifPresent(claims::publisher);
    meta("article:section", "og:article:section", "section")
        .ifPresent(words -> claims.tag(plain(words)));
    for (Element tag : page.select("meta[property=article:tag], meta[property=og:article:tag]")) {
      tags(tag.attr("content"));
    }
    Element canonical = page.selectFirst("link[rel=canonical][href^=http]");
    if (canonical != null) {
      claims.address(canonical.attr("href"));
    }
    meta("og:url").filter(words -> words.startsWith("http")).ifPresent(claims::address);
    meta("og:locale").ifPresent(this::locale);
  }

  private void locale(String words) {
    // The html element's own mark is the better one; OpenGraph's is often the template's en_US.
    String marked = page.select("html").attr("lang") + page.select("html").attr("xml:lang");
    if (!marked.isBlank()) {
      claims.language(marked);
    } else if (!words.startsWith("en")) {
      claims.language(words);
    }
  }

  private void microdata() {
    for (Element time :
        page.select("[itemprop~=(?i)\\bdatePublished\\b]").not("[itemtype*=Comment] *")) {
      claims.date(Origin.MICRODATA, valueOf(time));
    }
    page.select("[itemprop=headline]").stream()
        .limit(1)
        .forEach(each -> claims.title(Origin.MICRODATA, valueOf(each)));
    Element headline = page.selectFirst("[itemprop=headline]");
    Element told = headline == null ? null : scope(headline);
    for (Element author :
        page.select("[itemprop=author]")
            .not(
                "figure *, figcaption *, aside *, [itemtype*=Comment] *, [itemtype*=ImageObject] *")) {
      if (told != null && !told.equals(scope(author))) {
        continue;
      }
      Element name = author.selectFirst("[itemprop=name]");
      author(Origin.MICRODATA, valueOf(name == null ? author : name));
    }
  }

  /** The item that a property belongs to; a page shows its neighbours' items, too. */
  private static @Nullable Element scope(Element property) {
    Element around = property.parent();
    return around == null ? null : around.closest("[itemscope]");
  }

  private static String valueOf(Element element) {
    for (String attribute :
        element.nameIs("abbr") ? List.of("title") : List.of("content", "datetime")) {
      if (element.hasAttr(attribute)) {
        return element.attr(attribute);
      }
    }
    return element.text();
  }

  private void metas() {
    meta("dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title", "headline")
        .ifPresent(words -> claims.title(Origin.META_ELEMENT, plain(words)));
    for (String name :
        List.of(
            "date",
            "pubdate",
            "publish-date",
            "publishdate",
            "publish_date",
            "datepublished",
            "dc.date",
            "dc.date.issued",
            "dcterms.date",
            "dcterms.created",
            "dcterms.issued",
            "parsely-pub-date",
            "sailthru.date",
            "article.published",
            "published-date",
            "article_date_original",
            "publication_date",
            "cxenseparse:recs:publishtime",
            "citation_date",
            "created",
            "last-modified-by-publisher")) {
      meta(name).ifPresent(words -> claims.date(Origin.META_ELEMENT, words));
    }
    List<String> writers =
        all("author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl");
    List<String> told =
        writers.isEmpty()
            ? all("citation_author").stream().map(Names::lastNameLast).toList()
            : writers;
    (told.isEmpty() ? named().stream().toList() : told)
        .forEach(words -> author(Origin.META_ELEMENT, words));
    labelled().ifPresent(words -> author(Origin.META_ELEMENT, words));
    meta("news_keywords", "keywords", "parsely-tags").ifPresent(this::tags);
    meta("content-language", "language", "dc.language").ifPresent(this::locale);
    meta("dc.publisher", "publisher").ifPresent(claims::publisher);
    locale("en");
  }

  /** The writer as programs that count readers are told: {@code cXenseParse:author}. */
  private Optional<String> named() {
    return metas.stream()
        .filter(meta -> OWN_AUTHOR.matcher(meta.attr("name") + meta.attr("property")).matches())
        .map(meta -> Blanks.collapse(meta.attr("content")))
        .filter(words -> !words.isEmpty())
        .findFirst();
  }

  /** «Written by», as a card for sharing says it: a label, and the name beside it. */
  private Optional<String> labelled() {
    for (String number : List.of("1", "2")) {
      boolean writer =
          meta("twitter:label" + number)
              .filter(label -> WRITTEN_BY.matcher(label).matches())
              .isPresent();
      if (writer) {
        return meta("twitter:data" + number);
      }
    }
    return meta("twitter:misc:Written by");
  }

  private void elements() {
    // Only a time near the top dates the page; others date comments and neighbours.
    for (Element time :
        page
            .select(
                "time[pubdate], article header time, header time[datetime], time[datetime], abbr[title~=^\\d{4}-\\d\\d-\\d\\d(?:[T ]\\d\\d:.*)?$]")
            .stream()
            .limit(1)
            .toList()) {
      claims.date(Origin.TIME_ELEMENT, valueOf(time));
    }
    HtmlTitles.collect(page, claims);
    HtmlTags.collect(page, claims);
    HtmlVisible.collect(page, claims);
  }

  private void author(Origin origin, String name) {
    String plain = MAILBOX.matcher(Blanks.collapse(name)).replaceFirst("");
    if (!plain.startsWith("http") && plain.length() < 120 && !plain.isEmpty()) {
      claims.author(origin, plain);
    }
  }

  private Optional<String> meta(String... names) {
    return all(names).stream().findFirst();
  }

  /** All that the page says under the first of these names that it says anything under. */
  private List<String> all(String... names) {
    return Stream.of(names)
        .map(this::under)
        .filter(contents -> !contents.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private List<String> under(String name) {
    return metas.stream()
        .filter(meta ->
            Stream.of("property", "name", "http-equiv")
                .anyMatch(attribute -> name.equalsIgnoreCase(meta.attr(attribute))))
        .map(meta -> Blanks.collapse(meta.attr("content")))
        .filter(content -> !content.isEmpty())
        .distinct()
        .limit(MOST_SAID)
        .toList();
  }

  /** Records often hold entities or tags that were meant for the page. */
  static String plain(String words) {
    return words.indexOf('&') < 0 && words.indexOf('<') < 0
        ? words
        : org.jsoup.Jsoup.parse(words).text();
  }
}
