package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Articles in each language that the program is made for, all the way to the PDF. */
class LanguagesTest {
  static final Path SAMPLES = Path.of("src/test/resources/org/qirtas/languages");

  @TempDir private Path folder;

  private Path print(String sample) {
    Path pdf = folder.resolve(sample + ".pdf");
    Run run =
        Run.of(
            "typeset",
            SAMPLES.resolve(sample),
            "-o",
            pdf,
            "--galley",
            folder.resolve("galley.jsonl"));
    assertEquals(0, run.code(), run.err());
    return pdf;
  }

  private List<JsonNode> galley() throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (String line : Files.readAllLines(folder.resolve("galley.jsonl"))) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private static void collect(PDStructureNode node, List<String> languages) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (element.getLanguage() != null) {
          languages.add(element.getStructureType() + " " + element.getLanguage());
        }
        collect(element, languages);
      }
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "english.html, L2R, Document en; Span ar",
    "hebrew.html, R2L, Document he; Span ar",
    "urdu.html, R2L, Document ur; Span ar; Span en",
    "english-title-arabic-body.html, R2L, Document ar; Span en; Span en",
    "arabic-title-english-body.html, L2R, Document en; Span ar; Span ar",
    "persian.html, R2L, Document fa",
    "kurdish.html, R2L, Document ckb",
    "uyghur.html, R2L, Document ug"
  })
  void everyChangeOfLanguageIsToldToWhoHearsThePage(
      String sample, String direction, String languages) throws IOException {
    try (PDDocument document = Loader.loadPDF(print(sample).toFile())) {
      var told = new ArrayList<String>();
      collect(document.getDocumentCatalog().getStructureTreeRoot(), told);
      assertEquals(languages, String.join("; ", told));
      assertTrue(languages.startsWith("Document " + document.getDocumentCatalog().getLanguage()));
      assertEquals(
          direction,
          document
              .getDocumentCatalog()
              .getCOSObject()
              .getCOSDictionary(COSName.getPDFName("ViewerPreferences"))
              .getNameAsString("Direction"));
    }
  }

  @Test
  void urduIsSetInNastaliqWithRoomForItsWords() throws IOException {
    print("urdu.html");
    double above = 0;
    int pairs = 0;
    for (JsonNode line : galley()) {
      JsonNode run = line.path("runs").path(0);
      boolean body = Math.abs(run.path("size").asDouble() - 12 * 0.95) < 0.01;
      for (JsonNode part : line.path("runs")) {
        boolean urdu =
            part.path("language").asText().equals("ur")
                && part.path("script").asText().equals("Arab");
        if (urdu) {
          assertEquals("NotoNastaliqUrdu-" + weight(part), part.path("font").asText());
        }
      }
      double y = line.path("y").asDouble();
      // A point's label stands on the line of its words.
      if (body && above > y + 0.01) {
        assertTrue(above - y > 29.9, "leading " + (above - y));
        pairs++;
      }
      above = body ? y : 0;
    }
    assertTrue(pairs > 5);
  }

  private static String weight(JsonNode run) {
    return run.path("font").asText().endsWith("Bold") ? "Bold" : "Regular";
  }

  @Test
  void arabicWordsInAnUrduTextKeepTheFamilyOfArabic() throws IOException {
    print("urdu.html");
    var fonts = new ArrayList<String>();
    for (JsonNode line : galley()) {
      for (JsonNode run : line.path("runs")) {
        if (run.path("language").asText().equals("ar")) {
          fonts.add(run.path("font").asText());
        }
      }
    }
    assertEquals(List.of("Amiri-Regular"), fonts.stream().distinct().toList());
  }

  @Test
  void scriptWithoutAFontIsToldInOneLine() {
    Run run = Run.of("typeset", SAMPLES.resolve("syriac.txt"), "-o", folder.resolve("syriac.pdf"));
    assertEquals(0, run.code());
    assertEquals(
        1,
        run.errLines().stream()
            .filter(line -> line.contains("no font on the shelf sets Syriac"))
            .count(),
        run.err());
  }
}
