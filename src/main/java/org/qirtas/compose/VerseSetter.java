package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.profile.Alignment;
import org.qirtas.profile.TypeStyle;

/** Sets a poem: a classical line's two hemistichs side by side, each as wide as the other. */
final class VerseSetter {
  private static final double GUTTER_EM = 2.5;
  private static final double WIDEST = 1.15;

  private final Desk desk;

  VerseSetter(Desk desk) {
    this.desk = desk;
  }

  void set(Block.Verse verse, BlockSetter.Place place, Galley galley) {
    TypeStyle style = desk.styles().verse();
    Length gutter = style.size().times(GUTTER_EM);
    Length half = halfMeasure(verse, style, place, gutter);
    Element owner = place.owner().child(Element.Role.PARAGRAPH);
    for (List<List<Inline>> line : verse.lines()) {
      if (line.size() == 2 && fits(line, style, place, half)) {
        galley.add(List.of(couplet(line, style, place, owner, half, gutter)));
      } else {
        for (List<Inline> part : line) {
          galley.add(
              desk.paragraph(
                  part, verse.flow(), aligned(style, Alignment.CENTRED), owner, place.measure()));
        }
      }
    }
    galley.space(desk.styles().body().spaceAfter());
  }

  /** Wide enough for the widest hemistich, within the half of what there is. */
  private Length halfMeasure(
      Block.Verse verse, TypeStyle style, BlockSetter.Place place, Length gutter) {
    Length widest = Length.ZERO;
    Length half = place.measure().minus(gutter).times(0.5);
    for (List<List<Inline>> line : verse.lines()) {
      for (List<Inline> part : line) {
        Length width = width(part, style, place);
        if (line.size() == 2 && !width.exceeds(half) && width.exceeds(widest)) {
          widest = width;
        }
      }
    }
    Length roomy = widest.times(WIDEST);
    return roomy.exceeds(half) ? half : roomy;
  }

  private boolean fits(
      List<List<Inline>> line, TypeStyle style, BlockSetter.Place place, Length half) {
    return line.stream().noneMatch(part -> width(part, style, place).exceeds(half));
  }

  private Length width(List<Inline> part, TypeStyle style, BlockSetter.Place place) {
    return desk.paragraphs().naturalWidth(marked(part, style, place.owner()), rightToLeft(part));
  }

  private MarkUp.Marked marked(List<Inline> part, TypeStyle style, Element owner) {
    Language language = owner.language();
    return new MarkUp(desk.noteLabels()).add(part, desk.setting(style, language), owner).finish();
  }

  private Direction rightToLeft(List<Inline> part) {
    return desk.direction(org.qirtas.article.Flow.UNMARKED, part);
  }

  private Strip couplet(
      List<List<Inline>> line,
      TypeStyle style,
      BlockSetter.Place place,
      Element owner,
      Length half,
      Length gutter) {
    Length left = place.measure().minus(half.times(2)).minus(gutter).times(0.5);
    Length right = left.plus(half).plus(gutter);
    boolean fromTheRight = rightToLeft(line.getFirst()) == Direction.RIGHT_TO_LEFT;
    var items = new ArrayList<PageItem>();
    items.addAll(hemistich(line.getFirst(), style, owner, half, fromTheRight ? right : left));
    items.addAll(hemistich(line.getLast(), style, owner, half, fromTheRight ? left : right));
    return new Strip(style.leading(), Length.ZERO, false, items);
  }

  private List<PageItem> hemistich(
      List<Inline> part, TypeStyle style, Element owner, Length half, Length x) {
    MarkUp.Marked marked = marked(part, style, owner);
    List<Strip> strips = desk.paragraphs().setFull(marked, rightToLeft(part), style, half);
    // A hemistich without words has no strip.
    return strips.stream().limit(1).flatMap(s -> s.indented(x).items().stream()).toList();
  }

  private static TypeStyle aligned(TypeStyle style, Alignment alignment) {
    return new TypeStyle(
        style.size(), style.leading(), style.bold(), alignment, Length.ZERO, Length.ZERO);
  }
}
