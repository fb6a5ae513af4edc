package org.qirtas.cli;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

/**
 * Folders with all that is below them, where files arrive. The system tells of what happens in
 * them; where it cannot, or has lost count, they are gone through again, and now and then in any
 * case: of a folder on another machine nothing is told.
 */
final class WatchedFolders implements AutoCloseable {
  private static final Duration ROUND = Duration.ofMinutes(1);

  /** No more of the time than that goes into going through folders. */
  private static final int SHARE = 20;

  private final List<Path> roots;
  private final Path archive;
  private final Arrivals arrivals;
  private final Inputs.Failure failure;
  private final InstantSource clock;
  private final WatchService events;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private final Set<Path> told = new HashSet<>();
  private Instant due;
  private boolean blind;

  /**
   * Watches folders.
   *
   * @param roots the folders
   * @param archive is not looked into
   * @param arrivals is told of files
   * @param failure is told of a folder that cannot be read, once
   */
  WatchedFolders(
      List<Path> roots,
      Path archive,
      Arrivals arrivals,
      Inputs.Failure failure,
      InstantSource clock) {
    this.roots = List.copyOf(roots);
    this.archive = archive.toAbsolutePath().normalize();
    this.arrivals = arrivals;
    this.failure = failure;
    this.clock = clock;
    this.due = clock.instant();
    try {
      this.events = FileSystems.getDefault().newWatchService();
    } catch (IOException e) {
      throw new QirtasException(
          e, Fault.INPUT, "ingest.watch.refused", String.valueOf(e.getMessage()));
    }
  }

  /** Goes through all folders, where that is due. */
  void scanWhereDue() {
    Instant begun = clock.instant();
    if (begun.isBefore(due)) {
      return;
    }
    for (Path root : roots) {
      if (Files.isDirectory(root)) {
        told.remove(root);
      } else {
        fail(root, new QirtasException(Fault.INPUT, "ingest.folder", root));
      }
    }
    scan(roots.stream().filter(Files::isDirectory).toList());
    Instant ended = clock.instant();
    Duration rest = Duration.between(begun, ended).multipliedBy(SHARE);
    due = ended.plus(rest.compareTo(ROUND) > 0 ? rest : ROUND);
  }

  private void scan(List<Path> some) {
    new Inputs(archive, arrivals::seen, this::fail).entering(this::watch).walk(some);
  }

  private void fail(Path folder, QirtasException why) {
    if (told.add(folder)) {
      failure.of(folder, why);
    }
  }

  /** Before it is listed: what comes after that is told of. */
  private void watch(Path folder) {
    if (blind) {
      return;
    }
    try {
      // The system may know the folder by the name that it had before: this one counts.
      folders.put(
          folder.register(
              events,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE),
          folder);
    } catch (IOException e) {
      if (Files.isReadable(folder)) {
        // So many folders cannot be watched at once; going through them has to do.
        blind = true;
        failure.of(
            folder,
            new QirtasException(
                e, Fault.INPUT, "ingest.watch.blind", folder, String.valueOf(e.getMessage())));
      }
    }
  }

  /**
   * Waits until something happens, and notes it.
   *
   * @param most how long
   */
  void await(Duration most) throws InterruptedException {
    WatchKey key = events.poll(most.toMillis(), TimeUnit.MILLISECONDS);
    while (key != null) {
      Path folder = folders.get(key);
      for (WatchEvent<?> event : key.pollEvents()) {
        note(folder, event);
      }
      if (!key.reset()) {
        folders.remove(key);
      }
      key = events.poll();
    }
  }

  private void note(@org.jspecify.annotations.Nullable Path folder, WatchEvent<?> event) {
    if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
      due = clock.instant();
      return;
    }
    if (folder == null || !(event.context() instanceof Path name)) {
      return;
    }
    Path child = folder.resolve(name);
    if (event.kind().equals(StandardWatchEventKinds.ENTRY_DELETE)) {
      forget(child);
    } else if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
      arrivals.changed(child);
    } else if (event.kind().equals(StandardWatchEventKinds.ENTRY_CREATE)
        && !Inputs.isPassedOver(child)) {
      scan(List.of(child));
    }
  }

  /** What moved away is watched on under its old name otherwise. */
  private void forget(Path gone) {
    arrivals.gone(gone);
    var keys = folders.entrySet().stream().filter(entry -> entry.getValue().startsWith(gone));
    for (WatchKey key : keys.map(Map.Entry::getKey).toList()) {
      key.cancel();
      folders.remove(key);
    }
  }

  @Override
  public void close() {
    try {
      events.close();
    } catch (IOException | ClosedWatchServiceException over) {
      // Nothing is waited for any more.
    }
  }
}
