package org.qirtas.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.qirtas.compose.Element;
import org.qirtas.compose.Page;
import org.qirtas.compose.PageItem;

/**
 * The words of all pages as their writer wrote them: what a page end parts is one again, though a
 * note, a figure, or another cell of its row stands between.
 */
final class PartedText {
  private final IdentityHashMap<Element, StringBuilder> byPart = new IdentityHashMap<>();
  private final List<StringBuilder> inOrder = new ArrayList<>();
  private final StringBuilder main = new StringBuilder();

  /** Adds a page after those already there. */
  void add(Page page) {
    for (PageItem item : page.upright()) {
      if (item instanceof PageItem.Line line) {
        line.runs().stream()
            .sorted(Comparator.comparingInt(placed -> placed.run().start()))
            .filter(placed -> !PrintedText.isFurniture(placed.owner(), true))
            .forEach(placed -> text(placed.owner()).append(placed.run().text()));
      }
    }
  }

  /** What stands apart from the flow of text has its own. */
  private StringBuilder text(Element owner) {
    Optional<Element> at = Optional.of(owner);
    while (at.isPresent()) {
      Element part = at.get();
      switch (part.role()) {
        case NOTE, CAPTION, TABLE_CELL, TABLE_HEADER -> {
          return byPart.computeIfAbsent(part, _ -> added());
        }
        default -> at = part.parent();
      }
    }
    return main;
  }

  private StringBuilder added() {
    var text = new StringBuilder();
    inOrder.add(text);
    return text;
  }

  /** {@return all words, without spaces and marks of direction; what stands apart comes last} */
  String bare() {
    var all = new StringBuilder(SourceText.bare(main.toString()));
    inOrder.forEach(text -> all.append(SourceText.bare(text.toString())));
    return all.toString();
  }
}
