package org.qirtas.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/**
 * An article that a program for writing keeps as blocks in JSON: each says of what kind it is, and
 * holds its words or further blocks. WordPress's block editor, Arc, Editor.js, Draft.js, Portable
 * Text, Contentful, ProseMirror and Slate name the same few kinds in much the same words.
 */
final class ScriptedBlocks {
  private static final List<String> KINDS =
      List.of("listItem", "blockName", "nodeType", "type", "_type", "name", "__typename");
  private static final List<String> WORDS =
      List.of("text", "content", "innerHTML", "value", "html", "renderedHtml", "originalContent");
  private static final List<String> WITHIN =
      List.of("children", "content", "content_elements", "innerBlocks", "blocks", "items", "nodes");

  /** Where a block keeps what it holds, if not in itself. */
  private static final List<String> HOLDERS = List.of("data", "attributes", "attrs", "model");

  private static final Pattern HEADING =
      Pattern.compile("h(?<number>[1-6])|.*(?:head(?:er|ing)|subtitle|crosshead).*");
  private static final Pattern LEVEL =
      Pattern.compile("(?:.*[-_ ])?(?:(?<digit>[1-6])|two|three|four|five|six)");
  private static final Pattern ITEM =
      Pattern.compile(".*list-?_?item.*|li|bullet|number|checklist");
  private static final Pattern LIST = Pattern.compile("(?!.*item).*list|[uo]l");
  private static final Pattern QUOTATION = Pattern.compile(".*quote.*|.*quotation.*");
  private static final Pattern PICTURE =
      Pattern.compile(".*(?:image|picture|photo|figure).*|(?:lead-?)?img");
  private static final Pattern PARAGRAPH =
      Pattern.compile("(?:.*[-_/])?(?:paragraph|para|p|unstyled|normal|block|text)|coreparagraph");
  private static final Pattern MARKUP =
      Pattern.compile("(?:.*[-_/])?(?:html|raw-?html|raw|freeform|classic)");
  private static final Pattern WRAPPER =
      Pattern.compile(
          "(?:.*[-_/])?(?:group|columns?|section|row|document|doc|root|body|container|rich-?text|slice|fragment)");
  private static final Pattern NO_TEXT =
      Pattern.compile(
          ".*(?:embed|video|audio|advert|related|interstitial|newsletter|gallery|button|link-?list|comment).*");
  private static final int DEEPEST = 24;

  private final StringBuilder markup = new StringBuilder();

  private ScriptedBlocks() {}

  /** The markup of a list of blocks; empty where it is a list of something else. */
  static String markup(JsonNode list) {
    var blocks = new ScriptedBlocks();
    blocks.all(list, 0);
    return blocks.markup.toString();
  }

  private void all(JsonNode list, int depth) {
    String run = "";
    for (JsonNode block : list) {
      // The items of a list may lie side by side with the paragraphs.
      String kind = kind(block);
      String now = ITEM.matcher(kind).matches() ? (ordered(kind) ? "ol" : "ul") : "";
      if (!now.equals(run)) {
        close(run);
        open(now);
        run = now;
      }
      block(block, kind, depth);
    }
    close(run);
  }

  private static boolean ordered(String kind) {
    return kind.matches("number|ol|(?!.*unordered).*ordered.*");
  }

  private void block(JsonNode block, String kind, int depth) {
    if (kind.isEmpty() || depth > DEEPEST || NO_TEXT.matcher(kind).matches()) {
      return;
    }
    if (PICTURE.matcher(kind).matches()) {
      picture(block);
    } else if (LIST.matcher(kind).matches()) {
      around(
          ordered(kind + said(block, "style") + said(block, "list_type")) ? "ol" : "ul",
          block,
          depth);
    } else if (ITEM.matcher(kind).matches()) {
      around("li", block, depth);
    } else if (QUOTATION.matcher(kind).matches()) {
      around("blockquote", block, depth);
    } else if (HEADING.matcher(kind).matches()) {
      around("h" + level(block, kind), block, depth);
    } else if (MARKUP.matcher(kind).matches()) {
      markup.append(words(block));
    } else if (PARAGRAPH.matcher(kind).matches()) {
      String style = said(block, "style").toLowerCase(Locale.ROOT);
      boolean other = HEADING.matcher(style).matches() || QUOTATION.matcher(style).matches();
      if (other && !style.equals(kind)) {
        block(block, style, depth + 1);
      } else {
        around("p", block, depth);
      }
    } else if (WRAPPER.matcher(kind).matches()) {
      within(block, depth);
    }
  }

  private void around(String element, JsonNode block, int depth) {
    // What already is markup of its own kind is not wrapped again.
    String words = words(block);
    boolean own = words.stripLeading().startsWith("<" + element);
    boolean boxes = element.equals("p") && (own || nested(block));
    if (!own && !boxes) {
      open(element);
    }
    if (words.isEmpty()) {
      within(block, depth);
    } else {
      markup.append(element.equals("p") && !own ? words.replace("\n", "<br>") : words);
    }
    if (!own && !boxes) {
      close(element);
    }
  }

  /** Whether a box that is called a text holds paragraphs. */
  private static boolean nested(JsonNode block) {
    JsonNode inner = children(block);
    return inner.size() > 0
        && words(block).isEmpty()
        && inner.valueStream().noneMatch(ScriptedBlocks::leaf);
  }

  /** Whether a node is words within a paragraph. */
  private static boolean leaf(JsonNode node) {
    return node.isTextual()
        || (node.isObject()
            && !words(node).isEmpty()
            && children(node).isEmpty()
            && kind(node).matches("|text|span|fragment|leaf|#text|link|a|hyperlink"));
  }

  private void within(JsonNode block, int depth) {
    JsonNode inner = children(block);
    boolean inline = inner.valueStream().anyMatch(ScriptedBlocks::leaf);
    if (!inline) {
      all(inner, depth + 1);
      return;
    }
    boolean items = LIST.matcher(kind(block)).matches();
    for (JsonNode node : inner) {
      open(items ? "li" : "");
      if (node.isTextual()) {
        markup.append(node.textValue());
      } else if (LIST.matcher(kind(node)).matches()) {
        block(node, kind(node), depth + 1);
      } else {
        inline(node, depth + 1);
      }
      close(items ? "li" : "");
    }
  }

  private void inline(JsonNode node, int depth) {
    String words = words(node);
    String mark = strong(node) ? "b" : "";
    open(mark);
    if (words.isEmpty() && depth <= DEEPEST) {
      for (JsonNode inner : children(node)) {
        inline(inner, depth + 1);
      }
    } else {
      markup.append(Entities.escape(words));
    }
    close(mark);
  }

  private static boolean strong(JsonNode node) {
    return node.has("bold")
        || Stream.of(node.path("marks"), node.path("model").path("attributes"))
            .map(JsonNode::toString)
            .anyMatch(marks -> marks.contains("bold") || marks.contains("strong"));
  }

  private void picture(JsonNode block) {
    String address = "";
    for (JsonNode at :
        List.of(
            block,
            block.path("data"),
            block.path("data").path("file"),
            block.path("attributes"),
            block.path("attrs"))) {
      for (String name : List.of("url", "src")) {
        address = address.isEmpty() ? at.path(name).asText("") : address;
      }
    }
    if (!address.isEmpty()) {
      var figure = new Element("figure");
      figure.appendElement("img").attr("src", address);
      String caption = said(block, "caption");
      if (!caption.isBlank()) {
        figure.appendElement("figcaption").html(caption);
      }
      markup.append(figure.outerHtml());
    }
  }

  private static String kind(JsonNode block) {
    for (String name : KINDS) {
      if (block.path(name).isTextual()) {
        String kind = block.path(name).textValue();
        return kind.replaceFirst("^Core(?=[A-Z])", "core/").toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  private static int level(JsonNode block, String kind) {
    String level = said(block, "level");
    var named = LEVEL.matcher(kind);
    if (level.matches("[1-6]")) {
      return Integer.parseInt(level);
    }
    if (kind.matches("h[1-6]")) {
      return kind.charAt(1) - '0';
    }
    if (!named.matches()) {
      return 2;
    }
    return named.group("digit") != null
        ? Integer.parseInt(named.group("digit"))
        : 2
            + List.of("two", "three", "four", "five", "six")
                .indexOf(kind.replaceFirst("^.*[-_ ]", ""));
  }

  /** What a block says under a name, in itself or where it keeps such things. */
  private static String said(JsonNode block, String name) {
    if (block.path(name).isTextual()) {
      return block.path(name).textValue();
    }
    return HOLDERS.stream()
        .map(holder -> block.path(holder).path(name))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst()
        .orElse("");
  }

  /** A block's words as markup; Draft.js's are plain. */
  private static String words(JsonNode block) {
    for (String name : WORDS) {
      String words = said(block, name);
      if (!words.isEmpty()) {
        boolean plain = words.indexOf('<') >= 0 && block.has("inlineStyleRanges");
        return plain ? Entities.escape(words) : words;
      }
    }
    return "";
  }

  private static JsonNode children(JsonNode block) {
    for (String name : WITHIN) {
      if (block.path(name).isArray() && !block.path(name).isEmpty()) {
        return block.path(name);
      }
      for (String holder : HOLDERS) {
        JsonNode held = block.path(holder).path(name);
        if (held.isArray() && !held.isEmpty()) {
          return held;
        }
      }
    }
    return MissingNode.getInstance();
  }

  private void open(String element) {
    markup.append(element.isEmpty() ? "" : "<" + element + ">");
  }

  private void close(String element) {
    markup.append(element.isEmpty() ? "" : "</" + element + ">");
  }
}
