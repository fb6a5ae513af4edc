package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    for (int i = 1; i <= 3; i++) {
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
    for (int i = 4; i <= 9; i++) {
      write(i + ".txt", "عنوان المقال " + i + "\n\nفقرة من الكلام في الموضوع " + i + ".");
    }
    Run run = ingest(inbox);
    assertEquals(1, run.code(), run.err());
    assertEquals(9, tally(run, "Stored"), run.out());
    assertEquals(1, tally(run, "Quarantined"), run.out());
    for (int i = 1; i <= 9; i++) {
      assertTrue(run.outLines().get(i - 1).contains("/" + i + ".txt: stored as"), run.out());
    }
    assertEquals(10, Files.readAllLines(journal()).size());
    Path report = Path.of(run.out().replaceFirst("(?s).*What became of each: (\\S+).*", "$1"));
    List<String> rows = Files.readAllLines(report);
    assertEquals(11, rows.size(), report.toString());
    assertTrue(rows.getLast().contains("quarantined") && rows.getLast().contains("source.unknown"));
  }

  @Test
  void importOfManySaysHowLongEachWorkTook() throws IOException {
    Run told = ingest("--jobs", 1, inbox);
    assertTrue(
        told.out()
            .matches(
                "(?s).*\nTime +[0-9.]+ s, [0-9.]+ a second\n- reading, processes: 1 .*- catalog.*"),
        told.out());
    Run json = Run.of("--archive", archive, "--json", "ingest", "--jobs", 1, inbox);
    var summary = ItemJson.parsed(json.outLines().getLast()).orElseThrow().path("summary");
    assertEquals(4, summary.path("duplicate").asLong(), json.out());
    assertEquals(1, summary.path("processes").asInt(), json.out());
    for (String work : List.of("seconds", "reading", "waiting", "writing", "cataloguing")) {
      assertTrue(summary.path(work).isNumber(), json.out());
    }
  }

  @Test
  void importsOfOneMomentHaveReportsOfTheirOwn() throws IOException {
    var clock = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    try (var first = new ImportReport(temporary, clock);
        var second = new ImportReport(temporary, clock)) {
      assertEquals("report-20260102T030405Z.csv", first.file().getFileName().toString());
      assertEquals("report-20260102T030405Z-2.csv", second.file().getFileName().toString());
    }
  }

  @Test
  void reportBearsHalvesOfSurrogatePairs() throws IOException {
    try (var report = new ImportReport(temporary, InstantSource.system())) {
      report.add(ItemJson.object().put("input", "x\uD800y").put("title", "خبر"));
      report.flush();
      assertTrue(Files.readString(report.file()).contains("x?y,,,,خبر"));
    }
  }

  @Test
  void resumeTakesOnlyWhatIsNewOrChanged() throws IOException {
    ingest(inbox);
    write("2.txt", "عنوان المقال 2\n\nفقرة من الكلام في الموضوع 2، وزيادة.");
    write("4.txt", "عنوان المقال 4\n\nفقرة من الكلام في الموضوع 4.");
    Run run = ingest("--resume", inbox);
    assertEquals(0, run.code(), run.err());
    assertEquals(1, tally(run, "Stored"), run.out());
    assertEquals(1, tally(run, "New versions"), run.out());
    assertEquals(3, tally(run, "Unchanged since an import before"), run.out());
    assertEquals(0, tally(run, "Duplicates"), run.out());
  }

  @Test
  void lineThatWasCutShortCostsOnlyItsFile() throws IOException {
    ingest(inbox);
    List<String> lines = Files.readAllLines(journal());
    String last = lines.getLast();
    Files.writeString(
        journal(),
        String.join("\n", lines.subList(0, lines.size() - 1)) + "\n" + last.substring(0, 40));
    Run run = ingest("--resume", inbox);
    assertEquals(3, tally(run, "Unchanged since an import before"), run.out());
    assertEquals(1, tally(run, "Duplicates"), run.out());
    assertEquals(
        4, tally(ingest("--resume", inbox), "Unchanged since an import before"), run.out());
  }

  @Test
  void retryReadsOnlyWhatFailedAndMakesNoSecondItemOfIt() {
    ingest(inbox);
    Run none = ingest("--retry", "timeout", inbox);
    assertEquals(4, tally(none, "Unchanged since an import before"), none.out());
    Run failed = ingest("--retry", "failed", inbox);
    assertEquals(3, tally(failed, "Unchanged since an import before"), failed.out());
    assertEquals(1, tally(failed, "Failed"), failed.out());
    assertEquals(4, Run.of("--archive", archive, "find", "--json").outLines().size());
  }

  @Test
  void resumeAndRetryExcludeEachOther() {
    assertEquals(2, ingest("--resume", "--retry", "failed", inbox).code());
    assertEquals(2, ingest("--jobs", "0", inbox).code());
  }

  @Test
  void noticesOfOneTemplateForTwoDaysAreNoVersions() throws IOException {
    String body =
        IntStream.rangeClosed(1, 80).mapToObj(i -> "كلمة" + i).collect(Collectors.joining(" "));
    Path first = write("a.txt", "بلاغ مروري\n\nتقام المباراة يوم 30 أكتوبر 2016. " + body);
    Path other = write("b.txt", "بلاغ ثان\n\nتقام المباراة يوم ٨ فيفري 2017. " + body);
    Path edited = write("c.txt", "بلاغ ثالث\n\nتقام المباراة غدا. " + body);
    Run run = ingest(first, other);
    assertEquals(0, tally(run, "- of these edited from another"), run.out());
    Run linked = ingest(edited);
    assertEquals(1, tally(linked, "- of these edited from another"), linked.out());
  }

  @Test
  void editedArticleSaysWhoseTextItHas() throws IOException {
    String body =
        IntStream.rangeClosed(1, 80).mapToObj(i -> "كلمة" + i).collect(Collectors.joining(" "));
    Path first = write("a.txt", "خبر اليوم\n\n" + body);
    Path same = write("b.txt", "خبر آخر\n\n" + body + " .");
    Path edited = write("c.txt", "خبر ثالث\n\n" + body.replace("كلمة40", "غيرها"));
    ingest(first);
    Run skipped = ingest("--on-duplicate", "skip", same);
    assertEquals(1, tally(skipped, "Duplicates"), skipped.out());
    Run linked = ingest(same, edited);
    assertEquals(1, tally(linked, "- of these with the text of another"), linked.out());
    assertEquals(1, tally(linked, "- of these edited from another"), linked.out());
    Path packed = temporary.resolve("records.jsonld");
    assertEquals(0, Run.of("--archive", archive, "pack", "--jsonld", packed).code());
    String records = Files.readString(packed);
    assertTrue(records.matches("(?s).*\"sameAs\" ?: ?\"urn:uuid:.*"), records);
    assertTrue(records.matches("(?s).*\"dcterms:isVersionOf\" ?: ?\"urn:uuid:.*"), records);
    Run verified = Run.of("--archive", archive, "verify");
    assertEquals(0, verified.code(), verified.out() + verified.err());
  }
}
