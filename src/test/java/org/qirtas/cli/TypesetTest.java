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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code typeset}: a document straight to PDF. */
class TypesetTest {
  private static final String WORDS = "في الصباح (يوم الأحد) كتبتُ Hello على الورقة ٣ مرات.";

  @TempDir Path temporary;
  private Path text;
  private Path pdf;

  @BeforeEach
  void write() throws IOException {
    text = Files.writeString(temporary.resolve("نص.txt"), "# عنوان الورقة\n" + WORDS + "\n");
    pdf = temporary.resolve("page.pdf");
  }

  /** The galley's lines, each as the texts of its runs put back into logical order. */
  private List<JsonNode> galley(Path file) throws IOException {
    Path galley = temporary.resolve("galley.jsonl");
    Run run = Run.of("typeset", file, "-o", pdf, "--galley", galley);
    assertEquals(0, run.code(), run.err());
    var lines = new ArrayList<JsonNode>();
    for (String line : Files.readAllLines(galley)) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }

  private static List<String> roles(List<JsonNode> galley) {
    return galley.stream().map(line -> line.path("role").asText()).distinct().toList();
  }

  @Test
  void hashMakesATitleAndEveryOtherLineAParagraph() throws IOException {
    Files.writeString(text, "# عنوان\nسطر أول\nسطر ثانٍ\n");
    List<JsonNode> galley = galley(text);
    assertEquals(3, galley.size());
    assertEquals(2, roles(galley).size(), roles(galley).toString());
    String read = ExportTest.text(pdf);
    assertTrue(
        read.contains("عنوان") && read.contains("سطر أول") && read.contains("سطر ثانٍ"), read);
    assertFalse(read.contains("#"));
  }

  @Test
  void htmlIsReadAsIngestReadsIt() throws IOException {
    Path html =
        Files.writeString(
            temporary.resolve("page.html"),
            "<!doctype html><html lang=ar dir=rtl><meta charset=utf-8><title>عنوان</title>"
                + "<body><article><h1>عنوان</h1><p>"
                + WORDS
                + "</p><p>"
                + WORDS
                + "</p></article></body></html>");
    List<JsonNode> galley = galley(html);
    assertTrue(galley.size() >= 3, galley.toString());
    assertEquals("rtl", galley.getFirst().path("direction").asText());
  }

  @Test
  void docxIsReadAsIngestReadsIt() throws IOException {
    Path docx = temporary.resolve("page.docx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(docx))) {
      part(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Override PartName="/word/document.xml"
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
          </Types>\
          """);
      part(
          zip,
          "_rels/.rels",
          """
          <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="a" Target="word/document.xml"
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
          </Relationships>\
          """);
      part(
          zip,
          "word/document.xml",
          """
          <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
          <w:p><w:pPr><w:bidi/></w:pPr><w:r><w:t>عنوان الوثيقة</w:t></w:r></w:p>
          <w:p><w:pPr><w:bidi/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>
          </w:body></w:document>\
          """
              .formatted(WORDS));
    }
    assertTrue(galley(docx).size() >= 2);
    assertTrue(ExportTest.text(pdf).contains("الورقة"));
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(xml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void galleyHasTheFieldsOfTheContract() throws IOException {
    JsonNode line = galley(text).getLast();
    for (String field : List.of("page", "line", "x", "y", "width", "direction", "runs")) {
      assertTrue(line.has(field), field);
    }
    assertTrue(line.path("runs").size() > 1, "Arabic, Latin and digits are runs of their own");
    for (JsonNode run : line.path("runs")) {
      for (String field :
          List.of("text", "language", "script", "level", "font", "size", "glyphs")) {
        assertTrue(run.has(field), field);
      }
      for (JsonNode glyph : run.path("glyphs")) {
        for (String field : List.of("gid", "cluster", "advance", "dx", "dy", "kashida")) {
          assertTrue(glyph.path(field).isNumber(), field);
        }
        int cluster = glyph.path("cluster").asInt();
        assertTrue(cluster >= 0 && cluster < run.path("text").asText().length());
        assertTrue(glyph.path("gid").asInt() > 0, "a missing glyph");
      }
    }
  }

  @Test
  void galleyLeavesNoLetterOut() throws IOException {
    var letters = new StringBuilder();
    for (JsonNode run : galley(text).getLast().path("runs")) {
      letters.append(run.path("text").asText());
    }
    assertEquals(sorted(WORDS), sorted(letters.toString()));
  }

  private static String sorted(String text) {
    return text.chars()
        .filter(unit -> unit != ' ')
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void lineLiesWithinThePage() throws IOException {
    for (JsonNode line : galley(text)) {
      assertEquals(1, line.path("page").asInt());
      assertTrue(line.path("x").asDouble() > 0 && line.path("y").asDouble() > 0);
      assertTrue(line.path("x").asDouble() + line.path("width").asDouble() < 595.3);
    }
  }

  @Test
  void dashIsStdoutAndGivesTheSameBytes() throws IOException {
    Run stream = Run.of("typeset", text, "-o", "-", "--quiet");
    assertEquals(0, stream.code(), stream.err());
    assertTrue(stream.out().startsWith("%PDF-"));
    assertFalse(Files.exists(Path.of("-")));
    assertEquals(0, Run.of("typeset", text, "-o", pdf).code());
    // What cannot be decoded is lost alike on both sides.
    assertEquals(
        new String(Files.readAllBytes(pdf), StandardCharsets.UTF_8), stream.out(), "not the same");
  }

  @Test
  void documentIsNeverOverwritten() throws IOException {
    String before = Files.readString(text);
    Run run = Run.of("typeset", text, "-o", text);
    assertEquals(2, run.code());
    assertEquals(1, run.errLines().size(), run.err());
    assertEquals(before, Files.readString(text));
  }

  @Test
  void missingDocumentIsOneLine() {
    Run run = Run.of("typeset", temporary.resolve("none.txt"), "-o", pdf);
    assertEquals(1, run.code());
    assertEquals(1, run.errLines().size(), run.err());
    assertFalse(Files.exists(pdf));
  }

  @Test
  void unwritableOutputIsOneLineAndLeavesNothing() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "x");
    for (List<Object> outputs :
        List.<List<Object>>of(
            List.of("-o", file.resolve("page.pdf")),
            List.of("-o", pdf, "--galley", file.resolve("galley.jsonl")))) {
      var arguments = new ArrayList<Object>(List.of("typeset", text));
      arguments.addAll(outputs);
      Run run = Run.of(arguments.toArray());
      assertEquals(1, run.code());
      assertEquals(1, run.errLines().size(), run.err());
    }
    assertFalse(Files.exists(pdf));
    assertEquals("x", Files.readString(file));
  }

  @Test
  void missingOutputAndUnknownProfileAreWrongUsage() {
    assertEquals(2, Run.of("typeset", text).code());
    Run run = Run.of("typeset", text, "-o", pdf, "--profile", "nonsense");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("article-a4"), run.err());
  }

  @Test
  void emptyDocumentIsRefusedInOneLine() throws IOException {
    Run run = Run.of("typeset", Files.writeString(text, ""), "-o", pdf);
    assertEquals(1, run.code());
    assertEquals(1, run.errLines().size(), run.err());
  }

  @Test
  void characterThatNoFontHasIsNamedOnceWithItsPlace() throws Exception {
    Files.writeString(text, "كلمة \u4E2D ثم \u4E2D\n");
    Run run = Run.of("typeset", text, "-o", pdf);
    assertEquals(0, run.code());
    assertEquals(1, run.errLines().stream().filter(line -> line.contains("U+4E2D")).count());
    assertTrue(run.err().contains("character 6 of its paragraph"), run.err());
  }

  @Test
  void galleysGlyphsSpacesAndKashidasAreAsWideAsTheirLine() throws IOException {
    Files.writeString(text, "وصل المسافرون إلى المحطة القديمة في المساء ثم غادروها. ".repeat(30));
    int lengthened = 0;
    for (JsonNode line : galley(text)) {
      double width = 0;
      for (JsonNode run : line.path("runs")) {
        String words = run.path("text").asText();
        for (JsonNode glyph : run.path("glyphs")) {
          width += glyph.path("advance").asInt() * run.path("size").asDouble() / 1000;
          if (words.charAt(glyph.path("cluster").asInt()) == ' ') {
            width += run.path("spaceStretch").asDouble();
          }
          double kashida = glyph.path("kashida").asDouble();
          lengthened += kashida > 0 ? 1 : 0;
          width += kashida;
        }
      }
      assertEquals(line.path("width").asDouble(), width, 0.01, line.toString());
    }
    assertTrue(lengthened > 0);
    assertFalse(ExportTest.text(pdf).contains("\u0640"));
  }
}
