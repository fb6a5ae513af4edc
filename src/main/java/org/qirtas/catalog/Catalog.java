package org.qirtas.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveWriter;

/**
 * The catalog as it stood at one commit, for looking items up. Takes no lock, so that it never
 * waits for an import. Not for use by several threads.
 */
public final class Catalog implements AutoCloseable {
  /**
   * Hits sought at once: a few at first, since most want few, then more, since each search costs.
   */
  private static final int FIRST_PAGE = 500;

  private static final int LARGEST_PAGE = 200_000;
  private static final int ATTEMPTS = 20;

  private static final Sort BY_DATE =
      new Sort(
          new SortField(Entry.MOMENT, SortField.Type.LONG, true, Long.MIN_VALUE),
          new SortField(Entry.ID, SortField.Type.STRING));
  private static final Sort BY_RELEVANCE =
      new Sort(SortField.FIELD_SCORE, BY_DATE.getSort()[0], BY_DATE.getSort()[1]);

  private final Archive archive;
  private final Consumer<Condition> notice;
  private Directory directory;
  private DirectoryReader reader;

  private Catalog(Archive archive, Consumer<Condition> notice, Directory directory)
      throws IOException {
    this.archive = archive;
    this.notice = notice;
    this.directory = directory;
    this.reader = DirectoryReader.open(directory);
  }

  /**
   * Opens the catalog of an archive, rebuilding it first where it is not current.
   *
   * <p>While another process writes, the last commit is current enough. Where there is none, and
   * where the archive cannot be written, a catalog is built in memory: slower, but right.
   *
   * @param archive the archive
   * @param notice is told when the catalog is rebuilt, before that begins
   * @return the catalog
   * @throws QirtasException {@code ARCHIVE} where the archive cannot be read
   */
  public static Catalog open(Archive archive, Consumer<Condition> notice) {
    Condition condition = CatalogFolder.examine(archive);
    try {
      boolean written = condition == Condition.BEHIND && archive.isBeingWritten();
      if (condition == Condition.CURRENT || written) {
        try {
          return committed(archive, notice);
        } catch (IOException | RuntimeException _) {
          condition = Condition.DAMAGED;
        }
      }
      if (condition == Condition.MISSING && !CatalogFolder.hasItems(archive)) {
        return new Catalog(archive, notice, inMemory(archive));
      }
      return new Catalog(archive, notice, rebuilt(archive, condition, notice));
    } catch (IOException e) {
      throw CatalogFolder.unreadable(archive, e);
    }
  }

  /** A writer may take files away between the reading of a commit and their being opened. */
  private static Catalog committed(Archive archive, Consumer<Condition> notice) throws IOException {
    for (int again = 0; ; again++) {
      Directory directory = CatalogFolder.forReading(archive);
      try {
        return new Catalog(archive, notice, directory);
      } catch (IOException | RuntimeException e) {
        directory.close();
        if (again == ATTEMPTS || !archive.isBeingWritten()) {
          throw e;
        }
      }
    }
  }

  private static Directory rebuilt(Archive archive, Condition condition, Consumer<Condition> notice)
      throws IOException {
    Optional<ArchiveWriter> free = archive.tryWriter();
    if (free.isPresent()) {
      try (ArchiveWriter writer = free.get();
          CatalogWriter _ =
              condition == Condition.DAMAGED
                  ? CatalogWriter.rebuild(told(writer, condition, notice), _ -> {})
                  : CatalogWriter.open(writer, notice, _ -> {})) {
        return CatalogFolder.forReading(archive);
      } catch (QirtasException unwritable) {
        // A full disk, say: what is stored can be looked up all the same.
        if (unwritable.fault() != Fault.ARCHIVE) {
          throw unwritable;
        }
        return inMemory(archive);
      }
    }
    if (condition == Condition.BEHIND) {
      return CatalogFolder.forReading(archive);
    }
    if (condition == Condition.DAMAGED && CatalogFolder.examine(archive) == Condition.BEHIND) {
      // Not damaged, but in the hands of a writer when it was looked at.
      return CatalogFolder.forReading(archive);
    }
    notice.accept(condition);
    return inMemory(archive);
  }

  private static ArchiveWriter told(
      ArchiveWriter writer, Condition condition, Consumer<Condition> notice) {
    notice.accept(condition);
    return writer;
  }

  private static Directory inMemory(Archive archive) throws IOException {
    var memory = new ByteBuffersDirectory();
    try (var index = new IndexWriter(memory, IndexSettings.writing())) {
      CatalogWriter.fill(index, archive, _ -> {});
      index.commit();
    }
    return memory;
  }

  /**
   * {@return how many items a query finds}
   *
   * @param query the query
   */
  public long count(Query query) {
    try {
      return new IndexSearcher(reader).count(new Translation().of(query));
    } catch (IOException e) {
      throw CatalogFolder.unreadable(archive, e);
    }
  }

  /**
   * {@return how many items may be of each day of a span; one of which only the month or the year
   * is known is of none}
   *
   * @param first the first day
   * @param last the last day, included
   */
  public SortedMap<LocalDate, Integer> days(LocalDate first, LocalDate last) {
    var days = new TreeMap<LocalDate, Integer>();
    try {
      var searcher = new IndexSearcher(reader);
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        int count = searcher.count(Translation.exactDay(day));
        if (count > 0) {
          days.put(day, count);
        }
      }
      return days;
    } catch (IOException e) {
      throw CatalogFolder.unreadable(archive, e);
    }
  }

  /**
   * {@return what a query finds, from the first hit on}
   *
   * @param query the query
   * @param order the order of the hits
   * @param limit at most so many
   * @throws QirtasException {@code ARCHIVE} where neither the catalog nor the folders can be read
   */
  public Iterator<Hit> find(Query query, Order order, int limit) {
    return find(query, order, 0, limit);
  }

  /**
   * {@return what a query finds, read page by page as it is asked for}
   *
   * @param query the query
   * @param order the order of the hits
   * @param skip so many of the first are passed over
   * @param limit at most so many of the others
   * @throws QirtasException {@code ARCHIVE} where neither the catalog nor the folders can be read
   */
  public Iterator<Hit> find(Query query, Order order, int skip, int limit) {
    try {
      return new Hits(query, order, skip, limit);
    } catch (IOException | RuntimeException damaged) {
      // What is broken deep inside shows only when it is asked for.
      try {
        Directory broken = directory;
        reader.close();
        broken.close();
        directory = rebuilt(archive, Condition.DAMAGED, notice);
        reader = DirectoryReader.open(directory);
        return new Hits(query, order, skip, limit);
      } catch (IOException e) {
        e.addSuppressed(damaged);
        throw CatalogFolder.unreadable(archive, e);
      }
    }
  }

  private final class Hits implements Iterator<Hit> {
    private final IndexSearcher searcher = new IndexSearcher(reader);
    private final org.apache.lucene.search.Query query;
    private final Sort sort;
    private int size = FIRST_PAGE;
    private int left;
    private Iterator<Hit> page = Collections.emptyIterator();
    private @Nullable ScoreDoc last;

    Hits(Query query, Order order, int skip, int limit) throws IOException {
      this.query = new Translation().of(query);
      this.sort =
          switch (order) {
            case DATE -> BY_DATE;
            case RELEVANCE -> BY_RELEVANCE;
          };
      left = skip;
      while (left > 0) {
        turn();
      }
      left = limit;
      size = FIRST_PAGE;
      turn();
      // What is broken deep inside shows now, while the catalog can still be built anew.
      var read = new ArrayList<Hit>();
      page.forEachRemaining(read::add);
      page = read.iterator();
    }

    private void turn() throws IOException {
      int wanted = Math.min(size, left);
      if (wanted == 0) {
        page = Collections.emptyIterator();
        return;
      }
      TopDocs found = searcher.searchAfter(last, query, wanted, sort);
      int count = found.scoreDocs.length;
      if (count > 0) {
        last = found.scoreDocs[count - 1];
      }
      left = count < wanted ? 0 : left - count;
      size = Math.min(size * 10, LARGEST_PAGE);
      StoredFields entries = searcher.storedFields();
      page = Stream.of(found.scoreDocs).map(doc -> hit(entries, doc)).iterator();
    }

    private Hit hit(StoredFields entries, ScoreDoc doc) {
      try {
        return Entry.hit(entries.document(doc.doc));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && left > 0) {
        try {
          turn();
        } catch (IOException e) {
          throw CatalogFolder.unreadable(archive, e);
        }
      }
      return page.hasNext();
    }

    @Override
    public Hit next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      try {
        return page.next();
      } catch (UncheckedIOException e) {
        throw CatalogFolder.unreadable(archive, new IOException(e.getMessage(), e));
      }
    }
  }

  @Override
  public void close() {
    try (Directory _ = directory;
        DirectoryReader _ = reader) {
      // Nothing but closing, in the right order.
    } catch (IOException e) {
      throw CatalogFolder.unreadable(archive, e);
    }
  }
}
