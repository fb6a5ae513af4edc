package org.qirtas.compose;

import java.util.List;
import java.util.stream.Stream;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;
import org.qirtas.profile.TypeStyle;

/** Sets an article's blocks into a galley. */
final class BlockSetter {
  private static final double INDENT_EM = 2;
  private static final double DOTS_PER_INCH = 150;

  private final Desk desk;

  BlockSetter(Desk desk) {
    this.desk = desk;
  }

  void set(List<Block> blocks, TypeStyle style, Place place, Galley galley) {
    for (Block block : blocks) {
      set(block, style, place, galley);
    }
  }

  /**
   * Where blocks are set.
   *
   * @param depth how many lists they stand in
   */
  record Place(Element owner, Length measure, int depth) {
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
      case Block.Paragraph paragraph -> paragraph(paragraph, style, place, galley);
      case Block.Quotation quotation -> quotation(quotation, place, galley);
      case Block.ItemList list -> list(list, style, place, galley);
      case Block.Table table -> new TableSetter(desk, this).set(table, place, galley);
      case Block.Figure figure -> figure(figure, place, galley);
      case Block.Verse verse -> new VerseSetter(desk).set(verse, place, galley);
      // Collected by the composer: notes stand below the article.
      case Block.Footnote _ -> {}
    }
  }

  private void heading(Block.Heading heading, Place place, Galley galley) {
    TypeStyle style = desk.styles().heading();
    var role = Element.Role.valueOf("HEADING_" + heading.level());
    Element owner = child(place, role, heading.flow());
    galley.space(style.spaceBefore());
    galley.addKeptWithNext(
        desk.paragraph(heading.content(), heading.flow(), style, owner, place.measure()));
    galley.space(style.spaceAfter());
  }

  private void paragraph(Block.Paragraph paragraph, TypeStyle style, Place place, Galley galley) {
    Element owner = child(place, Element.Role.PARAGRAPH, paragraph.flow());
    galley.space(style.spaceBefore());
    galley.addParagraph(
        desk.paragraph(paragraph.content(), paragraph.flow(), style, owner, place.measure()));
    galley.space(style.spaceAfter());
  }

  static Element child(Place place, Element.Role role, Flow flow) {
    return flow.language()
        .filter(language -> !language.equals(place.owner().language()))
        .map(language -> place.owner().child(role, Element.Marks.in(language)))
        .orElseGet(() -> place.owner().child(role));
  }

  private void quotation(Block.Quotation quotation, Place place, Galley galley) {
    TypeStyle style = desk.styles().quotation();
    Length indent = style.size().times(INDENT_EM);
    Element owner = child(place, Element.Role.BLOCK_QUOTATION, quotation.flow());
    var inner = new Galley();
    galley.space(style.spaceBefore());
    set(quotation.blocks(), style, place.within(owner).narrowed(indent.times(2)), inner);
    galley.add(inner.strips().stream().map(strip -> strip.indented(indent)).toList());
    galley.space(style.spaceAfter());
  }

  private void list(Block.ItemList list, TypeStyle style, Place place, Galley galley) {
    Element owner = child(place, Element.Role.LIST, list.flow());
    boolean rightToLeft = direction(list) == Direction.RIGHT_TO_LEFT;
    Length indent = style.size().times(INDENT_EM);
    int number = 1;
    for (List<Block> item : list.items()) {
      Element point = owner.child(Element.Role.LIST_ITEM);
      Element body = point.child(Element.Role.LIST_BODY);
      String mark =
          PointLabels.of(
              number,
              list.ordered(),
              place.depth(),
              counting(owner.language(), rightToLeft),
              desk.profile().numbering().generated());
      List<Strip> label = label(mark, style, point.child(Element.Role.LABEL), indent, rightToLeft);
      var inner = new Galley();
      set(item, style, place.within(body).narrowed(indent).deeper(), inner);
      galley.add(beside(label, inner.strips(), place.measure(), indent, rightToLeft));
      galley.space(style.spaceAfter().times(0.5));
      number++;
    }
    galley.space(style.spaceAfter());
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
    var strips = new java.util.ArrayList<Strip>();
    for (Strip strip : body) {
      strips.add(strip.indented(bodyAt));
    }
    Strip first = strips.getFirst();
    var items = new java.util.ArrayList<>(mark.items());
    items.addAll(first.items());
    strips.set(0, new Strip(first.height(), first.spaceBefore(), first.keptWithNext(), items));
    return strips;
  }

  private void figure(Block.Figure figure, Place place, Galley galley) {
    TypeStyle style = desk.styles().caption();
    Picture picture = desk.pictures().get(figure.picture());
    String caption = Inline.textOf(figure.caption());
    // A picture that nobody described still needs a word for who cannot see it: its name.
    String alternate =
        Stream.of(figure.alternateText(), caption, figure.picture())
            .filter(words -> !words.isBlank())
            .findFirst()
            .orElse("");
    Element owner = place.owner().child(Element.Role.FIGURE, Element.Marks.showing(alternate));
    boolean captioned = !caption.isBlank();
    galley.space(style.spaceBefore());
    if (picture != null) {
      galley.add(List.of(print(picture, owner, place.measure(), captioned)));
      galley.space(style.spaceBefore());
    }
    if (captioned) {
      // A caption without its picture is a paragraph to whoever hears it.
      Element words =
          picture == null
              ? place.owner().child(Element.Role.PARAGRAPH)
              : place.owner().child(Element.Role.CAPTION);
      galley.add(desk.paragraph(figure.caption(), figure.flow(), style, words, place.measure()));
    }
    galley.space(style.spaceAfter());
  }

  private Strip print(Picture picture, Element owner, Length measure, boolean kept) {
    Length width = Length.points(picture.columns() * 72 / DOTS_PER_INCH);
    Length most =
        desk.profile()
            .trim()
            .height()
            .minus(desk.profile().margins().head())
            .minus(desk.profile().margins().foot())
            .times(0.6);
    double scale =
        Math.min(
            1,
            Math.min(
                measure.dividedBy(width),
                most.dividedBy(width.times((double) picture.rows() / picture.columns()))));
    var extent =
        new Size(width.times(scale), width.times(scale * picture.rows() / picture.columns()));
    Length x = measure.minus(extent.width()).times(0.5);
    return new Strip(
        extent.height(),
        Length.ZERO,
        kept,
        List.of(
            new PageItem.Picture(
                x,
                extent.height().times(-1),
                extent,
                picture.sampled(extent, desk.profile().pictures().mostDpi()),
                owner)));
  }
}
