package org.qirtas.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

/**
 * The right to write into an archive, which one process has at a time.
 *
 * <p>The operating system holds it and takes it back when the process ends, however it ends: a file
 * that a crash left behind locks nobody out. The file's text says who holds it, for people.
 */
final class WriterLock implements AutoCloseable {
  // The system's lock is the process's: within one process we have to keep count ourselves, and a
  // second channel on the file must not even be opened, since closing it would free the lock.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final int PATIENCE = 10;
  private static final Duration PAUSE = Duration.ofMillis(100);

  // Beyond the text, since on Windows nobody can read what is locked.
  private static final long LOCKED_BYTE = 1L << 40;

  private final Path file;
  private final FileChannel channel;

  private WriterLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * {@return the lock}
   *
   * @throws QirtasException {@code ARCHIVE} where another writer holds it
   */
  static WriterLock take(Path file, Instant now) throws IOException {
    Optional<WriterLock> lock = tryTake(file, now);
    // A look-up may hold it for a moment, to bring the catalog up to date.
    for (int again = 0; lock.isEmpty() && !HELD.contains(file) && again < PATIENCE; again++) {
      pause();
      lock = tryTake(file, now);
    }
    return lock.orElseThrow(
        () -> new QirtasException(Fault.ARCHIVE, "archive.locked", file, holder(file)));
  }

  static Optional<WriterLock> tryTake(Path file, Instant now) throws IOException {
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    boolean taken = false;
    try {
      Optional<WriterLock> lock = open(file);
      if (lock.isPresent()) {
        lock.get().sign(now);
      }
      taken = lock.isPresent();
      return lock;
    } finally {
      if (!taken) {
        HELD.remove(file);
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException("interrupted while the lock was waited for");
    }
  }

  private static Optional<WriterLock> open(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new WriterLock(file, channel));
  }

  /** {@return whether somebody holds the lock, as far as can be told without taking it} */
  static boolean isHeld(Path file) {
    if (HELD.contains(file)) {
      return true;
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      // A shared lock asks the system and keeps no writer out for longer than that.
      FileLock lock = channel.tryLock(LOCKED_BYTE, 1, true);
      if (lock == null) {
        return true;
      }
      lock.release();
      return false;
    } catch (IOException none) {
      return false;
    }
  }

  private void sign(Instant now) throws IOException {
    String text =
        "process %d, user %s, since %s%n"
            .formatted(
                ProcessHandle.current().pid(),
                System.getProperty("user.name", "?"),
                now.truncatedTo(ChronoUnit.SECONDS));
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
  }

  private static String holder(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.isEmpty() ? "?" : text;
    } catch (IOException unreadable) {
      return "?";
    }
  }

  @Override
  public void close() {
    try (channel) {
      channel.truncate(0);
    } catch (IOException left) {
      // The text is for people only; the lock itself goes with the channel.
    } finally {
      HELD.remove(file);
    }
  }
}
