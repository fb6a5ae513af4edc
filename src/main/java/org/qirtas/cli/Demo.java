package org.qirtas.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.catalog.Catalog;
import org.qirtas.catalog.Hit;
import org.qirtas.catalog.Order;
import org.qirtas.catalog.Query;
import org.qirtas.source.SourceReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/**
 * {@code qirtas demo}: the main job on the bundled samples, step by step, by the commands that a
 * user would type and in their words.
 *
 * <p>All that it makes lies in one folder of its own, the archive too. {@code QIRTAS_ARCHIVE} does
 * not count here: samples get into somebody's archive only where {@code --archive} names it.
 */
@Command(name = "demo")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Demo implements Callable<Integer> {
  @ParentCommand private Qirtas qirtas;

  private final Path here = Path.of("").toAbsolutePath();
  private final Path home =
      Path.of(System.getProperty("qirtas.home", ".")).toAbsolutePath().normalize();
  private final Path samples = near(home.resolve("src/main/samples"));
  private int code;

  @Option(names = "-o", paramLabel = "DIR")
  private Path exports = near(home.resolve("exports/demo"));

  private Path archive = exports;

  @Override
  public Integer call() {
    if (!Files.isDirectory(samples)) {
      throw new QirtasException(Fault.INPUT, "demo.missing", samples);
    }
    archive = qirtas.archiveNamed().orElseGet(() -> exports.resolve("archive"));

    tell("demo.ingest");
    boolean going = run("ingest", samples.toString());
    if (going) {
      tell("demo.day");
      going = run("find", "--on", "2023-07-23");
    }
    if (going) {
      tell("demo.month");
      going = run("find", "--on", "2023-09");
    }
    if (going) {
      tell("demo.words");
      going = run("find", "المكتبه");
    }
    if (going) {
      export();
    }
    return code;
  }

  /** Both editions of the samples alone, whatever else the archive holds. */
  private void export() {
    List<String> names = names();
    Stream<String> command = Stream.concat(Stream.of("export"), names.stream());
    String[] screen =
        Stream.concat(command, Stream.of("-o", exports.toString())).toArray(String[]::new);
    String[] print =
        Stream.concat(Stream.of(screen), Stream.of("--edition", "print")).toArray(String[]::new);
    tell("demo.screen");
    if (run(screen)) {
      tell("demo.print");
      run(print);
    }
    conclude(names.size());
  }

  /** {@return the shortest name that each sample's item goes by, in the samples' order} */
  private List<String> names() {
    var files = new ArrayList<Path>();
    new Inputs(archive, files::add, (_, _) -> {}).walk(List.of(samples));
    Archive opened = Archive.open(archive, qirtas.clock());
    var paths = new ArrayList<String>();
    try (var reader = new SourceReader();
        Catalog catalog = qirtas.catalog(opened)) {
      for (Path file : files) {
        var same = new Query.SameBytes(reader.identify(file).digest().hex());
        Iterator<Hit> hits = catalog.find(same, Order.DATE, 1);
        if (hits.hasNext()) {
          paths.add(hits.next().path());
        }
      }
    }
    var naming = new Naming(qirtas, opened);
    return paths.stream().distinct().map(path -> shortest(naming, path)).toList();
  }

  /** The day is name enough for what is alone on its day. */
  private static String shortest(Naming naming, String path) {
    String day = path.substring(0, path.lastIndexOf('/'));
    try {
      return naming.item(day).path().equals(path) ? day : path;
    } catch (QirtasException severalThatDay) {
      return path;
    }
  }

  /** {@return whether there is sense in going on} */
  private boolean run(String... words) {
    List<String> command =
        Stream.concat(Stream.of(words), Stream.of("--archive", archive.toString())).toList();
    if (!qirtas.quiet()) {
      talk("   $ " + shown(command));
    }
    int ended =
        Main.run(
            Stream.concat(command.stream(), qirtas.manner().stream()).toList(),
            qirtas.terminal(),
            qirtas.environment(),
            qirtas.clock());
    code = code != Exit.DONE.code() ? code : ended;
    if (ended != Exit.DONE.code()) {
      qirtas.complain(qirtas.messages().say("demo.failed", shown(command), ended));
    }
    return ended == Exit.DONE.code() || ended == Exit.SOME_FAILED.code();
  }

  private void tell(String key) {
    if (!qirtas.quiet()) {
      talk("");
      talk(qirtas.messages().say(key));
    }
  }

  private void talk(String line) {
    qirtas.terminal().out().flush();
    qirtas.terminal().err().println(line);
  }

  private void conclude(int articles) {
    PrintStream out = qirtas.terminal().out();
    if (qirtas.json()) {
      out.println(
          ItemJson.line(
              ItemJson.object()
                  .put("exports", exports.toString())
                  .put("archive", archive.toString())
                  .put("articles", articles)
                  .put("failed", code != Exit.DONE.code())));
      return;
    }
    if (!qirtas.quiet()) {
      talk("");
    }
    Messages messages = qirtas.messages();
    if (code == Exit.DONE.code()) {
      out.println(messages.say("demo.exports", articles, exports));
    }
    out.println(messages.say("demo.archive", archive));
    if (qirtas.archiveNamed().isEmpty()) {
      out.println(messages.say("demo.again", exports));
    }
  }

  /** As a shell takes it, from the folder where the reader is. */
  private String shown(List<String> command) {
    Path launcher = near(home.resolve("qirtas"));
    String typed = launcher.getNameCount() == 1 ? "./" + launcher : launcher.toString();
    return Stream.concat(Stream.of(typed), command.stream())
        .map(Demo::quoted)
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\p{L}\\p{M}\\p{N}\\p{Cf}./_=:@%+-]+")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }

  /** {@return the path from the folder where the reader is, if it lies below that} */
  private Path near(Path path) {
    return Optional.of(path).filter(far -> far.startsWith(here)).map(here::relativize).orElse(path);
  }
}
