package org.qirtas.source;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.qirtas.TemporaryFolder;

/**
 * The program Tesseract, where it is installed: reads the letters off a picture.
 *
 * <p>Tika's own way to it ({@code TesseractOCRParser}) is not taken: it tells no confidence, sets
 * no limit of memory, and leaves the program behind when this process is killed.
 *
 * @param program where it is
 * @param languages the languages to read, in its own terms ({@code ara+eng}); empty to have each
 *     page's first words say which of Arabic, Persian and English it is
 */
public record Tesseract(Path program, String languages) {
  /** The variable that says where the program is, or with {@code none} that it is not wanted. */
  public static final String VARIABLE = "QIRTAS_TESSERACT";

  /** What the program says goes there. */
  static final String OUTPUT = "output";

  /** The program's own variable: where its models are. */
  public static final String MODELS = "TESSDATA_PREFIX";

  private static final String NAME = "tesseract";
  private static final Pattern LANGUAGES = Pattern.compile("[A-Za-z0-9_/]+(?:\\+[A-Za-z0-9_/]+)*");
  private static final int MOST_OUTPUT = 32 << 20;
  private static final int KILOBYTES = 1_200_000;
  private static final Duration QUESTION = Duration.ofSeconds(10);

  /**
   * Limits the program, and ends it when this process is no more, however that ended: its standard
   * input then ends, too.
   */
  private static final String GUARD =
      """
      ulimit -c 0; ulimit -v "$1" 2>/dev/null; ulimit -t "$2" 2>/dev/null; shift 2
      exec 3<&0
      "$@" </dev/null 3<&- &
      program=$!
      { read -r _ <&3; kill -9 $program; } </dev/null >/dev/null 2>&1 &
      guard=$!
      wait $program; code=$?
      kill $guard 2>/dev/null
      exit $code
      """;

  /**
   * {@return the program; empty where it is not installed, or not wanted}
   *
   * @param environment the environment's variables
   * @param languages the languages to read; empty for those that texts turn out to be in
   */
  public static Optional<Tesseract> find(Map<String, String> environment, String languages) {
    String named = environment.getOrDefault(VARIABLE, "");
    if (named.equals("none")) {
      return Optional.empty();
    }
    var places = new ArrayList<String>();
    if (!named.isEmpty()) {
      places.add(named);
    } else {
      for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
        if (!folder.isEmpty()) {
          places.add(folder + File.separator + NAME);
        }
      }
    }
    return places.stream()
        .filter(Tesseract::isProgram)
        .findFirst()
        .map(place -> new Tesseract(Path.of(place).toAbsolutePath(), languages));
  }

  /**
   * {@return whether languages are written as the program takes them}
   *
   * @param languages the languages, such as {@code ara+eng}
   */
  public static boolean isLanguages(String languages) {
    return LANGUAGES.matcher(languages).matches();
  }

  private static boolean isProgram(String place) {
    try {
      Path file = Path.of(place);
      return Files.isRegularFile(file) && Files.isExecutable(file);
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  /** {@return its name and version; empty where it does not run} */
  public Optional<String> version() {
    return ask("--version")
        .flatMap(lines -> lines.stream().filter(line -> line.startsWith(NAME)).findFirst());
  }

  /** {@return the languages that it can read, sorted, in its own terms} */
  public List<String> installed() {
    return ask("--list-langs").orElse(List.of()).stream()
        .filter(line -> isLanguages(line) && !line.equals("osd"))
        .sorted()
        .toList();
  }

  private Optional<List<String>> ask(String question) {
    try {
      Path folder = TemporaryFolder.make("tesseract");
      try {
        return run(folder, QUESTION, List.of(question)).map(text -> text.lines().toList());
      } finally {
        TemporaryFolder.delete(folder);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a picture.
   *
   * @param picture the picture
   * @param language in the program's terms
   * @param longest how long that may take
   * @param folder for what the program writes
   * @return a line of figures a word, as the program has them; empty where it failed
   */
  Optional<String> read(Path picture, String language, Duration longest, Path folder)
      throws IOException {
    return run(
        folder,
        longest,
        List.of(picture.toString(), "stdout", "-l", language, "--psm", "3", "tsv"));
  }

  private Optional<String> run(Path folder, Duration longest, List<String> arguments)
      throws IOException {
    Path output = folder.resolve(OUTPUT);
    var command = new ArrayList<String>();
    if (Files.isExecutable(Path.of("/bin/sh"))) {
      command.addAll(List.of("/bin/sh", "-c", GUARD, "guard"));
      command.add(Integer.toString(KILOBYTES));
      command.add(Long.toString(longest.toSeconds() + 1));
    }
    command.add(program.toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.redirectOutput(output.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    Optional<String> models = Optional.ofNullable(environment.get(MODELS));
    environment.clear();
    environment.put("LC_ALL", "C.UTF-8");
    // As many pages as processes are read at a time; more threads would only be in their way.
    environment.put("OMP_THREAD_LIMIT", "1");
    models.ifPresent(at -> environment.put(MODELS, at));
    return end(builder.start(), longest) ? Optional.of(text(output)) : Optional.empty();
  }

  /** Whether the program came to a good end in time. */
  private static boolean end(Process process, Duration longest) throws IOException {
    try {
      return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.getOutputStream().close();
      process.destroyForcibly();
    }
  }

  private static String text(Path output) throws IOException {
    try (InputStream in = Files.newInputStream(output)) {
      return new String(in.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
    }
  }
}
