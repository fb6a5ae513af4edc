package org.qirtas.archive;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

/**
 * The same work on each of many things, on several threads; what comes of it is told in the order
 * of the things. Memory does not grow with their number.
 *
 * @param <T> the things
 * @param <R> what comes of each
 */
public final class SideBySide<T, R> {
  private static final int AT_ONCE = 64;

  private final int threads;
  private final int atOnce;
  private final Function<T, R> work;

  /**
   * Work for some threads.
   *
   * @param threads how many
   * @param work the work; what it throws ends all
   */
  public SideBySide(int threads, Function<T, R> work) {
    this(threads, AT_ONCE, work);
  }

  private SideBySide(int threads, int atOnce, Function<T, R> work) {
    this.threads = threads;
    this.atOnce = atOnce;
    this.work = work;
  }

  /**
   * {@return the same for things that are much work each: a thread takes one at a time, and no more
   * than two are done beyond those in hand}
   *
   * @param threads how many
   * @param work the work; what it throws ends all
   * @param <T> the things
   * @param <R> what comes of each
   */
  public static <T, R> SideBySide<T, R> eachAlone(int threads, Function<T, R> work) {
    return new SideBySide<>(threads, 1, work);
  }

  /**
   * Does it.
   *
   * @param things the things
   * @param told is told what came of each, on the thread of whoever calls
   */
  public void run(Iterator<T> things, Consumer<R> told) {
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      var waiting = new ArrayList<Future<List<R>>>();
      while (things.hasNext()) {
        waiting.add(workers.submit(some(things)));
        if (waiting.size() > threads + 1) {
          tell(waiting.removeFirst(), told);
        }
      }
      waiting.forEach(each -> tell(each, told));
    }
  }

  private Callable<List<R>> some(Iterator<T> things) {
    var some = new ArrayList<T>();
    while (things.hasNext() && some.size() < atOnce) {
      some.add(things.next());
    }
    return () -> some.stream().map(work).toList();
  }

  private void tell(Future<List<R>> done, Consumer<R> told) {
    try {
      done.get().forEach(told);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QirtasException(e, Fault.ARCHIVE, "archive.unreadable", "", "interrupted");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    }
  }
}
