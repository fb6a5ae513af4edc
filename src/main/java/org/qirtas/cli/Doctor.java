package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.qirtas.QirtasException;
import org.qirtas.font.FontFile;
import org.qirtas.font.FontShelf;
import org.qirtas.source.Tesseract;
import org.qirtas.text.Shaper;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * {@code qirtas doctor}: what works on this machine. Looks at everything, changes nothing, and runs
 * none of the programs that it looks for but Tesseract, to ask what it reads.
 */
@Command(name = "doctor")
@SuppressWarnings("NullAway.Init") // picocli sets the parent
final class Doctor implements Callable<Integer> {
  private static final int OLDEST_JDK = 25;

  /** Others' programs, with which a PDF can be held against what ours say of it. */
  private static final List<String> READERS =
      List.of("pdftotext", "pdftoppm", "pdffonts", "qpdf", "mutool", "verapdf");

  @ParentCommand private Qirtas qirtas;

  /** How something is. */
  private enum State {
    WORKS,
    /** Good enough to read from. */
    READ_ONLY,
    /** There, and not tried. */
    FOUND,
    /** Not there, and not needed. */
    ABSENT,
    BROKEN
  }

  /** What was looked at, and how it is. */
  private record Finding(String name, State state, String value) {}

  @Override
  public Integer call() {
    var findings = new ArrayList<Finding>();
    findings.add(jdk());
    findings.add(harfBuzz());
    findings.add(fonts());
    findings.add(folder("archive", qirtas.archiveFolder()));
    findings.add(folder("exports", home().resolve("exports")));
    findings.add(tesseract());
    READERS.stream().map(this::reader).forEach(findings::add);
    boolean works = findings.stream().noneMatch(finding -> finding.state() == State.BROKEN);
    if (qirtas.json()) {
      json(works, findings);
    } else {
      table(findings);
      qirtas.say(works ? "doctor.good" : "doctor.bad");
    }
    return (works ? Exit.DONE : Exit.SOME_FAILED).code();
  }

  private static Finding jdk() {
    Runtime.Version version = Runtime.version();
    State state = version.feature() >= OLDEST_JDK ? State.WORKS : State.BROKEN;
    return new Finding("jdk", state, version + ", " + System.getProperty("java.vendor", ""));
  }

  private static Finding harfBuzz() {
    try {
      return new Finding("harfbuzz", State.WORKS, Shaper.engine());
    } catch (LinkageError | RuntimeException noNative) {
      // What is missing is told by the first link of the chain; later attempts say less.
      return new Finding("harfbuzz", State.BROKEN, String.valueOf(noNative.getMessage()));
    }
  }

  private Finding fonts() {
    Path shelf = home().resolve("fonts");
    try {
      List<FontFile> fonts = FontShelf.open(shelf).fonts();
      long families = fonts.stream().map(FontFile::family).distinct().count();
      return new Finding(
          "fonts", State.WORKS, qirtas.messages().say("doctor.shelf", fonts.size(), families));
    } catch (QirtasException none) {
      return new Finding("fonts", State.BROKEN, qirtas.messages().say(none));
    }
  }

  /** A folder that is not there yet is as good as the one that it would be made in. */
  private static Finding folder(String name, Path folder) {
    Optional<Path> found = Optional.of(folder.toAbsolutePath());
    while (found.isPresent() && !Files.exists(found.get())) {
      found = found.map(Path::getParent);
    }
    boolean there = found.filter(folder.toAbsolutePath()::equals).isPresent();
    boolean readable = found.filter(Files::isDirectory).filter(Files::isReadable).isPresent();
    boolean writable = found.filter(Files::isWritable).isPresent();
    State state =
        readable && writable ? State.WORKS : readable && there ? State.READ_ONLY : State.BROKEN;
    return new Finding(name, state, folder.toString());
  }

  /** Only the program itself knows what it can read. */
  private Finding tesseract() {
    Optional<Tesseract> found = Tesseract.find(qirtas.environment(), "");
    if (found.isEmpty()) {
      return new Finding("tesseract", State.ABSENT, "");
    }
    Optional<String> version = found.get().version();
    List<String> languages = found.get().installed();
    return version.isEmpty() || languages.isEmpty()
        ? new Finding("tesseract", State.FOUND, found.get().program().toString())
        : new Finding(
            "tesseract",
            State.WORKS,
            version.get()
                + ": "
                + String.join(", ", languages)
                + " ("
                + found.get().program()
                + ")");
  }

  private Finding reader(String program) {
    String path = qirtas.environment().getOrDefault("PATH", "");
    for (String folder : path.split(Pattern.quote(System.getProperty("path.separator")), -1)) {
      try {
        Path file = Path.of(folder, program);
        if (!folder.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
          return new Finding(program, State.FOUND, file.toString());
        }
      } catch (InvalidPathException noFolder) {
        // A shell passes over such a part of PATH, too.
      }
    }
    return new Finding(program, State.ABSENT, "");
  }

  private void table(List<Finding> findings) {
    for (Finding finding : findings) {
      String line =
          Cell.fixed(name(finding), 24)
              + "  "
              + Cell.fixed(qirtas.messages().say("doctor." + word(finding.state())), 14)
              + "  "
              + Cell.last(finding.value(), Integer.MAX_VALUE);
      qirtas.terminal().out().println(line.stripTrailing());
    }
  }

  private String name(Finding finding) {
    String key = "doctor." + finding.name();
    return qirtas.messages().has(key) ? qirtas.messages().say(key) : finding.name();
  }

  private void json(boolean works, List<Finding> findings) {
    ObjectNode node = ItemJson.object().put("works", works);
    ArrayNode checks = node.putArray("checks");
    for (Finding finding : findings) {
      // Not add(object): checking that one is a JsonNode would load Jackson into every look-up.
      checks
          .addObject()
          .put("name", finding.name())
          .put("state", word(finding.state()))
          .put("value", finding.value());
    }
    qirtas.terminal().out().println(ItemJson.line(node));
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Path home() {
    return Path.of(System.getProperty("qirtas.home", "."));
  }
}
