package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.TypeStyle;

/** Makes strips up into pages, and hands each page on as soon as nothing can move it. */
final class PageMaker {
  private final PrintProfile profile;
  private final ParagraphSetter paragraphs;
  private final Language language;
  private final Consumer<Page> pages;
  private final List<Strip> waiting = new ArrayList<>();
  private List<PageItem> items = new ArrayList<>();
  private Length used = Length.ZERO;
  private int number = 1;

  PageMaker(
      PrintProfile profile, ParagraphSetter paragraphs, Language language, Consumer<Page> pages) {
    this.profile = profile;
    this.paragraphs = paragraphs;
    this.language = language;
    this.pages = pages;
  }

  private Length depth() {
    return profile.trim().height().minus(profile.margins().head()).minus(profile.margins().foot());
  }

  void add(Galley galley) {
    for (Strip strip : galley.strips()) {
      waiting.add(strip);
      if (!strip.keptWithNext()) {
        placeWaiting();
      }
    }
    placeWaiting();
  }

  /** Places what belongs together on this page, or all of it on the next. */
  private void placeWaiting() {
    Length height = Length.ZERO;
    for (Strip strip : waiting) {
      height = height.plus(strip.height());
      if (!height.equals(strip.height()) || !items.isEmpty()) {
        height = height.plus(strip.spaceBefore());
      }
    }
    if (used.plus(height).exceeds(depth()) && !height.exceeds(depth())) {
      endPage();
    }
    for (Strip strip : waiting) {
      place(strip);
    }
    waiting.clear();
  }

  private void place(Strip strip) {
    Length space = items.isEmpty() ? Length.ZERO : strip.spaceBefore();
    if (used.plus(space).plus(strip.height()).exceeds(depth()) && !items.isEmpty()) {
      endPage();
      space = Length.ZERO;
    }
    used = used.plus(space);
    Length y = profile.trim().height().minus(profile.margins().head()).minus(used);
    for (PageItem item : strip.items()) {
      items.add(item.moved(profile.margins().left(), y));
    }
    used = used.plus(strip.height());
  }

  /** Ends the last page. */
  void finish() {
    boolean alone = number == 1 && !profile.loneFolio();
    if (!alone && !items.isEmpty()) {
      endPage();
    } else if (number == 1) {
      // An article without a word is a page all the same: there is no document without one.
      pages.accept(
          new Page(
              number,
              Numerals.of(number, language, profile.furniture().folios().digits()),
              profile.trim(),
              items));
    }
  }

  /** Ends the page that is open; one without anything on it is not begun. */
  private void endPage() {
    if (items.isEmpty()) {
      return;
    }
    String label = Numerals.of(number, language, profile.furniture().folios().digits());
    items.add(folio(label));
    pages.accept(new Page(number, label, profile.trim(), items));
    items = new ArrayList<>();
    used = Length.ZERO;
    number++;
  }

  private PageItem folio(String label) {
    TypeStyle style = profile.styles().folio();
    var setting = Desk.setting(profile.fonts(), style, language);
    var marked = new MarkUp(java.util.Map.of()).text(label, setting, Element.FURNITURE).finish();
    Length measure =
        profile.trim().width().minus(profile.margins().left()).minus(profile.margins().right());
    Strip strip = paragraphs.set(marked, direction(), style, measure).getFirst();
    Length y = profile.margins().foot().times(0.5).plus(style.leading());
    return strip.items().getFirst().moved(profile.margins().left(), y);
  }

  private Direction direction() {
    return language.direction();
  }
}
