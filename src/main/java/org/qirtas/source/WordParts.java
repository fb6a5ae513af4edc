package org.qirtas.source;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a document's main part refers to: styles, lists, notes, links, pictures. */
final class WordParts {
  /**
   * A paragraph style, with what it takes from the styles that it is based on.
   *
   * @param name its name in English, in lower case
   * @param outline its heading level from 0; -1 for text
   * @param bidi whether its paragraphs run from the right
   * @param list the list that its paragraphs are points of
   */
  record Style(String name, int outline, Optional<Boolean> bidi, Optional<String> list) {}

  private static final Style PLAIN = new Style("", -1, Optional.empty(), Optional.empty());
  private static final int LONGEST_CHAIN = 12;

  private final ZipPackage zip;
  private final String main;
  private final PictureShelf shelf;
  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, Element> styles = new HashMap<>();
  private final Map<String, Element> abstractLists = new HashMap<>();
  private final Map<String, String> lists = new HashMap<>();
  private final Map<String, Element> notes = new HashMap<>();
  private final String defaultStyle;

  WordParts(ZipPackage zip, String main, PictureShelf shelf) throws IOException {
    this.zip = zip;
    this.main = main;
    this.shelf = shelf;
    part(
            "rels",
            ZipPackage.resolve(
                main, "_rels/" + main.substring(main.lastIndexOf('/') + 1) + ".rels"))
        .ifPresent(this::relations);
    Optional<Document> sheet = part("styles", ZipPackage.resolve(main, "styles.xml"));
    sheet.ifPresent(document -> index(document, "w|style[w:type=paragraph]", "w:styleId", styles));
    defaultStyle =
        sheet
            .map(document -> document.selectFirst("w|style[w:type=paragraph][w:default=1]"))
            .map(style -> style.attr("w:styleId"))
            .orElse("");
    part("numbering", ZipPackage.resolve(main, "numbering.xml")).ifPresent(this::numbering);
    part("footnotes", ZipPackage.resolve(main, "footnotes.xml"))
        .ifPresent(document -> notes(document, "w|footnote", "footnote-"));
    part("endnotes", ZipPackage.resolve(main, "endnotes.xml"))
        .ifPresent(document -> notes(document, "w|endnote", "endnote-"));
  }

  private Optional<Document> part(String what, String path) throws IOException {
    return what.isEmpty() ? Optional.empty() : zip.xml(path);
  }

  private void relations(Document document) {
    for (Element relation : document.select("Relationship")) {
      targets.put(relation.attr("Id"), relation.attr("Target"));
    }
  }

  private void numbering(Document document) {
    index(document, "w|abstractNum", "w:abstractNumId", abstractLists);
    for (Element list : document.select("w|num")) {
      Element kind = list.selectFirst("w|abstractNumId");
      lists.put(list.attr("w:numId"), kind == null ? "" : kind.attr("w:val"));
    }
  }

  private void notes(Document document, String element, String prefix) {
    for (Element note : document.select(element)) {
      // Separators are notes too, of a type of their own (17.11.10).
      if (!note.hasAttr("w:type") || note.attr("w:type").equals("normal")) {
        notes.put(prefix + note.attr("w:id"), note);
      }
    }
  }

  private static void index(
      Document document, String query, String key, Map<String, Element> into) {
    for (Element element : document.select(query)) {
      into.putIfAbsent(element.attr(key), element);
    }
  }

  /** A note's content, by the name that references use. */
  Optional<Element> note(String reference) {
    return Optional.ofNullable(notes.get(reference));
  }

  /** Where a relation leads: an address outside. */
  Optional<String> address(String relation) {
    return Optional.ofNullable(targets.get(relation))
        .filter(target -> target.matches("(?s)(?:https?://|mailto:).+"));
  }

  /** The name under which a related picture is kept. */
  Optional<String> picture(String relation) {
    try {
      return bytes(relation).flatMap(shelf::put);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The bytes of a related part; empty where it lies outside. */
  Optional<byte[]> bytes(String relation) throws IOException {
    String target = targets.get(relation);
    return target == null || target.contains("://")
        ? Optional.empty()
        : zip.bytes(ZipPackage.resolve(main, target));
  }

  /** Whether a list's level counts its points. */
  boolean counts(String list, String level) {
    Element kind = abstractLists.get(lists.getOrDefault(list, ""));
    Element format =
        kind == null
            ? null
            : kind.selectFirst(
                "w|lvl[w:ilvl=" + (level.matches("\\d") ? level : "0") + "] > w|numFmt");
    return format != null
        && !format.attr("w:val").equals("bullet")
        && !format.attr("w:val").equals("none");
  }

  Style style(String id) {
    Element style = styles.get(id.isEmpty() ? defaultStyle : id);
    Style found = PLAIN;
    for (int i = 0; style != null && i < LONGEST_CHAIN; i++) {
      found = under(found, style, i == 0);
      Element base = style.selectFirst("> w|basedOn");
      style = base == null ? null : styles.get(base.attr("w:val"));
    }
    return found;
  }

  /** What a style leaves open, its base decides. */
  private static Style under(Style known, Element style, boolean first) {
    Element name = style.selectFirst("> w|name");
    String words = name == null ? "" : name.attr("w:val").toLowerCase(java.util.Locale.ROOT);
    Element outline = style.selectFirst("> w|pPr > w|outlineLvl");
    int level =
        known.outline >= 0
            ? known.outline
            : level(words, outline == null ? "" : outline.attr("w:val"));
    Element bidi = style.selectFirst("> w|pPr > w|bidi");
    Element list = style.selectFirst("> w|pPr > w|numPr > w|numId");
    return new Style(
        first ? words : known.name,
        level,
        known.bidi.or(() -> bidi == null ? Optional.empty() : Optional.of(on(bidi))),
        known.list.or(() -> list == null ? Optional.empty() : Optional.of(list.attr("w:val"))));
  }

  private static int level(String name, String outline) {
    if (outline.matches("[0-8]")) {
      return Integer.parseInt(outline);
    }
    return name.matches("heading [1-9]") ? name.charAt(8) - '1' : -1;
  }

  /** A property that is there is on, unless it says otherwise (17.17.4). */
  static boolean on(Element toggle) {
    return !toggle.attr("w:val").matches("0|false|off");
  }
}
