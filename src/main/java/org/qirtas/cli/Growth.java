package org.qirtas.cli;

/**
 * Keeps the heap of a long work small. What is live stays small, however much is taken in; but the
 * serial collector would sooner let what is dead fill the whole heap that it may have, 1.2 GB by
 * 100,000 files. A smaller heap would be no bound but an end: a single article with its pictures
 * may need more than all the rest.
 */
final class Growth {
  private static final long MOST = 24L << 20;

  private long live = used();

  /** Collects where much has come since that was done last; to be called when little is live. */
  void bound() {
    if (used() - live > MOST) {
      Runtime.getRuntime().gc();
      live = used();
    }
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
