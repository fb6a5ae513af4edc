package org.qirtas.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Language;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Length;
import org.qirtas.profile.Notes;
import org.qirtas.profile.PrintProfile;

/**
 * Turns an article into pages, in stages: its blocks are set into galleys, a piece of the article
 * at a time and several pieces at once; galleys are made up into pages, in order; furniture is put
 * around each. Of neither is more held than the page in the making needs.
 *
 * <p>One thread's. The pages are the same however many threads set galleys. Closing it frees what
 * the shapers hold outside the heap.
 */
public final class Composer implements AutoCloseable {
  /** Numbers by page are right once they stay what they were; so often they are tried. */
  private static final int MOST_TRIALS = 4;

  private final PrintProfile profile;
  private final CompositionRoom room;
  private final Set<Notice> notices = new LinkedHashSet<>();

  /**
   * A composer for one profile that sets on the calling thread.
   *
   * @param profile how pages look
   * @param fonts what letters there are
   * @param breaker how paragraphs are parted into lines
   */
  public Composer(PrintProfile profile, FontShelf fonts, LineBreaker breaker) {
    this(profile, fonts, breaker, 1);
  }

  /**
   * A composer for one profile.
   *
   * @param profile how pages look
   * @param fonts what letters there are
   * @param breaker how paragraphs are parted into lines; used by all threads
   * @param threads how many set galleys; 1: the calling one
   */
  public Composer(PrintProfile profile, FontShelf fonts, LineBreaker breaker, int threads) {
    this.profile = profile;
    this.room = new CompositionRoom(profile, fonts, breaker, threads);
  }

  /**
   * Composes an article.
   *
   * @param article what is set
   * @param pictures its pictures, by name; a figure whose picture is not here keeps its caption
   * @param pages is handed each page, in order, as soon as nothing can move it
   */
  public void compose(Article article, Map<String, Picture> pictures, Consumer<Page> pages) {
    Footnotes notes = Footnotes.of(article.body());
    boolean byPage =
        profile.notes().counting() == Notes.Counting.PAGE
            && profile.notes().place() == Notes.Place.FOOT
            && !notes.isEmpty();
    NoteLabels labels =
        byPage ? byPage(article, pictures, notes) : NoteLabels.inOrder(notes, counting(article));
    compose(article, pictures, notes, labels, pages);
  }

  /** Which page a note stands on depends on how wide its mark is: tried until both agree. */
  private NoteLabels byPage(Article article, Map<String, Picture> pictures, Footnotes notes) {
    NoteLabels labels = NoteLabels.inOrder(notes, counting(article));
    for (int trial = 0; trial < MOST_TRIALS; trial++) {
      var counted = new NoteLabels.ByPage(counting(article));
      compose(article, pictures, notes, labels, counted::count);
      notices.clear();
      NoteLabels next = counted.labels(labels);
      if (next.equals(labels)) {
        return labels;
      }
      labels = next;
    }
    notices.add(new Notice("compose.notes-miscounted", List.of()));
    return labels;
  }

  private void compose(
      Article article,
      Map<String, Picture> pictures,
      Footnotes notes,
      NoteLabels labels,
      Consumer<Page> pages) {
    Element part = Element.document(article.language()).child(Element.Role.ARTICLE);
    PrintProfile own = OwnLeading.of(profile, article.language());
    var work =
        new CompositionRoom.Work(
            article, pictures, labels.byName(), notes, part, own, Standing.ALONE);
    var marks = new NoteMarks();
    CompositionRoom.Order order = room.begin(work);
    var maker =
        new PageMaker(own, order.paragraphs(), article.language(), PageNumbers.WHOLE, pages);
    order.opening(galley -> maker.add(galley, marks));
    order.set(
        pieces(article, notes, own),
        piece -> {
          marks.add(piece.notes());
          notices.addAll(piece.notices());
          maker.add(piece.galley(), marks);
        });
    maker.finish();
    notices.addAll(order.paragraphs().takeNotices());
  }

  /**
   * Composes a book. What its articles are is asked for twice, once a pass.
   *
   * @param book what is set
   * @param pages is handed each page, in order, as soon as nothing can move it
   */
  public void compose(Book book, Consumer<Page> pages) {
    new BookComposer(book, profile, room, notices::add).compose(pages);
  }

  /**
   * {@return the cover that goes around a book: its back, its spine and its front side by side, as
   * they are seen from outside}
   *
   * @param book what is set
   * @param spine how thick the book is
   */
  public Page coverSheet(Book book, Length spine) {
    return new BookComposer(book, profile, room, notices::add).coverSheet(spine);
  }

  /**
   * {@return a page with a line for the printer, which no reader hears}
   *
   * @param page the page
   * @param words what it says; shortened to the page's width
   * @param language the language of the document
   * @param baseline its height above the page's foot: beyond the page, and so below zero
   */
  public Page slugged(Page page, String words, Language language, Length baseline) {
    var furniture = new FurnitureSetter(profile, room.paragraphs(), language, PageNumbers.WHOLE);
    List<PageItem> items = new ArrayList<>(page.items());
    furniture.slug(words, baseline).ifPresent(items::add);
    return new Page(page.number(), page.label(), page.trim(), page.bleed(), items);
  }

  private NoteLabels.Counting counting(Article article) {
    return new NoteLabels.Counting(article.language(), profile.numbering().generated());
  }

  /** The body in pieces, and at its end the notes that stand nowhere else. */
  static List<List<Block>> pieces(Article article, Footnotes notes, PrintProfile profile) {
    List<List<Block>> pieces = new ArrayList<>(Pieces.of(body(article)));
    List<Block.Footnote> last =
        profile.notes().place() == Notes.Place.END ? notes.all() : notes.unmarked();
    if (!last.isEmpty()) {
      pieces.add(List.copyOf(last));
    }
    return pieces;
  }

  /** Notes that stand among the blocks are set where their marks are, the lead with the head. */
  private static List<Block> body(Article article) {
    int from = HeadSetter.lead(article).isPresent() ? 1 : 0;
    return article.body().subList(from, article.body().size()).stream()
        .filter(block -> !(block instanceof Block.Footnote))
        .toList();
  }

  /**
   * {@return what could not be set as it should be in the articles composed since this was last
   * asked}
   */
  public List<Notice> takeNotices() {
    List<Notice> taken = Notice.gathered(notices);
    notices.clear();
    return taken;
  }

  @Override
  public void close() {
    room.close();
  }

  /** The body, parted between blocks so that each part is worth a thread's while. */
  private static final class Pieces {
    private static final int CHARACTERS = 6_000;

    private Pieces() {}

    static List<List<Block>> of(List<Block> blocks) {
      List<List<Block>> pieces = new ArrayList<>();
      var piece = new ArrayList<Block>();
      int size = 0;
      for (Block block : blocks) {
        piece.add(block);
        size += block.text().length() + 1;
        if (size > CHARACTERS) {
          pieces.add(List.copyOf(piece));
          piece.clear();
          size = 0;
        }
      }
      if (!piece.isEmpty()) {
        pieces.add(List.copyOf(piece));
      }
      return pieces;
    }
  }
}
