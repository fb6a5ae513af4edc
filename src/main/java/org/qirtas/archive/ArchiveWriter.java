package org.qirtas.archive;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qirtas.QirtasException;
import org.qirtas.archive.Event.Kind;
import org.qirtas.archive.Event.Outcome;
import org.qirtas.article.Article;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;

/**
 * Puts items into an archive and changes them, each wholly or not at all. Holds the writer's lock
 * until it is closed. Not for use by several threads.
 *
 * <p>What is stored or changed is built aside at once, and takes its place with the next {@link
 * #commit()}, together with all else since the last one; until then a crash leaves nothing of it.
 * The disk is waited for once a commit, not once an item: commit after some hundred items, or after
 * a second, and tell nobody that an item is stored before that.
 *
 * <p>Where a commit fails the writer is of no more use; what was under way is finished or undone by
 * the next one.
 */
public final class ArchiveWriter implements AutoCloseable {
  private final Archive archive;
  private final InstantSource clock;
  private final WriterLock lock;
  private final ItemIds ids;
  private final List<Step> unsettled = new ArrayList<>();
  private final boolean told;
  private final Batch batch;
  private final Recovery recovery;

  ArchiveWriter(Archive archive, Durable disk, InstantSource clock, WriterLock lock)
      throws IOException {
    this.archive = archive;
    this.clock = clock;
    this.lock = lock;
    this.ids = new ItemIds(clock);
    this.batch = new Batch(archive, disk);
    this.recovery = new Recovery(archive, disk);
    try {
      Journal.Account account = archive.journal().read();
      recovery.run(account.steps());
      unsettled.addAll(account.steps());
      told = account.whole();
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Stores a source with the article that was read from it.
   *
   * @param reading what was read
   * @return the new item, as it will stand
   * @throws QirtasException {@code INPUT} where the source has changed since it was identified,
   *     {@code ARCHIVE} where the archive cannot be written
   */
  public ArchiveItem store(Reading reading) {
    return store(reading, Optional.empty());
  }

  /**
   * Stores a source with the article that was read from it.
   *
   * @param reading what was read
   * @param location where the source lay: what comes from there later is the same source again
   * @return the new item, as it will stand
   * @throws QirtasException {@code INPUT} where the source has changed since it was identified,
   *     {@code ARCHIVE} where the archive cannot be written
   */
  public ArchiveItem store(Reading reading, Optional<String> location) {
    return store(reading, location, Optional.empty());
  }

  /**
   * Stores a source with the article that was read from it, whose text another item has.
   *
   * @param reading what was read
   * @param location where the source lay: what comes from there later is the same source again
   * @param kin the other item
   * @return the new item, as it will stand
   * @throws QirtasException {@code INPUT} where the source has changed since it was identified,
   *     {@code ARCHIVE} where the archive cannot be written
   */
  public ArchiveItem store(Reading reading, Optional<String> location, Optional<Kinship> kin) {
    Original origin = Original.of(reading.source(), location, kin);
    var article = Optional.of(reading.article());
    Instant now = now();
    return store(
        now,
        new Contents(
            origin,
            Status.STORED,
            article,
            Optional.empty(),
            new Contents.Brought(
                reading.source().file(), reading.pictures(), reading.attachments()),
            Ingestion.events(
                origin, article, Optional.empty(), event(Kind.INGESTION, now, origin.name()))));
  }

  /**
   * Keeps a source that no article could be read from.
   *
   * @param source the source
   * @param location where the source lay: what comes from there later is the same source again
   * @param cause why: a message's key and values
   * @return the new item, quarantined, as it will stand
   * @throws QirtasException {@code INPUT} where the source has changed since it was identified,
   *     {@code ARCHIVE} where the archive cannot be written
   */
  public ArchiveItem quarantine(Source source, Optional<String> location, String cause) {
    Original origin = Original.of(source, location, Optional.empty());
    Optional<String> why = Optional.of(cause);
    Instant now = now();
    return store(
        now,
        new Contents(
            origin,
            Status.QUARANTINED,
            Optional.empty(),
            why,
            new Contents.Brought(source.file(), Map.of(), Map.of()),
            Ingestion.events(
                origin, Optional.empty(), why, event(Kind.INGESTION, now, origin.name()))));
  }

  /**
   * Makes a new version of an item that says other things of it; what came in stays as it is. A
   * corrected date moves the item's folder.
   *
   * @param item the item
   * @param article what is right
   * @param change who says so, and why
   * @return the item, as it will stand
   * @throws QirtasException {@code ARCHIVE} where the archive cannot be written, {@code DAMAGE}
   *     where the item cannot be read
   */
  public ArchiveItem revise(ArchiveItem item, Article article, Change change) {
    commitWhat(item.id());
    Instant now = now();
    boolean withdrawn = item.status() == Status.WITHDRAWN;
    var contents =
        new Contents(
            item.origin(),
            withdrawn ? Status.WITHDRAWN : Status.STORED,
            Optional.of(article),
            item.cause().filter(_ -> withdrawn),
            Contents.kept(item),
            after(item, event(Kind.METADATA_MODIFICATION, now, change.why())));
    return revise(item, contents, now, change);
  }

  /**
   * Makes a new version of an item whose source came in again with other bytes.
   *
   * @param item the item
   * @param reading what was read
   * @param location where the source lay
   * @param change who brings it, and why
   * @return the item, as it will stand
   * @throws QirtasException {@code INPUT} where the source has changed since it was identified,
   *     {@code ARCHIVE} where the archive cannot be written, {@code DAMAGE} where the item cannot
   *     be read
   */
  public ArchiveItem renew(
      ArchiveItem item, Reading reading, Optional<String> location, Change change) {
    commitWhat(item.id());
    Instant now = now();
    Original origin = Original.of(reading.source(), location, item.origin().kin());
    Optional<Article> article = Optional.of(reading.article());
    List<Event> again =
        Ingestion.events(
            origin, article, Optional.empty(), event(Kind.MODIFICATION, now, origin.name()));
    boolean withdrawn = item.status() == Status.WITHDRAWN;
    var contents =
        new Contents(
            origin,
            withdrawn ? Status.WITHDRAWN : Status.STORED,
            article,
            item.cause().filter(_ -> withdrawn),
            new Contents.Brought(
                reading.source().file(), reading.pictures(), reading.attachments()),
            after(item, again.toArray(Event[]::new)));
    return revise(item, contents, now, change);
  }

  /**
   * Makes a new version of an item that says that it no longer counts, or that it counts again.
   * Nothing is erased.
   *
   * @param item the item
   * @param withdrawn whether it is withdrawn, or brought back
   * @param change who says so, and why
   * @return the item, as it will stand
   * @throws QirtasException {@code ARCHIVE} where the archive cannot be written, {@code DAMAGE}
   *     where the item cannot be read
   */
  public ArchiveItem withdraw(ArchiveItem item, boolean withdrawn, Change change) {
    commitWhat(item.id());
    Instant now = now();
    Optional<Article> article = archive.article(item);
    Status standing = article.isPresent() ? Status.STORED : Status.QUARANTINED;
    Kind kind = withdrawn ? Kind.DEACCESSION : Kind.ACCESSION;
    var contents =
        new Contents(
            item.origin(),
            withdrawn ? Status.WITHDRAWN : standing,
            article,
            Optional.of(change.why()).filter(_ -> withdrawn),
            Contents.kept(item),
            after(item, event(kind, now, change.why())));
    return revise(item, contents, now, change);
  }

  /**
   * Erases an item's content for good, in all its versions; what stays is its id, the digest of
   * what came in, and that and why it was erased. Its folder gives up the title's words, too.
   *
   * @param item the item
   * @param change who erases it, and why
   * @return the tombstone, as it will stand
   * @throws QirtasException {@code ARCHIVE} where the archive cannot be written, {@code DAMAGE}
   *     where the item cannot be read
   */
  public ArchiveItem purge(ArchiveItem item, Change change) {
    commitWhat(item.id());
    Instant now = now();
    var events = new ArrayList<Event>();
    // What happened stays known; what was said of it may be what has to go.
    for (Event event : archive.events(item)) {
      events.add(new Event(event.kind(), event.moment(), event.outcome(), ""));
    }
    events.add(event(Kind.DEACCESSION, now, change.why()));
    events.add(event(Kind.DELETION, now, change.why()));
    var contents =
        new Contents(
            item.origin().purged(),
            Status.WITHDRAWN,
            Optional.empty(),
            Optional.of(change.why()),
            new Contents.Kept(List.of()),
            events);
    String to = batch.promise(DatedFolder.above(item.path()), item.id(), "withdrawn");
    var step = new Step(Step.Kind.PURGE, item.id(), item.path(), Optional.of(to), 1);
    return batch.build(step, Inventory.empty(item.id()), contents, now, change);
  }

  /**
   * Takes an item of another archive in as it is, with its id and all its versions.
   *
   * @param other the other archive, or a folder that is laid out otherwise
   * @param item the item there, found whole by an {@link Audit}
   * @return the item, as it will stand
   * @throws QirtasException {@code ARCHIVE} where the archive cannot be written, {@code DAMAGE}
   *     where the item cannot be read
   */
  public ArchiveItem adopt(Archive other, ArchiveItem item) {
    Optional<Article> article = other.article(item);
    String path = batch.promise(DatedFolder.of(article), item.id(), item.title(article));
    return batch.adopt(other.folder(item.path()), other.inventory(item), path);
  }

  /**
   * Puts an item right as far as that can be done without touching its content: finishes a version
   * that was cut short, restores an inventory from its copy, and has the item moved to the folder
   * of its date with the next {@link #commit()}.
   *
   * @param path the item's folder
   * @return what was done; empty where nothing was to be done, or nothing could be
   * @throws QirtasException {@code ARCHIVE} where the archive cannot be written
   */
  public List<Mending> mend(String path) {
    var done = new ArrayList<Mending>();
    try {
      if (recovery.finishVersion(archive.folder(path))) {
        done.add(Mending.INVENTORY);
      }
      if (recovery.declare(archive.folder(path))) {
        done.add(Mending.DECLARATION);
      }
    } catch (IOException e) {
      throw archive.unwritable(e);
    }
    if (batch.putInPlace(path)) {
      done.add(Mending.MOVED);
    }
    return done;
  }

  /**
   * Gives all that was stored and changed since the last commit its place; it is on the disk when
   * this returns.
   *
   * @throws QirtasException {@code ARCHIVE} where the archive cannot be written
   */
  public void commit() {
    unsettled.addAll(batch.commit());
  }

  /**
   * {@return the items that changed since all that is derived from the folders was up to date: by
   * id, the paths where each may stand now; empty where nobody can tell}
   */
  public Optional<Map<ItemId, List<String>>> unsettled() {
    return told ? Optional.of(Step.byItem(unsettled)) : Optional.empty();
  }

  /** Says that everything derived from the folders is up to date with them. */
  public void settle() {
    try {
      archive.journal().clear();
      unsettled.clear();
    } catch (IOException e) {
      throw archive.unwritable(e);
    }
  }

  /**
   * {@return an item with its article, as it stands or will stand with the next commit}
   *
   * @param id the item
   * @param path its folder, relative to the archive's, with forward slashes
   * @throws QirtasException {@code DAMAGE} where there is no item that can be read
   */
  public Holding at(ItemId id, String path) {
    return batch
        .built(id, path)
        .orElseGet(() -> {
          commitWhat(id);
          return archive.read(path);
        });
  }

  /** {@return the archive that it writes into} */
  public Archive archive() {
    return archive;
  }

  /** Commits, unless that has failed before, and gives the lock back. */
  @Override
  public void close() {
    try {
      if (batch.isSound()) {
        commit();
      }
    } finally {
      lock.close();
    }
  }

  private ArchiveItem store(Instant now, Contents contents) {
    ItemId id = ids.next();
    String path = batch.promise(DatedFolder.of(contents.article()), id, contents.titles());
    var step = new Step(Step.Kind.STORE, id, path, Optional.empty(), 1);
    return batch.build(step, Inventory.empty(id), contents, now, Change.byUser("ingest"));
  }

  private ArchiveItem revise(ArchiveItem item, Contents contents, Instant now, Change change) {
    Inventory before = archive.inventory(item);
    var step =
        new Step(
            Step.Kind.REVISE,
            item.id(),
            item.path(),
            batch.moved(item, contents.article(), contents.titles()),
            before.head() + 1);
    return batch.build(step, before, contents, now, change);
  }

  private List<Event> after(ArchiveItem item, Event... events) {
    var all = new ArrayList<>(archive.events(item));
    all.addAll(List.of(events));
    return all;
  }

  private static Event event(Kind kind, Instant now, String detail) {
    return new Event(kind, now, Outcome.SUCCESS, detail);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** An item can change once a commit: a second change needs the first in its place. */
  private void commitWhat(ItemId id) {
    if (batch.concerns(id)) {
      commit();
    }
  }
}
