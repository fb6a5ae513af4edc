package org.qirtas.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.qirtas.QirtasException;

/**
 * An import without an end: takes files in as they are complete, and leaves them where they are.
 * The archive is open only while there are some, so that others can write into it between.
 */
final class Watching {
  private static final Duration GLANCE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final WatchedFolders folders;
  private final Arrivals arrivals;
  private final Import imports;
  private final InstantSource clock;
  private Instant again;
  private boolean busy;

  /** Takes files in. */
  interface Import {
    /**
     * Takes files in; returns when what became of them is so for good.
     *
     * @throws QirtasException {@code ARCHIVE} with {@code archive.locked} where none was taken
     */
    void take(List<Path> files);

    /** There is nothing to take in just now. */
    void rest(int waiting);

    /** Another process writes into the archive. */
    void isBusy(QirtasException busy);
  }

  Watching(WatchedFolders folders, Arrivals arrivals, Import imports, InstantSource clock) {
    this.folders = folders;
    this.arrivals = arrivals;
    this.imports = imports;
    this.clock = clock;
    this.again = clock.instant();
  }

  /** Goes on until that is {@code over}. */
  void run(BooleanSupplier over) {
    try {
      while (!over.getAsBoolean()) {
        step();
        folders.await(GLANCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes in what is complete now. */
  void step() {
    folders.scanWhereDue();
    List<Path> complete = arrivals.complete();
    if (complete.isEmpty() || clock.instant().isBefore(again)) {
      imports.rest(arrivals.waiting());
      return;
    }
    try {
      imports.take(complete);
      arrivals.handOver(complete);
      busy = false;
    } catch (QirtasException failure) {
      if (!failure.key().equals("archive.locked")) {
        throw failure;
      }
      if (!busy) {
        imports.isBusy(failure);
      }
      busy = true;
      again = clock.instant().plus(PATIENCE);
    }
  }
}
