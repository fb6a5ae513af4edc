package org.qirtas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas ingest}: takes files into the archive. */
@Command(name = "ingest")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Ingest implements Callable<Integer> {
  private static final Path STREAM = Path.of("-");

  @ParentCommand private Qirtas qirtas;

  @Parameters(paramLabel = "PATH", descriptionKey = "PATH", arity = "1..*")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--date", paramLabel = "DAY")
  private @Nullable String date;

  @Option(names = "--source", paramLabel = "NAME")
  private @Nullable String publisher;

  @Option(names = "--name", paramLabel = "NAME")
  private @Nullable String name;

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

  private Exit takeAll(UnaryOperator<Article> correction, List<Path> files, Optional<Path> stream) {
    Path archive = qirtas.archiveFolder();
    boolean watched = Progress.isWatched(qirtas);
    var progress = new Progress(qirtas, watched, watched ? Inputs.count(archive, files) : 0);
    var ledger = new Ledger(qirtas, rehearsal, progress);
    try (Intake intake =
        rehearsal ? Intake.rehearsal(qirtas, correction) : Intake.into(qirtas, correction)) {
      stream.ifPresent(intake::isPassing);
      new Inputs(
              archive,
              file -> intake.take(file, ledger::enter),
              (folder, why) -> ledger.enter(folder.toString(), new Outcome.Failed(why)))
          .walk(files);
    }
    return ledger.close();
  }
}
