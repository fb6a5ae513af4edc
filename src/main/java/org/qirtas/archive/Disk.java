package org.qirtas.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The disk itself. */
final class Disk implements Volume {
  static final Volume INSTANCE = new Disk();

  // A file system writes its journal once for all who wait for it at the same moment: of 6,000
  // files, one after the other took 10.6 s, sixteen at a time 0.4 s.
  private static final int AT_A_TIME = 16;
  private static final int WORTH_THREADS = 8;

  // Where others write gigabytes to the same file system, its own files are sooner waited for
  // alone.
  private static final int WORTH_ALL = 500;
  private static final Duration CROWDED = Duration.ofSeconds(5);

  private volatile boolean crowded;

  private static final boolean FOLDERS_CAN_BE_SYNCED = java.io.File.separatorChar == '/';

  private Disk() {}

  @Override
  public OutputStream create(Path file) throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  @Override
  public void makeFolder(Path folder) throws IOException {
    Files.createDirectory(folder);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.delete(path);
  }

  @Override
  public void sync(Collection<Path> paths) throws IOException {
    if (paths.size() < WORTH_THREADS) {
      for (Path path : paths) {
        sync(path);
      }
      return;
    }
    Iterator<Path> left = paths.iterator();
    Callable<Integer> share =
        () -> {
          int synced = 0;
          for (Path path = next(left); path != null; path = next(left)) {
            sync(path);
            synced++;
          }
          return synced;
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
      var waiting = new ArrayList<Future<?>>();
      for (int i = 0; i < AT_A_TIME; i++) {
        waiting.add(threads.submit(share));
      }
      for (Future<?> each : waiting) {
        await(each);
      }
    }
  }

  /** Each thread takes what is next: to hand over single files costs more than most syncs do. */
  private static @Nullable Path next(Iterator<Path> left) {
    synchronized (left) {
      return left.hasNext() ? left.next() : null;
    }
  }

  @Override
  public void syncWithin(Path folder, Collection<Path> below) throws IOException {
    Optional<FileSystemSync> whole =
        below.size() < WORTH_ALL || crowded ? Optional.empty() : FileSystemSync.of(folder);
    if (whole.isEmpty()) {
      sync(below);
      return;
    }
    long begun = System.nanoTime();
    whole.get().run(folder);
    crowded = System.nanoTime() - begun > CROWDED.toNanos();
  }

  private static void await(Future<?> synced) throws IOException {
    try {
      synced.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("interrupted while the disk was waited for");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
    }
  }

  /** Windows gives no handle on a folder, and writes its names by itself. */
  private static void sync(Path path) throws IOException {
    boolean folder = Files.isDirectory(path);
    if (folder && !FOLDERS_CAN_BE_SYNCED) {
      return;
    }
    try (var channel =
        FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
