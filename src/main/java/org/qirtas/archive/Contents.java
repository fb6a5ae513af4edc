package org.qirtas.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.article.Attested;

/**
 * What a version of an item consists of.
 *
 * @param origin the file that the item was made from
 * @param status what became of it
 * @param article its article
 * @param cause why it is quarantined or withdrawn
 * @param bytes the original, pictures and attachments
 * @param events all that happened to it, oldest first
 */
record Contents(
    Original origin,
    Status status,
    Optional<Article> article,
    Optional<String> cause,
    Bytes bytes,
    List<Event> events) {
  /** Where the original, pictures and attachments come from. */
  sealed interface Bytes {}

  /** From outside. */
  record Brought(Path file, Map<String, byte[]> pictures, Map<String, byte[]> attachments)
      implements Bytes {}

  /** From an older version. */
  record Kept(List<StoredFile> files) implements Bytes {}

  /** {@return the original, pictures and attachments of an item} */
  static Kept kept(ArchiveItem item) {
    return new Kept(
        item.files().stream()
            .filter(file ->
                file.name().startsWith(ArchiveItem.ORIGINALS)
                    || file.name().startsWith(ArchiveItem.PICTURES)
                    || file.name().startsWith(ArchiveItem.ATTACHMENTS))
            .toList());
  }

  /** Writes all of it into an object. */
  void write(ObjectDraft object, ItemId id) throws IOException {
    switch (bytes) {
      case Kept(List<StoredFile> files) -> files.forEach(object::keep);
      case Brought(Path file, Map<String, byte[]> pictures, Map<String, byte[]> attachments) -> {
        addOriginal(object, file);
        for (var picture : new TreeMap<>(pictures).entrySet()) {
          object.add(ArchiveItem.PICTURES + FileName.safe(picture.getKey()), picture.getValue());
        }
        for (var attached : new TreeMap<>(attachments).entrySet()) {
          object.add(
              ArchiveItem.ATTACHMENTS + FileName.safe(attached.getKey()), attached.getValue());
        }
      }
    }
    object.add(ArchiveItem.ARTICLE, RecordJson.write(id, origin, status, cause, article));
    object.add(ArchiveItem.EVENTS, EventLog.write(events, id));
  }

  /** {@return the item that an object with this as its newest version is} */
  ArchiveItem item(Inventory inventory, String path) {
    int version = inventory.head();
    return new ArchiveItem(
        inventory.id(),
        path,
        version,
        inventory.created(version),
        status,
        origin,
        cause,
        inventory.files(version));
  }

  private void addOriginal(ObjectDraft object, Path file) throws IOException {
    String copied;
    try {
      copied = object.copy(ArchiveItem.ORIGINALS + FileName.safe(origin.name()), file);
    } catch (NoSuchFileException | AccessDeniedException gone) {
      throw new QirtasException(gone, Fault.INPUT, "archive.source.gone", file);
    }
    if (!copied.equals(origin.sha512())) {
      throw new QirtasException(Fault.INPUT, "archive.source.changed", file);
    }
  }

  /** {@return what its folder may be called by} */
  String[] titles() {
    String name = origin.name();
    int dot = name.lastIndexOf('.');
    return new String[] {
      article.flatMap(Article::title).map(Attested::value).orElse(""),
      dot > 0 ? name.substring(0, dot) : name
    };
  }
}
