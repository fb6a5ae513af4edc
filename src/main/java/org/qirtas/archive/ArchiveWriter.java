package org.qirtas.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Event.Kind;
import org.qirtas.archive.Event.Outcome;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate;
import org.qirtas.article.Attested;
import org.qirtas.source.Digest;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;

/**
 * Puts items into an archive, each wholly or not at all. Holds the writer's lock until it is
 * closed. Not for use by several threads.
 */
public final class ArchiveWriter implements AutoCloseable {
  // So many items of one title and day get a number; after that a part of the id tells them apart,
  // since a thousand equal titles must not mean a million looks at the disk.
  private static final int NUMBERED = 9;

  private final Archive archive;
  private final InstantSource clock;
  private final WriterLock lock;
  private final ItemIds ids;
  private boolean unsettled;

  ArchiveWriter(Archive archive, InstantSource clock, WriterLock lock) throws IOException {
    this.archive = archive;
    this.clock = clock;
    this.lock = lock;
    this.ids = new ItemIds(clock);
    this.unsettled = archive.isUnsettled();
    try {
      Durable.delete(archive.staging());
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Stores a source with the article that was read from it.
   *
   * @param reading what was read
   * @return the new item
   * @throws QirtasException {@code INPUT} where the source has changed since it was identified,
   *     {@code ARCHIVE} where the archive cannot be written
   */
  public ArchiveItem store(Reading reading) {
    Article article = reading.article();
    String title = article.title().map(Attested::value).orElse("");
    return store(
        reading.source(),
        new Contents(Status.STORED, Optional.of(article), Optional.empty(), reading.pictures()),
        folder(article.date()),
        new String[] {title, stem(reading.source().name())});
  }

  /**
   * Keeps a source that no article could be read from.
   *
   * @param source the source
   * @param cause why: a message's key and values
   * @return the new item, quarantined
   * @throws QirtasException {@code INPUT} where the source has changed since it was identified,
   *     {@code ARCHIVE} where the archive cannot be written
   */
  public ArchiveItem quarantine(Source source, String cause) {
    return store(
        source,
        new Contents(Status.QUARANTINED, Optional.empty(), Optional.of(cause), Map.of()),
        Archive.UNDATED,
        new String[] {stem(source.name())});
  }

  /** Says that everything derived from the folders is up to date with them. */
  public void settle() {
    try {
      archive.settled();
      unsettled = false;
    } catch (IOException e) {
      throw archive.unwritable(e);
    }
  }

  /** {@return the archive that it writes into} */
  public Archive archive() {
    return archive;
  }

  @Override
  public void close() {
    lock.close();
  }

  private record Contents(
      Status status,
      Optional<Article> article,
      Optional<String> cause,
      Map<String, byte[]> pictures) {}

  private ArchiveItem store(Source source, Contents contents, String folder, String[] titles) {
    ItemId id = ids.next();
    Path staged = archive.staging().resolve(id.toString());
    try {
      Durable.createFolders(archive.staging());
      build(staged, id, source, contents);
      if (!unsettled) {
        archive.unsettle();
        unsettled = true;
      }
      Path parent = archive.folder(folder);
      Durable.createFolders(parent);
      String slug = free(parent, id, titles);
      Durable.rename(staged, parent.resolve(slug));
      return archive.at(folder + "/" + slug);
    } catch (IOException e) {
      discard(staged);
      throw archive.unwritable(e);
    } catch (QirtasException e) {
      discard(staged);
      throw e;
    }
  }

  private void build(Path staged, ItemId id, Source source, Contents contents) throws IOException {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var origin =
        new Original(
            source.name(),
            source.digest().hex(),
            source.size(),
            source.mediaType(),
            source.within());
    var object = new ObjectDraft(staged);
    copyOriginal(object, source);
    for (var picture : new java.util.TreeMap<>(contents.pictures()).entrySet()) {
      object.add(ArchiveItem.PICTURES + FileName.safe(picture.getKey()), picture.getValue());
    }
    object.add(
        ArchiveItem.ARTICLE,
        RecordJson.write(id, origin, contents.status(), contents.cause(), contents.article()));
    object.add(ArchiveItem.EVENTS, EventLog.write(events(origin, contents, now), id));
    object.seal(id, now, "ingest", System.getProperty("user.name", "unknown"));
  }

  private static void copyOriginal(ObjectDraft object, Source source) throws IOException {
    String copied;
    try {
      copied = object.copy(ArchiveItem.ORIGINALS + FileName.safe(source.name()), source.file());
    } catch (java.nio.file.NoSuchFileException | java.nio.file.AccessDeniedException gone) {
      throw new QirtasException(gone, Fault.INPUT, "archive.source.gone", source.file());
    }
    if (!new Digest(copied).equals(source.digest())) {
      throw new QirtasException(Fault.INPUT, "archive.source.changed", source.file());
    }
  }

  private static List<Event> events(Original origin, Contents contents, Instant now) {
    var digest =
        new Event(
            Kind.MESSAGE_DIGEST_CALCULATION, now, Outcome.SUCCESS, "sha512 " + origin.sha512());
    var format = new Event(Kind.FORMAT_IDENTIFICATION, now, Outcome.SUCCESS, origin.mediaType());
    var ingestion = new Event(Kind.INGESTION, now, Outcome.SUCCESS, origin.name());
    Event last =
        contents
            .cause()
            .map(cause -> new Event(Kind.QUARANTINE, now, Outcome.WARNING, cause))
            .orElseGet(() -> extraction(contents.article(), now));
    return List.of(digest, format, last, ingestion);
  }

  private static Event extraction(Optional<Article> article, Instant now) {
    Optional<ArticleDate> date = article.flatMap(Article::date);
    String detail =
        date.map(known ->
                String.format(
                    Locale.ROOT,
                    "date %s from %s: %s",
                    known.edtf(),
                    known.evidence().origin(),
                    known.evidence().raw()))
            .orElse("no date");
    return new Event(
        Kind.METADATA_EXTRACTION,
        now,
        date.isPresent() ? Outcome.SUCCESS : Outcome.WARNING,
        detail);
  }

  /** The folder of a date; a year that has not four digits has no place in the tree. */
  private static String folder(Optional<ArticleDate> date) {
    return date.filter(known -> known.from().getYear() >= 1 && known.from().getYear() <= 9999)
        .map(known -> {
          String day = known.from().toLocalDate().toString().replace('-', '/');
          return switch (known.precision()) {
            case MINUTE, DAY -> day;
            case MONTH -> day.substring(0, 7);
            case YEAR -> day.substring(0, 4);
          };
        })
        .orElse(Archive.UNDATED);
  }

  private static String free(Path parent, ItemId id, String... titles) {
    String slug = Slug.of("", titles);
    for (int number = 2; Files.exists(parent.resolve(slug)) && number <= NUMBERED; number++) {
      slug = Slug.of("-" + number, titles);
    }
    String tail = id.toString().substring(24);
    return Files.exists(parent.resolve(slug)) ? Slug.of("-" + tail, titles) : slug;
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static void discard(Path staged) {
    try {
      Durable.delete(staged);
    } catch (IOException left) {
      // The next writer clears the staging folder; what matters is what led here.
    }
  }
}
