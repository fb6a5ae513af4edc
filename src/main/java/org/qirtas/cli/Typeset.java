package org.qirtas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.compose.Page;
import org.qirtas.pdf.Attachment;
import org.qirtas.source.Reading;
import org.qirtas.source.Source;
import org.qirtas.source.SourceReader;
import org.qirtas.text.Shaper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas typeset}: a document straight to PDF, without the archive. */
@Command(name = "typeset")
@SuppressWarnings("NullAway.Init") // picocli sets the parent, the file and the output
final class Typeset implements Callable<Integer> {
  @ParentCommand private Qirtas qirtas;

  @Mixin private PrintOptions options;

  @Parameters(paramLabel = "FILE", descriptionKey = "FILE")
  private Path file;

  @Option(names = "-o", paramLabel = "OUT.pdf", required = true)
  private Path output;

  @Option(names = "--galley", paramLabel = "OUT.jsonl")
  private @Nullable Path galley;

  @Option(names = "--explain")
  private boolean explain;

  @Override
  public Integer call() {
    Shaper.prepare();
    var shelf = Printing.shelf();
    var profile = options.profile(shelf);
    try (var reader = new SourceReader(Printing.fontFolder(), Optional.empty());
        var report =
            new PrintReport(qirtas, options, profile, output, Optional.ofNullable(galley))) {
      Source source = reader.identify(file);
      Reading reading = reader.manuscript(source);
      var order =
          new Printing.Order(
              reading.article(),
              Colophons.of(reading.article(), source.name(), qirtas.environment()),
              name -> Optional.ofNullable(reading.pictures().get(name)),
              Optional.of(new Attachment(source.name(), source.mediaType(), file)));
      report.begin(reading.article());
      try (var printing = new Printing(profile, shelf, options, explain || galley != null)) {
        Consumer<Page> pages =
            explain ? new Explaining(qirtas).andThen(report::page) : report::page;
        if (output.toString().equals("-")) {
          if (options.check()) {
            throw new QirtasException(Fault.USAGE, "typeset.check");
          }
          toStream(order, printing, pages);
        } else {
          refuseToOverwrite(file, output);
          printing.print(order, output, pages);
        }
        report.warn(printing.takeNotices());
      }
      return report.finish().code();
    }
  }

  private void toStream(Printing.Order order, Printing printing, Consumer<Page> pages) {
    try {
      printing.print(order, qirtas.terminal().out(), pages);
    } catch (IOException e) {
      throw new QirtasException(e, Fault.OUTPUT, "output.unwritable", "-");
    }
  }

  private static void refuseToOverwrite(Path input, Path target) {
    try {
      if (Files.exists(target) && Files.isSameFile(input, target)) {
        throw new QirtasException(Fault.USAGE, "typeset.same", target);
      }
    } catch (IOException e) {
      throw new QirtasException(e, Fault.OUTPUT, "output.unwritable", target);
    }
  }
}
