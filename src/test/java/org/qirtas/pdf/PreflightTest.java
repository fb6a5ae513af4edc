package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qirtas.pdf.PreflightFinding.Code;

/** Each rule is broken once, in a file that is otherwise good. */
class PreflightTest {
  @TempDir static Path folder;

  @ParameterizedTest
  @MethodSource("goodEditions")
  void goodEditionHasNoErrors(String name, Edition edition) {
    Path pdf = Proof.of(Specimens.named(name), edition, folder).pdf();
    assertEquals(
        List.of(), Preflight.of(pdf, edition).stream().filter(PreflightFinding::isError).toList());
  }

  static Stream<Arguments> goodEditions() {
    return Specimens.all().keySet().stream()
        .flatMap(name -> Stream.of(Edition.values()).map(edition -> Arguments.of(name, edition)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void brokenRuleIsFoundByItsCode(String name, BrokenFiles.Broken broken) throws IOException {
    assertTrue(name.startsWith(broken.code().name()));
    Path good = Proof.of("نص (أول) text", broken.edition(), folder).pdf();
    assertEquals(List.of(), Preflight.of(good, broken.edition()));
    Path bad = folder.resolve(name + ".pdf");
    try (PDDocument document = Loader.loadPDF(good.toFile())) {
      broken.fault().into(document);
      document.save(bad.toFile(), CompressParameters.NO_COMPRESSION);
    }
    assertTrue(
        codes(bad, broken.edition()).contains(broken.code()),
        () -> Preflight.of(bad, broken.edition()).toString());
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void everyCodeHasAFileThatBreaksIt(Code code) {
    // These are broken on their own below.
    Set<Code> elsewhere =
        EnumSet.of(
            Code.UNREADABLE,
            Code.ID_MISSING,
            Code.IMAGE_BELOW_200_DPI,
            Code.CLAIM_BROKEN,
            Code.CLAIM_NOT_EXAMINED);
    assertTrue(
        elsewhere.contains(code)
            || BrokenFiles.all().values().stream().anyMatch(b -> b.code() == code));
  }

  @Test
  void fileThatIsNoPdfIsUnreadable() throws IOException {
    Path none = Files.writeString(folder.resolve("none.pdf"), "no PDF at all");
    assertEquals(Set.of(Code.UNREADABLE), codes(none, Edition.PRINT));
  }

  @Test
  void identifiersThatAreNotThereAreMissed() throws IOException {
    // PDFBox always writes them, so they are taken out of the bytes.
    Path good = Proof.of("نص", Edition.PRINT, folder).pdf();
    byte[] bytes;
    try (PDDocument document = Loader.loadPDF(good.toFile())) {
      Path plain = folder.resolve("plain.pdf");
      document.save(plain.toFile(), CompressParameters.NO_COMPRESSION);
      bytes = Files.readAllBytes(plain);
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.lastIndexOf("/ID [");
    assertTrue(at > 0);
    Path bad = folder.resolve("ID_MISSING.pdf");
    Files.write(
        bad,
        (text.substring(0, at) + "/XX [" + text.substring(at + 5))
            .getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(Set.of(Code.ID_MISSING), codes(bad, Edition.PRINT));
  }

  @Test
  void coarsePictureIsAWarningOnly() {
    Path pdf = Proof.of(Specimens.figures(), Edition.PRINT, folder).pdf();
    List<PreflightFinding> findings = Preflight.of(pdf, Edition.PRINT);
    assertTrue(findings.stream().anyMatch(f -> f.code() == Code.IMAGE_BELOW_200_DPI));
    assertFalse(findings.stream().anyMatch(PreflightFinding::isError));
  }

  @Test
  void foreignFileIsHeldToWhatItClaimsAndNoMore() throws IOException {
    Path good = Proof.of("نص", Edition.PRINT, folder).pdf();
    Preflight.Report kept = Preflight.foreign(good, Edition.PRINT);
    assertEquals(List.of("PDF/A-3a", "PDF/UA-1", "PDF/X-4"), kept.claims());
    assertEquals(List.of(), kept.findings());
    Path broken = folder.resolve("claims.pdf");
    try (PDDocument document = Loader.loadPDF(good.toFile())) {
      Surgery.root(document).removeItem(COSName.LANG);
      document.save(broken.toFile());
    }
    assertEquals(
        List.of("PDF/A-3a: LANG_MISSING", "PDF/UA-1: LANG_MISSING"),
        Preflight.foreign(broken, Edition.PRINT).findings().stream()
            .filter(finding -> finding.code() == Code.CLAIM_BROKEN)
            .map(PreflightFinding::detail)
            .toList());
    Path silent = folder.resolve("silent.pdf");
    try (PDDocument document = Loader.loadPDF(broken.toFile())) {
      Surgery.root(document).removeItem(COSName.METADATA);
      document
          .getDocumentInformation()
          .getCOSObject()
          .setString(COSName.getPDFName("GTS_PDFXVersion"), "PDF/X-3:2002");
      document.save(silent.toFile());
    }
    Preflight.Report report = Preflight.foreign(silent, Edition.PRINT);
    assertEquals(List.of("PDF/X-3:2002"), report.claims());
    assertEquals(
        List.of(Code.CLAIM_NOT_EXAMINED),
        report.findings().stream().map(PreflightFinding::code).toList());
  }

  @Test
  void findingsOfARuleAreBounded() {
    var findings = new Preflight.Findings(Rules.ofOurs(Edition.PRINT));
    for (int page = 1; page <= 100_000; page++) {
      findings.add(Code.HAIRLINE, page, "x".repeat(1000));
    }
    List<PreflightFinding> all = findings.finished();
    assertEquals(501, all.size());
    assertEquals("+ 99500", all.getFirst().detail());
    assertTrue(all.getLast().detail().length() < 210);
  }

  private static Set<Code> codes(Path pdf, Edition edition) {
    return Preflight.of(pdf, edition).stream()
        .map(PreflightFinding::code)
        .collect(Collectors.toSet());
  }

  static Stream<Arguments> broken() {
    return BrokenFiles.all().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }
}
