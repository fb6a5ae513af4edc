package org.qirtas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import org.qirtas.source.ReadingPool;
import org.qirtas.source.SourceReader;
import picocli.CommandLine.Command;
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

  @ParentCommand private Qirtas qirtas;

  @Parameters(paramLabel = "PATH", descriptionKey = "PATH", arity = "1..*")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--date", paramLabel = "DAY")
  private @Nullable String date;

  @Option(names = "--source", paramLabel = "NAME")
  private @Nullable String publisher;

  @Option(names = "--name", paramLabel = "NAME")
  private @Nullable String name;

  @Option(names = "--jobs", paramLabel = "N")
  private @Nullable Integer jobs;

  @Option(names = "--time-limit", paramLabel = "SECONDS")
  private @Nullable Integer seconds;

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

  @Override
  public Integer call() {
    UnaryOperator<Article> correction = correction();
    if (!paths.contains(STREAM)) {
      return takeAll(correction, paths, Optional.empty()).code();
    }
    if (name == null || name.isBlank() || !Path.of(name).equals(Path.of(name).getFileName())) {
      throw new QirtasException(Fault.USAGE, "usage.stream");
    }
    try {
      Path folder = Files.createTempDirectory("qirtas");
      Path copy = folder.resolve(name);
      try {
        Files.copy(qirtas.terminal().in(), copy);
        List<Path> files = paths.stream().map(path -> path.equals(STREAM) ? copy : path).toList();
        return takeAll(correction, files, Optional.of(copy)).code();
      } finally {
        Files.deleteIfExists(copy);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new QirtasException(e, Fault.INPUT, "ingest.stream", String.valueOf(e.getMessage()));
    }
  }

  /** What the archivist says goes before whatever the source says. */
  private UnaryOperator<Article> correction() {
    Optional<Days> days = Optional.ofNullable(date).map(typed -> Days.of("--date", typed));
    return article -> {
      Article.Draft draft = article.revise();
      days.map(Days::asDate).ifPresent(draft::date);
      Optional.ofNullable(publisher).ifPresent(draft::publisher);
      return draft.finish();
    };
  }

  /** Opens the archive before anything is started: where another writes, nothing need be. */
  private Intake intake(UnaryOperator<Article> correction, boolean few) {
    Shelf shelf = rehearsal ? new Rehearsal(qirtas) : new ArchiveShelf(qirtas, onDuplicate);
    try {
      return new Intake(shelf, readers(few), recall(), correction, qirtas.clock());
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

  private Readers readers(boolean few) {
    if (few) {
      return new Readers.Here(new SourceReader(Printing.fontFolder()));
    }
    var limits = ReadingPool.Limits.USUAL;
    if (jobs != null) {
      limits = limits.with(positive("--jobs", jobs));
    }
    if (seconds != null) {
      limits = limits.with(Duration.ofSeconds(positive("--time-limit", seconds)));
    }
    return new Readers.Pool(new ReadingPool(scratch(), limits, Printing.fontFolder()));
  }

  private static int positive(String option, int value) {
    if (value < 1) {
      throw new QirtasException(Fault.USAGE, "usage.value", option, value);
    }
    return value;
  }

  /** Within the archive, where the next run finds it; a rehearsal leaves nothing there. */
  private Path scratch() {
    try {
      return rehearsal ? Files.createTempDirectory("qirtas-reading") : derived().resolve("reading");
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

  private Exit takeAll(UnaryOperator<Article> correction, List<Path> files, Optional<Path> stream) {
    Path archive = qirtas.archiveFolder();
    boolean watched = Progress.isWatched(qirtas);
    var progress = new Progress(qirtas, watched, watched ? Inputs.count(archive, files) : 0);
    boolean few = jobs == null && Inputs.areFew(archive, files, FEW, SMALL);
    try (var interruption = new Interruption()) {
      Ledger ledger;
      try (Intake intake = intake(correction, few)) {
        ledger = new Ledger(qirtas, rehearsal, progress, report(few));
        stream.ifPresent(intake::isPassing);
        new Inputs(
                archive,
                file -> intake.take(file, ledger),
                (folder, why) -> ledger.enter(folder.toString(), new Outcome.Failed(why)),
                interruption::isAsked)
            .walk(files);
        if (!interruption.isAsked()) {
          intake.finish();
        }
      }
      Exit exit = ledger.close();
      if (interruption.isAsked() && !rehearsal) {
        qirtas.say("ingest.goOn");
      }
      qirtas.terminal().out().flush();
      return exit;
    }
  }
}
