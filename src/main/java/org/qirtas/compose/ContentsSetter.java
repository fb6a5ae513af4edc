package org.qirtas.compose;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.qirtas.article.ArticleDate;
import org.qirtas.measure.Length;
import org.qirtas.profile.Alignment;
import org.qirtas.profile.TypeStyle;

/** Sets what leads through a book: its contents, its indexes, its cross-references, its sources. */
final class ContentsSetter {
  /** Galleys are handed on after so many entries. */
  private static final int PORTION = 200;

  /** How many hexadecimal digits of a digest tell a file from any other of the book: 96 bits. */
  private static final int SHORT_DIGEST = 24;

  /** The list of originals is for who checks, not for who reads. */
  private static final double SMALLEST = 0.8;

  private final Book book;
  private final BookWords words;
  private final Desk desk;
  private final EntrySetter entries;
  private final Element owner;

  ContentsSetter(Book book, BookWords words, Desk desk, Map<String, String> folios, Element owner) {
    this.book = book;
    this.words = words;
    this.desk = desk;
    this.entries = new EntrySetter(desk, folios);
    this.owner = owner;
  }

  static String part(int number) {
    return "part-" + number;
  }

  static String section(int part, int number) {
    return "section-" + part + "-" + number;
  }

  static String index(Book.Subject subject) {
    return "index-" + subject.name().toLowerCase(Locale.ROOT);
  }

  private TypeStyle small() {
    TypeStyle note = desk.styles().note();
    return note.aligned(Alignment.START).bare();
  }

  /** The table of contents. */
  void set(Consumer<Galley> target) {
    TypeStyle small = small();
    TypeStyle strong = small.emboldened();
    Length em = small.size();
    var galley = new Portions(target);
    for (int p = 0; p < book.parts().size(); p++) {
      Book.Part part = book.parts().get(p);
      String anchor = part(p);
      part.heading()
          .ifPresent(heading -> {
            galley.space(small.leading().times(0.75));
            galley.addKept(entry(words.of(heading), anchor, strong, Length.ZERO));
          });
      for (int s = 0; s < part.sections().size(); s++) {
        Book.Section section = part.sections().get(s);
        String day = section(p, s);
        section
            .heading()
            .ifPresent(heading -> {
              galley.space(small.leading().times(0.25));
              galley.addKept(entry(words.of(heading), day, strong, em));
            });
        Length indent =
            section.heading().isPresent()
                ? em.times(2)
                : part.heading().isPresent() ? em : Length.ZERO;
        for (Book.Chapter chapter : section.chapters()) {
          String title = chapter.title().orElseGet(words::untitled);
          galley.add(entry(title, chapter.anchor(), small, indent));
        }
      }
    }
    galley.space(small.leading().times(0.75));
    for (Book.Index index : book.indexes()) {
      galley.add(entry(words.index(index.subject()), index(index.subject()), strong, Length.ZERO));
    }
    galley.add(entry(words.colophon(), "colophon", strong, Length.ZERO));
    galley.finish();
  }

  private List<Strip> entry(String title, String anchor, TypeStyle style, Length indent) {
    return entries.set(
        new EntrySetter.Entry(title, anchor),
        style,
        owner.child(Element.Role.CONTENTS_ENTRY),
        indent,
        desk.profile().page().columnWidth());
  }

  /** An index, under the letters that its terms begin with. */
  void index(Book.Index index, Consumer<Galley> target) {
    TypeStyle small = small();
    Length measure = desk.profile().page().columnWidth();
    var galley = new Portions(target);
    String letter = "";
    for (Book.Term term : index.terms()) {
      if (!term.letter().equals(letter)) {
        letter = term.letter();
        galley.space(small.leading().times(0.75));
        galley.addKept(
            entries.plain(
                letter, small.emboldened(), owner.child(Element.Role.PARAGRAPH), measure));
      }
      galley.add(entries.term(term, small, owner.child(Element.Role.PARAGRAPH), measure));
    }
    galley.finish();
  }

  /** Other articles that an article points to. */
  Galley related(List<Book.CrossReference> related, Length measure) {
    TypeStyle style = desk.styles().note().aligned(Alignment.START).bare();
    var galley = new Galley();
    galley.space(desk.styles().body().leading());
    Element part = owner.child(Element.Role.SECTION);
    galley.addKeptWithNext(
        entries.plain(
            words.seeAlso(), style.emboldened(), part.child(Element.Role.PARAGRAPH), measure));
    for (Book.CrossReference reference : related) {
      Element line = part.child(Element.Role.PARAGRAPH);
      galley.add(
          switch (reference) {
            case Book.CrossReference.ToPage(String title, String anchor) ->
                entries.set(
                    new EntrySetter.Entry(title, anchor), style, line, Length.ZERO, measure);
            case Book.CrossReference.ToDay(String title, ArticleDate date) ->
                entries.dated(title, words.date(date), style, line, measure);
            case Book.CrossReference.AsWritten(String text) ->
                entries.plain(text, style, line, measure);
          });
    }
    return galley;
  }

  /** Where the articles are from. */
  void sources(Consumer<Galley> target) {
    TypeStyle small = small();
    TypeStyle smallest = small.shrunk(SMALLEST).led(small.leading().times(SMALLEST));
    Length measure = desk.profile().page().columnWidth();
    var galley = new Portions(target);
    book.sources()
        .publishers()
        .forEach((name, count) ->
            galley.add(paragraph(name + ": " + words.number(count), small, measure)));
    galley.space(small.leading().times(0.5));
    galley.add(paragraph(words.digests(), small, measure));
    String digest = book.sources().digest().replaceAll("(.{8})(?=.)", "$1 ");
    galley.add(paragraph(digest, smallest, measure));
    galley.space(small.leading().times(0.5));
    for (Book.Original original : book.sources().originals()) {
      String line = original.name() + " · " + original.sha512().substring(0, SHORT_DIGEST);
      galley.add(
          entries.set(
              new EntrySetter.Entry(line, original.anchor()),
              smallest,
              owner.child(Element.Role.PARAGRAPH),
              Length.ZERO,
              measure));
    }
    galley.finish();
  }

  private List<Strip> paragraph(String text, TypeStyle style, Length measure) {
    return entries.plain(text, style, owner.child(Element.Role.PARAGRAPH), measure);
  }

  /** Galleys of a size that whoever makes them up need not hold all entries at once. */
  private static final class Portions {
    private final Consumer<Galley> target;
    private Galley galley = new Galley();
    private int count;

    Portions(Consumer<Galley> target) {
      this.target = target;
    }

    void space(Length space) {
      galley.space(space);
    }

    void add(List<Strip> strips) {
      galley.add(strips);
      if (++count % PORTION == 0) {
        finish();
        galley = new Galley();
      }
    }

    void addKept(List<Strip> strips) {
      galley.addKeptWithNext(strips);
    }

    void finish() {
      target.accept(galley);
    }
  }
}
