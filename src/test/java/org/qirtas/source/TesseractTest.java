package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is seen to around the program; programs of our own stand in for it. */
@DisabledOnOs(OS.WINDOWS)
class TesseractTest {
  private static final Duration MOMENT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path temporary;

  private Tesseract program(String script) throws IOException {
    Path file = Files.writeString(temporary.resolve("tesseract"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Tesseract(file, "");
  }

  private Optional<String> read(Tesseract program, Duration longest) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("scratch"));
    return program.read(temporary.resolve("page"), "ara", longest, folder);
  }

  @Test
  void programIsToldPictureAndLanguage() throws IOException {
    assertEquals(
        temporary.resolve("page") + " stdout -l ara --psm 3 tsv\n",
        read(program("echo \"$@\""), LONG).orElse(""));
  }

  @Test
  void programThatFailsGivesNothing() throws IOException {
    assertEquals(Optional.empty(), read(program("echo half; exit 1"), LONG));
  }

  @Test
  void programThatHangsIsEndedWithAllThatItStarted() throws Exception {
    Path pids = temporary.resolve("pids");
    Tesseract hanging = program("echo $$ >" + pids + "; exec sleep 600");
    assertEquals(Optional.empty(), read(hanging, MOMENT));
    long pid = Long.parseLong(Files.readString(pids).strip());
    Optional<ProcessHandle> left = ProcessHandle.of(pid);
    if (left.isPresent()) {
      left.get().onExit().get(20, TimeUnit.SECONDS);
    }
    assertFalse(ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
  }

  @Test
  void programMayNotTakeAllMemory() throws IOException {
    String limit = read(program("ulimit -v"), LONG).orElse("").strip();
    assertTrue(limit.equals("1200000") || limit.equals("unlimited"), limit);
  }

  @Test
  void programSeesNoVariablesOfOurs() throws IOException {
    String seen = read(program("env"), LONG).orElse("");
    assertFalse(seen.contains("HOME="), seen);
    assertTrue(seen.contains("OMP_THREAD_LIMIT=1"), seen);
  }

  @Test
  void programIsFoundOnThePathUnlessItIsNotWanted() throws IOException {
    Path program = program("exit 0").program();
    assertEquals(
        Optional.of(program),
        Tesseract.find(Map.of("PATH", "/nowhere:" + temporary), "").map(Tesseract::program));
    assertEquals(
        Optional.empty(),
        Tesseract.find(Map.of("PATH", temporary.toString(), Tesseract.VARIABLE, "none"), ""));
    assertEquals(Optional.empty(), Tesseract.find(Map.of("PATH", "/nowhere"), ""));
    assertTrue(Tesseract.isLanguages("ara+eng"));
    assertFalse(Tesseract.isLanguages("ara eng"));
    assertFalse(Tesseract.isLanguages("-l"));
  }

  @Test
  void languagesAreThoseThatItNames() throws IOException {
    Tesseract program =
        program("echo 'List of available languages in \"/x/\" (3):'; echo osd; echo fas; echo ara");
    assertEquals(List.of("ara", "fas"), program.installed());
  }

  private static final String HEAD =
      "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

  private static String line(int line, int width, int height) {
    return "4\t1\t1\t1\t" + line + "\t0\t0\t0\t" + width + "\t" + height + "\t-1\t\n";
  }

  private static String word(int line, double confidence, String text) {
    return "5\t1\t1\t1\t" + line + "\t1\t0\t0\t10\t10\t" + confidence + "\t" + text + "\n";
  }

  @Test
  void largerAndShorterLinesAreParagraphsOfTheirOwn() {
    String table =
        HEAD
            + line(1, 900, 80)
            + word(1, 90, "عنوان")
            + line(2, 200, 40)
            + word(2, 80, "\u200Fليلى\u200E")
            + line(3, 1000, 40)
            + word(3, 70, "أول")
            + line(4, 990, 40)
            + word(4, 60, "السطر");
    RecognisedPage page = RecognisedPage.of(table, "ara");
    assertEquals(List.of("عنوان", "ليلى", "أول السطر"), page.paragraphs());
    assertEquals(4, page.words());
    assertEquals(75, page.fitness());
  }

  @Test
  void cutLatinWordIsJoinedAndDustIsNoParagraph() {
    String table =
        HEAD
            + line(1, 1000, 40)
            + word(1, 90, "archi-")
            + line(2, 900, 40)
            + word(2, 90, "vist")
            + "4\t1\t2\t1\t1\t0\t0\t0\t9\t9\t-1\t\n5\t1\t2\t1\t1\t1\t0\t0\t9\t9\t50\t|—\n";
    assertEquals(List.of("archivist"), RecognisedPage.of(table, "eng").paragraphs());
  }

  @Test
  void lettersThatTheProgramIsNotSureOfAreNoText() {
    String table = HEAD + line(1, 100, 40) + word(1, 20, "كلا") + word(1, 30, "م");
    assertEquals(List.of(), RecognisedPage.of(table, "ara").paragraphs());
  }
}
