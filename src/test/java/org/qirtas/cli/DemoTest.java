package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code demo} and {@code doctor} in a house of their own, with two samples and all the fonts. */
class DemoTest {
  @TempDir Path temporary;
  private Path home;
  private Path demo;

  @BeforeEach
  void furnish() throws IOException {
    home = temporary.resolve("a house");
    demo = home.resolve("exports/demo");
    Path samples = Files.createDirectories(home.resolve("src/main/samples"));
    furnishFonts();
    for (String sample : List.of("dates-festival.txt", "letter-to-a-reader.txt")) {
      Files.copy(Path.of("src/main/samples", sample), samples.resolve(sample));
    }
    System.setProperty("qirtas.home", home.toString());
  }

  private void furnishFonts() throws IOException {
    try (Stream<Path> fonts = Files.walk(Path.of("fonts"))) {
      for (Path font : fonts.filter(file -> file.toString().endsWith(".ttf")).toList()) {
        Path place = home.resolve(font);
        Files.createDirectories(place.getParent());
        Files.createSymbolicLink(place, font.toAbsolutePath());
      }
    }
  }

  @AfterEach
  void leave() {
    System.clearProperty("qirtas.home");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void demoImportsFindsAndExportsBothEditions() throws IOException {
    Run run = Run.of("demo");
    assertEquals(0, run.code(), run.err());
    assertEquals(
        List.of(
            "رسالة-إلى-قارئ-بعيد-print.pdf",
            "رسالة-إلى-قارئ-بعيد.pdf",
            "مهرجان-الرطب-في-وادي-السدر-يستقبل-٤٠-ألف-زائر-في-يومه-الأول-print.pdf",
            "مهرجان-الرطب-في-وادي-السدر-يستقبل-٤٠-ألف-زائر-في-يومه-الأول.pdf"),
        files(demo).stream().map(file -> file.getFileName().toString()).toList());
    assertTrue(run.out().contains("ناصر الغافري"), "found by its day");
    assertTrue(run.out().contains("2023-09-21"), "found by its month");
    assertTrue(run.out().contains("The 2 articles are in " + demo), run.out());
  }

  @Test
  void commandsAreShownAsTheyAreTyped() {
    List<String> commands =
        Run.of("demo").errLines().stream().filter(line -> line.contains("$ ")).toList();
    assertEquals(6, commands.size());
    String launcher = "   $ '" + home.resolve("qirtas") + "' ";
    String archive = " --archive '" + demo.resolve("archive") + "'";
    assertEquals(launcher + "find --on 2023-07-23" + archive, commands.get(1));
    assertEquals(
        launcher + "export 2023/07/23 2023/09/21 -o '" + demo + "' --edition print" + archive,
        commands.get(5));
  }

  @Test
  void secondDemoFindsDuplicatesAndGivesTheSameBytes() throws IOException {
    assertEquals(0, Run.of("demo").code());
    byte[] before = Files.readAllBytes(files(demo).getFirst());
    Run again = Run.of("demo");
    assertEquals(0, again.code(), again.err());
    assertTrue(again.out().contains("duplicate of 2023/07/23/"), again.out());
    assertArrayEquals(before, Files.readAllBytes(files(demo).getFirst()));
    assertEquals(4, files(demo).size());
  }

  @Test
  void demoKeepsOutOfTheReadersOwnArchive() throws IOException {
    Path own = temporary.resolve("own");
    Run run = Run.with("", false, Map.of("QIRTAS_ARCHIVE", own.toString()), "demo");
    assertEquals(0, run.code(), run.err());
    assertFalse(Files.exists(own));
    assertFalse(Files.exists(home.resolve("archive")));
    assertTrue(Files.isDirectory(demo.resolve("archive/2023/07/23")));
  }

  @Test
  void archiveThatIsNamedTakesTheSamplesAndNoMoreIsExported() throws IOException {
    Path own = temporary.resolve("own");
    Path other = Files.writeString(temporary.resolve("x.txt"), "خبر آخر\n\nفقرة من الكلام.");
    assertEquals(0, Run.of("ingest", other, "--date", "2023-07-23", "--archive", own).code());
    Run run = Run.of("demo", "--archive", own);
    assertEquals(0, run.code(), run.err());
    assertEquals(4, files(demo).size());
    assertFalse(Files.exists(demo.resolve("archive")));
  }

  @Test
  void folderThatIsNamedTakesEverything() throws IOException {
    Path elsewhere = temporary.resolve("elsewhere");
    Run run = Run.of("demo", "-o", elsewhere);
    assertEquals(0, run.code(), run.err());
    assertEquals(4, files(elsewhere).size());
    assertTrue(Files.isDirectory(elsewhere.resolve("archive/2023/07/23")));
    assertFalse(Files.exists(demo));
  }

  @Test
  void demoSpeaksTheReadersLanguage() {
    Run run = Run.of("demo", "--lang", "ar");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.err().contains("للباحث") && run.err().contains("عدد ما عُثر عليه"), run.err());
    assertFalse(run.err().contains("found"), run.err());
  }

  @Test
  void jsonIsAllThatStdoutHolds() throws IOException {
    Run run = Run.of("demo", "--json");
    assertEquals(0, run.code(), run.err());
    var mapper = new ObjectMapper();
    for (String line : run.outLines()) {
      assertTrue(mapper.readTree(line).isObject(), line);
    }
    JsonNode last = mapper.readTree(run.outLines().getLast());
    assertEquals(2, last.path("articles").asInt());
    assertEquals(demo.toString(), last.path("exports").asText());
    assertFalse(last.path("failed").asBoolean());
  }

  @Test
  void stepThatFailsMakesTheDemoFailAndTheRestGoesOn() throws IOException {
    Files.writeString(home.resolve("src/main/samples/corrupt.pdf"), "%PDF-1.7\nnot one object");
    Run run = Run.of("demo");
    assertEquals(1, run.code());
    assertTrue(run.err().contains("this step failed"), run.err());
    assertEquals(4, files(demo).size());
  }

  @Test
  void demoWithoutItsSamplesIsOneLine() {
    System.setProperty("qirtas.home", temporary.resolve("elsewhere").toString());
    Run run = Run.of("demo");
    assertEquals(1, run.code());
    assertEquals(1, run.errLines().size(), run.err());
  }

  @Test
  void doctorFindsWhatIsNeeded() throws IOException {
    Path tools = Files.createDirectories(temporary.resolve("tools"));
    Files.createFile(tools.resolve("qpdf")).toFile().setExecutable(true);
    Run run = Run.with("", false, Map.of("PATH", tools.toString()), "doctor", "--json");
    assertEquals(0, run.code(), run.out());
    assertEquals(1, run.outLines().size());
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertTrue(report.path("works").asBoolean());
    assertEquals("works", state(report, "jdk"));
    assertEquals("works", state(report, "harfbuzz"));
    assertEquals("works", state(report, "fonts"));
    assertEquals("works", state(report, "archive"));
    assertEquals("found", state(report, "qpdf"));
    assertEquals("absent", state(report, "pdftotext"));
    assertFalse(Files.exists(home.resolve("archive")), "looking makes nothing");
  }

  private static String state(JsonNode report, String name) {
    for (JsonNode check : report.path("checks")) {
      if (check.path("name").asText().equals(name)) {
        return check.path("state").asText();
      }
    }
    throw new AssertionError(name + " is not in " + report);
  }

  @Test
  void doctorToldInATable() {
    Run run = Run.of("doctor");
    assertEquals(0, run.code());
    assertTrue(
        run.outLines().stream().anyMatch(line -> line.matches(".*HarfBuzz \\d+\\.\\d+.*")),
        run.out());
    assertEquals("qirtas: all that is needed works\n", run.err());
  }

  @Test
  void doctorFailsWhereAnArchiveCannotBe() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");
    Run run = Run.of("doctor", "--archive", file);
    assertEquals(1, run.code());
    assertTrue(run.out().contains("DOES NOT WORK"), run.out());
    assertEquals(1, Run.of("doctor", "--archive", file.resolve("below")).code());
  }

  @Test
  void doctorFailsWithoutFonts() {
    System.setProperty("qirtas.home", temporary.resolve("elsewhere").toString());
    assertEquals(1, Run.of("doctor").code());
  }
}
