package org.qirtas.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Status;
import org.qirtas.article.Article;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.source.Deliveries;
import org.qirtas.source.Delivery;
import org.qirtas.source.Part;
import org.qirtas.source.PassedOver;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;

/**
 * Takes files in: onto a shelf, which is the archive with its catalog or, for a rehearsal, nothing.
 * What became of each is told in the order in which they were given, once it is so for good: many
 * are committed together. Some files are being read ahead meanwhile.
 */
final class Intake implements AutoCloseable {
  private static final int INPUTS_A_COMMIT = 500;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
  private static final int FILES_AHEAD = 48;
  private static final long BYTES_AHEAD = 32 << 20;

  private final Shelf shelf;
  private final Readers readers;
  private final Recall recall;
  private final UnaryOperator<Article> correction;
  private final InstantSource clock;
  private final Timesheet times;
  private final Timesheet.Stretch stretch;
  private final Deque<Ahead> ahead = new ArrayDeque<>();
  private long bytesAhead;
  private final List<Told> untold = new ArrayList<>();
  private final Set<Path> listed = new HashSet<>();
  private final Set<Path> passing = new HashSet<>();
  private Instant committed;
  private final Growth growth = new Growth();

  /**
   * An intake.
   *
   * @param shelf where what is read goes
   * @param readers who reads
   * @param recall what was taken in by other runs
   * @param correction what the archivist knows better
   * @param times where it is noted how long it takes
   */
  Intake(
      Shelf shelf,
      Readers readers,
      Recall recall,
      UnaryOperator<Article> correction,
      InstantSource clock,
      Timesheet times) {
    this.shelf = shelf;
    this.readers = readers;
    this.recall = recall;
    this.correction = correction;
    this.clock = clock;
    this.committed = clock.instant();
    this.times = times;
    this.stretch = times.begin();
    times.processes(readers.processes());
  }

  /** Is told what became of an input, or of a part of one, and how long that was read. */
  interface Account {
    void enter(String input, Outcome outcome, Duration took);

    /** Is told of an input that was not read. */
    default void enter(String input, Outcome outcome) {
      enter(input, outcome, Duration.ZERO);
    }

    /** Is told that an input is waited for. */
    default void await(String input) {}
  }

  private record Told(Account account, String input, Outcome outcome, Duration took) {}

  /** A file that is being read, or of which it is known already that it need not be. */
  private record Ahead(
      Lot lot,
      Account told,
      Account account,
      @Nullable Source source,
      @Nullable Deliveries deliveries,
      Optional<Outcome> settled) {
    /** What a part is called where it is told of. */
    String input(Part part) {
      return lot.label() + within(part);
    }

    /** Where it lies in what is taken in; a piece that is read again is the whole itself. */
    String within(Part part) {
      boolean whole =
          source != null
              && part.source().filter(it -> it.digest().equals(source.digest())).isPresent();
      return whole || part.place().isEmpty() ? "" : "!/" + part.place();
    }

    long bytes() {
      return source == null ? 0 : source.size();
    }
  }

  /**
   * Takes in a file, or all that comes out of it; what a manifest listed before is not taken again.
   *
   * @param told is told what became of that, when it is so for good
   */
  void take(Path file, Account told) {
    if (!listed.contains(Lot.absolute(file))) {
      take(Lot.of(file), told);
    }
  }

  /** Takes in a file, or what an item was made from. */
  void take(Lot lot, Account told) {
    Account account = (input, outcome, took) -> enter(new Told(told, input, outcome, took));
    Ahead next = begin(lot, told, account);
    ahead.add(next);
    bytesAhead += next.bytes();
    while (ahead.size() > readers.ahead(FILES_AHEAD) || bytesAhead > BYTES_AHEAD) {
      settleFirst();
    }
  }

  /** Waits until all that was taken in has come to its end, or until that is {@code over}. */
  void finish(BooleanSupplier over) {
    while (!ahead.isEmpty() && !over.getAsBoolean()) {
      settleFirst();
    }
  }

  private Ahead begin(Lot lot, Account told, Account account) {
    Source source;
    try {
      source = lot.source().get();
    } catch (QirtasException unreadable) {
      return new Ahead(lot, told, account, null, null, Optional.of(failed(unreadable)));
    }
    Recall.Verdict verdict = recall.of(lot.key(), source.digest());
    if (verdict == Recall.Verdict.SKIP) {
      recall.keepTouched(recall.page(lot.key(), source.digest(), lot.stamp()));
      return new Ahead(lot, told, account, source, null, Optional.of(new Outcome.Unchanged()));
    }
    boolean known =
        shelf
            .sameBytes(source.digest().hex())
            .filter(there -> !mayBeRead(there, verdict))
            .isPresent();
    Deliveries deliveries = known ? null : readers.read(source);
    return new Ahead(lot, told, account, source, deliveries, Optional.empty());
  }

  /** What could not be read before is read again where that is asked for. */
  private static boolean mayBeRead(Outcome.Duplicate known, Recall.Verdict verdict) {
    return verdict == Recall.Verdict.RETRY
        && known.hit().filter(hit -> hit.status() == Status.QUARANTINED).isPresent();
  }

  private void settleFirst() {
    commitWhereDue();
    Ahead first = ahead.remove();
    bytesAhead -= first.bytes();
    first.told().await(first.lot().label());
    try (Deliveries deliveries = first.deliveries()) {
      settle(first, deliveries);
    }
  }

  private void settle(Ahead first, @Nullable Deliveries deliveries) {
    Lot lot = first.lot();
    String input = lot.label();
    Source source = first.source();
    if (first.settled().isPresent() || source == null) {
      first.account().enter(input, first.settled().orElseThrow());
      return;
    }
    if (listed.contains(Lot.absolute(lot.file()))) {
      return;
    }
    var page = recall.page(lot.key(), source.digest(), lot.stamp());
    if (deliveries == null) {
      // It was known when it was its turn to be read, and still is.
      Outcome known = shelf.sameBytes(source.digest().hex()).orElseThrow();
      page.enter(known);
      first.account().enter(input, known);
    } else {
      parts(first, deliveries, page);
    }
    recall.keep(page);
  }

  private void parts(Ahead first, Deliveries deliveries, Recall.Page page) {
    long count = 0;
    // Only when all that lies in a file has come out can it be said what became of itself.
    Optional<Outcome> itself = Optional.empty();
    Duration took = Duration.ZERO;
    List<PassedOver> passed = List.of();
    try {
      for (Optional<Delivery> next = await(deliveries); next.isPresent(); ) {
        Part part = next.get().part();
        part.source().ifPresent(this::remember);
        Outcome outcome = outcome(next.get(), place(first, part), page.verdict());
        page.enter(outcome);
        if (first.within(part).isEmpty()) {
          itself = Optional.of(worse(itself, outcome));
          took = took.plus(next.get().took());
        } else {
          first.account().enter(first.input(part), outcome, next.get().took());
          count++;
        }
        next = await(deliveries);
      }
      passed = deliveries.passedOver();
      if (deliveries.isContainer() && itself.isEmpty()) {
        itself = Optional.of(new Outcome.Opened(count, passed));
      }
    } catch (QirtasException lost) {
      Outcome outcome = failed(lost);
      page.enter(outcome);
      itself = Optional.of(worse(itself, outcome));
    }
    if (itself.isPresent()) {
      boolean partly =
          !(itself.get() instanceof Outcome.Opened) && (count > 0 || !passed.isEmpty());
      Outcome end = partly ? new Outcome.Partly(itself.get(), count, passed) : itself.get();
      first.account().enter(first.lot().label(), end, took);
    }
  }

  /** A file that comes out of itself again has one end only: the first, or one with a cause. */
  private static Outcome worse(Optional<Outcome> before, Outcome after) {
    return before
        .filter(end -> end.trouble().isPresent() || after.trouble().isEmpty())
        .orElse(after);
  }

  private Optional<Delivery> await(Deliveries deliveries) {
    return times.on(Timesheet.Work.WAITING, deliveries::next);
  }

  private void enter(Told outcome) {
    times.read(outcome.took());
    untold.add(outcome);
    if (untold.size() >= INPUTS_A_COMMIT) {
      commit();
    } else {
      commitWhereDue();
    }
  }

  private void commitWhereDue() {
    Duration waited = Duration.between(committed, clock.instant());
    if (!untold.isEmpty() && waited.compareTo(LONGEST_WAIT) >= 0) {
      commit();
    }
  }

  private void commit() {
    shelf.commit();
    recall.write();
    committed = clock.instant();
    untold.forEach(told -> told.account().enter(told.input(), told.outcome(), told.took()));
    untold.clear();
    growth.bound();
  }

  /** Where a source lies, so that it can be known again; a stream lies nowhere. */
  private Optional<String> place(Ahead first, Part part) {
    return passing.contains(first.lot().file())
        ? Optional.empty()
        : Optional.of(first.lot().key() + first.within(part));
  }

  /** Says of a file that it will not lie there another time. */
  void isPassing(Path file) {
    passing.add(file);
  }

  private void remember(Source source) {
    if (source.hints().stream().anyMatch(hint -> hint.origin() == Origin.MANIFEST)) {
      listed.add(Lot.absolute(source.file()));
    }
  }

  private Outcome outcome(Delivery delivery, Optional<String> place, Recall.Verdict verdict) {
    Optional<Source> source = delivery.part().source();
    if (source.isEmpty()) {
      return unread(delivery);
    }
    Optional<Outcome.Duplicate> known = shelf.sameBytes(source.get().digest().hex());
    if (known.isPresent() && !mayBeRead(known.get(), verdict)) {
      return known.get();
    }
    try {
      Reading read = times.on(Timesheet.Work.WAITING, delivery::read);
      Reading reading = read.with(correction.apply(read.article()));
      return known.isPresent()
          ? shelf.redeem(known.get(), reading, place)
          : shelf.store(reading, place);
    } catch (QirtasException failure) {
      return known.isPresent()
          ? new Outcome.Failed(input(failure))
          : keep(source.get(), place, input(failure));
    }
  }

  private static Outcome unread(Delivery delivery) {
    try {
      delivery.read();
    } catch (QirtasException why) {
      return failed(why);
    }
    throw new IllegalStateException("read without a source");
  }

  private Outcome keep(Source source, Optional<String> place, QirtasException failure) {
    try {
      return shelf.quarantine(source, place, failure);
    } catch (QirtasException gone) {
      return failed(gone);
    }
  }

  private static Outcome failed(QirtasException failure) {
    return new Outcome.Failed(input(failure));
  }

  /** What is not an input's fault ends the import. */
  private static QirtasException input(QirtasException failure) {
    if (failure.fault() != Fault.INPUT) {
      throw failure;
    }
    return failure;
  }

  /** Commits what can be: whatever ended the import, the files before that are in. */
  @Override
  public void close() {
    try (stretch;
        shelf;
        readers;
        recall) {
      commit();
    }
  }
}
