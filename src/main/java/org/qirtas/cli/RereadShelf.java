package org.qirtas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.Change;
import org.qirtas.archive.StoredFile;
import org.qirtas.article.Article;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;

/**
 * The archive, when what it keeps is read again: an item gets a new version where its article, or a
 * picture of it, is another now. Of a container that could not be opened before, the articles
 * become items of their own.
 */
final class RereadShelf implements Shelf {
  private static final String ATTACHMENTS = "attachments/";

  /** More than are read at a time. */
  private static final int MOST_EXPECTED = 200;

  private static final String PICTURES = "pictures/";

  private final Archive archive;
  private final Optional<ArchiveShelf> shelf;
  private final Map<String, ArchiveItem> items =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ArchiveItem> eldest) {
          return size() > MOST_EXPECTED;
        }
      };

  /**
   * The archive.
   *
   * @param shelf where versions go; empty for a rehearsal
   */
  RereadShelf(Archive archive, Optional<ArchiveShelf> shelf) {
    this.archive = archive;
    this.shelf = shelf;
  }

  /** Says that an item is going to be read again. */
  void expect(ArchiveItem item) {
    items.put(Lot.key(item), item);
  }

  @Override
  public Optional<Outcome.Duplicate> sameBytes(String sha512) {
    // They are there, which is why they are read.
    return Optional.empty();
  }

  @Override
  public Outcome store(Reading reading, Optional<String> location) {
    String place = location.orElseThrow();
    int inner = place.indexOf("!/");
    ArchiveItem item = expected(inner < 0 ? place : place.substring(0, inner));
    try {
      return inner < 0
          ? collate(item, reading)
          : emerge(reading, item.origin().location().map(lay -> lay + place.substring(inner)));
    } catch (QirtasException failure) {
      if (failure.fault() != Fault.DAMAGE) {
        throw failure;
      }
      return new Outcome.Failed(failure);
    }
  }

  private ArchiveItem expected(String key) {
    return Optional.ofNullable(items.get(key)).orElseThrow();
  }

  private Outcome collate(ArchiveItem item, Reading reading) {
    Optional<Article> before = archive.article(item);
    if (before.isEmpty()) {
      return renew(item, reading);
    }
    var collation = new Collation(archive, item, before.get());
    Article after = collation.with(reading.article());
    Reading merged =
        new Reading(
            reading.source(),
            after,
            collation.keepsBody() ? bytes(item, PICTURES) : reading.pictures(),
            reading.attachments());
    boolean same =
        after.equals(before.get())
            && same(item, PICTURES, merged.pictures())
            && same(item, ATTACHMENTS, merged.attachments());
    return same ? new Outcome.Unchanged() : renew(item, merged);
  }

  private Outcome renew(ArchiveItem item, Reading reading) {
    return shelf
        .map(kept -> kept.renew(item, reading, item.origin().location(), Change.byUser("reread")))
        .orElseGet(() -> new Outcome.Version(item, reading.article()));
  }

  /** An article that was hidden in a container that nobody could open. */
  private Outcome emerge(Reading reading, Optional<String> location) {
    if (shelf.isEmpty()) {
      return new Outcome.Stored(Optional.empty(), reading.article(), Optional.empty());
    }
    Optional<Outcome.Duplicate> known = shelf.get().sameBytes(reading.source().digest().hex());
    return known.isPresent() ? known.get() : shelf.get().store(reading, location);
  }

  private boolean same(ArchiveItem item, String folder, Map<String, byte[]> now) {
    Map<String, byte[]> before = bytes(item, folder);
    return before.size() == now.size()
        && before.values().stream()
            .map(RereadShelf::digest)
            .sorted()
            .toList()
            .equals(now.values().stream().map(RereadShelf::digest).sorted().toList());
  }

  private static String digest(byte[] bytes) {
    return org.qirtas.source.Digest.of(bytes).hex();
  }

  private SortedMap<String, byte[]> bytes(ArchiveItem item, String folder) {
    var bytes = new TreeMap<String, byte[]>();
    for (StoredFile file : item.files()) {
      if (file.name().startsWith(folder)) {
        bytes.put(file.name().substring(folder.length()), read(item, file));
      }
    }
    return bytes;
  }

  private byte[] read(ArchiveItem item, StoredFile file) {
    try {
      return Files.readAllBytes(archive.locate(item, file));
    } catch (IOException e) {
      throw new QirtasException(e, Fault.INPUT, "ingest.reread.damaged", item.path());
    }
  }

  @Override
  public Outcome redeem(Outcome.Duplicate known, Reading reading, Optional<String> location) {
    throw new IllegalStateException("nothing is known here");
  }

  /** The item stays as it is: what another reader made of it is better than nothing. */
  @Override
  public Outcome quarantine(Source source, Optional<String> location, QirtasException failure) {
    return new Outcome.Failed(failure);
  }

  @Override
  public void commit() {
    shelf.ifPresent(ArchiveShelf::commit);
  }

  @Override
  public void close() {
    shelf.ifPresent(ArchiveShelf::close);
  }
}
