package org.qirtas.cli;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.qirtas.QirtasException;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.Order;
import org.qirtas.catalog.Query;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;

/** Only remembers, so that a file that comes twice is a duplicate here, too. */
final class Rehearsal implements Shelf {
  private final Optional<Catalog> catalog;
  private final Map<String, String> seen = new HashMap<>();

  Rehearsal(Qirtas qirtas) {
    catalog =
        Files.isDirectory(qirtas.archiveFolder())
            ? Optional.of(qirtas.catalog(qirtas.archive()))
            : Optional.empty();
  }

  @Override
  public Optional<Outcome.Duplicate> sameBytes(String sha512) {
    return Optional.ofNullable(seen.get(sha512))
        .map(path -> new Outcome.Duplicate(path, Optional.empty()))
        .or(() -> stored(sha512));
  }

  private Optional<Outcome.Duplicate> stored(String sha512) {
    return catalog
        .map(known -> known.find(new Query.SameBytes(sha512), Order.DATE, 1))
        .filter(Iterator::hasNext)
        .map(Iterator::next)
        .map(ArchiveShelf::duplicate);
  }

  @Override
  public Outcome store(Reading reading, Optional<String> location) {
    seen.put(reading.source().digest().hex(), reading.source().file().toString());
    return new Outcome.Stored(Optional.empty(), reading.article(), Optional.empty());
  }

  @Override
  public Outcome redeem(Outcome.Duplicate known, Reading reading, Optional<String> location) {
    return store(reading, location);
  }

  @Override
  public Outcome quarantine(Source source, Optional<String> location, QirtasException failure) {
    seen.put(source.digest().hex(), source.file().toString());
    return new Outcome.Quarantined(Optional.empty(), failure);
  }

  @Override
  public void commit() {
    // Nothing was stored.
  }

  @Override
  public void close() {
    catalog.ifPresent(Catalog::close);
  }
}
