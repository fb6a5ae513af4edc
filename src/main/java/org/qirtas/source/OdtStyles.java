package org.qirtas.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** An OpenDocument text's styles (ISO 26300-1, 16): what a name means, its parents included. */
final class OdtStyles {
  private static final int LONGEST_CHAIN = 20;

  private final Map<String, Element> styles = new HashMap<>();
  private final Map<String, Element> lists = new HashMap<>();

  OdtStyles(Document content, Optional<Document> shared) {
    shared.ifPresent(this::collect);
    collect(content);
  }

  private void collect(Document document) {
    for (Element style : document.select("style|style[style:name]")) {
      styles.put(style.attr("style:name"), style);
    }
    for (Element list : document.select("text|list-style[style:name]")) {
      lists.put(list.attr("style:name"), list);
    }
  }

  /** Whether the style is called so, or is made from one that is; spaces are written _20_. */
  boolean is(String name, String base) {
    @Nullable Element style = styles.get(name);
    String at = name;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      if (at.equalsIgnoreCase(base)) {
        return true;
      }
      at = style == null ? "" : style.attr("style:parent-style-name");
      style = styles.get(at);
    }
    return false;
  }

  /** A property of the style or of the nearest parent that has it; empty where none does. */
  String property(String name, String kind, String property) {
    @Nullable Element style = styles.get(name);
    for (int i = 0; i < LONGEST_CHAIN && style != null; i++) {
      for (Element properties : style.children()) {
        if (properties.normalName().equals("style:" + kind + "-properties")
            && properties.hasAttr(property)) {
          return properties.attr(property);
        }
      }
      style = styles.get(style.attr("style:parent-style-name"));
    }
    return "";
  }

  /** {@code rtl} or {@code ltr} where the style says so. */
  String direction(String name, String kind) {
    return switch (property(name, kind, "style:writing-mode")) {
      case "rl-tb", "rl" -> "rtl";
      case "lr-tb", "lr" -> "ltr";
      default -> "";
    };
  }

  /** Whether a list's points are counted at a level, from 1. */
  boolean counts(String list, int level) {
    @Nullable Element style = lists.get(list);
    @Nullable Element at =
        style == null
            ? null
            : style.selectFirst("> text|list-level-style-number[text:level=" + level + "]");
    return at != null && !at.attr("style:num-format").isEmpty();
  }
}
