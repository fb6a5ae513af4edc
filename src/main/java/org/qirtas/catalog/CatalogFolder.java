package org.qirtas.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;

/** Where the catalog lies, and in what condition. */
final class CatalogFolder {
  /** Lucene tells stderr how it could be quicker; held, since loggers are held by nobody else. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.OFF);
  }

  private CatalogFolder() {}

  static Path of(Archive archive) {
    return archive.derived().resolve("catalog");
  }

  /**
   * {@return the catalog's files, for reading}
   *
   * <p>They are not mapped into memory: to begin with, that makes the JVM build its bridge to
   * native code, which is a fifth of the work of a look-up in a new process, and however large the
   * catalog, a look-up reads so little of it that the mapping does not pay.
   */
  static Directory forReading(Archive archive) throws IOException {
    return new NIOFSDirectory(of(archive));
  }

  static Condition examine(Archive archive) {
    Path folder = of(archive);
    if (!Files.isDirectory(folder)) {
      return Condition.MISSING;
    }
    try (Directory directory = new NIOFSDirectory(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        return Condition.MISSING;
      }
      SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
      if (!CatalogWriter.isOfThisForm(commit.getUserData())) {
        return Condition.OTHER_FORM;
      }
    } catch (IndexFormatTooOldException | IndexFormatTooNewException _) {
      return Condition.OTHER_FORM;
    } catch (IOException | RuntimeException _) {
      return Condition.DAMAGED;
    }
    return archive.isUnsettled() ? Condition.BEHIND : Condition.CURRENT;
  }

  /** {@return whether there is an item in a folder, however it may be} */
  static boolean holdsItem(Archive archive, String path) {
    return Files.exists(archive.folder(path).resolve("inventory.json"));
  }

  static boolean hasItems(Archive archive) {
    try (Stream<String> paths = archive.paths()) {
      return paths.findFirst().isPresent();
    }
  }

  static QirtasException unreadable(Archive archive, IOException e) {
    return failure("catalog.unreadable", archive, e);
  }

  static QirtasException unwritable(Archive archive, IOException e) {
    return failure("archive.unwritable", archive, e);
  }

  private static QirtasException failure(String key, Archive archive, IOException e) {
    return new QirtasException(e, Fault.ARCHIVE, key, of(archive), String.valueOf(e.getMessage()));
  }
}
