package org.qirtas.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qirtas.QirtasException;
import org.qirtas.archive.Archive;
import org.qirtas.catalog.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * What holds for every command: where the archive is, which language is spoken, who listens.
 *
 * <p>A command has a field {@code @ParentCommand Qirtas qirtas} and asks here.
 */
@Command(name = "qirtas", versionProvider = Qirtas.Version.class)
final class Qirtas implements Callable<Integer> {
  private static final String BOLD = "\u001B[1m";
  private static final String PLAIN = "\u001B[0m";

  /** When the screen shows colour. */
  enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  private final Terminal terminal;
  private final Messages messages;
  private final Map<String, String> environment;
  private final InstantSource clock;

  @Option(names = "--archive", paramLabel = "DIR", scope = ScopeType.INHERIT)
  private @Nullable Path archive;

  @Option(names = "--lang", paramLabel = "ar|en", scope = ScopeType.INHERIT)
  @SuppressWarnings("unused") // Main reads it before picocli can
  private @Nullable Language lang;

  @Option(names = "--json", scope = ScopeType.INHERIT)
  private boolean json;

  @Option(names = "--quiet", scope = ScopeType.INHERIT)
  private boolean quiet;

  @Option(names = "--debug", scope = ScopeType.INHERIT)
  private boolean debug;

  @Option(names = "--color", paramLabel = "auto|always|never", scope = ScopeType.INHERIT)
  private Color color = Color.AUTO;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT)
  @SuppressWarnings("unused") // picocli looks at it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true)
  @SuppressWarnings("unused") // picocli looks at it
  private boolean version;

  @Spec private @Nullable CommandSpec spec;

  /** The languages that the program speaks. */
  enum Language {
    AR,
    EN
  }

  Qirtas(
      Terminal terminal, Messages messages, Map<String, String> environment, InstantSource clock) {
    this.terminal = terminal;
    this.messages = messages;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec");
    }
    if (spec.commandLine().getParseResult().expandedArgs().isEmpty()) {
      spec.commandLine().usage(terminal.err());
      return Exit.USAGE.code();
    }
    throw new ParameterException(spec.commandLine(), messages.say("usage.nothing"));
  }

  /** {@return the archive's folder, if the command line names one} */
  Optional<Path> archiveNamed() {
    return Optional.ofNullable(archive);
  }

  /** {@return the options that make another command speak as this one does} */
  List<String> manner() {
    var options = new ArrayList<String>();
    options.add("--lang=" + messages.language());
    options.add("--color=" + color.name());
    if (json) {
      options.add("--json");
    }
    if (quiet) {
      options.add("--quiet");
    }
    if (debug) {
      options.add("--debug");
    }
    return options;
  }

  /** {@return the archive's folder, which need not be there yet} */
  Path archiveFolder() {
    return Optional.ofNullable(archive)
        .or(() ->
            Optional.ofNullable(environment.get("QIRTAS_ARCHIVE"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of))
        .or(() ->
            Optional.ofNullable(System.getProperty("qirtas.home"))
                .map(home -> Path.of(home, "archive")))
        .orElse(Path.of("archive"));
  }

  /** {@return the archive, which must be there} */
  Archive archive() {
    return Archive.open(archiveFolder(), clock);
  }

  /** {@return the archive, made where it is not there yet} */
  Archive archiveToFill() {
    return Archive.create(archiveFolder(), clock);
  }

  /** {@return the catalog, for look-ups; to be closed} */
  Catalog catalog(Archive opened) {
    return Catalog.open(opened, condition -> say("catalog." + condition.name()));
  }

  Map<String, String> environment() {
    return environment;
  }

  InstantSource clock() {
    return clock;
  }

  Terminal terminal() {
    return terminal;
  }

  Messages messages() {
    return messages;
  }

  /** {@return whether data shall be JSON} */
  boolean json() {
    return json;
  }

  /** {@return whether there shall be no talk but of failures} */
  boolean quiet() {
    return quiet;
  }

  /** Says something to whoever watches, unless quiet was asked for. */
  void say(String key, Object... values) {
    if (!quiet) {
      complain(messages.say(key, values));
    }
  }

  /** Says that something went wrong, on one line. */
  void complain(String text) {
    // What was found stands above what is said of it.
    terminal.out().flush();
    terminal.err().println("qirtas: " + text);
  }

  /** {@return the text, bold where a screen shows that} */
  String bold(String text) {
    return showsColour() ? BOLD + text + PLAIN : text;
  }

  /** {@return whether a screen shows colour and weight} */
  boolean showsColour() {
    return switch (color) {
      case AUTO -> terminal.outIsScreen() && !environment.containsKey("NO_COLOR");
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }

  /** Says what a run failed of. */
  Exit failed(Throwable failure) {
    trace(failure);
    if (failure instanceof QirtasException known) {
      complain(messages.say(known));
      return Exit.of(known.fault());
    }
    complain(messages.say("bug", failure.toString()));
    return Exit.BUG;
  }

  void trace(Throwable failure) {
    if (debug) {
      failure.printStackTrace(terminal.err());
    }
  }

  /** Tells which version this is, from the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String built = Qirtas.class.getPackage().getImplementationVersion();
      return new String[] {"qirtas " + (built == null ? "(not built into a jar)" : built)};
    }
  }
}
