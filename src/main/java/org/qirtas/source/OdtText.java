package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.letters.Blanks;

/** Turns an OpenDocument's text into the HTML elements that mean the same. */
final class OdtText {
  private static final int MOST_REPEATED = 100;

  private final OdtStyles styles;
  private final Claims claims;
  private final List<Element> notes = new ArrayList<>();
  private int noteCount;

  OdtText(OdtStyles styles, Claims claims) {
    this.styles = styles;
    this.claims = claims;
  }

  Element of(Element text) {
    var body = new Element("body");
    walk(text, body);
    notes(body);
    return body;
  }

  private void walk(Element parent, Element into) {
    for (Node child : parent.childNodes()) {
      if (child instanceof TextNode text && !parent.normalName().startsWith("office:")) {
        into.appendText(text.getWholeText());
      } else if (child instanceof Element element) {
        element(element, into);
      }
    }
  }

  private void element(Element element, Element into) {
    String style = element.attr("text:style-name");
    switch (element.normalName()) {
      case "text:p" -> paragraph(element, style, into);
      case "text:h" -> heading(element, style, into);
      case "text:list" -> list(element, into, 1);
      case "table:table" -> table(element, into);
      case "text:span" -> span(element, style, into);
      case "text:a" ->
          walk(element, into.appendElement("a").attr("href", element.attr("xlink:href")));
      case "text:note" -> note(element, into);
      case "text:s" -> into.appendText(" ");
      case "text:tab" -> into.appendText("\t");
      case "text:line-break" -> into.appendElement("br");
      case "draw:frame" -> frame(element, into);
      // Deleted text is no longer there; comments and what fields are made from never were.
      case "text:tracked-changes",
          "office:annotation",
          "text:sequence-decls",
          "office:forms",
          "text:variable-decls",
          "text:user-field-decls",
          "text:note-citation",
          "svg:title",
          "svg:desc",
          "text:ruby-text" -> {}
      default -> walk(element, into);
    }
  }

  private void paragraph(Element element, String style, Element into) {
    boolean title = styles.is(style, "Title");
    if (title) {
      claims.title(Origin.HEADING, Blanks.collapse(element.wholeText()));
      return;
    }
    Element outer = styles.is(style, "Quotations") ? into.appendElement("blockquote") : into;
    Element paragraph = outer.appendElement("p");
    flow(element, style, "paragraph", paragraph);
    walk(element, paragraph);
    notes(into);
  }

  private void heading(Element element, String style, Element into) {
    String level = element.attr("text:outline-level");
    int depth = level.matches("[1-9]") ? Integer.parseInt(level) : 1;
    Element heading = into.appendElement("h" + Math.min(6, depth + 1));
    flow(element, style, "paragraph", heading);
    walk(element, heading);
    notes(into);
  }

  private void flow(Element element, String style, String kind, Element made) {
    String direction = styles.direction(style, kind);
    if (!direction.isEmpty() && !Blanks.blank(element.wholeText())) {
      made.attr("dir", direction);
    }
  }

  private void list(Element list, Element into, int level) {
    String style = named(list);
    Element made = into.appendElement(styles.counts(style, level) ? "ol" : "ul");
    for (Element item : list.children()) {
      if (item.normalName().matches("text:list-(?:item|header)")) {
        Element point = made.appendElement("li");
        for (Element child : item.children()) {
          if (child.normalName().equals("text:list")) {
            list(child, point, level + 1);
          } else {
            element(child, point);
          }
        }
      }
    }
  }

  /** An inner list has its outer one's style, unless it names its own. */
  private static String named(Element list) {
    Element at = list;
    while (at.attr("text:style-name").isEmpty() && at.parent() != null) {
      Element outer = at.parent().closest("text|list");
      if (outer == null) {
        break;
      }
      at = outer;
    }
    return at.attr("text:style-name");
  }

  private void table(Element table, Element into) {
    Element made = into.appendElement("table");
    flow(table, table.attr("table:style-name"), "table", made);
    for (Element row : table.select("table|table-row")) {
      if (!table.equals(row.closest("table|table"))) {
        continue;
      }
      boolean head =
          row.parent() != null && row.parent().normalName().equals("table:table-header-rows");
      Element line = made.appendElement("tr");
      for (Element cell : row.children()) {
        if (cell.normalName().equals("table:table-cell")) {
          cell(cell, head, line);
        }
      }
    }
  }

  private void cell(Element cell, boolean head, Element line) {
    String repeated = cell.attr("table:number-columns-repeated");
    int times =
        repeated.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(repeated), 1, MOST_REPEATED) : 1;
    for (int i = 0; i < times; i++) {
      Element made = line.appendElement(head ? "th" : "td");
      made.attr("colspan", cell.attr("table:number-columns-spanned"));
      made.attr("rowspan", cell.attr("table:number-rows-spanned"));
      walk(cell, made);
    }
  }

  private void span(Element element, String style, Element into) {
    boolean complex = element.wholeText().codePoints().anyMatch(OdtText::isComplex);
    String suffix = complex ? "-complex" : "";
    String weight =
        styles.property(style, "text", complex ? "style:font-weight-complex" : "fo:font-weight");
    String slant =
        styles.property(style, "text", complex ? "style:font-style-complex" : "fo:font-style");
    String language =
        styles.property(style, "text", complex ? "style:language" + suffix : "fo:language");
    Element made = into;
    if (language.matches("[a-z]{2,3}") && !language.equals("zxx")) {
      made = made.appendElement("span").attr("lang", language);
    }
    if (weight.matches("bold|[6-9]00")) {
      made = made.appendElement("b");
    }
    if (slant.matches("italic|oblique")) {
      made = made.appendElement("i");
    }
    walk(element, made);
  }

  private static boolean isComplex(int letter) {
    return letter >= 0x590 && letter <= 0x8FF;
  }

  private void note(Element element, Element into) {
    String id = "note-" + ++noteCount;
    into.appendElement("a").attr("role", "doc-noteref").attr("href", "#" + id).text("*");
    var note = new Element("aside").attr("role", "doc-footnote").attr("id", id);
    notes.add(note);
    element.select("> text|note-body").forEach(body -> walk(body, note));
  }

  /** Notes go behind the block that refers to them; those in a table behind the table. */
  private void notes(Element into) {
    if (into.normalName().equals("body") && !notes.isEmpty()) {
      notes.forEach(into::appendChild);
      notes.clear();
    }
  }

  private void frame(Element frame, Element into) {
    Element box = frame.selectFirst("> draw|text-box");
    Element image = frame.selectFirst("> draw|image");
    Element figure = into.appendElement("figure");
    String alternate = Xml.words(frame, "> svg|desc");
    if (image != null) {
      figure
          .appendElement("img")
          .attr("src", image.attr("xlink:href"))
          .attr("alt", alternate.isEmpty() ? Xml.words(frame, "> svg|title") : alternate);
      return;
    }
    Element inner = box == null ? null : box.selectFirst("draw|frame > draw|image");
    if (box != null && inner != null) {
      figure.appendElement("img").attr("src", inner.attr("xlink:href")).attr("alt", alternate);
      Element caption = figure.appendElement("figcaption");
      box.select("draw|frame").remove();
      box.children().forEach(child -> walk(child, caption));
    } else {
      figure.remove();
      if (box != null) {
        walk(box, into.appendElement("div"));
      }
    }
  }
}
