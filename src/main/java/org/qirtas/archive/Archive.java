package org.qirtas.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;

/**
 * An archive's folder: reads items, and gives out the one writer.
 *
 * <p>Reading takes no lock: an item's folder appears by one rename and is whole from then on. Safe
 * for use by several threads.
 */
public final class Archive {
  static final String UNDATED = "undated";

  private static final String PRIVATE = ".qirtas";

  private final Path root;
  private final InstantSource clock;
  private final Durable disk;

  private Archive(Path root, InstantSource clock, Volume volume) {
    this.root = root.toAbsolutePath().normalize();
    this.clock = clock;
    this.disk = new Durable(volume);
  }

  /**
   * Opens an archive that is there; an empty folder is an archive without items.
   *
   * @param root its folder
   * @param clock tells when things are stored
   * @return the archive
   * @throws QirtasException {@code ARCHIVE} where there is no such folder, or it cannot be read
   */
  public static Archive open(Path root, InstantSource clock) {
    return open(root, clock, Disk.INSTANCE);
  }

  static Archive open(Path root, InstantSource clock, Volume volume) {
    if (!Files.isDirectory(root)) {
      throw new QirtasException(Fault.ARCHIVE, "archive.missing", root);
    }
    if (!Files.isReadable(root)) {
      throw new QirtasException(Fault.ARCHIVE, "archive.unreadable", root, "");
    }
    return new Archive(root, clock, volume);
  }

  /**
   * Opens an archive, and makes its folder where there is none.
   *
   * @param root its folder
   * @param clock tells when things are stored
   * @return the archive
   * @throws QirtasException {@code ARCHIVE} where the folder cannot be made
   */
  public static Archive create(Path root, InstantSource clock) {
    return create(root, clock, Disk.INSTANCE);
  }

  static Archive create(Path root, InstantSource clock, Volume volume) {
    var archive = new Archive(root, clock, volume);
    try {
      archive.disk.createFolders(archive.root);
    } catch (IOException e) {
      throw archive.unwritable(e);
    }
    return open(root, clock, volume);
  }

  /** {@return its folder, absolute} */
  public Path root() {
    return root;
  }

  /** {@return the folder for what can be rebuilt from the items; it may not be there yet} */
  public Path derived() {
    return root.resolve(PRIVATE);
  }

  /**
   * {@return whether items were changed since all that is derived from them was last up to date}
   *
   * <p>While a writer is at work that is so; without one, a crash left it so.
   */
  public boolean isUnsettled() {
    return !journal().isEmpty();
  }

  /** {@return whether a writer, of this process or another, holds the archive just now} */
  public boolean isBeingWritten() {
    return WriterLock.isHeld(lockFile());
  }

  /**
   * {@return the writer}
   *
   * <p>What a crash left is finished or undone before it is given out.
   *
   * @throws QirtasException {@code ARCHIVE} where another process writes, or the folder cannot be
   *     written
   */
  public ArchiveWriter writer() {
    try {
      disk.createFolders(derived());
      return new ArchiveWriter(this, disk, clock, WriterLock.take(lockFile(), clock.instant()));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** {@return the writer, unless another process writes or the folder cannot be written} */
  public Optional<ArchiveWriter> tryWriter() {
    try {
      disk.createFolders(derived());
      Optional<WriterLock> lock = WriterLock.tryTake(lockFile(), clock.instant());
      return lock.isPresent()
          ? Optional.of(new ArchiveWriter(this, disk, clock, lock.get()))
          : Optional.empty();
    } catch (IOException notWritable) {
      return Optional.empty();
    }
  }

  /**
   * {@return all items, sorted by path; to be closed}
   *
   * <p>Memory is bounded by the largest single folder. The stream throws {@code DAMAGE} at an item
   * that cannot be read; {@link #paths()} with {@link #at} lets one go on.
   */
  public Stream<ArchiveItem> items() {
    return paths().map(this::at);
  }

  /**
   * {@return the paths of all items, sorted within each folder; to be closed}
   *
   * <p>Whatever folder stands where an item belongs is one, also where it was emptied by hand.
   */
  public Stream<String> paths() {
    return tree().items().map(folder -> root.relativize(folder).toString().replace('\\', '/'));
  }

  DatedTree tree() {
    return new DatedTree(root);
  }

  /**
   * {@return the newest version of the item in a folder}
   *
   * @param path the folder, relative to the archive's, with forward slashes
   * @throws QirtasException {@code DAMAGE} where there is no item that can be read
   */
  public ArchiveItem at(String path) {
    return read(path).item();
  }

  /**
   * {@return the newest version of the item in a folder, with its article, at one reading}
   *
   * @param path the folder, relative to the archive's, with forward slashes
   * @throws QirtasException {@code DAMAGE} where there is no item that can be read
   */
  public Holding read(String path) {
    try {
      Inventory inventory = Inventory.read(folder(path));
      return read(path, inventory, inventory.head());
    } catch (IOException | RuntimeException e) {
      throw damaged(e, path);
    }
  }

  /**
   * {@return an older version of an item}
   *
   * @param item the item
   * @param version the version's number
   * @throws QirtasException {@code INPUT} where it has no such version, {@code DAMAGE} where that
   *     cannot be read
   */
  public ArchiveItem version(ArchiveItem item, int version) {
    try {
      Inventory inventory = Inventory.read(folder(item.path()));
      if (version < 1 || version > inventory.head()) {
        throw new QirtasException(
            Fault.INPUT, "item.version", item.path(), version, inventory.head());
      }
      return read(item.path(), inventory, version).item();
    } catch (IOException | RuntimeException e) {
      throw e instanceof QirtasException known ? known : damaged(e, item.path());
    }
  }

  /**
   * {@return all versions of an item, oldest first}
   *
   * @param item the item
   * @throws QirtasException {@code DAMAGE} where they cannot be read
   */
  public List<Version> history(ArchiveItem item) {
    try {
      return Inventory.read(folder(item.path())).versions();
    } catch (IOException | RuntimeException e) {
      throw damaged(e, item.path());
    }
  }

  Inventory inventory(ArchiveItem item) {
    try {
      Inventory inventory = Inventory.read(folder(item.path()));
      if (inventory.id().equals(item.id())) {
        return inventory;
      }
      throw new QirtasException(Fault.DAMAGE, "archive.damaged", item.path());
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(e, item.path());
    }
  }

  private Holding read(String path, Inventory inventory, int version) throws IOException {
    List<StoredFile> files = inventory.files(version);
    JsonNode record = Json.read(locate(path, ArchiveItem.file(files, ArchiveItem.ARTICLE)));
    return new Holding(
        ArchiveItem.of(inventory, version, path, record), RecordJson.readArticle(record));
  }

  /**
   * {@return the item's article; empty where it is quarantined}
   *
   * @param item the item
   * @throws QirtasException {@code DAMAGE} where it cannot be read
   */
  public Optional<Article> article(ArchiveItem item) {
    try {
      return RecordJson.readArticle(Json.read(file(item, ArchiveItem.ARTICLE)));
    } catch (IOException | RuntimeException e) {
      throw damaged(e, item.path());
    }
  }

  /**
   * {@return the item's record, as it stands: a JSON-LD document}
   *
   * @param item the item
   * @throws QirtasException {@code DAMAGE} where it cannot be read
   */
  public String record(ArchiveItem item) {
    try {
      return Files.readString(file(item, ArchiveItem.ARTICLE));
    } catch (IOException | RuntimeException e) {
      throw damaged(e, item.path());
    }
  }

  /**
   * {@return what happened to the item, oldest first}
   *
   * @param item the item
   * @throws QirtasException {@code DAMAGE} where that cannot be read
   */
  public List<Event> events(ArchiveItem item) {
    try {
      return EventLog.read(file(item, ArchiveItem.EVENTS));
    } catch (IOException | RuntimeException e) {
      throw damaged(e, item.path());
    }
  }

  /**
   * {@return the file with the bytes that came in, unchanged}
   *
   * @param item the item
   * @throws QirtasException {@code DAMAGE} where the item has none
   */
  public Path original(ArchiveItem item) {
    return item.original()
        .map(original -> locate(item, original))
        .filter(Files::isRegularFile)
        .orElseThrow(() -> new QirtasException(Fault.DAMAGE, "archive.damaged", item.path()));
  }

  /**
   * {@return the bytes of one of the item's pictures; empty where it has none of that name}
   *
   * @param item the item
   * @param name the name, as the article's figure calls it
   * @throws QirtasException {@code DAMAGE} where it cannot be read
   */
  public Optional<byte[]> picture(ArchiveItem item, String name) {
    Optional<StoredFile> picture = item.file(ArchiveItem.PICTURES + FileName.safe(name));
    if (picture.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readAllBytes(locate(item, picture.get())));
    } catch (IOException e) {
      throw damaged(e, item.path());
    }
  }

  /**
   * {@return where a file of an item stands}
   *
   * @param item the item
   * @param file one of its files
   */
  public Path locate(ArchiveItem item, StoredFile file) {
    return locate(item.path(), file);
  }

  Path locate(String path, StoredFile file) {
    return folder(path).resolve(file.path());
  }

  /**
   * {@return an item's folder, absolute}
   *
   * @param path the folder, relative to the archive's, with forward slashes
   */
  public Path folder(String path) {
    return root.resolve(path);
  }

  private Path file(ArchiveItem item, String name) {
    return locate(item, ArchiveItem.file(item.files(), name));
  }

  Holding readStaged(ItemId id) {
    return read(root.relativize(staged(id)).toString());
  }

  Path staging() {
    return derived().resolve("staging");
  }

  /** {@return where what becomes of an item is built} */
  Path staged(ItemId id) {
    return staging().resolve(id.toString());
  }

  Journal journal() {
    return new Journal(derived().resolve("journal"), disk);
  }

  private Path lockFile() {
    return derived().resolve("lock");
  }

  QirtasException unwritable(IOException e) {
    return new QirtasException(e, Fault.ARCHIVE, "archive.unwritable", root, reason(e));
  }

  private static QirtasException damaged(Exception e, String path) {
    return e instanceof QirtasException known && known.fault() == Fault.DAMAGE
        ? known
        : new QirtasException(e, Fault.DAMAGE, "archive.damaged", path);
  }

  static String reason(Exception e) {
    return switch (e) {
      case java.nio.file.AccessDeniedException _ -> "access denied";
      case java.nio.file.FileSystemException refused when refused.getReason() != null ->
          refused.getReason();
      case InvalidPathException unmappable -> unmappable.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
