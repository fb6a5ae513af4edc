package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.QirtasException;
import org.qirtas.TemporaryFolder;
import org.qirtas.archive.Shelf;
import org.qirtas.source.SourceReader;

/** Files and folders that change while they are taken in, and names that are hard to bear. */
class UnsteadyInputsTest {
  private static final String TEXT = "عنوان المقال\n\nفقرة من الكلام في موضوع ";

  @TempDir Path temporary;
  private Path archive;
  private Path inbox;

  @BeforeEach
  void fill() throws IOException {
    archive = temporary.resolve("archive");
    inbox = Files.createDirectories(temporary.resolve("inbox"));
    write("a.txt");
    write("b.txt");
    write("c.txt");
  }

  private Path write(String name) throws IOException {
    return Files.writeString(inbox.resolve(name), TEXT + name.length() + name);
  }

  private Run run(Object... words) {
    return Run.of(Stream.concat(Stream.of("--archive", archive), Stream.of(words)).toArray());
  }

  /**
   * Takes in the three files; with the second, once its digest is known and before it is read,
   * something happens.
   *
   * @return what became of each
   */
  private Map<String, Outcome> taken(Consumer<Path> happening) {
    var told = new TreeMap<String, Outcome>();
    Map<String, String> environment = Map.of("QIRTAS_ARCHIVE", archive.toString());
    var qirtas =
        new Qirtas(
            Terminal.ofProcess(), new Messages(Locale.ENGLISH, false), environment, Shelf.CLOCK);
    var times = new Timesheet(qirtas.clock());
    try (var intake =
        new Intake(
            new ArchiveShelf(qirtas, Ingest.OnDuplicate.LINK, times),
            new Readers.Here(new SourceReader()),
            Recall.none(),
            UnaryOperator.identity(),
            qirtas.clock(),
            times)) {
      for (String name : List.of("a.txt", "b.txt", "c.txt")) {
        Lot lot = Lot.of(inbox.resolve(name));
        intake.take(
            new Lot(
                lot.label(),
                lot.key(),
                lot.file(),
                lot.stamp(),
                () -> {
                  var source = lot.source().get();
                  if (name.equals("b.txt")) {
                    happening.accept(lot.file());
                  }
                  return source;
                }),
            (input, outcome, _) -> told.put(input.substring(input.length() - 5), outcome));
      }
      intake.finish(() -> false);
    }
    return told;
  }

  private static void uncheckedly(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static String cause(Outcome outcome) {
    return outcome instanceof Outcome.Failed(QirtasException why) ? why.key() : outcome.toString();
  }

  private void assertOthersAreStoredAndThatIsToldOf(Map<String, Outcome> told, String... causes) {
    assertInstanceOf(Outcome.Stored.class, told.get("a.txt"));
    assertInstanceOf(Outcome.Stored.class, told.get("c.txt"));
    String cause = cause(Optional.ofNullable(told.get("b.txt")).orElseThrow());
    assertTrue(List.of(causes).contains(cause), cause);
    Run verified = run("verify");
    assertEquals(0, verified.code(), verified.out() + verified.err());
    assertEquals(2, run("find", "--json").outLines().size());
  }

  @Test
  void fileThatGrowsWhileItIsReadIsNotStoredHalfAndComesInWhenItIsWhole() {
    assertOthersAreStoredAndThatIsToldOf(
        taken(file ->
            uncheckedly(() -> Files.writeString(file, " وزيادة", StandardOpenOption.APPEND))),
        "archive.source.changed");
    Run whole = run("ingest", inbox);
    assertEquals(0, whole.code(), whole.err());
    assertEquals(3, run("find", "--json").outLines().size());
  }

  @Test
  void fileThatVanishesBeforeItIsReadCostsOnlyItself() {
    assertOthersAreStoredAndThatIsToldOf(
        taken(file -> uncheckedly(() -> Files.delete(file))), "archive.source.gone");
  }

  @Test
  void fileThatLosesItsPermissionCostsOnlyItself() {
    assertOthersAreStoredAndThatIsToldOf(
        taken(file -> assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file))),
        "source.unreadable",
        "archive.source.gone");
  }

  @Test
  void folderThatChangesWhileItIsReadGivesWhatIsThere() throws IOException {
    for (String name : List.of("d/1.txt", "e/1.txt", "f/1.txt")) {
      Files.createDirectory(inbox.resolve(name.substring(0, 1)));
      write(name);
    }
    var taken = new ArrayList<String>();
    Consumer<Path> taking =
        file -> {
          taken.add(inbox.relativize(file).toString());
          if (taken.size() == 1) {
            uncheckedly(() -> {
              Files.delete(inbox.resolve("b.txt"));
              TemporaryFolder.delete(inbox.resolve("d"));
              write("e/2.txt");
            });
          }
        };
    new Inputs(archive, taking, (folder, why) -> taken.add(folder + ": " + why.key()))
        .walk(List.of(inbox));
    assertEquals(List.of("a.txt", "c.txt", "e/1.txt", "e/2.txt", "f/1.txt"), taken);
  }

  @Test
  void folderThatVanishesWhenItsTurnHasComeIsToldOf() throws IOException {
    Path folder = Files.createDirectory(inbox.resolve("d"));
    var failed = new ArrayList<String>();
    new Inputs(archive, _ -> {}, (path, why) -> failed.add(path + ": " + why.key()))
        .entering(entered -> {
          if (entered.equals(folder)) {
            uncheckedly(() -> Files.delete(folder));
          }
        })
        .walk(List.of(inbox));
    assertEquals(List.of(folder + ": ingest.folder"), failed);
  }

  @Test
  void loopOfLinksIsWalkedOnce() throws IOException {
    Path folder = Files.createDirectory(inbox.resolve("d"));
    write("d/1.txt");
    Files.createSymbolicLink(folder.resolve("up"), inbox);
    Files.createSymbolicLink(inbox.resolve("one"), inbox.resolve("two"));
    Files.createSymbolicLink(inbox.resolve("two"), inbox.resolve("one"));
    Run run = run("ingest", inbox);
    assertEquals(0, run.code(), run.err());
    assertEquals(4, run("find", "--json").outLines().size());
  }

  /** Written by a shell: Java has no way to make a name that is no text. */
  private void writeByShell(String name) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    String script = "cd \"$1\" && printf '%s' \"$2\" > \"$(printf '" + name + "')\"";
    Process shell =
        new ProcessBuilder("/bin/sh", "-c", script, "sh", inbox.toString(), TEXT + name)
            .redirectErrorStream(true)
            .start();
    shell.getInputStream().readAllBytes();
    assumeTrue(shell.waitFor() == 0, "the file system has no such names");
  }

  @ParameterizedTest
  @ValueSource(strings = {"here", "in processes"})
  void namesThatAreHardToBearAreTakenIn(String where) throws Exception {
    writeByShell("no\\377text.txt");
    writeByShell("two\\nlines.txt");
    // Of 255 bytes: there is no longer one.
    write("ب".repeat(125) + "a.txt");
    write(Normalizer.normalize("آثار", Normalizer.Form.NFC) + ".txt");
    write(Normalizer.normalize("آثار", Normalizer.Form.NFD) + ".txt");
    long files;
    try (Stream<Path> all = Files.list(inbox)) {
      files = all.count();
    }
    assumeTrue(files == 8, "the file system takes two names for one");
    List<Object> words = new ArrayList<>(List.of("ingest", "--on-duplicate", "store"));
    if (where.equals("in processes")) {
      words.addAll(List.of("--jobs", 1));
    }
    words.add(inbox);
    Run run = run(words.toArray());
    assertEquals(0, run.code(), run.err());
    assertEquals(8, run("find", "--json").outLines().size());
    Run verified = run("verify");
    assertEquals(0, verified.code(), verified.out() + verified.err());
    Run again = run(words.toArray());
    assertTrue(again.out().matches("(?s).*Duplicates +8\\R.*"), again.out());
  }

  /** How many the two imports stored together. */
  private static int stored(String said) {
    int all = 0;
    for (String line : said.lines().toList()) {
      all += line.matches("Unchanged since .*|Stored .*|Duplicates .*") ? number(line) : 0;
    }
    return all;
  }

  private static int number(String line) {
    return Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
  }

  /** On a file system of its own, which only processes in that shell see. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void fullDiskIsToldOfAndTheNextResumeGoesOn() throws Exception {
    for (int i = 0; i < 24; i++) {
      Files.writeString(inbox.resolve(i + ".txt"), TEXT + i + " " + "كلام ".repeat(2_000));
    }
    Files.createDirectories(archive);
    String script =
        """
        mount -t tmpfs -o size=900k none "$ARCHIVE" || { echo unable; exit 0; }
        "$@" ingest --quiet "$INBOX" 2>&1; echo "first: $?"
        mount -o remount,size=64m "$ARCHIVE"
        "$@" ingest --resume "$INBOX" 2>&1; echo "second: $?"
        "$@" verify 2>&1; echo "verified: $?"
        """;
    var builder =
        new ProcessBuilder(
            "unshare",
            "-rm",
            "sh",
            "-c",
            script,
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--archive=" + archive,
            "--lang=en");
    builder.environment().put("ARCHIVE", archive.toString());
    builder.environment().put("INBOX", inbox.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    String said;
    try {
      Process shell = builder.redirectErrorStream(true).start();
      said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException noUnshare) {
      said = "unable";
    }
    assumeTrue(said.contains("first: ") && !said.contains("unable"), said);
    assertTrue(said.contains("No space left on device"), said);
    assertTrue(said.contains("first: 4"), said);
    assertTrue(said.contains("second: 0"), said);
    assertTrue(said.contains("verified: 0"), said);
    assertEquals(27, stored(said), said);
  }
}
