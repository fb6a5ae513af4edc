package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.article.QuotationMarks;
import org.qirtas.article.Tongue;
import org.qirtas.source.letters.Blanks;

/** Turns what stands inside a paragraph of HTML into inlines, blanks collapsed as HTML does. */
final class HtmlInlines {
  private boolean afterBlank = true;

  private HtmlInlines() {}

  /** The inlines of sibling nodes; no blanks at either end. */
  static List<Inline> of(List<? extends Node> nodes) {
    return trimmed(new HtmlInlines().inlines(nodes));
  }

  private List<Inline> inlines(List<? extends Node> nodes) {
    var inlines = new ArrayList<Inline>();
    for (Node node : nodes) {
      if (node instanceof TextNode text && !(node instanceof CDataNode)) {
        text(text.getWholeText(), inlines);
      } else if (node instanceof Element element) {
        element(element, inlines);
      }
    }
    return inlines;
  }

  private void text(String raw, List<Inline> inlines) {
    var kept = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!blank) {
        kept.append(c);
      } else if (!afterBlank) {
        kept.append(' ');
      }
      afterBlank = blank;
    }
    if (kept.isEmpty()) {
      return;
    }
    if (!inlines.isEmpty() && inlines.getLast() instanceof Inline.Text(String before)) {
      inlines.set(inlines.size() - 1, new Inline.Text(before + kept));
    } else {
      inlines.add(new Inline.Text(kept.toString()));
    }
  }

  private void element(Element element, List<Inline> inlines) {
    String name = element.normalName();
    if (name.equals("br")) {
      inlines.add(new Inline.LineBreak());
      afterBlank = true;
      return;
    }
    Optional<String> note = HtmlBlocks.noteReferred(element);
    if (note.isPresent()) {
      inlines.add(new Inline.NoteReference(note.get()));
      return;
    }
    List<Inline> content = inlines(element.childNodes());
    if (content.isEmpty()) {
      return;
    }
    Flow flow = flow(element);
    if (!flow.equals(Flow.UNMARKED)) {
      content = List.of(new Inline.Span(flow, content));
    }
    switch (name) {
      case "em", "i", "cite", "dfn", "var" ->
          inlines.add(new Inline.Emphasis(Inline.Strength.STRESSED, content));
      case "strong", "b" -> inlines.add(new Inline.Emphasis(Inline.Strength.STRONG, content));
      case "a" -> link(element, content, inlines);
      case "q" -> quoted(element, content, inlines);
      default -> inlines.addAll(content);
    }
  }

  /** The marks that a browser shows around it (HTML, 15.3.4): without them nobody is quoted. */
  private static void quoted(Element element, List<Inline> content, List<Inline> inlines) {
    Element marked = element.closest("[lang]");
    QuotationMarks marks =
        QuotationMarks.of(
            marked == null ? Tongue.of(element.text()) : new Language(marked.attr("lang")));
    boolean inner = element.parents().stream().filter(e -> e.nameIs("q")).count() % 2 == 1;
    inlines.add(text(inner ? marks.innerOpening() : marks.opening()));
    inlines.addAll(content);
    inlines.add(text(inner ? marks.innerClosing() : marks.closing()));
  }

  private static Inline text(char mark) {
    return new Inline.Text(Character.toString(mark));
  }

  private static void link(Element element, List<Inline> content, List<Inline> inlines) {
    String href = element.attr("href").strip();
    String absolute = href.startsWith("#") ? href : element.absUrl("href");
    String target = absolute.isEmpty() ? href : absolute;
    boolean leads = target.matches("(?s)(?:https?://|mailto:|#).+");
    if (leads) {
      inlines.add(new Inline.Link(target, content));
    } else {
      inlines.addAll(content);
    }
  }

  /** The marks that an element itself carries. A bdi without direction isolates: its text's own. */
  static Flow flow(Element element) {
    String lang = element.hasAttr("lang") ? element.attr("lang") : element.attr("xml:lang");
    Optional<Language> language = lang.isBlank() ? Optional.empty() : Language.named(lang);
    Optional<Direction> direction = direction(element.attr("dir"));
    if (direction.isEmpty() && element.normalName().equals("bdi")) {
      direction = firstStrong(element.text());
    }
    return new Flow(language, direction);
  }

  static Optional<Direction> direction(String dir) {
    return switch (dir.strip().toLowerCase(java.util.Locale.ROOT)) {
      case "rtl" -> Optional.of(Direction.RIGHT_TO_LEFT);
      case "ltr" -> Optional.of(Direction.LEFT_TO_RIGHT);
      default -> Optional.empty();
    };
  }

  private static Optional<Direction> firstStrong(String text) {
    return text.codePoints()
        .mapToObj(c ->
            switch (Character.getDirectionality(c)) {
              case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> Optional.of(Direction.LEFT_TO_RIGHT);
              case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                  Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                  Optional.of(Direction.RIGHT_TO_LEFT);
              default -> Optional.<Direction>empty();
            })
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Without blanks and line breaks at the ends. */
  static List<Inline> trimmed(List<Inline> inlines) {
    var kept = new ArrayList<>(inlines);
    while (!kept.isEmpty() && empty(kept.getFirst())) {
      kept.removeFirst();
    }
    while (!kept.isEmpty() && empty(kept.getLast())) {
      kept.removeLast();
    }
    if (!kept.isEmpty() && kept.getFirst() instanceof Inline.Text(String text)) {
      kept.set(0, new Inline.Text(text.stripLeading()));
    }
    if (!kept.isEmpty() && kept.getLast() instanceof Inline.Text(String text)) {
      kept.set(kept.size() - 1, new Inline.Text(text.stripTrailing()));
    }
    return kept;
  }

  private static boolean empty(Inline inline) {
    return inline instanceof Inline.LineBreak
        || (inline instanceof Inline.Text(String text) && Blanks.blank(text));
  }
}
