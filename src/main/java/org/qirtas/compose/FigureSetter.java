package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.qirtas.article.Block;
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
        galley.space(style.spaceBefore());
        galley.add(new Matter.Insert(strips, Matter.Stand.ACROSS, style.spaceAfter()));
        return;
      }
    }
    List<Strip> strips = strips(figure, picture, place);
    galley.space(style.spaceBefore());
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
      var lines = new Galley().space(gap);
      lines.addParagraph(
          desk.paragraph(figure.caption(), figure.flow(), style, words, place.measure()),
          desk.profile().lines());
      strips.addAll(lines.strips());
    }
    return strips;
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
    // On a grid the picture and the gap below it are whole lines together.
    Length gap = onGrid() ? desk.styles().caption().size().times(0.5) : Length.ZERO;
    Length height = natural.height().times(scale);
    if (onGrid()) {
      Length step = desk.profile().page().grid().step();
      long steps = Math.max(1, Math.floorDiv(height.plus(gap).scaledPoints(), step.scaledPoints()));
      Length fitted = step.times((double) steps).minus(gap);
      scale = height.exceeds(fitted) ? scale * fitted.dividedBy(height) : scale;
      height = natural.height().times(scale);
    }
    Length width = natural.width().times(scale);
    var extent =
        new Size(
            THINNEST.exceeds(width) ? THINNEST : width,
            THINNEST.exceeds(height) ? THINNEST : height);
    Length x = measure.minus(extent.width()).times(0.5);
    return Strip.of(
        extent.height().plus(gap),
        List.of(
            new PageItem.Picture(
                x,
                extent.height().times(-1),
                extent,
                picture.sampled(extent, desk.profile().pictures().mostDpi()),
                owner)));
  }
}
