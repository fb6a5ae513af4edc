package org.qirtas.source.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.qirtas.QirtasException;
import org.qirtas.source.Deliveries;
import org.qirtas.source.Delivery;
import org.qirtas.source.Part;
import org.qirtas.source.PassedOver;
import org.qirtas.source.Reading;
import org.qirtas.source.Refusal;
import org.qirtas.source.Source;

/**
 * A file that a {@link ReadingPool} reads: one thread puts in what a process says of it, another
 * takes it out. Where that one is slow, the process waits.
 */
final class ReadingJob implements Deliveries {
  private static final int AHEAD = 4;

  private sealed interface Event {}

  private record Announced(Part part) implements Event {}

  private record Got(Reading reading, Duration took) implements Event {}

  private record Missed(QirtasException why, Duration took) implements Event {}

  private record Over(boolean container, List<PassedOver> passed) implements Event {}

  private record Failed(QirtasException why) implements Event {}

  private final Source source;
  private final Path scratch;
  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(AHEAD);

  // The side that puts in.
  private int delivered;
  private @Nullable Part begun;
  private @Nullable Path copy;
  private @Nullable Path second;

  /** How long processes took over the part before they were lost. */
  private Duration lost = Duration.ZERO;

  // The side that takes out.
  private @Nullable Outstanding last;
  private boolean over;
  private boolean container;
  private List<PassedOver> passed = List.of();

  ReadingJob(Source source, Path scratch) {
    this.source = source;
    this.scratch = scratch;
  }

  String name() {
    return source.name();
  }

  long size() {
    return source.size();
  }

  /** How many parts have come, read or refused. */
  int delivered() {
    return delivered;
  }

  Frame.Order order() {
    return new Frame.Order(source.at(place()), delivered);
  }

  /** A name that is no text cannot be told to another process; a copy has one that can. */
  private Path place() {
    Path file = source.file().toAbsolutePath();
    if (Path.of(file.toString()).equals(file)) {
      return file;
    }
    Path known = copy;
    if (known == null) {
      known = scratch.resolve("named-" + source.digest().hex().substring(0, 32));
      try {
        Files.copy(file, known, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        return file; // The process finds nothing there, and says so.
      }
      copy = known;
    }
    return known;
  }

  /**
   * Takes what a process says until the file is done.
   *
   * @throws IOException where the process was lost before that
   */
  void receive(ReadingChild child) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try {
      receiveAll(child);
    } catch (IOException e) {
      lost = lost.plusNanos(System.nanoTime() - begin);
      throw e;
    }
  }

  private void receiveAll(ReadingChild child) throws IOException, InterruptedException {
    while (true) {
      switch (child.receive()) {
        case Frame.Begun(String place, Optional<Source> told) -> begin(place, told);
        case Frame.Read read -> finish(new Got(reading(read), taken(read.nanoseconds())));
        case Frame.Refused refused ->
            finish(new Missed(refused.exception(), taken(refused.nanoseconds())));
        case Frame.Done(boolean holdsOthers, List<PassedOver> left) -> {
          end(holdsOthers, left);
          return;
        }
        case Frame.Alive _ -> {
          // Its time begins anew.
        }
        case Frame.Order _ -> throw new IOException("out of order");
      }
    }
  }

  private void begin(String place, Optional<Source> told) throws InterruptedException {
    if (begun != null) {
      // It was told of before, by a process that was lost since; this one has a copy of its own,
      // which it is about to read.
      second = told.map(Source::file).filter(this::isOurs).orElse(null);
      return;
    }
    // Of what a container only names there is nothing to keep; of the file itself there always is.
    Optional<Source> known =
        place.isEmpty() ? Optional.of(told.map(this::known).orElse(source)) : told;
    var part = new Part(place, known, Optional.empty());
    begun = part;
    events.put(new Announced(part));
  }

  /** The file itself is known better here: it may have had to be given another name. */
  private Source known(Source told) {
    boolean itself = told.within().isEmpty() && told.digest().equals(source.digest());
    return itself ? told.at(source.file()) : told;
  }

  private Reading reading(Frame.Read read) throws IOException {
    Part part = begun;
    if (part == null) {
      throw new IOException("out of order");
    }
    return new Reading(
        part.source().orElseThrow(),
        read.article(),
        new java.util.TreeMap<>(read.pictures()),
        new java.util.TreeMap<>(read.attachments()));
  }

  private Duration taken(long nanoseconds) {
    return lost.plusNanos(nanoseconds);
  }

  private void finish(Event result) throws InterruptedException {
    events.put(result);
    lost = Duration.ZERO;
    begun = null;
    delivered++;
    if (second != null) {
      delete(second);
      second = null;
    }
  }

  private void end(boolean holdsOthers, List<PassedOver> left) throws InterruptedException {
    if (copy != null) {
      delete(copy);
    }
    events.put(new Over(holdsOthers, left));
  }

  /**
   * Refuses what was being read when its process was lost a second time.
   *
   * @return whether that was all
   */
  boolean refuse(QirtasException why) throws InterruptedException {
    Part part = begun;
    if (part == null || part.place().isEmpty()) {
      abandon(why);
      return true;
    }
    finish(new Missed(why, lost));
    return false;
  }

  /** Refuses the whole file: nobody can say what is at fault in it. */
  void abandon(QirtasException why) throws InterruptedException {
    boolean within = begun != null && !begun.place().isEmpty();
    if (within) {
      finish(new Missed(why, lost));
    }
    if (begun == null) {
      var whole = new Part("", Optional.of(source), Optional.empty());
      begun = whole;
      events.put(new Announced(whole));
    }
    finish(new Missed(why, lost));
    end(false, List.of());
  }

  /** Ends with a failure that is not the file's. */
  void fail(QirtasException why) throws InterruptedException {
    events.put(new Failed(why));
  }

  @Override
  public Optional<Delivery> next() {
    forget();
    while (!over) {
      switch (take()) {
        case Announced(Part part) -> {
          var delivery = new Outstanding(part);
          last = delivery;
          return Optional.of(delivery);
        }
        case Got _, Missed _ -> {
          // Nobody asked for what was read.
        }
        case Over(boolean holdsOthers, List<PassedOver> left) -> {
          over = true;
          passed = left;
          container = holdsOthers;
        }
        case Failed(QirtasException why) -> {
          over = true;
          throw why;
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean isContainer() {
    return container;
  }

  @Override
  public List<PassedOver> passedOver() {
    return passed;
  }

  private Event take() {
    try {
      return events.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.UNREADABLE.of(source.name(), e);
    }
  }

  private boolean isOurs(Path file) {
    return file.startsWith(scratch);
  }

  private void forget() {
    Outstanding delivery = last;
    if (delivery != null) {
      delivery.part.source().map(Source::file).filter(this::isOurs).ifPresent(ReadingJob::delete);
      last = null;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      // It goes with the folder.
    }
  }

  @Override
  public void close() {
    forget();
  }

  private final class Outstanding implements Delivery {
    private final Part part;
    private Duration took = Duration.ZERO;

    Outstanding(Part part) {
      this.part = part;
    }

    @Override
    public Part part() {
      return part;
    }

    @Override
    public Reading read() {
      return switch (take()) {
        case Got(Reading reading, Duration time) -> {
          took = time;
          yield reading;
        }
        case Missed(QirtasException why, Duration time) -> {
          took = time;
          throw why;
        }
        case Failed(QirtasException why) -> throw why;
        case Announced _, Over _ -> throw new IllegalStateException("asked for twice");
      };
    }

    @Override
    public Duration took() {
      return took;
    }
  }
}
