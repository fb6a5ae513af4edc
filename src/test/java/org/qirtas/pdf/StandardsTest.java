package org.qirtas.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qirtas.article.Article;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** veraPDF's verdict on both editions of every specimen. */
class StandardsTest {
  @TempDir Path folder;

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  static void assertStandard(Path pdf) throws Exception {
    assertEquals(Map.of(), broken(pdf, PDFAFlavour.PDFA_3_A));
    assertEquals(Map.of(), broken(pdf, PDFAFlavour.PDFUA_1));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("editions")
  void editionIsArchivalAndAccessible(String name, Edition edition) throws Exception {
    Article article = Specimens.named(name);
    Path pdf = Proof.of(article, edition, folder).pdf();
    assertEquals(Map.of(), broken(pdf, PDFAFlavour.PDFA_3_A));
    assertEquals(Map.of(), broken(pdf, PDFAFlavour.PDFUA_1));
  }

  @ParameterizedTest
  @EnumSource
  void kashidasAreArchivalAndAccessible(Edition edition) throws Exception {
    Path pdf = KashidaTest.stretched("Amiri", 0.35, edition, folder).pdf();
    assertEquals(Map.of(), broken(pdf, PDFAFlavour.PDFA_3_A));
    assertEquals(Map.of(), broken(pdf, PDFAFlavour.PDFUA_1));
  }

  @Test
  void attachedOriginalIsAllowedByPdfA3() throws Exception {
    Path original = Files.writeString(folder.resolve("الأصل.txt"), "النص كما ورد");
    Path pdf =
        Proof.of(
                Specimens.blocks(),
                Edition.SCREEN,
                folder,
                List.of(new Attachment("الأصل.txt", "text/plain", original)))
            .pdf();
    assertEquals(Map.of(), broken(pdf, PDFAFlavour.PDFA_3_A));
    assertEquals(Map.of(), broken(pdf, PDFAFlavour.PDFUA_1));
  }

  static Stream<Arguments> editions() {
    return Specimens.all().keySet().stream()
        .flatMap(name -> Stream.of(Edition.values()).map(edition -> Arguments.of(name, edition)));
  }

  /** The broken rules, by clause and test, and how often. */
  private static Map<String, Integer> broken(Path pdf, PDFAFlavour flavour) throws Exception {
    try (var parser = Foundries.defaultInstance().createParser(pdf.toFile(), flavour);
        var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      var broken = new TreeMap<String, Integer>();
      validator
          .validate(parser)
          .getFailedChecks()
          .forEach(
              (rule, times) -> broken.put(rule.getClause() + "-" + rule.getTestNumber(), times));
      return broken;
    }
  }
}
