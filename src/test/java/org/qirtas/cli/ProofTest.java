package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.pdf.PreflightFinding;

/** {@code proof}, and {@code export --compare}. */
class ProofTest {
  @TempDir Path temporary;
  private Path pdf;
  private Path proofs;

  @BeforeEach
  void set() throws IOException {
    pdf = set("letter", "رسالة قصيرة. ".repeat(300), "screen");
    proofs = temporary.resolve("proofs");
  }

  private Path set(String name, String text, String edition) throws IOException {
    Path source = Files.writeString(temporary.resolve(name + ".txt"), "# عنوان\n" + text + "\n");
    Path target = temporary.resolve(name + ".pdf");
    Run run =
        Run.of(
            "typeset",
            source,
            "-o",
            target,
            "--edition",
            edition,
            "--profile",
            "book-a5",
            "--quiet");
    assertEquals(0, run.code(), run.err());
    return target;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void eachPageIsAPictureAndAllStandOnAContactSheet() throws IOException {
    Run run = Run.of("proof", pdf, "-o", proofs, "--dpi", 30, "--stamp");
    assertEquals(0, run.code(), run.err());
    List<String> names = names(proofs);
    assertTrue(names.size() > 2);
    assertEquals("letter-001.png", names.getFirst());
    assertEquals("letter-contact.png", names.getLast());
  }

  @Test
  void onlyWhatIsWantedIsWritten() throws IOException {
    Run.of("proof", pdf, "-o", proofs, "--contact-sheet", "--pages", "1");
    assertEquals(List.of("letter-contact.png"), names(proofs));
    Run.of("proof", pdf, "-o", proofs, "--no-contact-sheet", "--pages", "2-", "--dpi", 20);
    assertTrue(names(proofs).contains("letter-002.png"));
    assertFalse(names(proofs).contains("letter-001.png"));
    Run.of("proof", "--stamp", pdf, "--pdf", "--contact-sheet", "-o", proofs);
    assertTrue(names(proofs).contains("letter-draft.pdf"));
  }

  @Test
  void machinesAreToldTheFiles() {
    Run run = Run.of("--json", "proof", pdf, "-o", proofs, "--contact-sheet");
    assertTrue(
        run.out().contains("\"files\":[\"" + proofs.resolve("letter-contact.png")), run.out());
    assertEquals("", run.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--pages, x",
    "--pages, 0",
    "--pages, 5-2",
    "--pages, 900",
    "--dpi, 5",
    "--dpi, 9999"
  })
  void wishThatCannotBeIsWrongUsage(String option, String value) {
    Run run = Run.of("proof", pdf, "-o", proofs, option, value);
    assertEquals(2, run.code(), run.err());
    assertEquals(1, run.errLines().size(), run.err());
    assertFalse(Files.exists(proofs));
  }

  @Test
  void nothingIsWrongUsage() {
    assertEquals(2, Run.of("proof").code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"none.pdf", "text.pdf", "cut.pdf"})
  void whatIsNoPdfIsOneLineAndTheRestIsDone(String name) throws IOException {
    Files.writeString(temporary.resolve("text.pdf"), "no PDF");
    byte[] whole = Files.readAllBytes(pdf);
    Files.write(temporary.resolve("cut.pdf"), Arrays.copyOf(whole, 900));
    Run run =
        Run.of("proof", temporary.resolve(name), pdf, "-o", proofs, "--contact-sheet", "--quiet");
    assertEquals(1, run.code());
    assertEquals(1, run.errLines().size(), run.err());
    assertEquals(List.of("letter-contact.png"), names(proofs));
  }

  private static String letters(String last) {
    return java.util.stream.IntStream.range(0, 150)
            .mapToObj(n -> "الرسالة " + n)
            .collect(java.util.stream.Collectors.joining("، "))
        + " وهي الرسالة "
        + last
        + ".";
  }

  @Test
  void comparisonTellsChangedPagesAndShowsThem() throws IOException {
    Path old = set("old", letters("الأخيرة"), "screen");
    Path other = set("other", letters("الثانية"), "screen");
    Run run = Run.of("proof", other, "--compare", old, "-o", proofs);
    assertEquals(1, run.code(), run.err());
    assertTrue(run.out().contains(": changed, "), run.out());
    assertFalse(names(proofs.resolve("other-compare")).isEmpty());
    Run same = Run.of("proof", old, "--compare", old, "-o", proofs);
    assertEquals(0, same.code(), same.err());
    assertEquals("", same.out());
    Run json = Run.of("--json", "proof", other, "--compare", old, "-o", proofs);
    assertTrue(json.out().contains("\"change\":\"changed\""), json.out());
  }

  @Test
  void ownPressEditionIsClean() throws IOException {
    Path print = set("print", "رسالة قصيرة. ".repeat(30), "print");
    Run run = Run.of("proof", "--preflight", print);
    assertEquals(0, run.code(), run.out());
    assertEquals("", run.out());
    assertTrue(run.err().contains("PDF/X-4"), run.err());
  }

  @Test
  void findingIsALineWithItsCodeAndWhatToDo() throws IOException {
    Path text = Files.writeString(temporary.resolve("text.pdf"), "no PDF");
    Run run = Run.of("proof", "--preflight", text);
    assertEquals(1, run.code());
    assertEquals(1, run.outLines().size(), run.out());
    assertTrue(run.out().contains("error UNREADABLE"), run.out());
    Run arabic = Run.of("--lang", "ar", "proof", "--preflight", text);
    assertTrue(arabic.out().contains("خطأ UNREADABLE"), arabic.out());
    Run json = Run.of("--json", "proof", "--preflight", text);
    assertTrue(json.out().contains("\"code\":\"UNREADABLE\",\"level\":\"error\""), json.out());
  }

  @ParameterizedTest
  @EnumSource(PreflightFinding.Code.class)
  void everyCodeHasWordsAndStandsInTheDocumentation(PreflightFinding.Code code) throws IOException {
    var messages = new Messages(java.util.Locale.ENGLISH, false);
    assertTrue(messages.has("preflight." + code.name()));
    assertTrue(
        Files.readString(Path.of("docs", "print.md")).contains("`" + code.name() + "`"),
        code.name());
  }
}
