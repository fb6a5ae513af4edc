package org.qirtas.cli;

import java.util.Optional;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.Change;
import org.qirtas.archive.Status;
import org.qirtas.article.Article;
import org.qirtas.catalog.Hit;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;

/** The archive with its catalog. */
final class ArchiveShelf implements Shelf {
  private final Desk desk;
  private boolean changed;

  ArchiveShelf(Qirtas qirtas) {
    desk = new Desk(qirtas, qirtas.archiveToFill());
  }

  static Outcome.Duplicate duplicate(Hit hit) {
    return new Outcome.Duplicate(hit.path(), Optional.of(hit));
  }

  @Override
  public Optional<Outcome.Duplicate> sameBytes(String sha512) {
    return desk.catalog().sameBytes(sha512).map(ArchiveShelf::duplicate);
  }

  @Override
  public Outcome store(Reading reading, Optional<String> location) {
    Article article = reading.article();
    Optional<ArchiveItem> older =
        desk.catalog()
            .sameSource(location, article.address())
            .map(hit -> desk.writer().archive().at(hit.path()))
            .filter(item -> isOlder(item, article));
    if (older.isPresent()) {
      return renew(older.get(), reading, location);
    }
    return new Outcome.Stored(
        Optional.of(added(desk.writer().store(reading, location), Optional.of(article))), article);
  }

  @Override
  public Outcome redeem(Outcome.Duplicate known, Reading reading, Optional<String> location) {
    return renew(desk.writer().archive().at(known.path()), reading, location);
  }

  private Outcome renew(ArchiveItem item, Reading reading, Optional<String> location) {
    ArchiveItem newer = desk.writer().renew(item, reading, location, Change.byUser("ingest"));
    return new Outcome.Version(added(newer, Optional.of(reading.article())), reading.article());
  }

  /** A place may have been given to something else since. */
  private boolean isOlder(ArchiveItem item, Article article) {
    Optional<Article> before = desk.writer().archive().article(item);
    return before.isPresent()
        ? SameArticle.of(before.get(), article)
        : item.status() == Status.QUARANTINED;
  }

  @Override
  public Optional<ArchiveItem> quarantine(Source source, Optional<String> location, String cause) {
    return Optional.of(added(desk.writer().quarantine(source, location, cause), Optional.empty()));
  }

  private ArchiveItem added(ArchiveItem item, Optional<Article> article) {
    changed = true;
    return desk.added(item, article);
  }

  @Override
  public void commit() {
    if (changed) {
      desk.commit();
      changed = false;
    }
  }

  @Override
  public void close() {
    desk.close();
  }
}
