package org.qirtas.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.source.Digest;
import org.qirtas.source.Source;
import org.qirtas.source.SourceReader;

/**
 * What an import takes in at a time: a file, or the bytes that an item of the archive was made
 * from.
 *
 * @param label what it is called where it is told of
 * @param key what it is known by from one import to the next: its place, which tells items from
 *     files
 * @param file where its bytes lie
 * @param stamp what the folder says of the file
 * @param source takes its digest
 */
record Lot(String label, String key, Path file, Optional<Stamp> stamp, Supplier<Source> source) {
  /** A file. */
  static Lot of(Path file) {
    return new Lot(
        file.toString(),
        absolute(file).toString(),
        file,
        // Taken first: of a file that is written meanwhile it is not the last one.
        Stamp.of(file),
        () -> SourceReader.unread(file));
  }

  /**
   * What an item was made from.
   *
   * @throws QirtasException {@code DAMAGE} where the item has none
   */
  static Lot of(Archive archive, ArchiveItem item) {
    Path file = archive.original(item);
    return new Lot(item.path(), key(item), file, Optional.empty(), () -> stored(item, file));
  }

  /** {@return what an item is known by among files} */
  static String key(ArchiveItem item) {
    return "item:" + item.id();
  }

  /** Read under the name that it came with; damaged bytes must not become a version. */
  private static Source stored(ArchiveItem item, Path file) {
    Source source = SourceReader.unread(file);
    if (!source.digest().equals(new Digest(item.origin().sha512()))) {
      throw new QirtasException(Fault.INPUT, "ingest.reread.damaged", item.path());
    }
    return new Source(
        item.origin().name(),
        file,
        source.digest(),
        source.size(),
        // Of what was taken out of something, that knew best what it was.
        item.origin().within().isEmpty() ? source.mediaType() : item.origin().mediaType(),
        item.origin().within(),
        item.origin().hints());
  }

  static Path absolute(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
