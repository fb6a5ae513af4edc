package org.qirtas.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.Event;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.OtherDate;
import org.qirtas.source.Provenance;

/**
 * Brings a new reading of an item's bytes together with what people have said of the item: what
 * somebody corrected stays as they left it, however often the bytes are read again.
 */
final class Collation {
  /** What can be said of an article. */
  private enum Field {
    LANGUAGE,
    TITLE,
    SUBTITLE,
    AUTHORS,
    PLACE,
    DATE,
    PUBLISHER,
    ADDRESS,
    TAGS,
    BODY;

    private Object of(Article article) {
      return switch (this) {
        case LANGUAGE -> article.language();
        case TITLE -> article.title();
        case SUBTITLE -> article.subtitle();
        case AUTHORS -> article.authors();
        case PLACE -> article.place();
        case DATE -> article.date();
        case PUBLISHER -> article.publisher();
        case ADDRESS -> article.address();
        case TAGS -> article.tags();
        case BODY -> article.body();
      };
    }

    boolean differs(Article one, Article other) {
      return !of(one).equals(of(other));
    }
  }

  private final Article current;
  private final Set<Field> said;

  /**
   * A collation.
   *
   * @param item an item that has an article
   */
  Collation(Archive archive, ArchiveItem item, Article current) {
    this.current = current;
    this.said = EnumSet.noneOf(Field.class);
    for (int number = 2; number <= item.version(); number++) {
      if (isCorrection(archive, archive.version(item, number))) {
        addDifferences(
            archive.article(archive.version(item, number - 1)),
            archive.article(archive.version(item, number)));
      }
    }
    addAttested(item);
  }

  private static boolean isCorrection(Archive archive, ArchiveItem version) {
    List<Event> events = archive.events(version);
    return !events.isEmpty() && events.getLast().kind() == Event.Kind.METADATA_MODIFICATION;
  }

  private void addDifferences(Optional<Article> before, Optional<Article> after) {
    if (before.isPresent() && after.isPresent()) {
      for (Field field : Field.values()) {
        if (field.differs(before.get(), after.get())) {
          said.add(field);
        }
      }
    }
  }

  /** What was said on the import, by an option or in a list. */
  private void addAttested(ArchiveItem item) {
    if (current.title().filter(Collation::bySomebody).isPresent()) {
      said.add(Field.TITLE);
    }
    if (current.authors().stream().anyMatch(Collation::bySomebody)) {
      said.add(Field.AUTHORS);
    }
    if (current.place().filter(Collation::bySomebody).isPresent()) {
      said.add(Field.PLACE);
    }
    if (current.date().filter(date -> bySomebody(date.evidence().origin())).isPresent()) {
      said.add(Field.DATE);
    }
    // These do not tell who said them.
    if (current.publisher().isPresent()) {
      said.add(Field.PUBLISHER);
    }
    if (item.origin().within().stream().anyMatch(Collation::isList)) {
      said.addAll(EnumSet.of(Field.LANGUAGE, Field.ADDRESS, Field.TAGS));
    }
  }

  private static boolean bySomebody(Attested<String> statement) {
    return bySomebody(statement.evidence().origin());
  }

  private static boolean bySomebody(Origin origin) {
    return origin == Origin.ARCHIVIST || origin == Origin.MANIFEST;
  }

  private static boolean isList(Provenance within) {
    return Inputs.mayBeManifest(java.nio.file.Path.of(within.container()));
  }

  /** {@return whether somebody corrected the text, whose pictures then stay, too} */
  boolean keepsBody() {
    return said.contains(Field.BODY);
  }

  /** {@return the article as it is read now, with what people said} */
  Article with(Article read) {
    boolean language = said.contains(Field.LANGUAGE);
    Optional<ArticleDate> date = one(Field.DATE, read, Article::date);
    return new Article(
        language ? current.language() : read.language(),
        language ? current.direction() : read.direction(),
        one(Field.TITLE, read, Article::title),
        one(Field.SUBTITLE, read, Article::subtitle),
        one(Field.AUTHORS, read, Article::authors),
        one(Field.PLACE, read, Article::place),
        date,
        said.contains(Field.DATE) ? current.otherDates() : otherDates(read, date.isPresent()),
        one(Field.PUBLISHER, read, Article::publisher),
        one(Field.ADDRESS, read, Article::address),
        one(Field.TAGS, read, Article::tags),
        one(Field.BODY, read, Article::body),
        read.related(),
        read.furniture(),
        said.contains(Field.BODY) ? current.recognition() : read.recognition(),
        said.contains(Field.BODY) ? current.gaps() : read.gaps());
  }

  private <T> T one(Field field, Article read, Function<Article, T> value) {
    return value.apply(said.contains(field) ? current : read);
  }

  /** The file that is read now is the archive's own, and when that was written says nothing. */
  private List<OtherDate> otherDates(Article read, boolean dated) {
    var dates = new ArrayList<OtherDate>();
    read.otherDates().stream().filter(date -> !ofFile(date)).forEach(dates::add);
    if (!dated) {
      current.otherDates().stream().filter(Collation::ofFile).forEach(dates::add);
    }
    return dates;
  }

  private static boolean ofFile(OtherDate date) {
    return date.evidence().origin() == Origin.FILE_SYSTEM;
  }
}
