package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkImportTest {
  @TempDir Path temporary;
  private Path archive;
  private Path inbox;

  @BeforeEach
  void fill() throws IOException {
    archive = temporary.resolve("archive");
    inbox = Files.createDirectories(temporary.resolve("inbox"));
    for (int i = 1; i <= 9; i++) {
      write(i + ".txt", "عنوان المقال " + i + "\n\nفقرة من الكلام في الموضوع " + i + ".");
    }
    Files.write(inbox.resolve("x.bin"), new byte[] {0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, -1});
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(inbox.resolve(name), text);
  }

  private Run ingest(Object... arguments) {
    return Run.of(
        Stream.concat(Stream.of("--archive", archive, "ingest"), Stream.of(arguments)).toArray());
  }

  private Path journal() {
    return archive.resolve(".qirtas/imports/journal.jsonl");
  }

  private static int tally(Run run, String row) {
    return run.outLines().stream()
        .filter(line -> line.startsWith(row))
        .map(line -> Integer.parseInt(line.substring(row.length()).strip()))
        .findFirst()
        .orElse(0);
  }

  @Test
  void manyFilesComeInThroughOtherProcessesInOrder() throws IOException {
    Run run = ingest(inbox);
    assertEquals(1, run.code(), run.err());
    assertEquals(9, tally(run, "Stored"), run.out());
    assertEquals(1, tally(run, "Quarantined"), run.out());
    for (int i = 1; i <= 9; i++) {
      assertTrue(run.outLines().get(i - 1).contains("/" + i + ".txt: stored as"), run.out());
    }
    assertEquals(10, Files.readAllLines(journal()).size());
  }

  @Test
  void resumeTakesOnlyWhatIsNewOrChanged() throws IOException {
    ingest("--jobs", 1, inbox);
    write("5.txt", "عنوان المقال 5\n\nفقرة من الكلام في الموضوع 5، وزيادة.");
    write("10.txt", "عنوان المقال 10\n\nفقرة من الكلام في الموضوع 10.");
    Run run = ingest("--jobs", 1, "--resume", inbox);
    assertEquals(0, run.code(), run.err());
    assertEquals(1, tally(run, "Stored"), run.out());
    assertEquals(1, tally(run, "New versions"), run.out());
    assertEquals(9, tally(run, "Unchanged since an import before"), run.out());
    assertEquals(0, tally(run, "Duplicates"), run.out());
  }

  @Test
  void lineThatWasCutShortCostsOnlyItsFile() throws IOException {
    ingest("--jobs", 1, inbox);
    List<String> lines = Files.readAllLines(journal());
    String last = lines.getLast();
    Files.writeString(
        journal(),
        String.join("\n", lines.subList(0, lines.size() - 1)) + "\n" + last.substring(0, 40));
    Run run = ingest("--jobs", 1, "--resume", inbox);
    assertEquals(9, tally(run, "Unchanged since an import before"), run.out());
    assertEquals(1, tally(run, "Duplicates"), run.out());
    assertEquals(
        10, tally(ingest("--resume", inbox), "Unchanged since an import before"), run.out());
  }

  @Test
  void retryReadsOnlyWhatFailedAndMakesNoSecondItemOfIt() {
    ingest("--jobs", 1, inbox);
    Run none = ingest("--jobs", 1, "--retry", "timeout", inbox);
    assertEquals(10, tally(none, "Unchanged since an import before"), none.out());
    Run failed = ingest("--jobs", 1, "--retry", "failed", inbox);
    assertEquals(9, tally(failed, "Unchanged since an import before"), failed.out());
    assertEquals(1, tally(failed, "Failed"), failed.out());
    assertEquals(10, Run.of("--archive", archive, "find", "--json").outLines().size());
  }

  @Test
  void resumeAndRetryExcludeEachOther() {
    assertEquals(2, ingest("--resume", "--retry", "failed", inbox).code());
    assertEquals(2, ingest("--jobs", "0", inbox).code());
  }
}
