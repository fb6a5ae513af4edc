package org.qirtas;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Folders for what is needed only for a while, in the system's folder for such.
 *
 * <p>Each is named for the process that made it, by its number and the second of its start: what a
 * process that was killed has left there is deleted when the next one needs such a folder.
 */
public final class TemporaryFolder {
  private static final Pattern OWNED = Pattern.compile("qirtas-[a-z]+-([0-9]+)-([0-9]+)-.*");

  /** A system that sets its clock right reckons starts anew, but no number comes again so soon. */
  private static final Duration SAME_START = Duration.ofSeconds(10);

  private static final Set<Path> SWEPT = new HashSet<>();

  private TemporaryFolder() {}

  /**
   * Makes a folder.
   *
   * @param purpose what for, in small Latin letters
   * @return the folder, empty, for its owner alone; to be {@linkplain #delete deleted}
   * @throws IOException where the system has no room for it
   */
  public static Path make(String purpose) throws IOException {
    return make(Path.of(System.getProperty("java.io.tmpdir")), purpose);
  }

  static Path make(Path within, String purpose) throws IOException {
    synchronized (SWEPT) {
      if (SWEPT.add(within)) {
        sweep(within);
      }
    }
    ProcessHandle self = ProcessHandle.current();
    long start = self.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
    return Files.createTempDirectory(
        within, "qirtas-" + purpose + "-" + self.pid() + "-" + start + "-");
  }

  /** Deletes the folders whose owners are gone; what cannot be deleted is another user's. */
  static void sweep(Path within) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(within, "qirtas-*")) {
      for (Path folder : folders) {
        if (isAbandoned(String.valueOf(folder.getFileName()))) {
          try {
            delete(folder);
          } catch (IOException another) {
            // Its owner sweeps it.
          }
        }
      }
    }
  }

  private static boolean isAbandoned(String name) {
    Matcher owned = OWNED.matcher(name);
    if (!owned.matches()) {
      return false;
    }
    try {
      Instant start = Instant.ofEpochSecond(Long.parseLong(owned.group(2)));
      return ProcessHandle.of(Long.parseLong(owned.group(1)))
          .filter(process -> mayHaveBegun(process, start))
          .isEmpty();
    } catch (NumberFormatException notOurs) {
      return false;
    }
  }

  private static boolean mayHaveBegun(ProcessHandle process, Instant start) {
    Optional<Instant> known = process.info().startInstant();
    return start.equals(Instant.EPOCH)
        || known.isEmpty()
        || Duration.between(start, known.get()).abs().compareTo(SAME_START) < 0;
  }

  /**
   * Deletes a folder with all in it; links are deleted, not followed.
   *
   * @param folder the folder; need not be there
   * @throws IOException where something in it cannot be deleted
   */
  public static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, @Nullable IOException e)
              throws IOException {
            Files.deleteIfExists(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
