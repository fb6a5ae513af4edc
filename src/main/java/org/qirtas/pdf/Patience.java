package org.qirtas.pdf;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long a page of a PDF from outside is waited for: a broken or malicious one can keep a reader
 * busy for ever, or run it out of stack and memory.
 *
 * @param limit how long
 */
public record Patience(Duration limit) {
  /** Deeper than the main thread's: forms may stand in forms. */
  private static final long STACK = 16L << 20;

  /** What is usual for one page. */
  public static final Patience OF_A_PAGE = new Patience(Duration.ofSeconds(60));

  /**
   * It took too long. A thread cannot be killed: the work may still go on, so that nothing which it
   * uses may be used again. The thread does not keep the process alive.
   */
  public static final class Exceeded extends IOException {
    private static final long serialVersionUID = 1;

    Exceeded(Duration limit) {
      super("more than " + limit.toSeconds() + " s");
    }
  }

  /**
   * Has something done.
   *
   * @param <T> what comes of it
   * @param work what
   * @return what came of it
   * @throws Exceeded where it took too long
   * @throws IOException where it failed, of whatever; stack and memory that ran out included
   */
  public <T> T await(Callable<T> work) throws IOException {
    var task = new FutureTask<T>(work);
    var thread = new Thread(null, task, "page", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new Exceeded(limit);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw cause instanceof IOException known ? known : new IOException(reason(cause), cause);
    }
  }

  private static String reason(Throwable cause) {
    String name = cause.getClass().getSimpleName();
    return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
  }
}
