package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * veraPDF's verdict, and our own check's, on both editions of every sample that ships, and of one
 * in each language.
 */
class SamplesStandardsTest {
  @TempDir Path folder;

  @BeforeAll
  static void startVeraPdf() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  static Stream<Arguments> editions() throws IOException {
    try (Stream<Path> shipped = Files.list(Path.of("src/main/samples"));
        Stream<Path> languages = Files.list(LanguagesTest.SAMPLES)) {
      // What no font on the shelf sets cannot be accessible: boxes say nothing.
      return Stream.concat(shipped, languages)
          .filter(file -> !file.endsWith("syriac.txt"))
          .sorted()
          .toList()
          .stream()
          .flatMap(
              sample -> Stream.of("screen", "print").map(edition -> Arguments.of(sample, edition)));
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("editions")
  void sampleIsArchivalAccessibleAndReadsBack(Path sample, String edition) throws Exception {
    Path pdf = folder.resolve("sample.pdf");
    Run run = Run.of("typeset", sample, "--edition", edition, "--check", "-o", pdf);
    assertEquals(0, run.code(), () -> run.out() + run.err());
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
      try (var parser = Foundries.defaultInstance().createParser(pdf.toFile(), flavour);
          var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        var broken = new TreeMap<String, Integer>();
        validator
            .validate(parser)
            .getFailedChecks()
            .forEach((rule, times) -> broken.put(rule.toString(), times));
        assertEquals(Map.of(), broken);
      }
    }
  }
}
