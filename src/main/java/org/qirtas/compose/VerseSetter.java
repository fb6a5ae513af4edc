package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.profile.Alignment;
import org.qirtas.profile.TypeStyle;

/** Sets a poem: a classical line's two hemistichs side by side, each as wide as the other. */
final class VerseSetter {
  private static final double GUTTER_EM = 2.5;

  /** The widest hemistich is stretched no further than this: no poem is made of kashidas. */
  private static final double WIDEST = 1.03;

  /** In a column too narrow for both, the second begins below the first's middle. */
  private static final double STAGGER = 1.4;

  /** So many lines of a verse stay together. */
  private static final int MOST_KEPT = 4;

  private final Desk desk;

  VerseSetter(Desk desk) {
    this.desk = desk;
  }

  void set(Block.Verse verse, BlockSetter.Place place, Galley galley) {
    TypeStyle style = desk.styles().verse();
    Length gutter = style.size().times(GUTTER_EM);
    Element owner = BlockSetter.child(place, Element.Role.PARAGRAPH, verse.flow());
    var poem = new Poem(verse.flow(), style, owner);
    Length most = place.measure().minus(gutter).times(0.5);
    Length half = halfMeasure(verse, poem, most);
    // Where one line has no room for both of its halves, the whole poem stands in steps.
    boolean beside =
        verse.lines().stream().allMatch(line -> line.size() != 2 || fits(line, poem, most));
    var strips = new ArrayList<Strip>();
    for (List<List<Inline>> line : verse.lines()) {
      if (line.size() != 2) {
        line.forEach(
            part -> strips.addAll(paragraph(part, poem, Alignment.CENTRED, place.measure())));
      } else if (beside) {
        strips.add(couplet(line, poem, place.measure(), half, gutter));
      } else {
        if (!fits(line, poem, most)) {
          desk.paragraphs().note(folded(line, poem, most));
        }
        strips.addAll(steps(line, poem, widest(verse, poem, place.measure()), place.measure()));
      }
    }
    Length space = desk.styles().body().spaceAfter();
    galley.space(style.spaceBefore());
    galley.addParagraph(strips, desk.profile().lines());
    galley.space(style.spaceAfter().exceeds(space) ? style.spaceAfter() : space);
  }

  /** A line's halves one below the other, the second towards the side where lines end. */
  private List<Strip> steps(List<List<Inline>> line, Poem poem, Length widest, Length measure) {
    Length wanted = widest.times(STAGGER);
    for (List<Inline> part : line) {
      Length own = width(part, poem);
      wanted = own.exceeds(wanted) ? own : wanted;
    }
    Length width = wanted.exceeds(measure) ? measure : wanted;
    var strips = new ArrayList<Strip>();
    strips.addAll(paragraph(line.getFirst(), poem, Alignment.START, width));
    strips.addAll(paragraph(line.getLast(), poem, Alignment.END, width));
    Length margin = measure.minus(width).times(0.5);
    // No page ends between the halves; a half of many lines may be parted.
    boolean kept = strips.size() <= MOST_KEPT;
    for (int i = 0; i < strips.size(); i++) {
      Strip strip = strips.get(i).indented(margin);
      strips.set(i, kept && i + 1 < strips.size() ? strip.keptWithNext() : strip);
    }
    return strips;
  }

  private List<Strip> paragraph(List<Inline> part, Poem poem, Alignment alignment, Length measure) {
    return desk.paragraph(
        part, poem.flow(), aligned(poem.style(), alignment), poem.owner(), measure);
  }

  /** What all lines of one poem share. */
  private record Poem(Flow flow, TypeStyle style, Element owner) {}

  /** Wide enough for the widest hemistich, within the half of what there is. */
  private Length halfMeasure(Block.Verse verse, Poem poem, Length half) {
    Length roomy = widest(verse, poem, half).times(WIDEST);
    return roomy.exceeds(half) ? half : roomy;
  }

  /** The widest hemistich of a poem that is no wider than so much. */
  private Length widest(Block.Verse verse, Poem poem, Length most) {
    Length widest = Length.ZERO;
    for (List<List<Inline>> line : verse.lines()) {
      for (List<Inline> part : line) {
        Length width = width(part, poem);
        if (line.size() == 2 && !width.exceeds(most) && width.exceeds(widest)) {
          widest = width;
        }
      }
    }
    return widest;
  }

  /** Whether each hemistich is one line that is no wider than the half. */
  private boolean fits(List<List<Inline>> line, Poem poem, Length half) {
    return line.stream()
        .noneMatch(part ->
            width(part, poem).exceeds(half)
                || marked(part, poem).copy().text().indexOf('\u2028') >= 0);
  }

  private Notice folded(List<List<Inline>> line, Poem poem, Length half) {
    List<Inline> first = line.getFirst();
    List<Inline> tooLong = width(first, poem).exceeds(half) ? first : line.getLast();
    return Notice.about("compose.verse-folded", Inline.textOf(tooLong));
  }

  private Length width(List<Inline> part, Poem poem) {
    return desk.paragraphs().naturalWidth(marked(part, poem), direction(part, poem));
  }

  private MarkUp.Marked marked(List<Inline> part, Poem poem) {
    Language language = poem.owner().language();
    return desk.markUp().add(part, desk.setting(poem.style(), language), poem.owner()).finish();
  }

  private Direction direction(List<Inline> part, Poem poem) {
    return desk.direction(poem.flow(), part);
  }

  private Strip couplet(
      List<List<Inline>> line, Poem poem, Length measure, Length half, Length gutter) {
    Length left = measure.minus(half.times(2)).minus(gutter).times(0.5);
    Length right = left.plus(half).plus(gutter);
    boolean fromTheRight = direction(line.getFirst(), poem) == Direction.RIGHT_TO_LEFT;
    var items = new ArrayList<PageItem>();
    items.addAll(hemistich(line.getFirst(), poem, half, fromTheRight ? right : left));
    items.addAll(hemistich(line.getLast(), poem, half, fromTheRight ? left : right));
    return Strip.of(poem.style().leading(), items);
  }

  private List<PageItem> hemistich(List<Inline> part, Poem poem, Length half, Length x) {
    var items = new ArrayList<PageItem>();
    for (Strip strip :
        desk.paragraphs().setFull(marked(part, poem), direction(part, poem), poem.style(), half)) {
      items.addAll(strip.indented(x).items());
    }
    return items;
  }

  private static TypeStyle aligned(TypeStyle style, Alignment alignment) {
    return style.bare().aligned(alignment);
  }
}
