package org.qirtas.cli;

import static org.qirtas.cli.Timesheet.Work.CATALOGUING;
import static org.qirtas.cli.Timesheet.Work.WRITING;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.qirtas.QirtasException;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.Change;
import org.qirtas.archive.Holding;
import org.qirtas.archive.ItemId;
import org.qirtas.archive.Kinship;
import org.qirtas.archive.Status;
import org.qirtas.article.Article;
import org.qirtas.catalog.Hit;
import org.qirtas.catalog.Kin;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;

/** The archive with its catalog. */
final class ArchiveShelf implements Shelf {
  private static final int ITEMS_A_CATALOG = 5_000;
  private static final Duration LONGEST_UNCATALOGUED = Duration.ofSeconds(10);

  private final Desk desk;
  private final Ingest.OnDuplicate onDuplicate;
  private final InstantSource clock;
  private final Timesheet times;
  private Instant catalogued;
  private int uncatalogued;

  /**
   * The archive.
   *
   * @param onDuplicate what to do with an article whose text another item has
   * @param times where it is noted how long writing takes, and the catalog
   */
  ArchiveShelf(Qirtas qirtas, Ingest.OnDuplicate onDuplicate, Timesheet times) {
    this.onDuplicate = onDuplicate;
    this.times = times;
    clock = qirtas.clock();
    catalogued = clock.instant();
    desk = new Desk(qirtas, qirtas.archiveToFill());
  }

  static Outcome.Duplicate duplicate(Hit hit) {
    return new Outcome.Duplicate(hit.path(), Optional.of(hit));
  }

  @Override
  public Optional<Outcome.Duplicate> sameBytes(String sha512) {
    return times
        .on(CATALOGUING, () -> desk.catalog().sameBytes(sha512))
        .map(ArchiveShelf::duplicate);
  }

  @Override
  public Outcome store(Reading reading, Optional<String> location) {
    Article article = reading.article();
    Optional<ArchiveItem> older =
        times
            .on(CATALOGUING, () -> desk.catalog().sameSource(location, article.address()))
            .map(this::standing)
            .filter(there -> isOlder(there, article))
            .map(Holding::item);
    if (older.isPresent()) {
      return renew(older.get(), reading, location);
    }
    Optional<Kin> kin = kin(article);
    if (kin.isPresent() && onDuplicate == Ingest.OnDuplicate.SKIP) {
      return duplicate(kin.get().hit());
    }
    ArchiveItem item =
        times.on(
            WRITING, () -> desk.writer().store(reading, location, kin.map(ArchiveShelf::kinship)));
    return new Outcome.Stored(Optional.of(added(item, Optional.of(article))), article, kin);
  }

  private Optional<Kin> kin(Article article) {
    return onDuplicate == Ingest.OnDuplicate.STORE
        ? Optional.empty()
        : times.on(CATALOGUING, () -> desk.catalog().sameText(article.text()));
  }

  private static Kinship kinship(Kin kin) {
    return new Kinship(kin.same() ? Kinship.Kind.SAME_AS : Kinship.Kind.VERSION_OF, id(kin.hit()));
  }

  private static ItemId id(Hit hit) {
    return new ItemId(UUID.fromString(hit.id()));
  }

  private Holding standing(Hit hit) {
    return desk.writer().at(id(hit), hit.path());
  }

  @Override
  public Outcome redeem(Outcome.Duplicate known, Reading reading, Optional<String> location) {
    return renew(standing(known.hit().orElseThrow()).item(), reading, location);
  }

  private Outcome renew(ArchiveItem item, Reading reading, Optional<String> location) {
    return renew(item, reading, location, Change.byUser("ingest"));
  }

  Outcome renew(ArchiveItem item, Reading reading, Optional<String> location, Change change) {
    ArchiveItem newer =
        times.on(WRITING, () -> desk.writer().renew(item, reading, location, change));
    return new Outcome.Version(added(newer, Optional.of(reading.article())), reading.article());
  }

  /** A place may have been given to something else since. */
  private static boolean isOlder(Holding there, Article article) {
    return there.article().isPresent()
        ? SameArticle.of(there.article().get(), article)
        : there.item().status() == Status.QUARANTINED;
  }

  @Override
  public Outcome quarantine(Source source, Optional<String> location, QirtasException failure) {
    String cause = failure.key() + " " + failure.values();
    ArchiveItem item = times.on(WRITING, () -> desk.writer().quarantine(source, location, cause));
    return new Outcome.Quarantined(Optional.of(added(item, Optional.empty())), failure);
  }

  private ArchiveItem added(ArchiveItem item, Optional<Article> article) {
    uncatalogued++;
    return times.on(CATALOGUING, () -> desk.added(item, article));
  }

  /**
   * Stored is stored: the folders are waited for each time. The catalog can be made good from the
   * journal, and each of its commits is another piece to search and to merge.
   */
  @Override
  public void commit() {
    Instant now = clock.instant();
    if (uncatalogued >= ITEMS_A_CATALOG
        || Duration.between(catalogued, now).compareTo(LONGEST_UNCATALOGUED) >= 0) {
      commitAll();
    } else {
      commitFolders();
    }
  }

  private void commitAll() {
    if (uncatalogued > 0) {
      commitFolders();
      try (Timesheet.Stretch _ = times.on(CATALOGUING)) {
        desk.commit();
      }
      uncatalogued = 0;
    }
    catalogued = clock.instant();
  }

  private void commitFolders() {
    try (Timesheet.Stretch _ = times.on(WRITING)) {
      desk.writer().commit();
    }
  }

  @Override
  public void close() {
    try (desk) {
      commitAll();
    }
  }
}
