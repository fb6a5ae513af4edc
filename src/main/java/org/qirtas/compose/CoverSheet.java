package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.measure.Insets;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;
import org.qirtas.profile.Alignment;
import org.qirtas.profile.StyleRole;
import org.qirtas.profile.TypeStyle;

/**
 * The cover that goes around a book, as it is seen from outside: a book that is bound at the right
 * has its front at the left of its spine.
 *
 * <p>The title on the spine reads from head to foot, and stands upright where the book lies with
 * its front up: in Arabic what is up points to the left, in Latin letters to the right.
 */
final class CoverSheet {
  /** What is cut off around a cover, at the least. */
  static final Length BLEED = Length.millimetres(3);

  /** On a thinner spine no line stays where it should be once the book is bound. */
  private static final Length THINNEST = Length.millimetres(5);

  /** How large letters are on a spine, to its thickness and at the least. */
  private static final double OF_SPINE = 0.5;

  private static final Length SMALLEST = Length.points(6);

  /** How far the baseline is from the middle of a line's letters, in ems. */
  private static final double BELOW_MIDDLE = 0.2;

  private static final double BLURB_FROM = 0.18;

  private final Book book;
  private final Desk desk;
  private final BookWords words;
  private final Element part;
  private final Length spine;
  private final Consumer<Notice> notices;
  private final boolean fromTheRight;
  private final List<PageItem> items = new ArrayList<>();

  CoverSheet(
      Book book, Desk desk, BookWords words, Element part, Length spine, Consumer<Notice> notices) {
    this.book = book;
    this.desk = desk;
    this.words = words;
    this.part = part;
    this.spine = spine;
    this.notices = notices;
    this.fromTheRight = book.language().direction() == Direction.RIGHT_TO_LEFT;
  }

  /** {@return the sheet} */
  Page set() {
    Size leaf = desk.profile().trim();
    Length other = leaf.width().plus(spine);
    front(fromTheRight ? Length.ZERO : other);
    spine();
    back(fromTheRight ? other : Length.ZERO);
    items.add(new PageItem.Fold(leaf.width()));
    items.add(new PageItem.Fold(other));
    var size = new Size(leaf.width().times(2).plus(spine), leaf.height());
    return new Page(1, "1", size, desk.profile().page().bleed(), items);
  }

  private void front(Length left) {
    for (PageItem item : new TitlePages(book, desk, words, part).front()) {
      PageItem moved = item.moved(left, Length.ZERO);
      items.add(moved instanceof PageItem.Picture picture ? cutAtSpine(picture, left) : moved);
    }
  }

  /** A picture of the front bleeds at three sides, not into the spine. */
  private PageItem.Picture cutAtSpine(PageItem.Picture picture, Length left) {
    Length bleed = desk.profile().page().bleed();
    Length width = desk.profile().trim().width().plus(bleed);
    PageItem.Frame whole = picture.frame().orElseThrow();
    var frame =
        new PageItem.Frame(
            fromTheRight ? left.minus(bleed) : left,
            whole.y(),
            new Size(width, whole.extent().height()));
    return new PageItem.Picture(
        picture.x(),
        picture.y(),
        picture.extent(),
        picture.picture(),
        picture.owner(),
        Optional.of(frame));
  }

  /** The title from its head, and who publishes the book at its foot, where there is room. */
  private void spine() {
    TypeStyle title = desk.styles().title().bare().emboldened();
    Length size = spine.times(OF_SPINE);
    TypeStyle fit = size.exceeds(title.size()) ? title : title.shrunk(size.dividedBy(title.size()));
    Insets margins = margins();
    Length measure = desk.profile().trim().height().minus(margins.head()).minus(margins.foot());
    Length natural = desk.generatedWidth(book.title(), fit, paragraph());
    if (natural.exceeds(measure)) {
      fit = fit.shrunk(0.98 * measure.dividedBy(natural));
    }
    if (THINNEST.exceeds(spine) || SMALLEST.exceeds(fit.size())) {
      notices.accept(
          new Notice(
              "compose.spine-thin",
              List.of(String.format(java.util.Locale.ROOT, "%.1f", spine.inMillimetres()))));
      return;
    }
    turned(book.title(), fit, Alignment.START, measure);
    Length left = measure.minus(desk.generatedWidth(book.title(), fit, paragraph()));
    TypeStyle small = desk.styles().of(StyleRole.BYLINE).bare();
    TypeStyle publisher =
        small.size().exceeds(fit.size()) ? small.shrunk(fit.size().dividedBy(small.size())) : small;
    if (!book.imprint().isEmpty()) {
      String line = book.imprint().getFirst();
      Length wide = desk.generatedWidth(line, publisher, paragraph()).plus(fit.size().times(2));
      if (left.exceeds(wide)) {
        turned(line, publisher, Alignment.END, measure);
      }
    }
  }

  private Element paragraph() {
    return part.child(Element.Role.PARAGRAPH);
  }

  private void turned(String text, TypeStyle style, Alignment side, Length measure) {
    Length half = style.size().times(BELOW_MIDDLE);
    Length middle = desk.profile().trim().width().plus(spine.times(0.5));
    Length x = fromTheRight ? middle.plus(half) : middle.minus(half);
    Insets margins = margins();
    Length y = fromTheRight ? margins.foot() : desk.profile().trim().height().minus(margins.head());
    for (Strip strip : desk.generated(text, style.aligned(side), paragraph(), measure)) {
      for (PageItem item : strip.items()) {
        if (item instanceof PageItem.Line line) {
          PageItem.Line upon = line.moved(Length.ZERO, line.baseline().times(-1));
          items.add(new PageItem.Turned(x, y, !fromTheRight, false, List.of(upon)));
        }
      }
    }
  }

  private Insets margins() {
    return desk.profile().page().insets(1, fromTheRight);
  }

  /** What the book is about, and at the foot who publishes it. */
  private void back(Length left) {
    // As on a left page: the margins of the front, seen in a mirror.
    Insets margins = desk.profile().page().insets(2, fromTheRight);
    Size trim = desk.profile().trim();
    Length x = left.plus(margins.left());
    Length measure = trim.width().minus(margins.left()).minus(margins.right());
    Length top = trim.height().minus(trim.height().times(BLURB_FROM));
    TypeStyle body = desk.styles().body();
    for (String text : book.cover().blurb()) {
      top = put(text, body.bare(), x, top, measure).minus(body.leading().times(0.5));
    }
    TypeStyle small = desk.styles().of(StyleRole.BYLINE).bare().aligned(Alignment.CENTRED);
    Length foot = margins.foot().plus(small.leading().times((double) book.imprint().size()));
    for (String line : book.imprint()) {
      foot = put(line, small, x, foot, measure);
    }
  }

  /** Puts a paragraph below a height; how high the next begins. */
  private Length put(String text, TypeStyle style, Length x, Length top, Length measure) {
    Length y = top;
    for (Strip strip :
        desk.paragraph(
            List.of(new Inline.Text(text)), Flow.UNMARKED, style, paragraph(), measure)) {
      Length head = y;
      strip.items().forEach(item -> items.add(item.moved(x, head)));
      y = y.minus(strip.height());
    }
    return y;
  }
}
