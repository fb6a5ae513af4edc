package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReadBackTest {
  @TempDir Path folder;

  private static List<ReadBackFinding> errors(List<ReadBackFinding> findings) {
    return findings.stream().filter(ReadBackFinding::isError).toList();
  }

  private static Set<ReadBackFinding.Code> codes(List<ReadBackFinding> findings) {
    return errors(findings).stream().map(ReadBackFinding::code).collect(Collectors.toSet());
  }

  static Stream<String> names() {
    return Specimens.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everySpecimenReadsBackAsItWasWritten(String name) {
    for (Edition edition : Edition.values()) {
      assertEquals(List.of(), errors(Proof.of(Specimens.named(name), edition, folder).readBack()));
    }
  }

  @ParameterizedTest
  @CsvSource({"كتب الولد درسه, كتب الولد درسة", "(قوس), (قوس(", "أب, بأ", "رقم ١٢, رقم ٢١"})
  void oneWrongCharacterIsFound(String expected, String printed) {
    Path other = Proof.of(printed, Edition.SCREEN, folder).pdf();
    assertTrue(
        codes(Proof.of(expected, Edition.SCREEN, folder).readBack(other))
            .contains(ReadBackFinding.Code.TEXT_DIFFERS));
  }

  @Test
  void oneMissingCharacterIsFound() {
    Path other = Proof.of("قاف", Edition.SCREEN, folder).pdf();
    assertTrue(
        codes(Proof.of("قافا", Edition.SCREEN, folder).readBack(other))
            .contains(ReadBackFinding.Code.TEXT_DIFFERS));
  }

  @Test
  void firstDifferenceIsShown() {
    Path other = Proof.of("درسة", Edition.SCREEN, folder).pdf();
    String detail =
        errors(Proof.of("درسه", Edition.SCREEN, folder).readBack(other)).getFirst().detail();
    assertTrue(detail.contains("U+0647") && detail.contains("U+0629"), detail);
  }

  @Test
  void wordThatIsOnNoPageIsFound() {
    Proof proof = Proof.of("كلمتان اثنتان", Edition.SCREEN, folder);
    var reading = new ReadBack();
    reading.expect(Specimens.plain("كلمتان اثنتان وثالثة"));
    proof.pages().forEach(reading::expect);
    assertEquals(Set.of(ReadBackFinding.Code.TEXT_LOST), codes(reading.compare(proof.pdf())));
  }

  @Test
  void tatweelThatNobodyWroteIsFound() {
    Path other = Proof.of("كتـــاب", Edition.SCREEN, folder).pdf();
    assertTrue(
        codes(Proof.of("كتاب", Edition.SCREEN, folder).readBack(other))
            .contains(ReadBackFinding.Code.KASHIDA_ADDED));
  }

  @Test
  void presentationFormThatNobodyWroteIsFound() {
    Path other = Proof.of("\uFE9B\uFE98\uFE8E\uFE8F", Edition.SCREEN, folder).pdf();
    assertTrue(
        codes(Proof.of("كتاب", Edition.SCREEN, folder).readBack(other))
            .contains(ReadBackFinding.Code.PRESENTATION_FORM));
  }

  @Test
  void missingPageIsFound() throws Exception {
    Proof proof = Proof.of(Specimens.manyPages(), Edition.SCREEN, folder);
    Path shorter = folder.resolve("shorter.pdf");
    try (PDDocument document = Loader.loadPDF(proof.pdf().toFile())) {
      document.removePage(1);
      document.save(shorter.toFile());
    }
    assertTrue(codes(proof.readBack(shorter)).contains(ReadBackFinding.Code.PAGES_DIFFER));
  }

  @Test
  void wrongWidthsMoveRunsAndAreFound() throws Exception {
    Proof proof = Proof.of("عربي Latin عربي Latin عربي", Edition.SCREEN, folder);
    Path moved = folder.resolve("moved.pdf");
    try (PDDocument document = Loader.loadPDF(proof.pdf().toFile())) {
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        var descendant =
            document
                .getPage(0)
                .getResources()
                .getFont(name)
                .getCOSObject()
                .getCOSArray(COSName.DESCENDANT_FONTS)
                .getObject(0);
        ((org.apache.pdfbox.cos.COSDictionary) descendant).removeItem(COSName.W);
      }
      document.save(moved.toFile());
    }
    assertTrue(codes(proof.readBack(moved)).contains(ReadBackFinding.Code.PLACE_DIFFERS));
  }

  @Test
  void pageNumberIsNoText() {
    // PDFBox's reading would have a digit too many.
    ReadBackFinding rate =
        Proof.of("كلمة", Edition.SCREEN, folder).readBack().stream()
            .filter(finding -> finding.code() == ReadBackFinding.Code.READER_RATE)
            .findFirst()
            .orElseThrow();
    assertEquals("0.00 %", rate.detail());
  }

  @Test
  void anotherTextIsNoMatterOfOrder() {
    Path other = Proof.of("completely other words", Edition.SCREEN, folder).pdf();
    assertTrue(
        codes(Proof.of("نص عربي طويل بعض الشيء", Edition.SCREEN, folder).readBack(other))
            .contains(ReadBackFinding.Code.READER_FAILS));
  }

  @Test
  void fileThatIsNoPdfIsUnreadable() throws Exception {
    Path none = Files.writeString(folder.resolve("none.pdf"), "no PDF");
    assertTrue(
        codes(Proof.of("نص", Edition.SCREEN, folder).readBack(none))
            .contains(ReadBackFinding.Code.UNREADABLE));
  }
}
