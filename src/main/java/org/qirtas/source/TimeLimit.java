package org.qirtas.source;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.qirtas.QirtasException;

/** Runs the reading of one file, and turns whatever it throws into a refusal. */
public interface TimeLimit extends AutoCloseable {
  /**
   * Runs the reading of one file, or a part of that.
   *
   * @param name the file's, for whoever is told of a refusal
   * @param reading reads it
   * @param <T> what comes of it
   * @return that
   * @throws QirtasException whatever it throws, as a refusal
   */
  <T> T run(String name, Callable<T> reading);

  /** {@return how long a step may take} */
  Duration longest();

  @Override
  void close();

  private static QirtasException refusal(String name, Throwable cause) {
    return switch (cause) {
      case QirtasException known -> known;
      case java.nio.file.AccessDeniedException denied -> Refusal.UNREADABLE.of(name, denied);
      case OutOfMemoryError full -> Refusal.TOOLARGE.of(name, full);
      default -> Refusal.CORRUPT.of(name, cause);
    };
  }

  /**
   * Waits so long and no longer. A parser that does not heed its interruption is left behind on a
   * daemon thread, which only ends with the process: a thread cannot be killed.
   */
  final class Waiting implements TimeLimit {
    /** Deeply nested documents need a deep stack; beyond this one they are refused. */
    private static final long STACK = 64L << 20;

    private final Duration longest;
    private int count;

    Waiting(Duration longest) {
      this.longest = longest;
    }

    @Override
    public <T> T run(String name, Callable<T> reading) {
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

    @Override
    public Duration longest() {
      return longest;
    }

    @Override
    public void close() {
      // Threads end with their task; nothing is kept between files.
    }
  }

  /**
   * Reads on the thread of whoever asks, and ends the process where that takes too long. For a
   * process that can be lost: a thread for each step would cost it more than most files do.
   */
  final class Ending implements TimeLimit {
    private static final long ROUND = 100;
    private static final long NEVER = Long.MAX_VALUE;

    private final Duration longest;
    private final Runnable end;
    private final Thread guard = new Thread(this::guard, "time-limit");
    private volatile long deadline = NEVER;

    /**
     * A limit.
     *
     * @param longest how long a step may take
     * @param end ends the process
     */
    public Ending(Duration longest, Runnable end) {
      this.longest = longest;
      this.end = end;
      guard.setDaemon(true);
      guard.start();
    }

    private void guard() {
      try {
        while (true) {
          Thread.sleep(ROUND);
          long last = deadline;
          if (last != NEVER && System.nanoTime() - last > 0) {
            end.run();
          }
        }
      } catch (InterruptedException e) {
        // Closed.
      }
    }

    @Override
    public <T> T run(String name, Callable<T> reading) {
      deadline = System.nanoTime() + longest.toNanos();
      try {
        return reading.call();
      } catch (Throwable e) {
        throw refusal(name, e);
      } finally {
        deadline = NEVER;
      }
    }

    @Override
    public Duration longest() {
      return longest;
    }

    @Override
    public void close() {
      guard.interrupt();
    }
  }
}
