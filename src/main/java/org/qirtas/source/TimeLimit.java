package org.qirtas.source;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.qirtas.QirtasException;

/**
 * Runs the reading of one file for so long and no longer, and turns whatever it throws into a
 * refusal. A parser that does not heed its interruption is left behind on a daemon thread, which
 * only ends with the process: a thread cannot be killed.
 */
final class TimeLimit implements AutoCloseable {
  /** Deeply nested documents need a deep stack; beyond this one they are refused. */
  private static final long STACK = 64L << 20;

  private final Duration longest;
  private int count;

  TimeLimit(Duration longest) {
    this.longest = longest;
  }

  <T> T run(String name, Callable<T> reading) {
    var task = new FutureTask<>(reading);
    count++;
    var thread = new Thread(null, task, "source-" + count, STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw Refusal.TIMEOUT.of(name, longest.toSeconds() + " s");
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw Refusal.UNREADABLE.of(name, e);
    } catch (ExecutionException e) {
      throw refusal(name, e.getCause() == null ? e : e.getCause());
    }
  }

  private static QirtasException refusal(String name, Throwable cause) {
    return switch (cause) {
      case QirtasException known -> known;
      case java.nio.file.AccessDeniedException denied -> Refusal.UNREADABLE.of(name, denied);
      case OutOfMemoryError full -> Refusal.TOOLARGE.of(name, full);
      default -> Refusal.CORRUPT.of(name, cause);
    };
  }

  @Override
  public void close() {
    // Threads end with their task; nothing is kept between files.
  }
}
