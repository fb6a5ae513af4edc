package org.qirtas.compose;

import java.util.Optional;
import org.qirtas.article.Language;

/**
 * A part of the document as a reader who cannot see it is told of it; what a PDF's structure tree
 * is made from (ISO 32000-1, 14.8.4). Elements have identity: two paragraphs with the same words
 * are two.
 *
 * <p>An element knows its parent only. The order of its children is that in which their text comes.
 */
public final class Element {
  /** What no reader is told of: page numbers, running heads, rules. */
  public static final Element FURNITURE = new Element(Role.FURNITURE, null, Marks.NONE);

  /** The kinds of part. */
  public enum Role {
    /** Not part of the document. */
    FURNITURE,
    /** The whole. */
    DOCUMENT,
    /** A part of a book. */
    PART,
    /** A section of a part, such as a day's articles. */
    SECTION,
    /** A table of contents. */
    CONTENTS,
    /** An entry of it. */
    CONTENTS_ENTRY,
    /** An index. */
    INDEX,
    /** One article. */
    ARTICLE,
    /** The article's title. */
    HEADING_1,
    /** A heading below the title. */
    HEADING_2,
    /** A heading below that. */
    HEADING_3,
    /** A heading below that. */
    HEADING_4,
    /** A heading below that. */
    HEADING_5,
    /** A heading below that. */
    HEADING_6,
    /** A paragraph. */
    PARAGRAPH,
    /** Quoted paragraphs. */
    BLOCK_QUOTATION,
    /** A list. */
    LIST,
    /** A point of a list. */
    LIST_ITEM,
    /** A point's number or bullet, or a note's mark. */
    LABEL,
    /** A point's content. */
    LIST_BODY,
    /** A table. */
    TABLE,
    /** A row. */
    TABLE_ROW,
    /** A cell that names its row or column. */
    TABLE_HEADER,
    /** A cell. */
    TABLE_CELL,
    /** A picture. */
    FIGURE,
    /** What is said of a picture or a table. */
    CAPTION,
    /** A footnote. */
    NOTE,
    /** The mark in the text that a footnote belongs to. */
    REFERENCE,
    /** Text that leads elsewhere. */
    LINK,
    /** Text that leads to a place in the same book: its target is that {@link PageItem.Anchor}. */
    CROSS_REFERENCE,
    /** Text that differs from its surroundings, in language or emphasis. */
    SPAN
  }

  /**
   * What is told of a part beside its text.
   *
   * @param language its language, where it is not its parent's
   * @param alternateText what a picture shows
   * @param target where a link leads, or the name of a note
   * @param columns how many columns a cell spans
   * @param rows how many rows a cell spans
   */
  public record Marks(
      Optional<Language> language,
      Optional<String> alternateText,
      Optional<String> target,
      int columns,
      int rows) {
    /** Nothing beside its text. */
    public static final Marks NONE =
        new Marks(Optional.empty(), Optional.empty(), Optional.empty(), 1, 1);

    /**
     * {@return a language alone}
     *
     * @param language the language
     */
    public static Marks in(Language language) {
      return new Marks(Optional.of(language), Optional.empty(), Optional.empty(), 1, 1);
    }

    /**
     * {@return a target alone}
     *
     * @param target where it leads
     */
    public static Marks to(String target) {
      return new Marks(Optional.empty(), Optional.empty(), Optional.of(target), 1, 1);
    }

    /**
     * {@return a picture's words}
     *
     * @param text what it shows
     */
    public static Marks showing(String text) {
      return new Marks(Optional.empty(), Optional.of(text), Optional.empty(), 1, 1);
    }

    /**
     * {@return a cell's spans}
     *
     * @param columns how many columns
     * @param rows how many rows
     */
    public static Marks spanning(int columns, int rows) {
      return new Marks(Optional.empty(), Optional.empty(), Optional.empty(), columns, rows);
    }
  }

  private final Role role;
  private final @org.jspecify.annotations.Nullable Element parent;
  private final Marks marks;

  private Element(Role role, @org.jspecify.annotations.Nullable Element parent, Marks marks) {
    this.role = role;
    this.parent = parent;
    this.marks = marks;
  }

  /**
   * {@return the root of a document}
   *
   * @param language the document's language
   */
  public static Element document(Language language) {
    return new Element(Role.DOCUMENT, null, Marks.in(language));
  }

  /**
   * {@return a new part of this one}
   *
   * @param kind its role
   */
  public Element child(Role kind) {
    return new Element(kind, this, Marks.NONE);
  }

  /**
   * {@return a new part of this one}
   *
   * @param kind its role
   * @param told what is told of it
   */
  public Element child(Role kind, Marks told) {
    return new Element(kind, this, told);
  }

  /** {@return its role} */
  public Role role() {
    return role;
  }

  /** {@return the part that it belongs to; empty for the document and for furniture} */
  public Optional<Element> parent() {
    return Optional.ofNullable(parent);
  }

  /** {@return what is told of it beside its text} */
  public Marks marks() {
    return marks;
  }

  /** {@return the language of its text: its own, or the nearest parent's} */
  public Language language() {
    return marks.language().or(() -> parent().map(Element::language)).orElse(Language.UNKNOWN);
  }
}
