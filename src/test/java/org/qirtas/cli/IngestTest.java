package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Shelf;

class IngestTest {
  private static final byte[] UNREADABLE = {0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, -1, -1};

  @TempDir Path temporary;
  private Path archive;
  private Path inbox;

  @BeforeEach
  void fill() throws IOException {
    archive = temporary.resolve("archive");
    inbox = Files.createDirectories(temporary.resolve("وارد مع فراغ"));
    write("a.txt", "عنوان أول\n\nفقرة من الكلام.");
    write("sub/b.txt", "عنوان ثان\n\nفقرة أخرى من الكلام.");
  }

  private Path write(String name, String text) throws IOException {
    Path file = inbox.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, text);
  }

  private Run ingest(Object... arguments) {
    return Run.of(
        Stream.concat(Stream.of("--archive", archive, "ingest"), Stream.of(arguments)).toArray());
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> files = Files.exists(archive) ? Files.walk(archive) : Stream.empty()) {
      return new TreeSet<>(
          files
              .filter(file -> !file.toString().contains(".qirtas"))
              .map(file -> archive.relativize(file).toString())
              .toList());
    }
  }

  private static int tally(Run run, String row) {
    return run.outLines().stream()
        .filter(line -> line.startsWith(row))
        .map(line -> Integer.parseInt(line.substring(row.length()).strip()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(run.out()));
  }

  @Test
  void containerIsToldOfPartByPart() throws IOException {
    Path zip = inbox.resolve("z.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("2020/c.txt"));
      out.write("عنوان ثالث\n\nفقرة ثالثة.".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry(".c.txt.swp"));
      out.putNextEntry(new ZipEntry("d.bin"));
      out.write(UNREADABLE);
    }
    Run run = ingest(zip);
    assertEquals(1, run.code(), run.err());
    assertTrue(run.out().contains("z.zip!/2020/c.txt: stored as undated/"), run.out());
    assertTrue(run.out().contains("z.zip: opened, 2 inside"), run.out());
    assertTrue(run.out().contains("    1 with names that begin with a dot"), run.out());
    assertEquals(1, tally(run, "Passed over inside containers"));
    assertTrue(run.err().contains("z.zip!/d.bin: not a format"), run.err());
    Run again = ingest("--json", zip);
    assertEquals(
        List.of("duplicate", "duplicate", "opened"),
        again.outLines().stream().map(line -> field(line, "status")).toList());
    assertTrue(again.outLines().getLast().contains("\"passedOver\":{\"hidden\":1}"), again.out());
  }

  private static String field(String line, String name) {
    try {
      return new ObjectMapper().readTree(line).required(name).textValue();
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  void rehearsalSaysWhatItGoesBy() throws IOException {
    Path file = write("c.md", "---\ntitle: خبر من الضفة\ndate: 2019-03-04\n---\n\nنص قصير.\n");
    Run run = ingest("--dry-run", file);
    assertTrue(run.out().contains("Title: خبر من الضفة [text-record]"), run.out());
    assertTrue(run.out().contains("Date: 2019-03-04 (from: 2019-03-04) [text-record]"), run.out());
    String line = ingest("--dry-run", "--json", file).outLines().getFirst();
    JsonNode node = new ObjectMapper().readTree(line).required("recognised");
    assertEquals("text-record", node.required("date").required("from").textValue());
    assertEquals("نص قصير.", node.required("text").textValue());
    assertEquals(Set.of(), files());
  }

  @Test
  void manifestSpeaksForTheFilesBesideIt() throws IOException {
    write("list.csv", "file,title,date\nsub/b.txt,عنوان من البيان,2019-03-04\n");
    Run run = ingest(inbox);
    assertEquals(0, run.code(), run.err());
    assertEquals(2, tally(run, "Stored"));
    assertTrue(run.out().contains("list.csv!/sub/b.txt: stored as 2019/03/04/"), run.out());
  }

  @Test
  void folderComesInSortedWithAllThatIsBelow() {
    Run run = ingest("--date", "2020-10-23", inbox);
    assertEquals(0, run.code(), run.err());
    assertEquals(2, tally(run, "Stored"));
    assertEquals(0, tally(run, "- of these undated"));
    assertTrue(run.outLines().get(0).contains("a.txt: stored as 2020/10/23/"), run.out());
    assertTrue(run.outLines().get(1).contains("b.txt: stored as 2020/10/23/"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void sameBytesAgainStoreNothing() throws IOException {
    ingest(inbox);
    Set<String> before = files();
    Files.copy(inbox.resolve("a.txt"), inbox.resolve("copy.txt"));
    Run run = ingest(inbox);
    assertEquals(0, run.code());
    assertEquals(before, files());
    assertEquals(3, tally(run, "Duplicates"));
    assertEquals(0, tally(run, "Stored"));
    assertTrue(
        run.outLines().getFirst().matches(".*a\\.txt: duplicate of undated/\\S+"), run.out());
  }

  @Test
  void sameBytesWithinOneRunStoreOnce() throws IOException {
    Files.copy(inbox.resolve("a.txt"), inbox.resolve("copy.txt"));
    assertEquals(1, tally(ingest(inbox), "Duplicates"));
  }

  @Test
  void eachBadInputIsOneLineAndTheOthersComeIn() throws IOException {
    write("empty.docx", "");
    write("corrupt.docx", "PK\u0003\u0004 and no more");
    write("corrupt.pdf", "%PDF-1.7\nnot one object");
    Files.write(inbox.resolve("unknown.xyz"), UNREADABLE);
    Run run = ingest(inbox, temporary.resolve("missing.txt"));
    assertEquals(1, run.code());
    assertEquals(5, run.errLines().size(), run.err());
    assertEquals(2, tally(run, "Stored"));
    assertEquals(3, tally(run, "Quarantined"));
    assertEquals(2, tally(run, "Failed"));
    assertTrue(run.errLines().stream().anyMatch(line -> line.contains("missing.txt")));
    assertTrue(run.errLines().stream().anyMatch(line -> line.contains("empty.docx")));
    assertTrue(
        run.errLines().stream()
            .anyMatch(line -> line.contains("unknown.xyz") && line.contains("kept")));
    assertFalse(run.err().contains("Exception"));
  }

  @Test
  void originalIsKeptWhereverThereWereBytes() throws IOException {
    Files.write(inbox.resolve("unknown.xyz"), UNREADABLE);
    ingest(inbox);
    assertEquals(
        List.of(UNREADABLE.length),
        files().stream()
            .filter(file -> file.endsWith("unknown.xyz"))
            .map(file -> size(archive.resolve(file)))
            .toList());
  }

  private static int size(Path file) {
    try {
      return (int) Files.size(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void folderThatCannotBeReadIsOneLine() throws IOException {
    Path locked = Files.createDirectory(inbox.resolve("locked"));
    Assumptions.assumeTrue(locked.toFile().setReadable(false) && !Files.isReadable(locked));
    Run run = ingest(inbox);
    assertEquals(1, run.code());
    assertEquals(2, tally(run, "Stored"));
    assertTrue(run.errLines().getFirst().contains("locked"), run.err());
  }

  @Test
  void archiveIsNotTakenIntoItself() {
    archive = inbox.resolve("archive");
    ingest(inbox);
    Run again = ingest(inbox);
    assertEquals(2, tally(again, "Duplicates"));
    assertEquals(0, tally(again, "Stored"));
  }

  @Test
  void rehearsalWritesNothing() throws IOException {
    Run run = ingest("--dry-run", inbox, inbox.resolve("a.txt"));
    assertEquals(0, run.code());
    assertFalse(Files.exists(archive));
    assertEquals(2, tally(run, "Stored"));
    assertEquals(1, tally(run, "Duplicates"));
  }

  @Test
  void jsonIsOneDocumentAnInputAndNothingElse() throws IOException {
    write("empty.txt", "");
    Run run = ingest("--json", "--date", "2020-10", "--source", "صحيفة", inbox);
    assertEquals(1, run.code());
    var mapper = new ObjectMapper();
    List<String> lines = run.outLines();
    assertEquals(3, lines.size());
    JsonNode stored = mapper.readTree(lines.get(0));
    assertEquals("stored", stored.path("status").asText());
    assertEquals("2020-10", stored.path("date").asText());
    assertEquals("عنوان أول", stored.path("title").asText());
    assertTrue(stored.path("path").asText().startsWith("2020/10/"), lines.get(0));
    assertEquals(36, stored.path("id").asText().length());
    assertTrue(stored.path("cause").isNull());
    JsonNode failed = mapper.readTree(lines.get(1));
    assertEquals("failed", failed.path("status").asText());
    assertEquals("source.empty", failed.path("cause").asText());
  }

  @Test
  void streamComesInUnderTheNameGiven() throws IOException {
    Run run =
        Run.with(
            "عنوان\n\nفقرة.",
            false,
            Map.of("LANG", "C"),
            "--archive",
            archive,
            "ingest",
            "-",
            "--name",
            "من الدفق.txt");
    assertEquals(0, run.code(), run.err());
    assertTrue(files().stream().anyMatch(file -> file.endsWith("original/من الدفق.txt")));
  }

  @Test
  void secondWriterGetsFourAndIsToldWhoHoldsTheArchive() {
    try (ArchiveWriter _ = Archive.create(archive, Shelf.CLOCK).writer()) {
      Run run = ingest(inbox);
      assertEquals(4, run.code());
      assertTrue(run.err().contains("process " + ProcessHandle.current().pid()), run.err());
      assertEquals(1, run.errLines().size());
    }
  }

  @Test
  void archiveThatIsAFileExitsWithFour() {
    archive = inbox.resolve("a.txt");
    Run run = ingest(inbox.resolve("sub"));
    assertEquals(4, run.code(), run.err());
  }

  @Test
  void quietSaysOnlyWhatFailed() throws IOException {
    write("empty.txt", "");
    Run run = ingest("--quiet", inbox);
    assertEquals("", run.out());
    assertEquals(1, run.errLines().size());
  }

  @Test
  void screenShowsHowFarItIs() {
    Run run = Run.onScreen("--archive", archive, "ingest", inbox);
    assertTrue(run.err().contains("1 of 2"), run.err());
  }
}
