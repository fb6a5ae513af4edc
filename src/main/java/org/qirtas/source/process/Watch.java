package org.qirtas.source.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends processes that do not answer in time. */
final class Watch implements AutoCloseable {
  private static final long ROUND = 250;

  private final Set<ReadingChild> watched = ConcurrentHashMap.newKeySet();
  private final Thread guard = new Thread(this::guard, "reading-watch");
  private volatile boolean over;

  Watch() {
    guard.setDaemon(true);
    guard.start();
  }

  void add(ReadingChild child) {
    watched.add(child);
    if (over) {
      child.end();
    }
  }

  void remove(ReadingChild child) {
    watched.remove(child);
  }

  private void guard() {
    try {
      while (!over) {
        Thread.sleep(ROUND);
        long now = System.nanoTime();
        watched.forEach(child -> child.endIfLate(now));
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  /** Ends them all. */
  @Override
  public void close() {
    over = true;
    guard.interrupt();
    watched.forEach(ReadingChild::end);
  }
}
