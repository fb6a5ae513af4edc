package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.measure.Insets;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;
import org.qirtas.profile.Alignment;
import org.qirtas.profile.DateStyle;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.StyleRole;
import org.qirtas.profile.TypeStyle;

/**
 * The first leaves of a book: its cover with an empty back, its title page, and behind that what is
 * said of the edition. None of them bears a number, and each is centred.
 */
final class TitlePages {
  /** How much of the cover its picture takes from the head, and where words begin below it. */
  private static final double PICTURE = 0.62;

  private static final double BELOW_PICTURE = 0.68;
  private static final double OPTICAL_MIDDLE = 0.3;
  private static final double LARGER = 1.4;

  private final Book book;
  private final Desk desk;
  private final BookWords words;
  private final Element part;
  private final List<PageItem> items = new ArrayList<>();

  TitlePages(Book book, Desk desk, BookWords words, Element part) {
    this.book = book;
    this.desk = desk;
    this.words = words;
    this.part = part;
  }

  /** {@return the pages, an even number of them} */
  List<Page> set() {
    var pages = new ArrayList<Page>();
    if (book.cover().apart()) {
      halfTitle();
    } else {
      cover();
    }
    pages.add(page(1));
    pages.add(page(2));
    titlePage();
    pages.add(page(3));
    imprint();
    pages.add(page(4));
    return pages;
  }

  private PrintProfile profile() {
    return desk.profile();
  }

  private Page page(int number) {
    String label =
        PageNumbers.from(1, PageNumbers.Script.LETTERS)
            .label(number, book.language(), profile().furniture().folios().digits());
    var page =
        new Page(number, label, profile().trim(), profile().page().bleed(), List.copyOf(items));
    items.clear();
    return page;
  }

  /** {@return what stands on the front of the cover, from its lower left corner} */
  List<PageItem> front() {
    cover();
    List<PageItem> front = List.copyOf(items);
    items.clear();
    return front;
  }

  /**
   * The first leaf within a cover of its own protects the title page, and bears the title alone.
   */
  private void halfTitle() {
    Length top = profile().trim().height().times(OPTICAL_MIDDLE);
    put(1, top, book.title(), desk.styles().subtitle());
  }

  private void cover() {
    Size trim = profile().trim();
    Optional<Picture> picture = book.cover().picture();
    picture.ifPresent(shown -> coverPicture(shown, trim));
    Length top = trim.height().times(picture.isPresent() ? BELOW_PICTURE : OPTICAL_MIDDLE);
    Length next = put(1, top, book.title(), large(desk.styles().title()));
    next = next.plus(desk.styles().body().leading().times(0.5));
    for (String line : span()) {
      next = put(1, next, line, desk.styles().subtitle());
    }
    foot(1, book.imprint());
  }

  /** From edge to edge, over the bleed too: what does not fit its frame is cut off. */
  private void coverPicture(Picture picture, Size trim) {
    Length bleed = profile().page().bleed();
    Length width = trim.width().plus(bleed.times(2));
    Length height = trim.height().times(PICTURE).plus(bleed);
    double dots = (double) picture.columns() / picture.rows();
    boolean wider = dots > width.dividedBy(height);
    Length shownWidth = wider ? height.times(dots) : width;
    Length shownHeight = wider ? height : width.times(1 / dots);
    Length foot = trim.height().plus(bleed).minus(height);
    var extent = new Size(shownWidth, shownHeight);
    Element owner = part.child(Element.Role.FIGURE, Element.Marks.showing(book.title()));
    var frame = new PageItem.Frame(bleed.times(-1), foot, new Size(width, height));
    items.add(
        new PageItem.Picture(
            bleed.times(-1).plus(width.minus(shownWidth).times(0.5)),
            foot.plus(height.minus(shownHeight).times(0.5)),
            extent,
            picture.sampled(extent, profile().pictures().mostDpi()),
            owner,
            Optional.of(frame)));
  }

  private void titlePage() {
    Length top = profile().trim().height().times(OPTICAL_MIDDLE);
    Length next = put(3, top, book.title(), large(desk.styles().title()));
    next = next.plus(desk.styles().body().leading());
    for (String line : span()) {
      next = put(3, next, line, desk.styles().subtitle());
    }
    foot(3, book.imprint());
  }

  private List<String> span() {
    return book.span()
        .map(span -> {
          String gregorian = words.span(span, DateStyle.Calendar.GREGORIAN);
          String hijri = words.span(span, DateStyle.Calendar.HIJRI);
          return gregorian.equals(hijri) ? List.of(gregorian) : List.of(gregorian, hijri);
        })
        .orElse(List.of());
  }

  private void imprint() {
    var lines = new ArrayList<String>();
    lines.add(book.title());
    lines.addAll(span());
    lines.addAll(book.imprint());
    lines.add(words.articles(book.sources().originals().size()));
    if (!book.sources().publishers().isEmpty()) {
      lines.add(words.publishers() + publishers());
    }
    lines.add(words.madeWith());
    foot(4, lines);
  }

  private String publishers() {
    return String.join(
        DateLine.listSeparator(book.language()), book.sources().publishers().keySet());
  }

  private static TypeStyle large(TypeStyle style) {
    return new TypeStyle(
        style.font(),
        style.size().times(LARGER),
        style.leading().times(LARGER),
        true,
        Alignment.CENTRED,
        Length.ZERO,
        Length.ZERO,
        true,
        Length.ZERO,
        Length.ZERO,
        Length.ZERO,
        style.colour());
  }

  /** Puts a paragraph so far below the page's head; how far below it the next begins. */
  private Length put(int number, Length top, String text, TypeStyle style) {
    Insets margins = profile().page().insets(number, isRightToLeft());
    Length y = top;
    for (Strip strip : strips(text, style, margins)) {
      Length head = profile().trim().height().minus(y);
      strip.items().forEach(item -> items.add(item.moved(margins.left(), head)));
      y = y.plus(strip.height());
    }
    return y;
  }

  private List<Strip> strips(String text, TypeStyle style, Insets margins) {
    Length measure = profile().trim().width().minus(margins.left()).minus(margins.right());
    return desk.paragraph(
        List.of(new Inline.Text(text)),
        Flow.UNMARKED,
        style.bare().aligned(Alignment.CENTRED),
        part.child(Element.Role.PARAGRAPH),
        measure);
  }

  /** Lines that end at the foot of the type area. */
  private void foot(int number, List<String> lines) {
    TypeStyle style = desk.styles().of(StyleRole.BYLINE);
    Insets margins = profile().page().insets(number, isRightToLeft());
    Length height = Length.ZERO;
    for (String line : lines) {
      height = height.plus(Strip.height(strips(line, style, margins)));
    }
    Length top = profile().trim().height().minus(margins.foot()).minus(height);
    for (String line : lines) {
      top = put(number, top, line, style);
    }
  }

  private boolean isRightToLeft() {
    return book.language().direction() == org.qirtas.article.Direction.RIGHT_TO_LEFT;
  }
}
