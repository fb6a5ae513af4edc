package org.qirtas.article;

import java.util.List;

/** A stretch of text inside a block, in logical order. */
public sealed interface Inline {
  /**
   * Plain text.
   *
   * @param text as written: marks, tatweels, joiners and digits untouched
   */
  record Text(String text) implements Inline {}

  /**
   * Text that its writer raised above the rest.
   *
   * @param strength how
   * @param content what
   */
  record Emphasis(Strength strength, List<Inline> content) implements Inline {
    /** Takes a copy of the content. */
    public Emphasis {
      content = List.copyOf(content);
    }
  }

  /** How text is raised above the rest. */
  enum Strength {
    /** Stress; Latin sets it in italics, Arabic in bold or not at all. */
    STRESSED,
    /** Importance; set in bold. */
    STRONG
  }

  /**
   * Text that leads elsewhere.
   *
   * @param target an absolute address, or {@code #name} within the article
   * @param content what is read
   */
  record Link(String target, List<Inline> content) implements Inline {
    /** Takes a copy of the content. */
    public Link {
      content = List.copyOf(content);
    }
  }

  /**
   * Text marked with a language or a direction of its own; a direction isolates it from its
   * surroundings (UAX #9 HL3).
   *
   * @param flow the marks
   * @param content what is marked
   */
  record Span(Flow flow, List<Inline> content) implements Inline {
    /** Takes a copy of the content. */
    public Span {
      content = List.copyOf(content);
    }
  }

  /** The end of a line that the writer wanted, inside a paragraph. */
  record LineBreak() implements Inline {}

  /**
   * The place that a footnote belongs to.
   *
   * @param note the {@link Block.Footnote#name()} of the note
   */
  record NoteReference(String note) implements Inline {}

  /**
   * {@return the text alone; a line break is a line feed, a note's reference nothing}
   *
   * @param inlines the inlines, in order
   */
  static String textOf(List<Inline> inlines) {
    var text = new StringBuilder();
    for (Inline inline : inlines) {
      text.append(
          switch (inline) {
            case Text(String written) -> written;
            case Emphasis(_, List<Inline> content) -> textOf(content);
            case Link(_, List<Inline> content) -> textOf(content);
            case Span(_, List<Inline> content) -> textOf(content);
            case LineBreak() -> "\n";
            case NoteReference(_) -> "";
          });
    }
    return text.toString();
  }
}
