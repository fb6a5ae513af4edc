package org.qirtas.cli;

import java.util.Optional;
import org.qirtas.QirtasException;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;

/** Where goes what an import has read: into the archive, or for a rehearsal nowhere. */
interface Shelf extends AutoCloseable {
  /** {@return what was made of the same bytes before} */
  Optional<Outcome.Duplicate> sameBytes(String sha512);

  Outcome store(Reading reading, Optional<String> location);

  /** Stores what was read at last out of bytes that were kept before; {@code known} has them. */
  Outcome redeem(Outcome.Duplicate known, Reading reading, Optional<String> location);

  /** Keeps a source of which nothing could be read. */
  Outcome quarantine(Source source, Optional<String> location, QirtasException failure);

  void commit();

  @Override
  void close();
}
