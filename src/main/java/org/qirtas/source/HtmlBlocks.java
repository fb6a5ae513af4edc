package org.qirtas.source;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.source.letters.Blanks;

/** Turns elements of HTML into blocks, in their order. Used for pages, books, mails and XHTML. */
final class HtmlBlocks {
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del",
          "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "rb", "rp",
          "rt", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
          "var", "wbr");
  private static final Set<String> TEXT =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "pre",
          "li",
          "ul",
          "ol",
          "table",
          "figure",
          "dl");
  private static final Set<String> NOTHING =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "head",
          "title",
          "link",
          "meta",
          "button",
          "input",
          "select",
          "textarea",
          "iframe",
          "object",
          "svg",
          "hr",
          "nav");
  private static final int WIDEST = 1000;

  private final Function<Element, Optional<String>> pictures;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Node> pending = new ArrayList<>();

  private HtmlBlocks(Function<Element, Optional<String>> pictures) {
    this.pictures = pictures;
  }

  /**
   * The blocks inside an element.
   *
   * @param pictures says what an {@code img}'s picture is called; empty drops it
   */
  static List<Block> of(Element parent, Function<Element, Optional<String>> pictures) {
    return of(parent, Flow.UNMARKED, pictures);
  }

  private static List<Block> of(
      Element parent, Flow flow, Function<Element, Optional<String>> pictures) {
    var made = new HtmlBlocks(pictures);
    made.walk(parent, flow);
    made.flush(flow);
    return made.blocks;
  }

  /** Pictures inside the page go onto the shelf; others are called by their address. */
  static Function<Element, Optional<String>> pictures(PictureShelf shelf) {
    return image -> {
      String src = image.hasAttr("data-src") ? image.attr("data-src") : image.attr("src");
      if (src.startsWith("data:")) {
        return embedded(src).flatMap(shelf::put);
      }
      boolean dot = image.attr("width").equals("1") || image.attr("height").equals("1");
      String absolute = image.hasAttr("data-src") ? image.absUrl("data-src") : image.absUrl("src");
      boolean beside = src.matches("(?:\\./)?[^/:]+_(?:files|archivos|fichiers|dateien)/.*");
      // A browser that saves a page whole puts its pictures beside it.
      String address = absolute.isEmpty() || beside ? src : absolute;
      return dot || address.isBlank() ? Optional.empty() : Optional.of(address);
    };
  }

  private static Optional<byte[]> embedded(String src) {
    int comma = src.indexOf(',');
    if (comma < 0 || !src.substring(0, comma).contains("base64")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getMimeDecoder().decode(src.substring(comma + 1)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static boolean isInline(Element element) {
    return INLINE.contains(element.normalName());
  }

  /** Whether an element is itself a piece of text rather than a box around some. */
  static boolean isText(Element element) {
    return TEXT.contains(element.normalName()) || isInline(element);
  }

  /** The note that an element refers to, as EPUB and DPUB-ARIA mark it. */
  static Optional<String> noteReferred(Element element) {
    boolean refers =
        element.attr("epub:type").contains("noteref") || element.attr("role").equals("doc-noteref");
    String target = element.attr("href");
    int hash = target.indexOf('#');
    return refers && hash >= 0 ? Optional.of(target.substring(hash + 1)) : Optional.empty();
  }

  private static boolean isNote(Element element) {
    boolean note =
        element.attr("epub:type").matches("(?:foot|end|rear)note")
            || element.attr("role").matches("doc-(?:foot|end)note");
    return note && element.hasAttr("id");
  }

  private void walk(Element parent, Flow flow) {
    for (Node child : parent.childNodes()) {
      if (child instanceof TextNode) {
        pending.add(child);
      } else if (child instanceof Element element && !NOTHING.contains(element.normalName())) {
        if (isInline(element) && element.selectFirst(BLOCKS) == null) {
          pending.add(element);
        } else {
          flush(flow);
          block(element, flow);
        }
      }
    }
  }

  private static final String BLOCKS =
      "p, div, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, figure, img, section, article";

  private void block(Element element, Flow outer) {
    Flow flow = within(outer, HtmlInlines.flow(element));
    if (isNote(element)) {
      blocks.add(new Block.Footnote(element.id(), of(element, Flow.UNMARKED, pictures), flow));
      return;
    }
    switch (element.normalName()) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, flow);
      case "ul", "ol" -> list(element, flow);
      case "table" -> table(element, flow);
      case "blockquote" -> quotation(element, flow);
      case "figure" -> figure(element, flow);
      case "img" -> image(element, List.of(), flow);
      case "pre" -> preformatted(element, flow);
      default -> {
        walk(element, flow);
        flush(flow);
      }
    }
  }

  /** A mark on an inner element takes the place of the same mark around it. */
  private static Flow within(Flow outer, Flow inner) {
    return new Flow(inner.language().or(outer::language), inner.direction().or(outer::direction));
  }

  /** What was gathered becomes a paragraph; two line breaks in a row part paragraphs. */
  private void flush(Flow flow) {
    List<Inline> all = HtmlInlines.of(pending);
    pending.clear();
    var part = new ArrayList<Inline>();
    int breaks = 0;
    for (Inline inline : all) {
      if (inline instanceof Inline.LineBreak) {
        breaks++;
      } else if (!(inline instanceof Inline.Text(String text) && Blanks.blank(text))) {
        if (breaks >= 2) {
          paragraph(part, flow);
          part.clear();
        }
        breaks = 0;
      }
      part.add(inline);
    }
    paragraph(part, flow);
  }

  private void paragraph(List<Inline> inlines, Flow flow) {
    List<Inline> content = HtmlInlines.trimmed(inlines);
    if (!Blanks.blank(Inline.textOf(content))) {
      blocks.add(new Block.Paragraph(content, flow));
    }
  }

  private void heading(Element element, Flow flow) {
    List<Inline> content = HtmlInlines.of(element.childNodes());
    if (!Blanks.blank(Inline.textOf(content))) {
      int level = element.normalName().charAt(1) - '0';
      blocks.add(new Block.Heading(Math.max(2, level), content, flow));
    }
    element.select("img").forEach(image -> image(image, List.of(), flow));
  }

  private void list(Element element, Flow flow) {
    var items = new ArrayList<List<Block>>();
    for (Element item : element.children()) {
      List<Block> content = of(item, HtmlInlines.flow(item), pictures);
      if (!content.isEmpty()) {
        items.add(content);
      }
    }
    if (!items.isEmpty()) {
      blocks.add(new Block.ItemList(element.normalName().equals("ol"), items, flow));
    }
  }

  private void quotation(Element element, Flow flow) {
    List<Block> content = of(element, Flow.UNMARKED, pictures);
    if (!content.isEmpty()) {
      blocks.add(new Block.Quotation(content, flow));
    }
  }

  private void preformatted(Element element, Flow flow) {
    for (String line : Blanks.lines(element.wholeText())) {
      if (!Blanks.blank(line)) {
        blocks.add(new Block.Paragraph(List.of(new Inline.Text(line.stripTrailing())), flow));
      }
    }
  }

  private void figure(Element element, Flow flow) {
    Element caption = element.selectFirst("figcaption");
    Element image = element.selectFirst("img");
    List<Inline> words = caption == null ? List.of() : HtmlInlines.of(caption.childNodes());
    if (image != null) {
      image(image, words, flow);
    } else if (caption != null) {
      caption.remove();
      if (Blanks.blank(element.text()) && !Blanks.blank(Inline.textOf(words))) {
        // Its picture is shown by a script, or is a film: the caption stays one.
        blocks.add(new Block.Figure("", "", words, flow));
        return;
      }
      walk(element, flow);
      flush(flow);
      paragraph(words, flow);
    } else {
      walk(element, flow);
      flush(flow);
    }
  }

  private void image(Element image, List<Inline> caption, Flow flow) {
    String alternate = Blanks.collapse(image.attr("alt"));
    Optional<String> picture = pictures.apply(image);
    if (picture.isPresent() || !caption.isEmpty()) {
      blocks.add(new Block.Figure(picture.orElse(""), alternate, caption, flow));
    }
  }

  private void table(Element table, Flow flow) {
    List<Element> rows =
        table.select("tr").stream().filter(row -> table.equals(row.closest("table"))).toList();
    // Old pages lay themselves out with tables: one column, or tables in cells, is no table.
    boolean layout =
        table.select("table").size() > 1 || rows.stream().allMatch(row -> cells(row).size() < 2);
    if (layout) {
      for (Element row : rows) {
        cells(row)
            .forEach(
                cell -> blocks.addAll(of(cell, within(flow, HtmlInlines.flow(cell)), pictures)));
      }
      return;
    }
    Element caption = table.selectFirst("caption");
    var built = new ArrayList<Block.Row>();
    for (Element row : rows) {
      built.add(new Block.Row(cells(row).stream().map(this::cell).toList()));
    }
    List<Inline> title = caption == null ? List.of() : HtmlInlines.of(caption.childNodes());
    blocks.add(new Block.Table(title, built, flow));
  }

  private static List<Element> cells(Element row) {
    return row.children().stream()
        .filter(cell -> cell.normalName().equals("td") || cell.normalName().equals("th"))
        .toList();
  }

  private Block.Cell cell(Element cell) {
    boolean header = cell.normalName().equals("th") || cell.closest("thead") != null;
    return new Block.Cell(
        header,
        span(cell.attr("colspan")),
        span(cell.attr("rowspan")),
        of(cell, HtmlInlines.flow(cell), pictures));
  }

  private static int span(String attribute) {
    try {
      return Math.clamp(Integer.parseInt(attribute.strip()), 1, WIDEST);
    } catch (NumberFormatException _) {
      return 1;
    }
  }
}
