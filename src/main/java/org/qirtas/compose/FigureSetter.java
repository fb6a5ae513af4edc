package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Inline;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;
import org.qirtas.profile.TypeStyle;

/** Sets a figure: a picture in a column or across all of them, what is said of it below. */
final class FigureSetter {
  private static final double POINTS_PER_INCH = 72;

  /** A picture that wants to be so much wider than a column stands across all columns. */
  private static final double ACROSS = 1.35;

  /** What stands across all columns takes no more than this part of the type area. */
  private static final double HIGHEST_ACROSS = 0.7;

  /** The words below a narrow picture may be so much wider than it, in ems of their own. */
  private static final double CAPTION = 24;

  /** What off a grid is kept free above a picture at least, in lines of the body. */
  private static final double SPACE_ABOVE = 0.5;

  /** No picture is thinner than this, whatever its proportions. */
  private static final Length THINNEST = Length.points(1);

  private final Desk desk;

  FigureSetter(Desk desk) {
    this.desk = desk;
  }

  void set(Block.Figure figure, BlockSetter.Place place, Galley galley) {
    TypeStyle style = desk.styles().caption();
    Picture picture = desk.pictures().get(figure.picture());
    Length whole = desk.profile().page().typeArea().width();
    boolean wide = picture != null && place.isBody() && isWide(picture, place.measure(), whole);
    if (wide) {
      List<Strip> strips = strips(figure, picture, place.narrowed(place.measure().minus(whole)));
      Length most = desk.profile().page().typeArea().height().times(HIGHEST_ACROSS);
      if (!Strip.height(strips).exceeds(most)) {
        galley.space(above(style));
        galley.add(new Matter.Insert(strips, Matter.Stand.ACROSS, style.spaceAfter()));
        return;
      }
    }
    List<Strip> strips = strips(figure, picture, place);
    galley.space(picture == null ? style.spaceBefore() : above(style));
    if (picture == null) {
      // Words alone flow as words do.
      galley.addParagraph(strips, desk.profile().lines());
      galley.space(style.spaceAfter());
    } else if (place.isBody()) {
      galley.add(new Matter.Insert(strips, Matter.Stand.COLUMN, style.spaceAfter()));
    } else {
      galley.add(strips);
      galley.space(style.spaceAfter());
    }
  }

  private Length above(TypeStyle caption) {
    Length least = onGrid() ? Length.ZERO : desk.styles().body().leading().times(SPACE_ABOVE);
    return caption.spaceBefore().exceeds(least) ? caption.spaceBefore() : least;
  }

  private boolean isWide(Picture picture, Length column, Length whole) {
    return whole.exceeds(column) && natural(picture).width().exceeds(column.times(ACROSS));
  }

  private List<Strip> strips(
      Block.Figure figure,
      @org.jspecify.annotations.Nullable Picture picture,
      BlockSetter.Place place) {
    TypeStyle style = desk.styles().caption();
    String caption = Inline.textOf(figure.caption());
    boolean captioned = !caption.isBlank();
    var strips = new ArrayList<Strip>();
    if (picture != null) {
      // A picture that nobody described still needs a word for who cannot see it: its name.
      String alternate =
          Stream.of(figure.alternateText(), caption, figure.picture())
              .filter(words -> !words.isBlank())
              .findFirst()
              .orElse("");
      Element owner = place.owner().child(Element.Role.FIGURE, Element.Marks.showing(alternate));
      Strip print = print(picture, owner, place.measure());
      strips.add(captioned ? print.keptWithNext() : print);
    }
    if (captioned) {
      // A caption without its picture is a paragraph to whoever hears it.
      Element words =
          picture == null
              ? place.owner().child(Element.Role.PARAGRAPH)
              : place.owner().child(Element.Role.CAPTION);
      Length gap = picture == null || onGrid() ? Length.ZERO : style.spaceBefore();
      Length measure = captionMeasure(strips, style, place.measure());
      Length x = beside(place.measure().minus(measure));
      TypeStyle standing = desk.standing(style, figure.flow(), figure.caption());
      var lines = new Galley().space(gap);
      lines.addParagraph(
          desk.paragraph(figure.caption(), figure.flow(), standing, words, measure).stream()
              .map(strip -> strip.indented(x))
              .toList(),
          desk.profile().lines());
      strips.addAll(lines.strips());
    }
    return strips;
  }

  /** As wide as the picture, or a little wider where that would part it into scraps. */
  private static Length captionMeasure(List<Strip> above, TypeStyle style, Length measure) {
    Length widest = measure;
    for (Strip strip : above) {
      for (PageItem item : strip.items()) {
        if (item instanceof PageItem.Picture picture) {
          Length least = style.size().times(CAPTION);
          Length width = picture.extent().width();
          widest = width.exceeds(least) ? width : least;
        }
      }
    }
    return widest.exceeds(measure) ? measure : widest;
  }

  /** What is free at the left of a picture and its caption: both stand as captions do. */
  private Length beside(Length free) {
    boolean rightToLeft = desk.article().direction() == Direction.RIGHT_TO_LEFT;
    return switch (desk.styles().caption().alignment()) {
      case CENTRED -> free.times(0.5);
      case START, JUSTIFIED -> rightToLeft ? free : Length.ZERO;
      case END -> rightToLeft ? Length.ZERO : free;
    };
  }

  /** From a line's head to its letters: a picture begins as high as the text of the next column. */
  private static Length toLetters(TypeStyle style) {
    return ParagraphSetter.baseline(style).times(-1).minus(style.size().times(0.7));
  }

  private boolean onGrid() {
    return desk.profile().page().grid().inUse();
  }

  private Size natural(Picture picture) {
    double dots = desk.profile().pictures().naturalDpi();
    return new Size(
        Length.points(picture.columns() * POINTS_PER_INCH / dots),
        Length.points(picture.rows() * POINTS_PER_INCH / dots));
  }

  private Strip print(Picture picture, Element owner, Length measure) {
    Size natural = natural(picture);
    Length most =
        desk.profile().page().typeArea().height().times(desk.profile().pictures().highest());
    double scale =
        Math.min(1, Math.min(measure.dividedBy(natural.width()), most.dividedBy(natural.height())));
    // On a grid the picture and the gaps around it are whole lines together.
    Length gap = onGrid() ? desk.styles().caption().size().times(0.5) : Length.ZERO;
    Length drop = onGrid() ? toLetters(desk.styles().body()) : Length.ZERO;
    Length height = natural.height().times(scale);
    if (onGrid()) {
      Length step = desk.profile().page().grid().step();
      Length gaps = gap.plus(drop);
      long least = 1 + Math.floorDiv(gaps.scaledPoints(), step.scaledPoints());
      long steps =
          Math.max(least, Math.floorDiv(height.plus(gaps).scaledPoints(), step.scaledPoints()));
      Length fitted = step.times((double) steps).minus(gaps);
      scale = height.exceeds(fitted) ? scale * fitted.dividedBy(height) : scale;
      height = natural.height().times(scale);
    }
    Length width = natural.width().times(scale);
    var extent =
        new Size(
            THINNEST.exceeds(width) ? THINNEST : width,
            THINNEST.exceeds(height) ? THINNEST : height);
    Length x = beside(measure.minus(extent.width()));
    return Strip.of(
        extent.height().plus(gap).plus(drop),
        List.of(
            new PageItem.Picture(
                x,
                extent.height().plus(drop).times(-1),
                extent,
                picture.sampled(extent, desk.profile().pictures().mostDpi()),
                owner)));
  }
}
