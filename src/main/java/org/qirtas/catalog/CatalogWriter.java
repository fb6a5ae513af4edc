package org.qirtas.catalog;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Holding;
import org.qirtas.archive.ItemId;
import org.qirtas.archive.SideBySide;
import org.qirtas.article.Article;

/**
 * Keeps the catalog in step with the folders, on behalf of the archive's one writer. What was added
 * is seen by look-ups after {@link #commit()}. Not for use by several threads.
 */
public final class CatalogWriter implements AutoCloseable {
  private static final Map<String, String> FORM = Map.of("form", Entry.FORM);

  private final ArchiveWriter writer;
  private final Directory directory;
  private final IndexWriter index;
  private DirectoryReader committed;
  private KeySearch keys;

  private final Pending pending = new Pending(); // Bounded by how often one commits.

  private final KinSearch kin = new KinSearch();

  /** What was measured last: a text is asked for, and then added. */
  private String text = "";

  private Optional<Likeness> likeness = Optional.empty();

  private CatalogWriter(ArchiveWriter writer, Directory directory, IndexWriter index)
      throws IOException {
    this.writer = writer;
    this.directory = directory;
    this.index = index;
    this.committed = DirectoryReader.open(index);
    this.keys = new KeySearch(committed);
  }

  /**
   * Opens the catalog for writing. Where it is behind the folders, it first takes over what the
   * writer's journal tells of; where it cannot be read, it is rebuilt.
   *
   * @param writer the archive's writer; stays the caller's to close
   * @param notice is told when the catalog is rebuilt, before that begins
   * @param damage is told of each item that cannot be read, and therefore is not in the catalog
   * @return the catalog's writer
   * @throws QirtasException {@code ARCHIVE} where the catalog cannot be written
   */
  public static CatalogWriter open(
      ArchiveWriter writer, Consumer<Condition> notice, Consumer<QirtasException> damage) {
    Condition condition = CatalogFolder.examine(writer.archive());
    Optional<Map<ItemId, List<String>>> changed = writer.unsettled();
    boolean known = condition == Condition.CURRENT || condition == Condition.BEHIND;
    if (known && changed.isPresent()) {
      if (condition == Condition.BEHIND) {
        notice.accept(condition);
      }
      try {
        CatalogWriter catalog = open(writer);
        catalog.catchUp(changed.get(), damage);
        return catalog;
      } catch (IOException | RuntimeException _) {
        condition = Condition.DAMAGED;
      }
    }
    if (condition != Condition.MISSING || CatalogFolder.hasItems(writer.archive())) {
      notice.accept(condition == Condition.BEHIND ? Condition.DAMAGED : condition);
    }
    return rebuild(writer, damage);
  }

  /** Takes over what was changed when the catalog was not told, a crash having come between. */
  private void catchUp(Map<ItemId, List<String>> changed, Consumer<QirtasException> damage)
      throws IOException {
    if (changed.isEmpty()) {
      return;
    }
    for (Map.Entry<ItemId, List<String>> item : changed.entrySet()) {
      index.deleteDocuments(Entry.term(item.getKey()));
      for (String path : item.getValue()) {
        if (CatalogFolder.holdsItem(writer.archive(), path)) {
          takeOver(item.getKey(), path, damage);
        }
      }
    }
    commitUnasked();
  }

  private void takeOver(ItemId id, String path, Consumer<QirtasException> damage)
      throws IOException {
    try {
      Holding holding = writer.archive().read(path);
      if (holding.item().id().equals(id)) {
        index.updateDocument(Entry.term(id), Entry.of(holding));
      }
    } catch (QirtasException damaged) {
      damage.accept(damaged);
    }
  }

  /**
   * Builds the catalog from the folders alone.
   *
   * @param writer the archive's writer; stays the caller's to close
   * @param damage is told of each item that cannot be read, and therefore is not in the catalog
   * @return the catalog's writer, all items committed
   * @throws QirtasException {@code ARCHIVE} where the catalog cannot be written
   */
  public static CatalogWriter rebuild(ArchiveWriter writer, Consumer<QirtasException> damage) {
    Archive archive = writer.archive();
    try {
      clear(CatalogFolder.of(archive));
      CatalogWriter catalog = open(writer);
      fill(catalog.index, archive, damage);
      catalog.commitUnasked();
      return catalog;
    } catch (IOException e) {
      throw CatalogFolder.unwritable(archive, e);
    }
  }

  private static CatalogWriter open(ArchiveWriter writer) throws IOException {
    // Mapped, all of the catalog would end up in this process's memory.
    var directory = new NIOFSDirectory(CatalogFolder.of(writer.archive()));
    var index = new IndexWriter(directory, IndexSettings.writing());
    return new CatalogWriter(writer, directory, index);
  }

  /** Look-ups that have the old files open keep them until they end. */
  private static void clear(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }

  static void fill(IndexWriter index, Archive archive, Consumer<QirtasException> damage) {
    var work =
        new SideBySide<String, Optional<QirtasException>>(
            Runtime.getRuntime().availableProcessors(), path -> take(index, archive, path));
    try (Stream<String> paths = archive.paths()) {
      work.run(paths.iterator(), found -> found.ifPresent(damage));
    }
    index.setLiveCommitData(FORM.entrySet());
  }

  /** {@return why an item could not be taken in} */
  private static Optional<QirtasException> take(IndexWriter index, Archive archive, String path) {
    try {
      index.addDocument(Entry.of(archive.read(path)));
      return Optional.empty();
    } catch (QirtasException damaged) {
      if (damaged.fault() != Fault.DAMAGE) {
        throw damaged;
      }
      return Optional.of(damaged);
    } catch (IOException e) {
      throw CatalogFolder.unwritable(archive, e);
    }
  }

  static boolean isOfThisForm(Map<String, String> commit) {
    return commit.equals(FORM);
  }

  /**
   * Adds an item, in the place of any older version of it.
   *
   * @param item the item
   * @param article its article; empty where it is quarantined
   * @throws QirtasException {@code ARCHIVE} where the catalog cannot be written
   */
  public void add(ArchiveItem item, Optional<Article> article) {
    try {
      Optional<Likeness> text = article.flatMap(known -> likeness(known.text()));
      Document entry = Entry.of(new Holding(item, article), text);
      Term id = Entry.term(item.id());
      if (pending.has(id.text()) || keys.first(id.field(), id.bytes()).isPresent()) {
        index.updateDocument(id, entry);
      } else {
        index.addDocument(entry);
      }
      keys.added(entry);
      Hit hit = Entry.hit(entry);
      pending.add(item, article, hit);
      text.ifPresent(known -> kin.add(known, hit));
    } catch (IOException e) {
      throw CatalogFolder.unwritable(writer.archive(), e);
    }
  }

  private Optional<Likeness> likeness(String of) {
    if (!of.equals(text)) {
      likeness = Likeness.of(of);
      text = of;
    }
    return likeness;
  }

  /**
   * Writes the catalog's files anew where anything was taken out of them, so that nothing of it
   * stays on the disk once this is committed.
   *
   * @throws QirtasException {@code ARCHIVE} where the catalog cannot be written
   */
  public void forget() {
    try {
      index.forceMergeDeletes(true);
    } catch (IOException e) {
      throw CatalogFolder.unwritable(writer.archive(), e);
    }
  }

  /**
   * {@return the item that was made from the same bytes, if there is one}
   *
   * <p>An item whose folder is no longer there does not count: its bytes are welcome again.
   *
   * @param sha512 the bytes' digest, in lower-case hexadecimal
   */
  public Optional<Hit> sameBytes(String sha512) {
    return pending.bytes(sha512).or(() -> standing(Entry.SHA512, Entry.digest(sha512)));
  }

  /**
   * {@return the item that has the same text or most of it, if there is one}
   *
   * <p>Texts of a few words have none: they are alike by chance.
   *
   * @param text the article's text
   */
  public Optional<Kin> sameText(String text) {
    Optional<Likeness> signature = likeness(text);
    if (signature.isEmpty()) {
      return Optional.empty();
    }
    try {
      return kin.find(signature.get(), keys)
          .filter(found -> pending.has(found.hit().id()) || stands(found.hit()))
          .filter(found -> found.same() || !isOfAnotherDay(text, found.hit()));
    } catch (IOException e) {
      throw CatalogFolder.unwritable(writer.archive(), e);
    }
  }

  private boolean isOfAnotherDay(String text, Hit hit) {
    try {
      Holding other = writer.at(new ItemId(UUID.fromString(hit.id())), hit.path());
      return other.article().filter(it -> NamedDays.tellApart(text, it.text())).isPresent();
    } catch (QirtasException damaged) {
      if (damaged.fault() == Fault.DAMAGE) {
        return false; // What its signature says is all that is known of it.
      }
      throw damaged;
    }
  }

  private boolean stands(Hit hit) {
    return CatalogFolder.holdsItem(writer.archive(), hit.path());
  }

  /**
   * {@return the item that was made from the same source, if there is one: what lay in the same
   * place, or has the same address on the web}
   *
   * <p>Where it was stored since the last commit, {@link ArchiveWriter#at} knows it already.
   *
   * @param location where the source lies
   * @param address its address
   */
  public Optional<Hit> sameSource(Optional<String> location, Optional<String> address) {
    return address.flatMap(this::atAddress).or(() -> location.flatMap(this::atLocation));
  }

  private Optional<Hit> atAddress(String address) {
    return pending.address(address).or(() -> standing(Entry.ADDRESS, new BytesRef(address)));
  }

  private Optional<Hit> atLocation(String location) {
    return pending.location(location).or(() -> standing(Entry.LOCATION, new BytesRef(location)));
  }

  /**
   * {@return the item of an id, if there is one}
   *
   * @param id the id
   */
  public Optional<Hit> known(ItemId id) {
    return named(id.toString());
  }

  /**
   * {@return the item that is named so in full, if there is one}
   *
   * @param name an id, a slug or a path
   */
  public Optional<Hit> named(String name) {
    return standing(new Query.Named(name));
  }

  private Optional<Hit> standing(Query query) {
    return search(query).filter(this::stands);
  }

  private Optional<Hit> standing(String field, BytesRef key) {
    try {
      OptionalInt entry = keys.first(field, key);
      return entry.isPresent()
          ? Optional.of(Entry.hit(committed.storedFields().document(entry.getAsInt())))
              .filter(this::stands)
          : Optional.empty();
    } catch (IOException e) {
      throw CatalogFolder.unwritable(writer.archive(), e);
    }
  }

  private Optional<Hit> search(Query query) {
    try {
      var searcher = new IndexSearcher(committed);
      for (ScoreDoc found : searcher.search(new Translation().of(query), 1).scoreDocs) {
        return Optional.of(Entry.hit(searcher.storedFields().document(found.doc)));
      }
      return Optional.empty();
    } catch (IOException e) {
      throw CatalogFolder.unwritable(writer.archive(), e);
    }
  }

  /**
   * Commits the archive's writer, then lets look-ups see all that was added, and notes that the
   * catalog is in step with the folders.
   *
   * @throws QirtasException {@code ARCHIVE} where the catalog cannot be written
   */
  public void commit() {
    writer.commit();
    try {
      index.setLiveCommitData(FORM.entrySet());
      index.commit();
      writer.settle();
      pending.clear();
      kin.clear();
      DirectoryReader newer = DirectoryReader.openIfChanged(committed);
      if (newer != null) {
        committed.close();
        committed = newer;
        keys = keys.in(newer);
      }
    } catch (IOException e) {
      throw CatalogFolder.unwritable(writer.archive(), e);
    }
  }

  /** Commits what was added without a look whether it was there. */
  private void commitUnasked() throws IOException {
    commit();
    keys = new KeySearch(committed);
  }

  /** Closes the catalog; what was not committed is found missing and made good by the next. */
  @Override
  public void close() {
    try (directory;
        index;
        DirectoryReader _ = committed) {
      pending.clear();
    } catch (IOException e) {
      throw CatalogFolder.unwritable(writer.archive(), e);
    }
  }
}
