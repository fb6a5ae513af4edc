package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.letters.Blanks;

/** Reads a feed's first entry: RSS 2.0 and its relatives, or Atom (RFC 4287). */
final class FeedReader {
  private static final String ENTRY = "item, entry";

  private FeedReader() {}

  static Matter read(byte[] bytes) throws DataFormatException {
    Document feed = Xml.parse(bytes);
    Element entry = feed.selectFirst(ENTRY);
    if (entry == null) {
      throw new DataFormatException("no entry");
    }
    var claims = new Claims();
    claims(feed, entry, claims);
    var shelf = new PictureShelf();
    List<Block> blocks = HtmlBlocks.of(content(entry), HtmlBlocks.pictures(shelf));
    return new Matter(blocks, claims, List.of(), List.of(), new TreeMap<>(shelf.pictures()));
  }

  private static void claims(Document feed, Element entry, Claims claims) {
    claims.title(Origin.TEXT_RECORD, plain(Xml.words(entry, "> title")));
    for (Element author : entry.select("> author > name, > dc|creator, > itunes|author")) {
      claims.author(Origin.TEXT_RECORD, author.text());
    }
    // RSS wants a mail address here, and has the name behind it in parentheses.
    String rss = Xml.words(entry, "> author");
    if (entry.select("> author > name").isEmpty() && !rss.isEmpty()) {
      claims.author(Origin.TEXT_RECORD, rss.replaceFirst("^\\S+@\\S+\\s*\\((.*)\\)$", "$1"));
    }
    for (Element author : feed.select("feed > author > name")) {
      if (entry.select("> author > name").isEmpty()) {
        claims.author(Origin.TEXT_RECORD, author.text());
      }
    }
    boolean dated = false;
    for (String field : List.of("published", "issued", "pubDate", "dc|date")) {
      String words = Xml.words(entry, "> " + field);
      dated |= !words.isEmpty();
      claims.date(Origin.TEXT_RECORD, words);
    }
    String updated = Xml.words(entry, "> updated");
    if (dated) {
      claims.changed(Origin.TEXT_RECORD, updated);
    } else {
      claims.date(Origin.TEXT_RECORD, updated);
    }
    claims.publisher(Xml.words(entry, "> source > title, > source"));
    claims.publisher(Xml.words(feed, "channel > title, feed > title"));
    claims.language(feed.select("feed[xml:lang], entry[xml:lang]").attr("xml:lang"));
    claims.language(Xml.words(feed, "channel > language"));
    for (Element category : entry.select("> category, > dc|subject")) {
      claims.tag(category.hasAttr("term") ? category.attr("term") : category.text());
    }
    address(entry, claims);
  }

  private static void address(Element entry, Claims claims) {
    Element link = entry.selectFirst("> link[rel=alternate][href], > link[href]:not([rel])");
    claims.address(link == null ? Xml.words(entry, "> link") : link.attr("href"));
    String guid = Xml.words(entry, "> guid");
    if (guid.startsWith("http")) {
      claims.address(guid);
    }
  }

  /** The fullest of what the entry gives as its text. */
  private static Element content(Element entry) {
    Element longest = new Element("body");
    for (Element element :
        entry.select("> content|encoded, > content, > description, > summary, > body")) {
      Element content = content(element, entry);
      if (content.text().length() > longest.text().length()) {
        longest = content;
      }
    }
    return longest;
  }

  private static Element content(Element element, Element entry) {
    boolean nested = element.attr("type").equals("xhtml") || !element.children().isEmpty();
    if (element.attr("type").equals("text") && !nested) {
      var body = new Element("body");
      var lines = new ArrayList<>(Blanks.lines(element.wholeText()));
      lines.removeIf(Blanks::blank);
      lines.forEach(line -> body.appendElement("p").text(line));
      return body;
    }
    String html = nested ? element.html() : element.wholeText();
    return Jsoup.parseBodyFragment(html, Xml.words(entry, "> link")).body();
  }

  /** Titles may hold escaped markup. */
  static String plain(String title) {
    return title.indexOf('<') < 0 && title.indexOf('&') < 0
        ? title
        : Jsoup.parseBodyFragment(title).text();
  }
}
