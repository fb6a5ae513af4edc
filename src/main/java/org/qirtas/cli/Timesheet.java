package org.qirtas.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How long an import takes, and over what. Reading goes on beside the rest, several files at once,
 * so that the times of all processes together may be more than the import's. Not for use by several
 * threads.
 */
final class Timesheet {
  /** What the import itself is at. */
  enum Work {
    /** What comes next is not read yet. */
    WAITING,
    /** Items are built, and the disk is waited for. */
    WRITING,
    /** What was there before is looked up, and what is new is entered. */
    CATALOGUING
  }

  private final InstantSource clock;
  private final Map<Work, Duration> spent = new EnumMap<>(Work.class);
  private Duration whole = Duration.ZERO;
  private Duration reading = Duration.ZERO;
  private int processes;

  Timesheet(InstantSource clock) {
    this.clock = clock;
  }

  /** A stretch of work, which ends when it is closed; in between, time is not counted. */
  interface Stretch extends AutoCloseable {
    @Override
    void close();
  }

  /** Begins to count. */
  Stretch begin() {
    Instant begun = clock.instant();
    return () -> whole = whole.plus(since(begun));
  }

  /** Counts as one work what is done now. */
  Stretch on(Work work) {
    Instant begun = clock.instant();
    return () -> spent.merge(work, since(begun), Duration::plus);
  }

  /** {@return what was asked for, the time for it being counted as one work} */
  <T> T on(Work work, Supplier<T> task) {
    try (Stretch _ = on(work)) {
      return task.get();
    }
  }

  /** Says in how many processes files are read; none where this one reads. */
  void processes(int most) {
    processes = Math.max(processes, most);
  }

  int processes() {
    return processes;
  }

  /** Says how long another file was read. */
  void read(Duration took) {
    reading = reading.plus(took);
  }

  /** {@return how long files were read, in all processes together} */
  Duration reading() {
    return reading;
  }

  Duration spent(Work work) {
    return spent.getOrDefault(work, Duration.ZERO);
  }

  Duration whole() {
    return whole;
  }

  private Duration since(Instant begun) {
    return Duration.between(begun, clock.instant());
  }
}
