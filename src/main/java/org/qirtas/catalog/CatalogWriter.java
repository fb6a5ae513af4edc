package org.qirtas.catalog;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.ArchiveWriter;
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

  /** What was added since the last commit, by digest; bounded by how often one commits. */
  private final Map<String, Hit> pending = new HashMap<>();

  private CatalogWriter(ArchiveWriter writer, Directory directory, IndexWriter index)
      throws IOException {
    this.writer = writer;
    this.directory = directory;
    this.index = index;
    this.committed = DirectoryReader.open(index);
  }

  /**
   * Opens the catalog for writing, and rebuilds it first where it is not current.
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
    if (condition == Condition.CURRENT) {
      try {
        return open(writer);
      } catch (IOException | RuntimeException damaged) {
        condition = Condition.DAMAGED;
      }
    }
    boolean worthALine = condition != Condition.MISSING || CatalogFolder.hasItems(writer.archive());
    if (worthALine) {
      notice.accept(condition);
    }
    return rebuild(writer, damage);
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
      catalog.commit();
      return catalog;
    } catch (IOException e) {
      throw unwritable(archive, e);
    }
  }

  private static CatalogWriter open(ArchiveWriter writer) throws IOException {
    Directory directory = FSDirectory.open(CatalogFolder.of(writer.archive()));
    return new CatalogWriter(writer, directory, new IndexWriter(directory, settings()));
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

  static IndexWriterConfig settings() {
    var stemmed = new FoldedAnalyzer(true);
    var plain = new FoldedAnalyzer(false);
    var byField =
        new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
          @Override
          protected Analyzer getWrappedAnalyzer(String field) {
            return Entry.STEMMED.contains(field) ? stemmed : plain;
          }
        };
    var settings = new IndexWriterConfig(byField);
    settings.setCommitOnClose(false);
    // One file a segment: a look-up is a new process, and opening files is most of its work.
    settings.setUseCompoundFile(true);
    return settings;
  }

  static void fill(IndexWriter index, Archive archive, Consumer<QirtasException> damage)
      throws IOException {
    try (Stream<String> paths = archive.paths()) {
      for (String path : (Iterable<String>) paths::iterator) {
        try {
          ArchiveItem item = archive.at(path);
          index.addDocument(Entry.of(item, archive.article(item)));
        } catch (QirtasException damaged) {
          if (damaged.fault() != Fault.DAMAGE) {
            throw damaged;
          }
          damage.accept(damaged);
        }
      }
    }
    index.setLiveCommitData(FORM.entrySet());
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
      Document entry = Entry.of(item, article);
      index.updateDocument(new Term(Entry.ID, item.id().toString()), entry);
      pending.put(item.origin().sha512(), Entry.hit(entry));
    } catch (IOException e) {
      throw unwritable(writer.archive(), e);
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
    return Optional.ofNullable(pending.get(sha512))
        .or(() -> search(sha512))
        .filter(hit -> Files.exists(writer.archive().folder(hit.path()).resolve("inventory.json")));
  }

  private Optional<Hit> search(String sha512) {
    try {
      var searcher = new IndexSearcher(committed);
      var query = new Translation().of(new Query.SameBytes(sha512));
      for (ScoreDoc found : searcher.search(query, 1).scoreDocs) {
        return Optional.of(Entry.hit(searcher.storedFields().document(found.doc)));
      }
      return Optional.empty();
    } catch (IOException e) {
      throw unwritable(writer.archive(), e);
    }
  }

  /**
   * Lets look-ups see all that was added, and notes that the catalog is in step with the folders.
   *
   * @throws QirtasException {@code ARCHIVE} where the catalog cannot be written
   */
  public void commit() {
    try {
      index.setLiveCommitData(FORM.entrySet());
      index.commit();
      writer.settle();
      pending.clear();
      DirectoryReader newer = DirectoryReader.openIfChanged(committed);
      if (newer != null) {
        committed.close();
        committed = newer;
      }
    } catch (IOException e) {
      throw unwritable(writer.archive(), e);
    }
  }

  private static QirtasException unwritable(Archive archive, IOException e) {
    return new QirtasException(
        e,
        Fault.ARCHIVE,
        "archive.unwritable",
        CatalogFolder.of(archive),
        String.valueOf(e.getMessage()));
  }

  /** Closes the catalog; what was not committed is found missing and made good by the next. */
  @Override
  public void close() {
    try (directory;
        index;
        DirectoryReader _ = committed) {
      pending.clear();
    } catch (IOException e) {
      throw unwritable(writer.archive(), e);
    }
  }
}
