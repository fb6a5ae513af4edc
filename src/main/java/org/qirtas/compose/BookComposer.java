package org.qirtas.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence;
import org.qirtas.measure.Length;
import org.qirtas.profile.Openers;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.StyleRole;
import org.qirtas.profile.Styles;

/**
 * Composes a book, in two passes: the first finds out on which page everything begins, the second
 * prints that into the contents, the cross-references and the indexes.
 *
 * <p>Two are enough: wherever a page's number stands it has a column of its own, the contents count
 * their pages for themselves, in letters, and nothing that refers to a page stands before an index.
 */
final class BookComposer {
  private static final String CONTENTS = "contents";
  private static final String COLOPHON = "colophon";

  /** Titles of articles that run on in a book are smaller than that of one by itself. */
  private static final double TITLE_THAT_RUNS_ON = 0.7;

  private static final double LEAST_LEADING = 1.35;

  private final Book book;
  private final PrintProfile profile;
  private final CompositionRoom room;
  private final Consumer<Notice> notices;
  private final BookWords words;

  BookComposer(Book book, PrintProfile profile, CompositionRoom room, Consumer<Notice> notices) {
    this.book = book;
    this.profile = styled(OwnLeading.of(profile, book.language()));
    this.room = room;
    this.notices = notices;
    this.words = new BookWords(book.language(), profile);
  }

  private static PrintProfile styled(PrintProfile profile) {
    if (profile.openers().start() != Openers.Start.RUN_ON) {
      return profile;
    }
    Styles styles = profile.styles();
    var smaller = styles.title().shrunk(TITLE_THAT_RUNS_ON);
    Length least = smaller.size().times(LEAST_LEADING);
    Length body = styles.body().leading();
    return profile.with(
        styles.with(StyleRole.TITLE, smaller.led(least.exceeds(body) ? least : body)));
  }

  /** Composes it. */
  void compose(Consumer<Page> pages) {
    // Where everything begins …
    Map<String, String> folios = folios();
    // … and the book itself.
    Element root = Element.document(book.language());
    new TitlePages(
            book,
            desk(Article.draft(book.language()).finish(), profile, Standing.ALONE),
            words,
            root.child(Element.Role.SECTION))
        .set()
        .forEach(pages);
    int front = 4;
    front = contents(root, folios, front + 1, pages);
    if (front % 2 != 0) {
      pages.accept(blank(front + 1));
    }
    int next = body(root, folios, pages);
    back(root, folios, next, pages);
  }

  /** The cover, on one sheet. */
  Page coverSheet(Length spine) {
    PrintProfile bled = profile.on(profile.page().bledAtLeast(CoverSheet.BLEED));
    Desk desk = desk(Article.draft(book.language()).finish(), bled, Standing.ALONE);
    Element part = Element.document(book.language()).child(Element.Role.SECTION);
    var sheet = new CoverSheet(book, desk, words, part, spine, notices);
    Page set = sheet.set();
    room.foreman().takeNotices().forEach(notices);
    return set;
  }

  private Map<String, String> folios() {
    var folios = new HashMap<String, String>();
    Consumer<Page> finding =
        page -> {
          for (PageItem item : page.upright()) {
            if (item instanceof PageItem.Anchor(String name, _)) {
              folios.putIfAbsent(name, page.label());
            }
          }
        };
    Element root = Element.document(book.language());
    int next = body(root, Map.of(), finding);
    // Indexes are as long as the numbers in them: those of the articles are known by now.
    back(root, Map.copyOf(folios), next, finding);
    return Map.copyOf(folios);
  }

  private Page blank(int number) {
    String label =
        PageNumbers.from(1, PageNumbers.Script.LETTERS)
            .label(number, book.language(), profile.furniture().folios().digits());
    return new Page(number, label, profile.trim(), profile.page().bleed(), List.of());
  }

  private Desk desk(Article article, PrintProfile wanted, Standing standing) {
    return desk(article, wanted, standing, room.foreman());
  }

  private static Desk desk(
      Article article, PrintProfile wanted, Standing standing, ParagraphSetter setter) {
    return new Desk(article, wanted, setter, Map.of(), Map.of(), standing);
  }

  /** The head of something that the book has, and its articles have not. */
  private Galley head(String title, PrintProfile wanted, Element part, String anchor) {
    return head(title, Optional.empty(), wanted, part, anchor, room.foreman());
  }

  private Galley head(
      String title,
      Optional<String> below,
      PrintProfile wanted,
      Element part,
      String anchor,
      ParagraphSetter setter) {
    var evidence = new Evidence(Evidence.Origin.ARCHIVIST, title);
    Article.Draft draft = Article.draft(book.language()).title(new Attested<>(title, evidence));
    below.ifPresent(draft::subtitle);
    var standing = new Standing(1, Optional.of(anchor), List.of());
    var galley = new Galley();
    new HeadSetter(desk(draft.finish(), wanted, standing, setter), part).set(galley);
    return galley;
  }

  private static PrintProfile opening(PrintProfile profile, Openers.Start start) {
    return profile.with(new Openers(start, true, profile.openers().sink()));
  }

  private int contents(Element root, Map<String, String> folios, int first, Consumer<Page> pages) {
    Element part = root.child(Element.Role.SECTION);
    PrintProfile plain = opening(profile.on(profile.page().inColumns(1)), Openers.Start.RECTO);
    var maker = maker(plain, PageNumbers.from(first, PageNumbers.Script.LETTERS), pages);
    maker.add(head(words.contents(), plain, part, CONTENTS), new NoteMarks());
    Desk desk = desk(Article.draft(book.language()).finish(), plain, Standing.ALONE);
    new ContentsSetter(book, words, desk, folios, part.child(Element.Role.CONTENTS))
        .set(galley -> maker.add(galley, new NoteMarks()));
    return finish(maker);
  }

  private PageMaker maker(PrintProfile wanted, PageNumbers numbers, Consumer<Page> pages) {
    return new PageMaker(wanted, room.foreman(), book.language(), numbers, pages);
  }

  /** Makes the last pages; how many there are now. */
  private int finish(PageMaker maker) {
    maker.finish();
    room.foreman().takeNotices().forEach(notices);
    return maker.next() - 1;
  }

  /** What is set of a part of the book, with the notes that are marked in it. */
  private record Set(List<CompositionRoom.Piece> pieces) {}

  /** The articles; the number of the page after them. */
  private int body(Element root, Map<String, String> folios, Consumer<Page> pages) {
    var maker = maker(profile, PageNumbers.from(1, PageNumbers.Script.DIGITS), pages);
    room.inOrder(
        work(root, folios),
        set -> {
          var marks = new NoteMarks();
          for (CompositionRoom.Piece piece : set.pieces()) {
            marks.add(piece.notes());
            piece.notices().forEach(notices);
            maker.add(piece.galley(), marks);
          }
        });
    return finish(maker) + 1;
  }

  /** One piece of work an article, and one a part's head, as they are wanted. */
  private Iterator<Function<ParagraphSetter, Set>> work(Element root, Map<String, String> folios) {
    var numbered = new ArrayList<Book.Part>(book.parts());
    return java.util.stream.IntStream.range(0, numbered.size())
        .boxed()
        .flatMap(p -> work(root, p, numbered.get(p), folios))
        .iterator();
  }

  private java.util.stream.Stream<Function<ParagraphSetter, Set>> work(
      Element root, int number, Book.Part part, Map<String, String> folios) {
    Element owner = part.heading().isPresent() ? root.child(Element.Role.PART) : root;
    var work = new ArrayList<Function<ParagraphSetter, Set>>();
    part.heading()
        .ifPresent(heading ->
            work.add(setter -> new Set(List.of(piece(partHead(heading, number, owner, setter))))));
    int rank = part.heading().isPresent() ? 2 : 1;
    for (int s = 0; s < part.sections().size(); s++) {
      Book.Section section = part.sections().get(s);
      Element within = section.heading().isPresent() ? owner.child(Element.Role.SECTION) : owner;
      String anchor = ContentsSetter.section(number, s);
      boolean first = true;
      for (Book.Chapter chapter : section.chapters()) {
        Optional<Book.Heading> above = first ? section.heading() : Optional.empty();
        int below = section.heading().isPresent() ? rank + 1 : rank;
        List<Standing.Above> heads =
            above.map(heading -> sectionHead(heading, rank, within, anchor)).stream().toList();
        var standing = new Standing(below, Optional.of(chapter.anchor()), heads);
        work.add(setter -> set(chapter, standing, within, folios, setter));
        first = false;
      }
    }
    return work.stream();
  }

  private static CompositionRoom.Piece piece(Galley galley) {
    return new CompositionRoom.Piece(galley, Map.of(), List.of());
  }

  private Galley partHead(Book.Heading heading, int number, Element owner, ParagraphSetter setter) {
    return head(
        words.of(heading),
        words.hijri(heading),
        opening(profile, Openers.Start.RECTO),
        owner,
        ContentsSetter.part(number),
        setter);
  }

  private Standing.Above sectionHead(Book.Heading heading, int rank, Element owner, String anchor) {
    String text = words.of(heading) + words.hijri(heading).map(hijri -> " · " + hijri).orElse("");
    Element.Role role = new Standing(rank, Optional.empty(), List.of()).heading(1);
    return new Standing.Above(
        text, profile.styles().of(StyleRole.HEADING), owner.child(role), Optional.of(anchor));
  }

  private Set set(
      Book.Chapter chapter,
      Standing standing,
      Element within,
      Map<String, String> folios,
      ParagraphSetter setter) {
    Book.Content content = chapter.matter().get();
    Article article = titled(content.article());
    Footnotes footnotes = Footnotes.of(article.body());
    var counting = new NoteLabels.Counting(article.language(), profile.numbering().generated());
    var work =
        new CompositionRoom.Work(
            article,
            content.pictures(),
            NoteLabels.inOrder(footnotes, counting).byName(),
            footnotes,
            language(within, article).child(Element.Role.ARTICLE),
            profile,
            standing);
    CompositionRoom.Order order = room.begin(work);
    var pieces = new ArrayList<CompositionRoom.Piece>();
    pieces.add(piece(order.head(setter)));
    Composer.pieces(article, footnotes, profile)
        .forEach(blocks -> pieces.add(order.piece(blocks, setter)));
    if (!content.related().isEmpty()) {
      pieces.add(piece(related(content.related(), work, folios, setter)));
    }
    return new Set(pieces);
  }

  /** An article in another language than its book says so. */
  private Element language(Element within, Article article) {
    return article.language().equals(book.language())
        ? within
        : within.child(Element.Role.SECTION, Element.Marks.in(article.language()));
  }

  private Article titled(Article article) {
    if (article.title().filter(title -> !title.value().isBlank()).isPresent()) {
      return article;
    }
    var evidence = new Evidence(Evidence.Origin.ARCHIVIST, "");
    return article.revise().title(new Attested<>(words.untitled(), evidence)).finish();
  }

  private Galley related(
      List<Book.CrossReference> related,
      CompositionRoom.Work work,
      Map<String, String> folios,
      ParagraphSetter setter) {
    Desk desk =
        new Desk(
            Article.draft(book.language()).finish(),
            profile,
            setter,
            Map.of(),
            Map.of(),
            Standing.ALONE);
    return new ContentsSetter(book, words, desk, folios, work.part())
        .related(related, profile.page().columnWidth());
  }

  private void back(Element root, Map<String, String> folios, int first, Consumer<Page> pages) {
    int columns = Math.max(2, profile.page().columns().count());
    PrintProfile narrow =
        opening(profile.on(profile.page().inColumns(columns)), Openers.Start.RECTO);
    Desk desk = desk(Article.draft(book.language()).finish(), narrow, Standing.ALONE);
    var maker = maker(narrow, PageNumbers.from(first, PageNumbers.Script.DIGITS), pages);
    for (Book.Index index : book.indexes()) {
      Element part = root.child(Element.Role.SECTION);
      String title = words.index(index.subject());
      maker.add(head(title, narrow, part, ContentsSetter.index(index.subject())), new NoteMarks());
      new ContentsSetter(book, words, desk, folios, part.child(Element.Role.INDEX))
          .index(index, galley -> maker.add(galley, new NoteMarks()));
    }
    int next = book.indexes().isEmpty() ? first : finish(maker) + 1;
    colophon(root, folios, next, pages);
  }

  private void colophon(Element root, Map<String, String> folios, int first, Consumer<Page> pages) {
    PrintProfile plain = opening(profile.on(profile.page().inColumns(1)), Openers.Start.RECTO);
    Desk desk = desk(Article.draft(book.language()).finish(), plain, Standing.ALONE);
    var maker = maker(plain, PageNumbers.from(first, PageNumbers.Script.DIGITS), pages);
    Element part = root.child(Element.Role.SECTION);
    maker.add(head(words.colophon(), plain, part, COLOPHON), new NoteMarks());
    new ContentsSetter(book, words, desk, folios, part)
        .sources(galley -> maker.add(galley, new NoteMarks()));
    finish(maker);
  }
}
