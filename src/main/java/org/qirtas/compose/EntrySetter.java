package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Tongue;
import org.qirtas.measure.Length;
import org.qirtas.profile.Alignment;
import org.qirtas.profile.TypeStyle;

/**
 * Sets entries that lead to a page: words, dots, and the page's number where the line ends.
 *
 * <p>The number has a column of its own, as wide whatever it is: a book's pages are the same before
 * and after the numbers are known.
 */
final class EntrySetter {
  /** So many digits the widest number has. */
  private static final int DIGITS = 4;

  /** From dot to dot, in ems. */
  private static final double STEP = 0.5;

  private static final double DOT = 0.075;

  /** How high dots stand above the baseline, and how far they keep from words, in ems. */
  private static final double RISE = 0.06;

  private static final double GAP = 0.45;

  private final Desk desk;
  private final Map<String, String> folios;
  private final Direction direction;

  /**
   * A setter for one book.
   *
   * @param folios what is printed as the number of the page that an anchor stands on; one that is
   *     not known yet is left out
   */
  EntrySetter(Desk desk, Map<String, String> folios) {
    this.desk = desk;
    this.folios = folios;
    this.direction = desk.article().language().direction();
  }

  /** An entry's words and where it leads. */
  record Entry(String words, String anchor) {}

  List<Strip> set(Entry entry, TypeStyle style, Element owner, Length indent, Length measure) {
    TypeStyle plain = style.aligned(Alignment.START).bare();
    Element link = owner.child(Element.Role.CROSS_REFERENCE, Element.Marks.to(entry.anchor()));
    Length column = numberColumn(plain);
    List<Strip> words =
        new ArrayList<>(
            desk.paragraphs()
                .set(
                    words(entry.words(), plain, link),
                    direction,
                    plain,
                    measure.minus(column).minus(indent)));
    Length right = isRightToLeft() ? column : indent;
    words.replaceAll(strip -> strip.indented(right));
    String folio = folios.getOrDefault(entry.anchor(), "");
    if (!words.isEmpty() && !folio.isEmpty()) {
      words.set(words.size() - 1, numbered(words.getLast(), folio, plain, link, measure));
    }
    for (int i = 0; i + 1 < words.size(); i++) {
      words.set(i, words.get(i).keptWithNext());
    }
    return words;
  }

  private boolean isRightToLeft() {
    return direction == Direction.RIGHT_TO_LEFT;
  }

  private MarkUp.Marked words(String words, TypeStyle style, Element owner) {
    var language = desk.article().language();
    var foreign = Tongue.foreign(words, language);
    Element part =
        foreign.map(other -> owner.child(Element.Role.SPAN, Element.Marks.in(other))).orElse(owner);
    return desk.markUp()
        .add(List.of(new Inline.Text(words)), desk.setting(style, foreign.orElse(language)), part)
        .finish();
  }

  private MarkUp.Marked number(String number, TypeStyle style, Element owner) {
    return new MarkUp(Map.of())
        .text(number, desk.setting(style, desk.article().language()), owner)
        .finish();
  }

  private Length numberColumn(TypeStyle style) {
    String widest =
        Numerals.of(
            (int) Math.pow(10, DIGITS) - 1,
            desk.article().language(),
            desk.profile().furniture().folios().digits());
    return desk.paragraphs()
        .naturalWidth(number(widest, style, Element.FURNITURE), direction)
        .plus(style.size().times(GAP));
  }

  private Strip numbered(Strip strip, String folio, TypeStyle style, Element link, Length measure) {
    List<Strip> set =
        desk.paragraphs()
            .set(number(folio, style, link), direction, style.aligned(Alignment.END), measure);
    var items = new ArrayList<>(strip.items());
    if (set.isEmpty()
        || !(set.getFirst().items().getFirst() instanceof PageItem.Line number)
        || !(strip.items().getFirst() instanceof PageItem.Line words)
        || number.runs().isEmpty()
        || words.runs().isEmpty()) {
      return strip;
    }
    leader(words, number, style).ifPresent(items::add);
    items.add(number);
    return strip.showing(items);
  }

  /** Dots stand below each other from line to line: all are on one grid. */
  private java.util.Optional<PageItem> leader(
      PageItem.Line words, PageItem.Line number, TypeStyle style) {
    Length gap = style.size().times(GAP);
    Length step = style.size().times(STEP);
    Length from = (isRightToLeft() ? end(number) : end(words)).plus(gap);
    Length until = (isRightToLeft() ? words : number).runs().getFirst().x().minus(gap);
    long first = Math.ceilDiv(from.scaledPoints(), step.scaledPoints());
    long last = Math.floorDiv(until.scaledPoints(), step.scaledPoints());
    if (last - first < 1) {
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(
        new PageItem.Leader(
            step.times((double) first),
            words.baseline().plus(style.size().times(RISE)),
            step,
            (int) (last - first + 1),
            style.size().times(DOT),
            desk.profile().palette().of(style.colour())));
  }

  private static Length end(PageItem.Line line) {
    PlacedRun last = line.runs().getLast();
    return last.x().plus(last.width());
  }

  /** Sets a line of an index: a name, and the numbers of all its pages, each once. */
  List<Strip> term(Book.Term term, TypeStyle style, Element owner, Length measure) {
    var language = desk.article().language();
    var setting = desk.setting(style, language);
    String between = DateLine.listSeparator(language);
    MarkUp line = desk.markUp().add(List.of(new Inline.Text(term.name())), setting, owner);
    String before = "";
    for (String anchor : term.anchors()) {
      String folio = folios.getOrDefault(anchor, "");
      if (!folio.isEmpty() && !folio.equals(before)) {
        Element link = owner.child(Element.Role.CROSS_REFERENCE, Element.Marks.to(anchor));
        line.text(between, setting, owner).text(folio, setting, link);
        before = folio;
      }
    }
    return desk.paragraphs().set(line.finish(), direction, style, measure);
  }

  /** A title, and in brackets when it was published. */
  List<Strip> dated(String title, String date, TypeStyle style, Element owner, Length measure) {
    var language = desk.article().language();
    var foreign = Tongue.foreign(title, language);
    Element part =
        foreign.map(other -> owner.child(Element.Role.SPAN, Element.Marks.in(other))).orElse(owner);
    MarkUp line =
        desk.markUp()
            .add(
                List.of(new Inline.Text(title)),
                desk.setting(style, foreign.orElse(language)),
                part)
            .text(" (" + date + ")", desk.setting(style, language), owner);
    return desk.paragraphs().set(line.finish(), direction, style, measure);
  }

  /** Plain words in the book's own language. */
  List<Strip> plain(String words, TypeStyle style, Element owner, Length measure) {
    return desk.paragraph(
        List.of(new Inline.Text(words)), Flow.towards(direction), style, owner, measure);
  }
}
