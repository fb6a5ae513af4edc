package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.letters.Blanks;

/**
 * A word processor's document while it is read, paragraph after paragraph, as the HTML elements
 * that mean the same: what such files know of lists and notes is scattered over their paragraphs.
 */
final class OfficeText {
  /**
   * What a paragraph is.
   *
   * @param style its style's name in English, in lower case
   * @param outline its heading level from 0; negative for text
   * @param list the list that it is a point of; empty for none
   * @param depth how deep in that list, from 0
   * @param counted whether its points are counted
   * @param rightToLeft whether it is marked as running from the right
   */
  record Form(
      String style, int outline, String list, int depth, boolean counted, boolean rightToLeft) {
    boolean titles() {
      return style.equals("title");
    }

    boolean quotes() {
      return style.contains("quot");
    }

    boolean heads() {
      return outline >= 0 && outline < 9;
    }
  }

  /**
   * How words are marked.
   *
   * @param bold whether in bold
   * @param italic whether slanted
   * @param target where they lead; empty for nowhere
   */
  record Marks(boolean bold, boolean italic, String target) {}

  private static final int DEEPEST_HEADING = 6;

  private final Claims claims;
  private final Element body = new Element("body");
  private final List<Element> notes = new ArrayList<>();

  OfficeText(Claims claims) {
    this.claims = claims;
  }

  Element body() {
    return body;
  }

  /** All as blocks, the notes at the end. */
  List<Block> blocks(Function<Element, java.util.Optional<String>> pictures) {
    notes.forEach(body::appendChild);
    notes.clear();
    return Outline.raised(HtmlBlocks.of(body, pictures), claims);
  }

  /** Opens a paragraph; its words go into the element that comes back. */
  Element paragraph(Form form, Element into) {
    Element made;
    if (form.heads()) {
      made = into.appendElement("h" + Math.min(DEEPEST_HEADING, form.outline() + 2));
    } else if (!form.list().isEmpty()) {
      made = point(form, into);
    } else {
      made = (form.quotes() ? into.appendElement("blockquote") : into).appendElement("p");
    }
    if (form.rightToLeft()) {
      made.attr("dir", "rtl");
    }
    return made;
  }

  /** Ends a paragraph: what is a title becomes one, what is empty goes. */
  void end(Form form, Element paragraph) {
    boolean shows = paragraph.selectFirst("img, a[role=doc-noteref]") != null;
    if (Blanks.blank(paragraph.text()) && !shows) {
      @Nullable Element parent = paragraph.parent();
      paragraph.remove();
      if (parent != null && parent.childNodeSize() == 0 && parent.nameIs("blockquote")) {
        parent.remove();
      }
      return;
    }
    if (form.heads()) {
      // Headings are bold by what they are.
      paragraph.select("b").unwrap();
    }
    if (form.titles() || form.outline() == 0) {
      claims.title(Origin.HEADING, Blanks.collapse(paragraph.wholeText()));
      if (form.titles()) {
        paragraph.tagName("h2");
      }
    }
  }

  /** Points of one list stand side by side; deeper ones are a list inside the point before them. */
  private static Element point(Form form, Element into) {
    @Nullable Element last = into.lastElementChild();
    boolean more =
        last != null
            && last.hasAttr("data-list")
            && (last.attr("data-list").equals(form.list()) || depth(last) < form.depth());
    Element list = last != null && more ? last : list(form, into);
    while (depth(list) < form.depth()) {
      @Nullable Element item = list.lastElementChild();
      if (item == null) {
        break;
      }
      @Nullable Element inner = item.lastElementChild();
      boolean goesOn = inner != null && inner.hasAttr("data-list") && depth(inner) <= form.depth();
      list = inner != null && goesOn ? inner : list(form, item);
    }
    return list.appendElement("li");
  }

  private static Element list(Form form, Element into) {
    return into.appendElement(form.counted() ? "ol" : "ul")
        .attr("data-list", form.list())
        .attr("data-depth", Integer.toString(form.depth()));
  }

  private static int depth(Element list) {
    return Integer.parseInt(list.attr("data-depth"));
  }

  /** Adds words; those marked alike become one, however often the writer's program cut them. */
  static void words(Element paragraph, String words, Marks marks) {
    if (words.isEmpty()) {
      return;
    }
    Element at = paragraph;
    if (!marks.target().isEmpty()) {
      at = inside(at, "a", marks.target());
    }
    boolean blank = Blanks.blank(words);
    if (marks.bold() && !blank) {
      at = inside(at, "b", "");
    }
    if (marks.italic() && !blank) {
      at = inside(at, "i", "");
    }
    at.appendText(words);
  }

  private static Element inside(Element parent, String tag, String href) {
    if (parent.lastChild() instanceof Element last
        && last.nameIs(tag)
        && last.attr("href").equals(href)) {
      return last;
    }
    Element made = parent.appendElement(tag);
    return href.isEmpty() ? made : made.attr("href", href);
  }

  /**
   * Puts the reference to a note among the words; the note's own text goes into what comes back.
   */
  Element note(String name, Element paragraph) {
    paragraph.appendElement("a").attr("role", "doc-noteref").attr("href", "#" + name).text("*");
    var note = new Element("aside").attr("role", "doc-footnote").attr("id", name);
    notes.add(note);
    return note;
  }
}
