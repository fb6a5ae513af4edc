package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.source.letters.Blanks;

/** Turns a paragraph's runs into inlines, and collects the notes and pictures that they hold. */
final class WordRuns {
  private final WordParts parts;
  private final List<String> notes = new ArrayList<>();
  private final List<Block> figures = new ArrayList<>();

  WordRuns(WordParts parts) {
    this.parts = parts;
  }

  /** The notes that were referred to, in order. */
  List<String> notes() {
    return notes;
  }

  /** The pictures that stood among the words, in order. */
  List<Block> figures() {
    return figures;
  }

  List<Inline> of(Element paragraph) {
    return HtmlInlines.trimmed(joined(children(paragraph)));
  }

  private List<Inline> children(Element parent) {
    var inlines = new ArrayList<Inline>();
    for (Element child : parent.children()) {
      switch (child.normalName()) {
        case "w:r" -> inlines.addAll(run(child));
        case "w:hyperlink" -> inlines.addAll(link(child));
        // Deleted text is no longer there (17.13.5.14); properties are no text.
        case "w:del", "w:movefrom", "w:ppr", "w:rpr", "w:sdtpr" -> {}
        case "mc:alternatecontent" -> {
          Element choice = child.selectFirst("> mc|Choice");
          inlines.addAll(children(choice == null ? child : choice));
        }
        default -> inlines.addAll(children(child));
      }
    }
    return inlines;
  }

  private List<Inline> link(Element element) {
    List<Inline> content = joined(children(element));
    Optional<String> target =
        element.hasAttr("r:id") ? parts.address(element.attr("r:id")) : Optional.empty();
    return content.isEmpty() || target.isEmpty()
        ? content
        : List.of(new Inline.Link(target.get(), content));
  }

  private List<Inline> run(Element run) {
    var content = new ArrayList<Inline>();
    var text = new StringBuilder();
    for (Element child : run.children()) {
      switch (child.normalName()) {
        case "w:t" -> text.append(child.wholeText());
        case "w:tab", "w:ptab" ->
            text.append(text.isEmpty() || text.charAt(text.length() - 1) != '\t' ? "\t" : "");
        case "w:nobreakhyphen" -> text.append('\u2011');
        case "w:softhyphen" -> text.append('\u00AD');
        case "w:sym" -> text.append(symbol(child));
        case "w:br", "w:cr" -> {
          flush(text, content);
          content.add(new Inline.LineBreak());
        }
        // Of a word and how it is said only the word is text (17.3.3.25).
        case "w:ruby" -> {
          flush(text, content);
          child.select("> w|rubyBase").forEach(base -> content.addAll(children(base)));
        }
        case "w:footnotereference" -> note("footnote-" + child.attr("w:id"), text, content);
        case "w:endnotereference" -> note("endnote-" + child.attr("w:id"), text, content);
        case "w:drawing", "w:pict", "mc:alternatecontent", "w:object" -> pictures(child);
        default -> {}
      }
    }
    flush(text, content);
    return marked(run, content);
  }

  private void note(String name, StringBuilder text, List<Inline> content) {
    if (parts.note(name).isPresent()) {
      flush(text, content);
      content.add(new Inline.NoteReference(name));
      notes.add(name);
    }
  }

  private static String symbol(Element element) {
    try {
      int code = Integer.parseInt(element.attr("w:char"), 16);
      // Fonts of symbols put their glyphs at U+F000 and up, where no letter is.
      return code >= 0xE000 && code <= 0xF8FF ? "" : Character.toString(code);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private void pictures(Element element) {
    for (Element picture : element.select("a|blip, v|imagedata")) {
      String relation = picture.hasAttr("r:embed") ? picture.attr("r:embed") : picture.attr("r:id");
      Element words = element.selectFirst("wp|docPr");
      String alternate = words == null ? "" : Blanks.collapse(words.attr("descr"));
      parts
          .picture(relation)
          .ifPresent(
              name -> figures.add(new Block.Figure(name, alternate, List.of(), Flow.UNMARKED)));
    }
  }

  private static void flush(StringBuilder text, List<Inline> content) {
    if (!text.isEmpty()) {
      content.add(new Inline.Text(text.toString()));
      text.setLength(0);
    }
  }

  private static List<Inline> marked(Element run, List<Inline> content) {
    Element properties = run.selectFirst("> w|rPr");
    if (properties == null || content.isEmpty() || Blanks.blank(Inline.textOf(content))) {
      return hidden(properties) ? List.of() : content;
    }
    if (hidden(properties)) {
      return List.of();
    }
    List<Inline> marked = content;
    boolean complex = toggled(properties, "w|rtl");
    Optional<Language> language = language(properties, complex);
    if (language.isPresent()) {
      marked = List.of(new Inline.Span(Flow.in(language.get()), marked));
    }
    if (toggled(properties, complex ? "w|bCs" : "w|b")) {
      marked = List.of(new Inline.Emphasis(Inline.Strength.STRONG, marked));
    }
    if (toggled(properties, complex ? "w|iCs" : "w|i")) {
      marked = List.of(new Inline.Emphasis(Inline.Strength.STRESSED, marked));
    }
    return marked;
  }

  private static boolean hidden(@Nullable Element properties) {
    return properties != null && toggled(properties, "w|vanish");
  }

  private static boolean toggled(Element properties, String name) {
    Element toggle = properties.selectFirst("> " + name);
    return toggle != null && WordParts.on(toggle);
  }

  /** A run's language is its complex script's where it runs from the right (17.3.2.20). */
  private static Optional<Language> language(Element properties, boolean complex) {
    Element lang = properties.selectFirst("> w|lang");
    String tag = lang == null ? "" : lang.attr(complex ? "w:bidi" : "w:val");
    return tag.isBlank() ? Optional.empty() : Language.named(tag);
  }

  /** Runs that are alike become one: Word cuts text wherever somebody once stopped typing. */
  private static List<Inline> joined(List<Inline> inlines) {
    var joined = new ArrayList<Inline>();
    for (Inline inline : inlines) {
      Inline last = joined.isEmpty() ? inline : joined.getLast();
      if (joined.isEmpty()) {
        joined.add(inline);
      } else if (last instanceof Inline.Text(String one)
          && inline instanceof Inline.Text(String two)) {
        joined.set(joined.size() - 1, new Inline.Text(one + two));
      } else if (last instanceof Inline.Span(Flow flow, List<Inline> one)
          && inline instanceof Inline.Span(Flow same, List<Inline> two)
          && flow.equals(same)) {
        joined.set(joined.size() - 1, new Inline.Span(flow, joined(both(one, two))));
      } else if (last instanceof Inline.Emphasis(Inline.Strength strength, List<Inline> one)
          && inline instanceof Inline.Emphasis(Inline.Strength same, List<Inline> two)
          && strength == same) {
        joined.set(joined.size() - 1, new Inline.Emphasis(strength, joined(both(one, two))));
      } else {
        joined.add(inline);
      }
    }
    return joined;
  }

  private static List<Inline> both(List<Inline> one, List<Inline> two) {
    var both = new ArrayList<>(one);
    both.addAll(two);
    return both;
  }
}
