package org.qirtas.compose;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Language;

/**
 * Many articles as one book, before it is composed.
 *
 * @param language the language that the book speaks of itself: its contents, indexes, page numbers
 * @param title its title
 * @param span its articles' first and last day; empty where none has a date
 * @param imprint who publishes it and where, line by line
 * @param cover its cover
 * @param parts its articles
 * @param indexes what stands in it, by name
 * @param sources where its articles are from
 */
public record Book(
    Language language,
    String title,
    Optional<Span> span,
    List<String> imprint,
    Cover cover,
    List<Part> parts,
    List<Index> indexes,
    Sources sources) {
  /** Takes copies of the lists. */
  public Book {
    imprint = List.copyOf(imprint);
    parts = List.copyOf(parts);
    indexes = List.copyOf(indexes);
  }

  /**
   * What a book is bound in.
   *
   * @param picture the picture on its front
   * @param apart whether it is printed on a sheet of its own: the book then begins with a half
   *     title
   * @param blurb what stands on its back, paragraph by paragraph
   */
  public record Cover(Optional<Picture> picture, boolean apart, List<String> blurb) {
    /** Takes a copy of the paragraphs. */
    public Cover {
      blurb = List.copyOf(blurb);
    }
  }

  /**
   * Days, both included.
   *
   * @param first the first
   * @param last the last
   */
  public record Span(LocalDate first, LocalDate last) {}

  /** What articles are gathered under; the book's language words it, in both calendars. */
  public sealed interface Heading {
    /**
     * A year.
     *
     * @param year the year, Gregorian
     */
    record Year(int year) implements Heading {}

    /**
     * A month.
     *
     * @param month the month, Gregorian
     */
    record Month(YearMonth month) implements Heading {}

    /**
     * A day.
     *
     * @param day the day
     */
    record Day(LocalDate day) implements Heading {}

    /**
     * A name.
     *
     * @param name the name
     */
    record Named(String name) implements Heading {}

    /** What has no date. */
    record Undated() implements Heading {}

    /** What has no such name. */
    record Others() implements Heading {}
  }

  /**
   * A part, which begins on a right of its own.
   *
   * @param heading what it is called; empty where the book has no parts
   * @param sections what is in it
   */
  public record Part(Optional<Heading> heading, List<Section> sections) {
    /** Takes a copy of the sections. */
    public Part {
      sections = List.copyOf(sections);
    }
  }

  /**
   * A section of a part.
   *
   * @param heading what it is called; empty where the part is not parted
   * @param chapters its articles, in order
   */
  public record Section(Optional<Heading> heading, List<Chapter> chapters) {
    /** Takes a copy of the chapters. */
    public Section {
      chapters = List.copyOf(chapters);
    }
  }

  /**
   * An article in its place.
   *
   * @param anchor what indexes and other articles call it; once in the book
   * @param title its title; empty where it has none
   * @param matter what is printed of it: asked for once a pass, by any thread
   */
  public record Chapter(String anchor, Optional<String> title, Supplier<Content> matter) {}

  /**
   * What is printed of an article.
   *
   * @param article the article
   * @param pictures its pictures, by name
   * @param related the other articles that it points to
   */
  public record Content(
      Article article, Map<String, Picture> pictures, List<CrossReference> related) {
    /** Takes copies. */
    public Content {
      pictures = Map.copyOf(pictures);
      related = List.copyOf(related);
    }
  }

  /** A line that points to another article. */
  public sealed interface CrossReference {
    /** {@return what it says} */
    String words();

    /**
     * To an article of the book, whose page is printed.
     *
     * @param words the article's title
     * @param anchor the article
     */
    record ToPage(String words, String anchor) implements CrossReference {}

    /**
     * To an article that the archive has and the book has not, whose day is printed.
     *
     * @param words the article's title
     * @param date its date
     */
    record ToDay(String words, ArticleDate date) implements CrossReference {}

    /**
     * To an article of which nothing is known but what the line says.
     *
     * @param words the line
     */
    record AsWritten(String words) implements CrossReference {}
  }

  /**
   * An index.
   *
   * @param subject what of
   * @param terms what stands in it, in alphabetical order
   */
  public record Index(Subject subject, List<Term> terms) {
    /** Takes a copy of the terms. */
    public Index {
      terms = List.copyOf(terms);
    }
  }

  /** What an index is of. */
  public enum Subject {
    /** Who wrote. */
    AUTHORS,
    /** Where from. */
    PLACES,
    /** What about. */
    TAGS
  }

  /**
   * A line of an index.
   *
   * @param name what is looked up
   * @param letter what it is looked up under
   * @param anchors the articles, in the book's order
   */
  public record Term(String name, String letter, List<String> anchors) {
    /** Takes a copy of the anchors. */
    public Term {
      anchors = List.copyOf(anchors);
    }
  }

  /**
   * Where the articles are from, so that each can be checked against the archive.
   *
   * @param publishers who published them, and how many of them
   * @param originals the files that they were made from, in the book's order
   * @param digest SHA-512 of all the files' digests, each on a line, in that order
   */
  public record Sources(Map<String, Integer> publishers, List<Original> originals, String digest) {
    /** Takes a copy of the list. */
    public Sources {
      originals = List.copyOf(originals);
    }
  }

  /**
   * A file that an article was made from.
   *
   * @param anchor the article
   * @param name the file's name
   * @param sha512 the digest of its bytes, in hexadecimal
   */
  public record Original(String anchor, String name, String sha512) {}
}
