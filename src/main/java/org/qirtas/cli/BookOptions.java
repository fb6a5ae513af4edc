package org.qirtas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.profile.Openers;
import picocli.CommandLine.Option;

/** The options that say how articles become a book. */
final class BookOptions {
  /** What articles become. */
  enum Shape {
    ARTICLE,
    BOOK
  }

  /** The order of articles within what they are gathered under. */
  enum Order {
    DATE,
    NEWEST,
    TITLE,
    AUTHOR,
    GIVEN
  }

  /** What articles are gathered under. */
  enum Group {
    MONTH,
    YEAR,
    DAY,
    AUTHOR,
    PLACE,
    TAG,
    SOURCE,
    NONE
  }

  /** Where an article begins. */
  enum Start {
    RUN_ON,
    PAGE,
    RECTO;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Option(names = "--as", paramLabel = "article|book")
  private Shape shape = Shape.ARTICLE;

  @Option(names = "--title", paramLabel = "TITLE")
  private @Nullable String title;

  @Option(names = "--order", paramLabel = "date|newest|title|author|given")
  private @Nullable Order order;

  @Option(names = "--group", paramLabel = "month|year|day|author|place|tag|source|none")
  private @Nullable Group group;

  @Option(names = "--start", paramLabel = "run-on|page|recto")
  private @Nullable Start start;

  @Option(names = "--cover", paramLabel = "PICTURE")
  private @Nullable Path cover;

  @Option(names = "--cover-sheet")
  private boolean coverSheet;

  @Option(names = "--blurb", paramLabel = "TEXT")
  private List<String> blurb = new ArrayList<>();

  @Option(names = "--imprint", paramLabel = "LINE")
  private List<String> imprint = new ArrayList<>();

  /**
   * {@return whether all articles shall become one book}
   *
   * @throws QirtasException {@code USAGE} where something is said of a book that nobody wants
   */
  boolean isWanted() {
    boolean said =
        title != null
            || order != null
            || group != null
            || start != null
            || cover != null
            || coverSheet
            || !blurb.isEmpty()
            || !imprint.isEmpty();
    if (said && shape != Shape.BOOK) {
      throw new QirtasException(Fault.USAGE, "book.unwanted");
    }
    if (!blurb.isEmpty() && !coverSheet) {
      throw new QirtasException(Fault.USAGE, "book.blurb");
    }
    return shape == Shape.BOOK;
  }

  Optional<String> title() {
    return Optional.ofNullable(title).map(String::strip).filter(words -> !words.isEmpty());
  }

  Order order() {
    return order == null ? Order.DATE : order;
  }

  Group group() {
    return group == null ? Group.MONTH : group;
  }

  Openers.Start start() {
    return start == null ? Openers.Start.RUN_ON : Openers.Start.valueOf(start.name());
  }

  Optional<Path> cover() {
    return Optional.ofNullable(cover);
  }

  /** {@return whether the cover is wanted on a sheet of its own} */
  boolean coverSheet() {
    return coverSheet;
  }

  /** {@return what stands on the back of that, paragraph by paragraph} */
  List<String> blurb() {
    return blurb.stream().map(String::strip).filter(words -> !words.isEmpty()).toList();
  }

  List<String> imprint() {
    return imprint;
  }
}
