package org.qirtas.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where the program begins: arguments in, exit code out. */
public final class Main {
  /** All commands, in the order that the help lists them. A new command is one more line here. */
  private static final Map<String, Supplier<Callable<Integer>>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("demo", Demo::new);
    COMMANDS.put("ingest", Ingest::new);
    COMMANDS.put("find", Find::new);
    COMMANDS.put("calendar", ShowCalendar::new);
    COMMANDS.put("show", Show::new);
    COMMANDS.put("edit", Edit::new);
    COMMANDS.put("withdraw", Withdraw::new);
    COMMANDS.put("export", Export::new);
    COMMANDS.put("typeset", Typeset::new);
    COMMANDS.put("impose", Impose::new);
    COMMANDS.put("proof", Proof::new);
    COMMANDS.put("verify", Verify::new);
    COMMANDS.put("repair", Repair::new);
    COMMANDS.put("reindex", Reindex::new);
    COMMANDS.put("pack", Pack::new);
    COMMANDS.put("unpack", Unpack::new);
    COMMANDS.put("profiles", ListProfiles::new);
    COMMANDS.put("fonts", ListFonts::new);
    COMMANDS.put("doctor", Doctor::new);
    COMMANDS.put("completion", Completion::new);
  }

  private Main() {}

  /**
   * Runs one command and ends the process.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    System.exit(
        run(List.of(arguments), Terminal.ofProcess(), environment(), InstantSource.system()));
  }

  /** The launcher sets the locale to UTF-8, and hands the reader's language on by a property. */
  private static Map<String, String> environment() {
    var environment = new LinkedHashMap<>(System.getenv());
    String language = System.getProperty("qirtas.lang");
    if (language != null) {
      environment.put("QIRTAS_LANG", language);
    }
    return environment;
  }

  /**
   * Runs one command.
   *
   * @param arguments the command line
   * @param terminal the streams
   * @param environment the environment's variables
   * @param clock tells the time
   * @return the exit code
   */
  public static int run(
      List<String> arguments,
      Terminal terminal,
      Map<String, String> environment,
      InstantSource clock) {
    var messages =
        new Messages(
            Messages.language(wanted(arguments), environment),
            terminal.outIsScreen() || terminal.errIsScreen());
    var qirtas = new Qirtas(terminal, messages, environment, clock);
    try {
      if (!canNameArabicFiles()) {
        terminal.err().println("qirtas: " + messages.say("usage.locale"));
        return Exit.USAGE.code();
      }
      return commandLine(qirtas, arguments).execute(arguments.toArray(String[]::new));
    } catch (Throwable bug) {
      return qirtas.failed(bug).code();
    } finally {
      terminal.out().flush();
      terminal.err().flush();
    }
  }

  static CommandLine commandLine(Qirtas qirtas, List<String> arguments) {
    var line = new CommandLine(qirtas);
    // picocli looks at every field of every command it is given: a look-up pays for one only.
    boolean named = COMMANDS.keySet().stream().anyMatch(arguments::contains);
    COMMANDS.forEach((name, command) -> {
      if (!named || arguments.contains(name)) {
        line.addSubcommand(name, command.get());
      }
    });
    line.getSubcommands().values().forEach(Main::addVersion);
    line.setResourceBundle(qirtas.messages().bundle());
    line.setOut(new PrintWriter(qirtas.terminal().out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(qirtas.terminal().err(), true, StandardCharsets.UTF_8));
    line.setUsageHelpWidth(Math.min(120, qirtas.terminal().columns()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((wrong, _) -> Usage.explain(qirtas, wrong).code());
    line.setExecutionExceptionHandler((failure, _, _) -> qirtas.failed(failure).code());
    return line;
  }

  /** {@code show --version N} is a version of the item's; elsewhere it is the program's. */
  private static void addVersion(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    boolean taken = spec.optionsMap().containsKey("--version");
    String[] names = taken ? new String[] {"-V"} : new String[] {"-V", "--version"};
    spec.addOption(OptionSpec.builder(names).versionHelp(true).descriptionKey("version").build());
    spec.versionProvider(new Qirtas.Version());
  }

  static Iterable<String> commands() {
    return COMMANDS.keySet();
  }

  /** Needed before the command line can be read, since its help is in that language, too. */
  private static Optional<String> wanted(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith("--lang=")) {
        return Optional.of(argument.substring("--lang=".length()));
      }
      if (argument.equals("--lang") && i + 1 < arguments.size()) {
        return Optional.of(arguments.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** Java takes the encoding of file names from the locale, and in the locale C there is none. */
  private static boolean canNameArabicFiles() {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    return Charset.isSupported(encoding) && Charset.forName(encoding).newEncoder().canEncode('ق');
  }
}
