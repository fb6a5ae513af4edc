package org.qirtas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.TemporaryFolder;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.article.Article;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas ingest}: takes files into the archive. */
@Command(name = "ingest")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Ingest implements Callable<Integer> {
  private static final Path STREAM = Path.of("-");

  /** So few files are read sooner here than a process is started that reads them. */
  private static final int FEW = 4;

  private static final long SMALL = 4 << 20;

  /** Copying over a network comes in bursts; nobody waits for an archive that long. */
  private static final int SETTLED = 5;

  @ParentCommand private Qirtas qirtas;

  @Parameters(paramLabel = "PATH", descriptionKey = "PATH", arity = "0..*")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--date", paramLabel = "DAY")
  private @Nullable String date;

  /** Says which items are read again; of what comes in, {@code --source} names the publisher. */
  @Mixin private Selection selection;

  @Option(names = "--words", paramLabel = "WORDS")
  private List<String> words = new ArrayList<>();

  @Option(names = "--name", paramLabel = "NAME")
  private @Nullable String name;

  @Mixin private ReadingOptions reading;

  @Option(names = "--resume")
  private boolean resuming;

  @Option(names = "--retry", paramLabel = "CAUSE")
  private @Nullable String retried;

  /** What becomes of an article whose text another item has. */
  enum OnDuplicate {
    /** It is not stored. */
    SKIP,
    /** It is stored, and says whose text it has. */
    LINK,
    /** It is stored as if there were no other. */
    STORE
  }

  @Option(names = "--on-duplicate", paramLabel = "skip|link|store")
  private OnDuplicate onDuplicate = OnDuplicate.LINK;

  @Option(names = "--dry-run")
  private boolean rehearsal;

  @Option(names = "--reread")
  private boolean rereading;

  @Option(names = "--watch")
  private boolean watching;

  @Option(names = "--settle", paramLabel = "SECONDS")
  private @Nullable Integer settle;

  private Timesheet times;

  @Override
  public Integer call() {
    times = new Timesheet(qirtas.clock());
    if (rereading) {
      return reread().code();
    }
    if (paths.isEmpty()) {
      throw new QirtasException(Fault.USAGE, "usage.missing", "PATH");
    }
    if (!words.isEmpty()) {
      throw new QirtasException(Fault.USAGE, "usage.selection");
    }
    UnaryOperator<Article> correction = correction();
    if (watching) {
      return watch(correction).code();
    }
    if (settle != null) {
      throw new QirtasException(Fault.USAGE, "usage.settle");
    }
    if (!paths.contains(STREAM)) {
      return takeAll(correction, paths, Optional.empty()).code();
    }
    if (name == null || name.isBlank() || !Path.of(name).equals(Path.of(name).getFileName())) {
      throw new QirtasException(Fault.USAGE, "usage.stream");
    }
    try {
      Path folder = TemporaryFolder.make("stream");
      Path copy = folder.resolve(name);
      try {
        Files.copy(qirtas.terminal().in(), copy);
        List<Path> files = paths.stream().map(path -> path.equals(STREAM) ? copy : path).toList();
        return takeAll(correction, files, Optional.of(copy)).code();
      } finally {
        TemporaryFolder.delete(folder);
      }
    } catch (IOException e) {
      throw new QirtasException(e, Fault.INPUT, "ingest.stream", String.valueOf(e.getMessage()));
    }
  }

  /** What the archivist says goes before whatever the source says. */
  private UnaryOperator<Article> correction() {
    Optional<String> publisher = selection.source();
    Optional<Days> days = Optional.ofNullable(date).map(typed -> Days.of("--date", typed));
    return article -> {
      Article.Draft draft = article.revise();
      days.map(Days::asDate).ifPresent(draft::date);
      publisher.ifPresent(draft::publisher);
      return draft.finish();
    };
  }

  /** Opens the archive before anything is started: where another writes, nothing need be. */
  private Intake intake(Supplier<Recall> recall, UnaryOperator<Article> correction, int most) {
    Shelf shelf = rehearsal ? new Rehearsal(qirtas) : new ArchiveShelf(qirtas, onDuplicate, times);
    return intake(shelf, recall, correction, most);
  }

  private Intake intake(
      Shelf shelf, Supplier<Recall> recall, UnaryOperator<Article> correction, int most) {
    try {
      return new Intake(
          shelf,
          reading.readers(qirtas, most, this::scratch),
          recall.get(),
          correction,
          qirtas.clock(),
          times);
    } catch (RuntimeException e) {
      shelf.close();
      throw e;
    }
  }

  private Optional<ImportReport> report(boolean few) {
    return few || rehearsal
        ? Optional.empty()
        : Optional.of(new ImportReport(imports(), qirtas.clock()));
  }

  private Path imports() {
    return derived().resolve("imports");
  }

  /** Within the archive, where the next run finds it; a rehearsal leaves nothing there. */
  private Path scratch() {
    try {
      return rehearsal ? TemporaryFolder.make("reading") : derived().resolve("reading");
    } catch (IOException e) {
      throw new QirtasException(
          e, Fault.ARCHIVE, "archive.unwritable", "java.io.tmpdir", String.valueOf(e.getMessage()));
    }
  }

  private Path derived() {
    return qirtas.archive().derived();
  }

  private Recall recall() {
    if (resuming && retried != null) {
      throw new QirtasException(Fault.USAGE, "usage.retry");
    }
    boolean recalling = resuming || retried != null;
    if (rehearsal && !recalling) {
      return Recall.none();
    }
    var journal = ImportJournal.open(imports(), qirtas.clock(), recalling);
    Recall.Wanted wanted =
        resuming
            ? Recall.Wanted.REMAINING
            : retried != null ? Recall.Wanted.FAILED : Recall.Wanted.ALL;
    return new Recall(Optional.of(journal), wanted, retried == null ? "" : retried);
  }

  /** Until somebody asks it to end. */
  private Exit watch(UnaryOperator<Article> correction) {
    if (rehearsal || retried != null || paths.contains(STREAM)) {
      throw new QirtasException(Fault.USAGE, "usage.watch");
    }
    for (Path folder : paths) {
      if (!Files.isDirectory(folder)) {
        throw new QirtasException(Fault.USAGE, "usage.watched", folder);
      }
    }
    var still =
        Duration.ofSeconds(settle == null ? SETTLED : ReadingOptions.positive("--settle", settle));
    qirtas.archiveToFill();
    var progress = new Progress(qirtas, Progress.isWatched(qirtas), 0);
    var ledger = new Ledger(qirtas, false, false, times, progress, report(false));
    try (var journal = ImportJournal.open(imports(), qirtas.clock(), true);
        var interruption = new Interruption()) {
      var arrivals =
          new Arrivals(
              still,
              qirtas.clock(),
              (file, stamp) -> journal.hasStamp(Lot.absolute(file).toString(), stamp));
      var taking = new Taking(correction, journal, ledger, interruption);
      try (var folders =
          new WatchedFolders(
              paths, qirtas.archiveFolder(), arrivals, taking::isUnreadable, qirtas.clock())) {
        qirtas.say("ingest.watch");
        new Watching(folders, arrivals, taking, qirtas.clock()).run(interruption::isAsked);
      }
      Exit exit = ledger.close();
      qirtas.say("ingest.watched");
      qirtas.terminal().out().flush();
      return exit;
    }
  }

  /** Opens the archive whenever files are complete. */
  private final class Taking implements Watching.Import {
    private final UnaryOperator<Article> correction;
    private final ImportJournal journal;
    private final Ledger ledger;
    private final Interruption interruption;

    Taking(
        UnaryOperator<Article> correction,
        ImportJournal journal,
        Ledger ledger,
        Interruption interruption) {
      this.correction = correction;
      this.journal = journal;
      this.ledger = ledger;
      this.interruption = interruption;
    }

    @Override
    public void take(List<Path> files) {
      var recall = new Recall(Optional.of(journal), Recall.Wanted.REMAINING, "");
      try (Intake intake = intake(() -> recall, correction, files.size())) {
        ledger.begin(files.size());
        for (Path file : files) {
          if (interruption.isAsked()) {
            return;
          }
          intake.take(file, ledger);
        }
        intake.finish(interruption::isAsked);
      }
    }

    @Override
    public void rest(int waiting) {
      ledger.rest(waiting);
    }

    @Override
    public void isBusy(QirtasException busy) {
      qirtas.complain(qirtas.messages().say("ingest.watch.busy"));
    }

    void isUnreadable(Path folder, QirtasException why) {
      ledger.enter(folder.toString(), new Outcome.Failed(why));
    }
  }

  /** Reads what is stored once more. */
  private Exit reread() {
    boolean selected = selection.isGiven() || !words.isEmpty();
    if (watching || date != null || name != null || (selected && !paths.isEmpty())) {
      throw new QirtasException(Fault.USAGE, "usage.reread");
    }
    Archive archive = qirtas.archive();
    List<String> items = items(archive);
    var progress = new Progress(qirtas, Progress.isWatched(qirtas), items.size());
    boolean few = !reading.processes() && items.size() <= FEW;
    try (var interruption = new Interruption()) {
      var ledger = new Ledger(qirtas, rehearsal, true, times, progress, report(few));
      var shelf =
          new RereadShelf(
              archive,
              rehearsal
                  ? Optional.empty()
                  : Optional.of(new ArchiveShelf(qirtas, OnDuplicate.LINK, times)));
      try (Intake intake =
          intake(shelf, this::recall, UnaryOperator.identity(), few ? 0 : Integer.MAX_VALUE)) {
        for (String path : items) {
          if (interruption.isAsked()) {
            break;
          }
          try {
            ArchiveItem item = archive.at(path);
            shelf.expect(item);
            intake.take(Lot.of(archive, item), ledger);
          } catch (QirtasException damaged) {
            if (damaged.fault() != Fault.DAMAGE) {
              throw damaged;
            }
            ledger.enter(path, new Outcome.Failed(damaged));
          }
        }
        intake.finish(interruption::isAsked);
      }
      return end(ledger, interruption);
    }
  }

  /** The paths of the items that are meant: all, where none is named. */
  private List<String> items(Archive archive) {
    if (!paths.isEmpty()) {
      var naming = new Naming(qirtas, archive);
      return paths.stream().map(id -> naming.path(id.toString())).toList();
    }
    var found = new ArrayList<String>();
    try (Catalog catalog = qirtas.catalog(archive)) {
      catalog
          .find(selection.query(words), Order.DATE, Integer.MAX_VALUE)
          .forEachRemaining(hit -> found.add(hit.path()));
    }
    return found;
  }

  private Exit end(Ledger ledger, Interruption interruption) {
    Exit exit = ledger.close();
    if (interruption.isAsked() && !rehearsal) {
      qirtas.say("ingest.goOn");
    }
    qirtas.terminal().out().flush();
    return exit;
  }

  private Exit takeAll(UnaryOperator<Article> correction, List<Path> files, Optional<Path> stream) {
    Path archive = qirtas.archiveFolder();
    boolean watched = Progress.isWatched(qirtas);
    var progress = new Progress(qirtas, watched, watched ? Inputs.count(archive, files) : 0);
    boolean few = !reading.processes() && Inputs.areFew(archive, files, FEW, SMALL);
    boolean here = few && Inputs.arePlain(archive, files);
    try (var interruption = new Interruption()) {
      Ledger ledger;
      try (Intake intake = intake(this::recall, correction, here ? 0 : Integer.MAX_VALUE)) {
        ledger = new Ledger(qirtas, rehearsal, false, times, progress, report(few));
        stream.ifPresent(intake::isPassing);
        new Inputs(
                archive,
                file -> intake.take(file, ledger),
                (folder, why) -> ledger.enter(folder.toString(), new Outcome.Failed(why)),
                interruption::isAsked)
            .walk(files);
        intake.finish(interruption::isAsked);
      }
      return end(ledger, interruption);
    }
  }
}
