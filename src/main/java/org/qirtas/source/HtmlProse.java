package org.qirtas.source;

import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.qirtas.source.letters.Blanks;

/**
 * How much running text the elements of a page hold: letters that stand outside links, in runs long
 * enough to be sentences. Menus, headlines and captions weigh nothing, whatever their length.
 *
 * <p>Counted in one pass, so that markup nested thousands deep costs no more than any other.
 */
final class HtmlProse {
  private static final int SHORTEST_PARAGRAPH = 20;
  private static final int SHORTEST_RUN = 60;
  private static final Set<String> HEADS =
      Set.of(
          "option",
          "label",
          "figcaption",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "title",
          "li",
          "time",
          "dt");

  private static final class Count {
    /** Letters outside links that stand in the element itself or in inlines of it. */
    int loose;

    /** Loose letters, where they are enough to be running text. */
    int running;

    /** Running letters of the element and all elements within. */
    int prose;

    int letters;
    int linked;
  }

  private static final Count NOTHING = new Count();

  private final IdentityHashMap<Element, Count> counts = new IdentityHashMap<>();

  private HtmlProse() {}

  /** The weights of an element and all that stands in it, as it is now. */
  static HtmlProse of(Element root) {
    var prose = new HtmlProse();
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof Element element) {
              prose.counts.put(element, new Count());
            } else if (node instanceof TextNode text && text.parent() != null) {
              Element parent = text.parent();
              int letters = Blanks.collapse(text.getWholeText()).length();
              Count count = prose.counts.computeIfAbsent(parent, _ -> new Count());
              count.letters += letters;
              count.loose += letters;
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element) {
              prose.close(element, element.equals(root));
            }
          }
        },
        root);
    return prose;
  }

  private void close(Element element, boolean last) {
    Count count = count(element);
    String name = element.normalName();
    boolean inline = HtmlBlocks.isInline(element);
    if (name.equals("a")) {
      count.linked = count.letters;
    }
    int shortest = name.equals("p") ? SHORTEST_PARAGRAPH : SHORTEST_RUN;
    if (!inline && !HEADS.contains(name) && count.loose >= shortest) {
      count.running = count.loose;
    }
    count.prose = name.equals("figure") ? 0 : count.prose + count.running;
    Element parent = element.parent();
    if (parent == null || last) {
      return;
    }
    Count outer = count(parent);
    outer.letters += count.letters;
    outer.linked += count.linked;
    outer.prose += count.prose;
    if (inline && !name.equals("a")) {
      outer.loose += count.loose;
    }
  }

  private Count count(Element element) {
    return counts.getOrDefault(element, NOTHING);
  }

  /** The letters of running text anywhere in an element. */
  int in(Element element) {
    return count(element).prose;
  }

  /** The letters of running text that stand in an element itself, not in a box within it. */
  int directlyIn(Element element) {
    return count(element).running;
  }

  /** All letters in an element. */
  int letters(Element element) {
    return count(element).letters;
  }

  /** What share of an element's letters are links. */
  double linked(Element element) {
    Count count = count(element);
    return count.letters == 0 ? 0 : (double) count.linked / count.letters;
  }
}
