package org.qirtas.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.Change;
import org.qirtas.archive.Status;
import org.qirtas.article.Article;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.Hit;
import org.qirtas.catalog.Order;
import org.qirtas.catalog.Query;
import org.qirtas.source.Part;
import org.qirtas.source.Parts;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;
import org.qirtas.source.SourceReader;

/**
 * Takes files in: into the archive and its catalog, or, for a rehearsal, nowhere. What became of
 * each is told once it is so for good: many are committed together.
 */
final class Intake implements AutoCloseable {
  /** Where what was read goes. */
  private sealed interface Shelf extends AutoCloseable {
    Optional<Outcome.Duplicate> sameBytes(String sha512);

    Outcome store(Reading reading, Optional<String> location);

    Optional<ArchiveItem> quarantine(Source source, Optional<String> location, String cause);

    void commit();

    @Override
    void close();
  }

  private static final int INPUTS_A_COMMIT = 500;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Shelf shelf;
  private final SourceReader reader = new SourceReader();
  private final UnaryOperator<Article> correction;
  private final InstantSource clock;
  private final List<Told> untold = new ArrayList<>();
  private final Set<Path> listed = new HashSet<>();
  private final Set<Path> passing = new HashSet<>();
  private Instant committed;

  private Intake(Qirtas qirtas, Shelf shelf, UnaryOperator<Article> correction) {
    this.shelf = shelf;
    this.correction = correction;
    this.clock = qirtas.clock();
    this.committed = clock.instant();
  }

  /** {@return an intake that stores; {@code correction} is what the archivist knows better} */
  static Intake into(Qirtas qirtas, UnaryOperator<Article> correction) {
    return new Intake(qirtas, new Stack(qirtas), correction);
  }

  /** {@return an intake that changes nothing anywhere} */
  static Intake rehearsal(Qirtas qirtas, UnaryOperator<Article> correction) {
    return new Intake(qirtas, new Rehearsal(qirtas), correction);
  }

  /** Is told what became of an input, or of a part of one. */
  interface Account {
    void enter(String input, Outcome outcome);
  }

  /**
   * Takes in a file, or all that comes out of it; what a manifest listed before is not taken again.
   *
   * @param told is told what became of that, when it is so for good
   */
  void take(Path file, Account told) {
    open(file, (input, outcome) -> enter(new Told(told, input, outcome)));
  }

  private record Told(Account account, String input, Outcome outcome) {}

  private void enter(Told outcome) {
    untold.add(outcome);
    Duration waited = Duration.between(committed, clock.instant());
    if (untold.size() >= INPUTS_A_COMMIT || waited.compareTo(LONGEST_WAIT) >= 0) {
      commit();
    }
  }

  private void commit() {
    shelf.commit();
    committed = clock.instant();
    untold.forEach(told -> told.account().enter(told.input(), told.outcome()));
    untold.clear();
  }

  private void open(Path file, Account account) {
    if (listed.contains(file.toAbsolutePath().normalize())) {
      return;
    }
    String input = file.toString();
    Source source;
    try {
      source = reader.identify(file);
    } catch (QirtasException unreadable) {
      account.enter(input, failed(unreadable));
      return;
    }
    try (Parts parts = reader.parts(source)) {
      if (!parts.isContainer()) {
        parts.next().ifPresent(part -> account.enter(input, outcome(part, place(file, part))));
        return;
      }
      long count = 0;
      for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
        count += part.get().place().isEmpty() ? 0 : 1;
        part.get().source().ifPresent(this::remember);
        account.enter(input(input, part.get()), outcome(part.get(), place(file, part.get())));
        if (part.get().place().isEmpty()) {
          return;
        }
      }
      account.enter(input, new Outcome.Opened(count));
    }
  }

  private static String input(String file, Part part) {
    return part.place().isEmpty() ? file : file + "!/" + part.place();
  }

  /** Where a source lies, so that it can be known again; a stream lies nowhere. */
  private Optional<String> place(Path file, Part part) {
    return passing.contains(file)
        ? Optional.empty()
        : Optional.of(input(file.toAbsolutePath().normalize().toString(), part));
  }

  /** Says of a file that it will not lie there another time. */
  void isPassing(Path file) {
    passing.add(file);
  }

  private void remember(Source source) {
    boolean ofAManifest =
        source.hints().stream()
            .anyMatch(hint -> hint.origin() == org.qirtas.article.Evidence.Origin.MANIFEST);
    if (ofAManifest) {
      listed.add(source.file().toAbsolutePath().normalize());
    }
  }

  private Outcome outcome(Part part, Optional<String> place) {
    Optional<QirtasException> refusal = part.refusal();
    Optional<Source> source = part.source();
    if (source.isEmpty()) {
      return failed(refusal.orElseThrow());
    }
    Optional<Outcome.Duplicate> known = shelf.sameBytes(source.get().digest().hex());
    if (known.isPresent()) {
      return known.get();
    }
    return refusal
        .map(why -> keep(source.get(), place, why))
        .orElseGet(() -> take(source.get(), place));
  }

  private Outcome take(Source source, Optional<String> place) {
    try {
      Reading read = reader.read(source);
      Reading reading = read.with(correction.apply(read.article()));
      return shelf.store(reading, place);
    } catch (QirtasException failure) {
      return keep(source, place, failure);
    }
  }

  private static Outcome.Duplicate duplicate(Hit hit) {
    return new Outcome.Duplicate(hit.path(), Optional.of(hit));
  }

  private Outcome keep(Source source, Optional<String> place, QirtasException failure) {
    if (failure.fault() != Fault.INPUT) {
      throw failure;
    }
    try {
      String cause = failure.key() + " " + failure.values();
      return new Outcome.Quarantined(shelf.quarantine(source, place, cause), failure);
    } catch (QirtasException gone) {
      return failed(gone);
    }
  }

  private static Outcome failed(QirtasException failure) {
    if (failure.fault() != Fault.INPUT) {
      throw failure;
    }
    return new Outcome.Failed(failure);
  }

  /** Commits what can be: whatever ended the import, the files before that are in. */
  @Override
  public void close() {
    try (shelf;
        reader) {
      commit();
    }
  }

  /** The archive with its catalog. */
  private static final class Stack implements Shelf {
    private final Desk desk;
    private boolean changed;

    Stack(Qirtas qirtas) {
      desk = new Desk(qirtas, qirtas.archiveToFill());
    }

    @Override
    public Optional<Outcome.Duplicate> sameBytes(String sha512) {
      return desk.catalog().sameBytes(sha512).map(Intake::duplicate);
    }

    @Override
    public Outcome store(Reading reading, Optional<String> location) {
      Article article = reading.article();
      Optional<ArchiveItem> older =
          desk.catalog()
              .sameSource(location, article.address())
              .map(hit -> desk.writer().archive().at(hit.path()))
              .filter(item -> isOlder(item, article));
      Optional<Article> known = Optional.of(article);
      if (older.isPresent()) {
        ArchiveItem item =
            desk.writer().renew(older.get(), reading, location, Change.byUser("ingest"));
        return new Outcome.Version(added(item, known), article);
      }
      return new Outcome.Stored(
          Optional.of(added(desk.writer().store(reading, location), known)), article);
    }

    /** A place may have been given to something else since. */
    private boolean isOlder(ArchiveItem item, Article article) {
      Optional<Article> before = desk.writer().archive().article(item);
      return before.isPresent()
          ? SameArticle.of(before.get(), article)
          : item.status() == Status.QUARANTINED;
    }

    @Override
    public Optional<ArchiveItem> quarantine(
        Source source, Optional<String> location, String cause) {
      return Optional.of(
          added(desk.writer().quarantine(source, location, cause), Optional.empty()));
    }

    private ArchiveItem added(ArchiveItem item, Optional<Article> article) {
      changed = true;
      return desk.added(item, article);
    }

    @Override
    public void commit() {
      if (changed) {
        desk.commit();
        changed = false;
      }
    }

    @Override
    public void close() {
      desk.close();
    }
  }

  /** Only remembers, so that a file that comes twice is a duplicate here, too. */
  private static final class Rehearsal implements Shelf {
    private final Optional<Catalog> catalog;
    private final Map<String, String> seen = new HashMap<>();

    Rehearsal(Qirtas qirtas) {
      catalog =
          java.nio.file.Files.isDirectory(qirtas.archiveFolder())
              ? Optional.of(qirtas.catalog(qirtas.archive()))
              : Optional.empty();
    }

    @Override
    public Optional<Outcome.Duplicate> sameBytes(String sha512) {
      return Optional.ofNullable(seen.get(sha512))
          .map(path -> new Outcome.Duplicate(path, Optional.empty()))
          .or(() -> stored(sha512));
    }

    private Optional<Outcome.Duplicate> stored(String sha512) {
      return catalog
          .map(known -> known.find(new Query.SameBytes(sha512), Order.DATE, 1))
          .filter(Iterator::hasNext)
          .map(Iterator::next)
          .map(Intake::duplicate);
    }

    @Override
    public Outcome store(Reading reading, Optional<String> location) {
      seen.put(reading.source().digest().hex(), reading.source().file().toString());
      return new Outcome.Stored(Optional.empty(), reading.article());
    }

    @Override
    public Optional<ArchiveItem> quarantine(
        Source source, Optional<String> location, String cause) {
      seen.put(source.digest().hex(), source.file().toString());
      return Optional.empty();
    }

    @Override
    public void commit() {
      // Nothing was stored.
    }

    @Override
    public void close() {
      catalog.ifPresent(Catalog::close);
    }
  }
}
