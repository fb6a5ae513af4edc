package org.qirtas.catalog;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Enters items into an index on a thread of its own, in the order in which they are given: parting
 * a text into its words is most of that work, and the next item is built meanwhile. Not for use by
 * several threads.
 */
final class Indexing implements AutoCloseable {
  /** Few enough that the texts that wait are no burden, many enough to bridge a commit. */
  private static final int MOST_WAITING = 64;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("indexing").factory());
  private final Deque<Future<?>> waiting = new ArrayDeque<>();

  /**
   * Has something entered, perhaps later.
   *
   * @throws IOException where that, or something before it, failed
   */
  void submit(Callable<?> entering) throws IOException {
    while (waiting.size() >= MOST_WAITING) {
      await(waiting.remove());
    }
    waiting.add(thread.submit(entering));
  }

  /**
   * Waits until all is entered.
   *
   * @throws IOException where something failed
   */
  void await() throws IOException {
    while (!waiting.isEmpty()) {
      await(waiting.remove());
    }
  }

  private static void await(Future<?> entered) throws IOException {
    try {
      entered.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while an item was entered");
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException e) {
        throw e;
      }
      throw failure.getCause() instanceof IOException e ? e : new IOException(failure.getCause());
    }
  }

  /** Lets go of what waits; what is being entered is, since an interrupt would shut the index. */
  @Override
  public void close() {
    waiting.forEach(each -> each.cancel(false));
    thread.close();
  }
}
