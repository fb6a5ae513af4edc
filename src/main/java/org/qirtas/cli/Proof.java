package org.qirtas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.TemporaryFolder;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.pdf.Edition;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code qirtas proof}: pages as pictures, and what a press would refuse. */
@Command(name = "proof")
@SuppressWarnings({"NullAway.Init", "JdkObsolete"}) // picocli sets the parent; its stack is a Stack
final class Proof implements Callable<Integer> {
  private static final int LEAST_DOTS = 10;
  private static final int MOST_DOTS = 1_200;
  private static final int USUAL_DOTS = 150;

  @ParentCommand private Qirtas qirtas;

  @Spec private CommandSpec spec;

  @Mixin private Described described;

  @Mixin private PrintOptions options;

  @Parameters(paramLabel = "FILE.pdf|ID", descriptionKey = "INPUT", arity = "0..*")
  private List<String> inputs = new ArrayList<>();

  @Option(names = "-o", paramLabel = "DIR")
  private @Nullable Path output;

  @Option(names = "--dpi", paramLabel = "N")
  private @Nullable Integer dpi;

  @Option(names = "--pages", paramLabel = "1-4,7")
  private @Nullable String pages;

  @Option(names = "--contact-sheet", negatable = true)
  private @Nullable Boolean contactSheet;

  @Option(
      names = "--stamp",
      paramLabel = "TEXT",
      arity = "0..1",
      parameterConsumer = StampText.class)
  private @Nullable String stamp;

  @Option(names = "--pdf")
  private boolean pdf;

  @Option(names = "--compare", paramLabel = "OLD.pdf")
  private @Nullable Path compare;

  @Option(names = "--preflight")
  private boolean preflight;

  /** {@code --stamp FILE.pdf} is a stamp of the usual words, and a file. */
  static final class StampText implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec option, CommandSpec command) {
      boolean text =
          !arguments.isEmpty()
              && !arguments.peek().startsWith("-")
              && !isFile(arguments.peek())
              // The last word may be the item that is meant.
              && (arguments.size() > 1 || hasInputs(command));
      option.setValue(text ? arguments.pop() : "");
    }

    private static boolean hasInputs(CommandSpec command) {
      return command.commandLine().getCommand() instanceof Proof proof && !proof.inputs.isEmpty();
    }
  }

  @Override
  public Integer call() {
    refuseWhatContradicts();
    Exit exit = Exit.DONE;
    try (var galley = new Galley()) {
      var names = new HashSet<String>();
      for (Supplier<Pulled> input : inputs(galley)) {
        Exit outcome;
        try {
          outcome = one(input.get(), names);
        } catch (QirtasException failure) {
          outcome = qirtas.failed(failure);
        }
        exit = exit == Exit.DONE ? outcome : exit;
      }
    }
    return exit.code();
  }

  private void refuseWhatContradicts() {
    boolean selected = described.isGiven();
    if (inputs.isEmpty() && !selected) {
      throw new QirtasException(Fault.USAGE, "proof.nothing");
    }
    if (!inputs.isEmpty() && selected) {
      throw new QirtasException(Fault.USAGE, "export.both");
    }
    if (compare != null && (preflight || inputs.size() > 1 || selected)) {
      throw new QirtasException(Fault.USAGE, "proof.compare.one");
    }
    if (dpi != null && (dpi < LEAST_DOTS || dpi > MOST_DOTS)) {
      throw new QirtasException(Fault.USAGE, "proof.dpi", dpi, LEAST_DOTS, MOST_DOTS);
    }
    if (pages != null) {
      PageRanges.pages(pages, Integer.MAX_VALUE >> 12);
    }
  }

  /** A PDF, and what its proofs are called by. */
  record Pulled(String name, Path pdf, String shown) {}

  private Exit one(Pulled input, Set<String> names) {
    if (preflight) {
      Optional<Edition> wanted =
          spec.commandLine().getParseResult().hasMatchedOption("--edition")
              ? Optional.of(options.edition())
              : Optional.empty();
      return new PreflightReport(qirtas).of(input.pdf(), input.shown(), wanted);
    }
    Path home = Path.of(System.getProperty("qirtas.home", "."), "exports");
    Path folder = output == null ? home : output;
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new QirtasException(Fault.USAGE, "proof.folder", folder);
    }
    String name = input.name();
    for (int n = 2; !names.add(name); n++) {
      name = input.name() + "-" + n;
    }
    if (compare != null) {
      return new ComparisonReport(qirtas, dpi == null ? ComparisonReport.USUAL_DOTS : dpi)
          .of(compare, input.pdf(), folder.resolve(name + "-compare"));
    }
    var wish =
        new ProofPages.Wish(
            dpi == null ? USUAL_DOTS : dpi,
            Optional.ofNullable(pages),
            contactSheet == null || !contactSheet,
            contactSheet == null || contactSheet,
            Optional.ofNullable(stamp == null && pdf ? "" : stamp),
            pdf);
    return new ProofPages(qirtas, wish).pull(input, folder, name);
  }

  private List<Supplier<Pulled>> inputs(Galley galley) {
    var pulled = new ArrayList<Supplier<Pulled>>();
    Supplier<Archive> archive = once(qirtas::archive);
    Supplier<ItemPrinter> printer = once(() -> new ItemPrinter(archive.get(), options, galley));
    if (inputs.isEmpty()) {
      for (var item : described.in(new ChosenItems(qirtas, archive.get()))) {
        pulled.add(() -> printer.get().print(item.get()));
      }
      if (pulled.isEmpty()) {
        qirtas.say("find.none");
      }
    }
    for (String input : inputs) {
      if (isFile(input)) {
        Path file = Path.of(input);
        pulled.add(() -> new Pulled(stem(file), file, input));
      } else {
        pulled.add(() -> printer.get().print(new Naming(qirtas, archive.get()).item(input)));
      }
    }
    return pulled;
  }

  private static <T> Supplier<T> once(Supplier<T> made) {
    return new Supplier<>() {
      private @Nullable T value;

      @Override
      public T get() {
        if (value == null) {
          value = made.get();
        }
        return value;
      }
    };
  }

  private static boolean isFile(String typed) {
    try {
      return typed.toLowerCase(Locale.ROOT).endsWith(".pdf") || Files.isRegularFile(Path.of(typed));
    } catch (InvalidPathException none) {
      return false;
    }
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Sets items of the archive, so that there is something to pull proofs of. */
  private static final class ItemPrinter {
    private final Archive archive;
    private final PrintOptions options;
    private final Galley galley;

    ItemPrinter(Archive archive, PrintOptions options, Galley galley) {
      this.archive = archive;
      this.options = options;
      this.galley = galley;
    }

    Pulled print(ArchiveItem item) {
      var shelf = Printing.shelf();
      try (var printing = new Printing(options.profile(shelf), shelf, options.edition(), false)) {
        Path pdf = galley.path().resolve(item.slug() + ".pdf");
        printing.print(Printing.order(archive, item), pdf, _ -> {});
        return new Pulled(item.slug(), pdf, item.path());
      }
    }
  }

  /** Where items are set: made when the first is, and gone with the run. */
  private static final class Galley implements AutoCloseable {
    private @Nullable Path path;

    Path path() {
      if (path == null) {
        try {
          path = TemporaryFolder.make("proof");
        } catch (IOException e) {
          throw new QirtasException(e, Fault.OUTPUT, "output.unwritable", "java.io.tmpdir");
        }
      }
      return path;
    }

    @Override
    public void close() {
      if (path != null) {
        try {
          TemporaryFolder.delete(path);
        } catch (IOException left) {
          // The next process that needs such a folder sweeps it.
        }
      }
    }
  }
}
