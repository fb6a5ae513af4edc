package org.qirtas.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Whether somebody asked the run to end, with Ctrl-C or a signal: it then ends by itself at the
 * next good moment, for which the process waits.
 */
final class Interruption implements AutoCloseable {
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::ask, "interruption");
  private volatile boolean asked;

  Interruption() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void ask() {
    asked = true;
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isAsked() {
    return asked;
  }

  /** Says that the run has ended, and all that had to be said is said. */
  @Override
  public void close() {
    over.countDown();
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException ending) {
        // Asked for just now, and there is nothing left to do.
      }
    }
  }
}
