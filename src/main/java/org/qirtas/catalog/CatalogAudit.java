package org.qirtas.catalog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.jspecify.annotations.Nullable;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.AuditFinding;

/**
 * The catalog held against the folders. Codes: {@code Q006} two folders have one id, {@code Q008}
 * an item is not in the catalog, {@code Q009} the catalog names what is not there, {@code Q010} the
 * catalog says otherwise than the folder, {@code Q011} the catalog's files are damaged. Not for use
 * by several threads.
 *
 * <p>What an import has not committed yet is no finding: what differs is looked at again with the
 * catalog of that moment.
 */
public final class CatalogAudit implements AutoCloseable {
  private static final String CATALOG = ".qirtas/catalog";

  private final Archive archive;
  private final @Nullable Directory directory;
  private @Nullable DirectoryReader reader;
  private final List<ArchiveItem> differing = new ArrayList<>();

  private CatalogAudit(
      Archive archive, @Nullable Directory directory, @Nullable DirectoryReader reader) {
    this.archive = archive;
    this.directory = directory;
    this.reader = reader;
  }

  /**
   * Begins an audit, with the bytes of the catalog's own files.
   *
   * @param archive the archive
   * @param told is told what is damaged there
   * @return the audit; it compares nothing where there is no catalog that can be read
   */
  public static CatalogAudit begin(Archive archive, Consumer<AuditFinding> told) {
    Condition condition = CatalogFolder.examine(archive);
    if (condition != Condition.CURRENT && condition != Condition.BEHIND) {
      if (condition != Condition.MISSING || CatalogFolder.hasItems(archive)) {
        told.accept(new AuditFinding("Q011", CATALOG, "", condition.name()));
      }
      return new CatalogAudit(archive, null, null);
    }
    try {
      Directory directory = new NIOFSDirectory(CatalogFolder.of(archive));
      DirectoryReader reader = DirectoryReader.open(directory);
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      return new CatalogAudit(archive, directory, reader);
    } catch (IOException | RuntimeException damaged) {
      told.accept(new AuditFinding("Q011", CATALOG, "", String.valueOf(damaged.getMessage())));
      return new CatalogAudit(archive, null, null);
    }
  }

  /**
   * Compares an item's line in the catalog with the item.
   *
   * @param item the item
   */
  public void compare(ArchiveItem item) {
    if (finding(item).isPresent()) {
      differing.add(item);
    }
  }

  private Optional<AuditFinding> finding(ArchiveItem item) {
    DirectoryReader open = reader;
    if (open == null) {
      return Optional.empty();
    }
    try {
      var searcher = new IndexSearcher(open);
      ScoreDoc[] lines = searcher.search(new TermQuery(Entry.term(item.id())), 2).scoreDocs;
      if (lines.length == 0) {
        return Optional.of(new AuditFinding("Q008", item.path(), "", ""));
      }
      if (lines.length > 1) {
        return Optional.of(new AuditFinding("Q006", item.path(), "", item.id().toString()));
      }
      Hit hit = Entry.hit(searcher.storedFields().document(lines[0].doc));
      boolean same =
          hit.path().equals(item.path())
              && hit.version() == item.version()
              && hit.status() == item.status();
      return same
          ? Optional.empty()
          : Optional.of(
              new AuditFinding("Q010", item.path(), "", hit.path() + " v" + hit.version()));
    } catch (IOException | RuntimeException damaged) {
      return Optional.of(
          new AuditFinding("Q011", CATALOG, "", String.valueOf(damaged.getMessage())));
    }
  }

  /**
   * Ends the audit.
   *
   * @param whole whether all items were compared, so that whatever else the catalog names is not
   *     there
   * @param told is told what differs
   */
  public void end(boolean whole, Consumer<AuditFinding> told) {
    if (whole) {
      ghosts(told);
    }
    for (ArchiveItem item : differing) {
      again(item).ifPresent(told);
    }
  }

  /** Looks once more, with the catalog and the item as they are now. */
  private Optional<AuditFinding> again(ArchiveItem item) {
    refresh();
    try {
      return finding(archive.at(item.path()))
          .filter(_ -> !(archive.isBeingWritten() && archive.isUnsettled()));
    } catch (QirtasException moved) {
      return Optional.empty();
    }
  }

  private void refresh() {
    DirectoryReader open = reader;
    if (open == null) {
      return;
    }
    try {
      DirectoryReader newer = DirectoryReader.openIfChanged(open);
      if (newer != null) {
        open.close();
        reader = newer;
      }
    } catch (IOException damaged) {
      // What cannot be read now was told when it was first looked at.
      reader = open;
    }
  }

  private void ghosts(Consumer<AuditFinding> told) {
    refresh();
    DirectoryReader open = reader;
    if (open == null) {
      return;
    }
    try {
      for (LeafReaderContext leaf : open.leaves()) {
        var live = leaf.reader().getLiveDocs();
        var lines = leaf.reader().storedFields();
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          if (live == null || live.get(doc)) {
            String path = lines.document(doc, Entry.ONLY_PATH).get(Entry.PATH);
            if (!CatalogFolder.holdsItem(archive, path) && !archive.isUnsettled()) {
              told.accept(new AuditFinding("Q009", path, "", ""));
            }
          }
        }
      }
    } catch (IOException | RuntimeException damaged) {
      told.accept(new AuditFinding("Q011", CATALOG, "", String.valueOf(damaged.getMessage())));
    }
  }

  @Override
  public void close() {
    try (Directory _ = directory;
        DirectoryReader _ = reader) {
      differing.clear();
    } catch (IOException e) {
      // It was only read.
      differing.clear();
    }
  }
}
