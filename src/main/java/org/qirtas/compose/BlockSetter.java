package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.profile.Rule;
import org.qirtas.profile.StyleRole;
import org.qirtas.profile.TypeStyle;

/** Sets an article's blocks into a galley. */
final class BlockSetter {
  /** Between a label and what it belongs to, in ems. */
  private static final double SPACE_AFTER_LABEL = 0.3;

  /** In UTF-16 units: about three lines of a book. */
  private static final int LONGEST_QUESTION = 240;

  private final Desk desk;

  BlockSetter(Desk desk) {
    this.desk = desk;
  }

  void set(List<Block> blocks, TypeStyle style, Place place, Galley galley) {
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (i + 1 < blocks.size()
          && block instanceof Block.Paragraph paragraph
          && isStrong(paragraph)
          && blocks.get(i + 1) instanceof Block.Paragraph next
          && !isStrong(next)) {
        paragraph(paragraph, style, place, Optional.empty(), true, galley);
      } else {
        set(block, style, place, galley);
      }
    }
  }

  /**
   * A short paragraph all in bold leads what follows, as a heading does: the question in an
   * interview, most often, which says nothing without its answer.
   */
  private static boolean isStrong(Block.Paragraph paragraph) {
    String text = paragraph.text();
    return !text.isBlank()
        && text.length() <= LONGEST_QUESTION
        && paragraph.content().stream().allMatch(BlockSetter::isStrong);
  }

  private static boolean isStrong(Inline part) {
    return switch (part) {
      case Inline.Emphasis(Inline.Strength strength, var _) -> strength == Inline.Strength.STRONG;
      case Inline.Text(String between) -> between.isBlank();
      default -> false;
    };
  }

  /**
   * Where blocks are set.
   *
   * @param depth how many lists they stand in
   */
  record Place(Element owner, Length measure, int depth) {
    /** Whether it is the article's own column of text, in no other block. */
    boolean isBody() {
      return owner.role() == Element.Role.ARTICLE;
    }

    Place within(Element inner) {
      return new Place(inner, measure, depth);
    }

    Place narrowed(Length by) {
      return new Place(owner, measure.minus(by), depth);
    }

    Place deeper() {
      return new Place(owner, measure, depth + 1);
    }
  }

  private void set(Block block, TypeStyle style, Place place, Galley galley) {
    switch (block) {
      case Block.Heading heading -> heading(heading, place, galley);
      case Block.Paragraph paragraph ->
          paragraph(paragraph, style, place, Optional.empty(), galley);
      case Block.Quotation quotation -> quotation(quotation, place, galley);
      case Block.ItemList list -> list(list, style, place, galley);
      case Block.Table table -> new TableSetter(desk, this).set(table, place, galley);
      case Block.Figure figure -> new FigureSetter(desk).set(figure, place, galley);
      case Block.Verse verse -> new VerseSetter(desk).set(verse, place, galley);
      // Collected by the composer: notes stand below the article.
      case Block.Footnote _ -> {}
    }
  }

  private void heading(Block.Heading heading, Place place, Galley galley) {
    TypeStyle style = desk.styles().heading(heading.level());
    var role = desk.standing().heading(heading.level());
    Element owner = child(place, role, heading.flow());
    var strips =
        new ArrayList<>(
            desk.paragraph(
                heading.content(),
                heading.flow(),
                desk.standing(style, heading.flow(), heading.content()),
                owner,
                place.measure()));
    if (heading.level() == 2 && !strips.isEmpty()) {
      strips.set(0, strips.getFirst().beginning(heading.text()));
    }
    galley.space(style.spaceBefore());
    galley.addKeptWithNext(strips);
    galley.space(style.spaceAfter());
  }

  /**
   * Sets a paragraph.
   *
   * @param label what stands before it: the mark of a note
   */
  void paragraph(
      Block.Paragraph paragraph,
      TypeStyle style,
      Place place,
      Optional<String> label,
      Galley galley) {
    paragraph(paragraph, style, place, label, style.keptWithNext(), galley);
  }

  private void paragraph(
      Block.Paragraph paragraph,
      TypeStyle style,
      Place place,
      Optional<String> label,
      boolean keptWithNext,
      Galley galley) {
    Element owner = child(place, Element.Role.PARAGRAPH, paragraph.flow());
    List<Strip> strips =
        desk.paragraph(paragraph.content(), paragraph.flow(), style, owner, place.measure(), label);
    galley.space(style.spaceBefore());
    if (keptWithNext) {
      galley.addKeptWithNext(strips);
    } else {
      galley.addParagraph(strips, desk.profile().lines());
    }
    galley.space(style.spaceAfter());
  }

  static Element child(Place place, Element.Role role, Flow flow) {
    return flow.language()
        .filter(language -> !language.equals(place.owner().language()))
        .map(language -> place.owner().child(role, Element.Marks.in(language)))
        .orElseGet(() -> place.owner().child(role));
  }

  private void quotation(Block.Quotation quotation, Place place, Galley galley) {
    Element owner = child(place, Element.Role.BLOCK_QUOTATION, quotation.flow());
    int longest = desk.profile().pullQuotes().longest();
    if (place.isBody() && longest > 0 && quotation.text().length() <= longest) {
      pullQuote(quotation, place.within(owner), galley);
      return;
    }
    TypeStyle style = desk.styles().quotation();
    boolean rightToLeft =
        desk.direction(quotation.flow(), List.of(new Inline.Text(quotation.text())))
            == Direction.RIGHT_TO_LEFT;
    var inner = new Galley();
    set(
        quotation.blocks(),
        style.spaced(Length.ZERO, desk.styles().body().spaceAfter()),
        place.within(owner).narrowed(style.indentStart().plus(style.indentEnd())),
        inner);
    Length left = rightToLeft ? style.indentEnd() : style.indentStart();
    galley.space(style.spaceBefore());
    inner.strips().forEach(strip -> galley.add(strip.indented(left)));
    galley.space(style.spaceAfter());
  }

  /** Set large between rules, and kept in one piece. */
  private void pullQuote(Block.Quotation quotation, Place place, Galley galley) {
    TypeStyle style = desk.styles().of(StyleRole.PULL_QUOTE);
    var inner = new Galley();
    set(quotation.blocks(), style.spaced(Length.ZERO, Length.ZERO), place, inner);
    var strips = new ArrayList<>(inner.strips());
    if (strips.isEmpty()) {
      return;
    }
    Rule rule = desk.profile().rules().pullQuote();
    if (rule.isDrawn()) {
      // As far above the words as below, whatever else is free around them.
      Length above = style.spaceBefore().times(0.25);
      Length below = strips.getLast().height().plus(above).times(-1);
      strips.set(0, ruled(strips.getFirst(), rule, above, place.measure()));
      strips.set(strips.size() - 1, ruled(strips.getLast(), rule, below, place.measure()));
    }
    galley.space(style.spaceBefore());
    for (int i = 0; i < strips.size(); i++) {
      galley.add(i + 1 < strips.size() ? strips.get(i).keptWithNext() : strips.get(i));
    }
    galley.space(style.spaceAfter());
  }

  private Strip ruled(Strip strip, Rule rule, Length y, Length measure) {
    var items = new ArrayList<>(strip.items());
    items.add(desk.drawn(rule, Length.ZERO, y, measure));
    return strip.showing(items);
  }

  private void list(Block.ItemList list, TypeStyle around, Place place, Galley galley) {
    Element owner = child(place, Element.Role.LIST, list.flow());
    boolean rightToLeft = direction(list) == Direction.RIGHT_TO_LEFT;
    TypeStyle own = desk.styles().of(StyleRole.LIST);
    // Within a note, a cell or a quotation a list is set in their type.
    boolean inBody = around.equals(desk.styles().body());
    TypeStyle style = (inBody ? own : around).unindented();
    List<String> marks = marks(list, place, counting(owner.language(), rightToLeft));
    Length usual = own.indentStart().times(style.size().dividedBy(own.size()));
    Length indent = indent(usual, marks, style, owner, place.measure());
    int number = 0;
    for (List<Block> item : list.items()) {
      Element point = owner.child(Element.Role.LIST_ITEM);
      Element body = point.child(Element.Role.LIST_BODY);
      String mark = marks.get(number);
      List<Strip> label = label(mark, style, point.child(Element.Role.LABEL), indent, rightToLeft);
      var inner = new Galley();
      set(item, style, place.within(body).narrowed(indent).deeper(), inner);
      galley.space(style.spaceBefore());
      galley.add(beside(label, inner.strips(), place.measure(), indent, rightToLeft));
      galley.space(style.spaceAfter());
      number++;
    }
    if (place.depth() == 0) {
      galley.space(around.spaceAfter());
    }
  }

  private List<String> marks(Block.ItemList list, Place place, Language language) {
    var marks = new ArrayList<String>();
    for (int number = 1; number <= list.items().size(); number++) {
      marks.add(
          PointLabels.of(
              number,
              list.ordered(),
              place.depth(),
              language,
              desk.profile().numbering().generated()));
    }
    return marks;
  }

  /** The profile's, or more where the widest label is wider: in Nastaliq, or beyond a hundred. */
  private Length indent(
      Length usual, List<String> marks, TypeStyle style, Element owner, Length measure) {
    Length widest = usual;
    for (String mark : marks) {
      Length width =
          desk.generatedWidth(mark, style, owner).plus(style.size().times(SPACE_AFTER_LABEL));
      widest = width.exceeds(widest) ? width : widest;
    }
    Length most = measure.times(0.5);
    return widest.exceeds(most) ? usual : widest;
  }

  /** A list runs as its first words do, where it is not marked. */
  private Direction direction(Block.ItemList list) {
    return desk.direction(list.flow(), List.of(new Inline.Text(list.text())));
  }

  /** An English list in an Arabic article that nobody marked as English is not counted in ١. */
  private static Language counting(Language language, boolean rightToLeft) {
    boolean own = (language.direction() == Direction.RIGHT_TO_LEFT) == rightToLeft;
    if (own) {
      return language;
    }
    return rightToLeft ? Language.ARABIC : Language.ENGLISH;
  }

  private List<Strip> label(
      String mark, TypeStyle style, Element owner, Length indent, boolean rightToLeft) {
    Language language = owner.language();
    var marked =
        new MarkUp(desk.noteLabels())
            .text(mark + " ", desk.setting(style, language), owner)
            .finish();
    return desk.paragraphs()
        .set(
            marked,
            rightToLeft ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT,
            startAligned(style),
            indent);
  }

  private static TypeStyle startAligned(TypeStyle style) {
    return style.bare().aligned(org.qirtas.profile.Alignment.START);
  }

  /** A label at the margin where reading begins, the first strip of the body beside it. */
  private static List<Strip> beside(
      List<Strip> label, List<Strip> body, Length measure, Length indent, boolean rightToLeft) {
    Length labelAt = rightToLeft ? measure.minus(indent) : Length.ZERO;
    Length bodyAt = rightToLeft ? Length.ZERO : indent;
    Strip mark = label.getFirst().indented(labelAt);
    if (body.isEmpty()) {
      return List.of(mark);
    }
    var strips = new ArrayList<Strip>();
    for (Strip strip : body) {
      strips.add(strip.indented(bodyAt));
    }
    Strip first = strips.getFirst();
    // In another font a label may want another leading than what it belongs to.
    Length drop =
        first.baseline().flatMap(to -> mark.baseline().map(to::minus)).orElse(Length.ZERO);
    var items = new ArrayList<PageItem>();
    mark.items().forEach(item -> items.add(item.moved(Length.ZERO, drop)));
    items.addAll(first.items());
    strips.set(0, first.showing(items));
    return strips;
  }
}
