package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.measure.Length;
import org.qirtas.press.Binding;
import org.qirtas.press.Imposition;
import org.qirtas.press.Job;
import org.qirtas.press.Press;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code qirtas impose}: the pages of a PDF on sheets. */
@Command(name = "impose")
@SuppressWarnings("NullAway.Init") // picocli sets the parent, the file and the output
final class Impose implements Callable<Integer> {
  private static final Pattern GRID = Pattern.compile("([1-9]|1\\d)[x×*]([1-9]|1\\d)");
  private static final Pattern THICKNESS = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(mm|pt|um|µm)?");
  private static final double MICROMETRES = 1_000;
  private static final double MOST_CREEP = 2;

  /** The ways to put pages on sheets. */
  enum Scheme {
    SADDLE_STITCH,
    PERFECT_BOUND,
    N_UP,
    CUT_AND_STACK;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @ParentCommand private Qirtas qirtas;

  @Parameters(paramLabel = "IN.pdf", descriptionKey = "FILE")
  private Path input;

  @Option(names = "-o", paramLabel = "OUT.pdf", required = true)
  private Path output;

  @Option(names = "--scheme", paramLabel = "saddle-stitch|perfect-bound|n-up|cut-and-stack")
  private Scheme scheme = Scheme.SADDLE_STITCH;

  @Option(names = "--binding", paramLabel = "right|left")
  private @Nullable Binding binding;

  @Option(names = "--sheet", paramLabel = "A3|A4|SRA3|WxH")
  private String sheet = "A3";

  @Option(names = "--signature", paramLabel = "PAGES")
  private @Nullable Integer signature;

  @Option(names = "--grid", paramLabel = "COLUMNSxROWS")
  private @Nullable String grid;

  @Option(names = "--marks")
  private boolean marks;

  @Option(names = "--creep", paramLabel = "MM")
  private String creep = "0";

  @Option(names = "--password", paramLabel = "TEXT|-")
  private @Nullable String password;

  @Override
  public Integer call() {
    Optional<String> key = password();
    var job =
        new Job(
            imposition(),
            binding == null ? Press.binding(input, key) : binding,
            Sheets.size("--sheet", sheet),
            creep(),
            marks);
    refuseToOverwrite();
    var results = new ArrayList<Press.Result>();
    Printing.toFile(output, out -> results.add(Press.impose(input, key, job, out)));
    report(results.getFirst(), job);
    return Exit.DONE.code();
  }

  /** What is typed into a command line, all users of the machine can see. */
  private Optional<String> password() {
    if (!"-".equals(password)) {
      return Optional.ofNullable(password);
    }
    try {
      return Optional.of(
          new BufferedReader(new InputStreamReader(qirtas.terminal().in(), StandardCharsets.UTF_8))
              .lines()
              .findFirst()
              .orElse(""));
    } catch (UncheckedIOException e) {
      throw new QirtasException(e, Fault.USAGE, "impose.password", input);
    }
  }

  private Imposition imposition() {
    boolean gridded = scheme == Scheme.N_UP || scheme == Scheme.CUT_AND_STACK;
    if ((grid != null && !gridded) || (signature != null && scheme != Scheme.PERFECT_BOUND)) {
      throw new QirtasException(
          Fault.USAGE, grid != null ? "impose.grid.unwanted" : "impose.signature.unwanted");
    }
    return switch (scheme) {
      case SADDLE_STITCH -> new Imposition.SaddleStitch();
      case PERFECT_BOUND -> perfectBound(signature == null ? 16 : signature);
      case N_UP -> new Imposition.NUp(grid(1), grid(2));
      case CUT_AND_STACK -> new Imposition.CutAndStack(grid(1), grid(2));
    };
  }

  private static Imposition perfectBound(int pages) {
    try {
      return new Imposition.PerfectBound(pages);
    } catch (IllegalArgumentException e) {
      throw new QirtasException(e, Fault.USAGE, "impose.signature", pages);
    }
  }

  private int grid(int group) {
    if (grid == null) {
      return 2;
    }
    Matcher form = GRID.matcher(grid);
    if (!form.matches()) {
      throw new QirtasException(Fault.USAGE, "impose.grid", grid);
    }
    return Integer.parseInt(form.group(group));
  }

  private Length creep() {
    Matcher form = THICKNESS.matcher(creep.strip());
    if (!form.matches()) {
      throw new QirtasException(Fault.USAGE, "impose.creep", creep);
    }
    double value = Double.parseDouble(form.group(1));
    String unit = form.group(2) == null ? "mm" : form.group(2);
    Length thickness =
        switch (unit) {
          case "mm" -> Length.millimetres(value);
          case "pt" -> Length.points(value);
          default -> Length.millimetres(value / MICROMETRES);
        };
    if (thickness.exceeds(Length.millimetres(MOST_CREEP))) {
      throw new QirtasException(Fault.USAGE, "impose.creep", creep);
    }
    return thickness;
  }

  private void refuseToOverwrite() {
    try {
      if (Files.exists(output) && Files.exists(input) && Files.isSameFile(input, output)) {
        throw new QirtasException(Fault.USAGE, "typeset.same", output);
      }
    } catch (IOException e) {
      throw new QirtasException(e, Fault.OUTPUT, "output.unwritable", output);
    }
  }

  private void report(Press.Result result, Job job) {
    for (Press.Notice notice : result.notices()) {
      var values = new ArrayList<Object>();
      values.add(input);
      values.addAll(notice.values());
      qirtas.say("impose.notice." + notice.code(), values.toArray());
    }
    String bound = job.binding().name().toLowerCase(Locale.ROOT);
    if (qirtas.json()) {
      ObjectNode line = ItemJson.object();
      line.put("output", output.toString()).put("pages", result.pages());
      line.put("sheets", result.sheets()).put("binding", bound);
      qirtas.terminal().out().println(ItemJson.line(line));
    } else {
      qirtas.say("impose.done", output, result.pages(), result.sheets());
      qirtas.say("impose.binding." + bound);
    }
  }
}
