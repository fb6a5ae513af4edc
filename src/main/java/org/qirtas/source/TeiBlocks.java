package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.qirtas.article.Block;
import org.qirtas.source.letters.Blanks;

/** Turns TEI's elements into blocks, by way of the HTML elements that mean the same. */
final class TeiBlocks {
  /** What an edition adds to the text, and what stood on its page beside it. */
  private static final Set<String> NOT_TEXT =
      Set.of(
          "fw",
          "pb",
          "cb",
          "gb",
          "milestone",
          "teiheader",
          "figdesc",
          "corr",
          "reg",
          "expan",
          "bibl",
          "desc",
          "graphic",
          "index");

  private final VerseMarks verses = new VerseMarks();
  private final List<Element> notes = new ArrayList<>();
  private int noteCount;

  List<Block> of(Element root) {
    var body = new Element("body");
    children(root, body, 2);
    notes(body);
    return verses.restored(HtmlBlocks.of(body, HtmlBlocks.pictures(new PictureShelf())));
  }

  private void children(Element parent, Element into, int level) {
    for (Node child : parent.childNodes()) {
      if (child instanceof TextNode text) {
        into.appendText(text.getWholeText());
      } else if (child instanceof Element element) {
        String name = element.normalName().replaceFirst("^.*:", "");
        if (!NOT_TEXT.contains(name)
            || (name.equals("bibl") && !parent.normalName().matches("div|body"))) {
          element(name, element, into, level);
        }
      }
    }
  }

  private void element(String name, Element element, Element into, int level) {
    switch (name) {
      case "div", "div1", "div2", "div3", "div4", "body", "text", "group", "argument", "epigraph" ->
          children(element, into.appendElement("div"), Math.min(level + 1, 6));
      case "head" -> block("h" + level, element, into, level);
      case "p", "ab", "opener", "closer", "byline", "dateline", "salute", "signed", "trailer" ->
          block("p", element, into, level);
      case "lg" -> poem(element, into);
      case "l" -> poem(element, into);
      case "list" -> {
        boolean counted = element.attr("type").matches("ordered|numbered");
        children(element, into.appendElement(counted ? "ol" : "ul"), level);
      }
      case "item" -> children(element, into.appendElement("li"), level);
      case "table" -> children(element, into.appendElement("table"), level);
      case "row" -> children(element, into.appendElement("tr"), level);
      case "cell" -> {
        boolean label =
            element.attr("role").equals("label") || element.parents().is("row[role=label]");
        children(
            element,
            into.appendElement(label ? "th" : "td")
                .attr("colspan", element.attr("cols"))
                .attr("rowspan", element.attr("rows")),
            level);
      }
      case "quote", "cit" -> {
        boolean own =
            element.select("p, lg, l").isEmpty()
                ? element.parent() != null && element.parent().normalName().matches("div|body")
                : true;
        children(element, own ? into.appendElement("blockquote") : into, level);
      }
      case "figure" -> figure(element, into, level);
      case "hi", "emph" ->
          children(
              element,
              into.appendElement(element.attr("rend").contains("bold") ? "b" : "em"),
              level);
      case "foreign" ->
          children(
              element, into.appendElement("span").attr("lang", element.attr("xml:lang")), level);
      case "ref" ->
          children(
              element,
              element.attr("target").startsWith("http")
                  ? into.appendElement("a").attr("href", element.attr("target"))
                  : into,
              level);
      case "note" -> note(element, into, level);
      case "lb" -> into.appendText(element.attr("break").equals("no") ? "" : " ");
      case "gap" -> into.appendText(" […] ");
      default -> children(element, into, level);
    }
  }

  private void block(String name, Element element, Element into, int level) {
    children(element, into.appendElement(name), level);
    notes(into);
  }

  /** Notes go behind the block that refers to them. */
  private void notes(Element into) {
    notes.forEach(into::appendChild);
    notes.clear();
  }

  private void note(Element element, Element into, int level) {
    String id = "note-" + ++noteCount;
    into.appendElement("a").attr("role", "doc-noteref").attr("href", "#" + id).text("*");
    var note = new Element("aside").attr("role", "doc-footnote").attr("id", id);
    // What waits for the end of the block around must not land in the note.
    List<Element> waiting = List.copyOf(notes);
    notes.clear();
    children(element, note, level);
    notes(note);
    notes.addAll(waiting);
    notes.add(note);
  }

  private void figure(Element element, Element into, int level) {
    Element figure = into.appendElement("figure");
    for (Element graphic : element.select("> graphic[url]")) {
      figure
          .appendElement("img")
          .attr("src", graphic.attr("url"))
          .attr("alt", Xml.words(element, "> figDesc"));
    }
    Element caption = figure.appendElement("figcaption");
    for (Element child : element.select("> head, > p")) {
      children(child, caption, level);
    }
  }

  private void poem(Element element, Element into) {
    var lines = new ArrayList<List<String>>();
    boolean alone = element.normalName().endsWith("l");
    for (Element line : alone ? List.of(element) : element.select("l")) {
      List<String> halves =
          line.select("> seg").stream()
              .map(seg -> Blanks.collapse(seg.wholeText()))
              .filter(half -> !half.isEmpty())
              .toList();
      if (halves.isEmpty()) {
        line.select("caesura, gap").forEach(cut -> cut.replaceWith(new TextNode("\uE002")));
        halves =
            List.of(line.wholeText().split("\uE002", -1)).stream()
                .map(Blanks::collapse)
                .filter(half -> !half.isEmpty())
                .toList();
      }
      if (!halves.isEmpty()) {
        lines.add(halves);
      }
    }
    if (!lines.isEmpty()) {
      into.appendElement("p").text(verses.mark(lines));
    }
  }
}
