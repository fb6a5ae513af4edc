package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.profile.PrintProfile;
import org.qirtas.profile.Profiles;

class ListProfilesTest {
  @TempDir Path folder;

  @Test
  void everyShippedProfileHasALineInTheReadersLanguage() {
    Run english = Run.of("profiles");
    assertEquals(0, english.code());
    assertEquals(Profiles.shipped().size(), english.outLines().size());
    for (String name : Profiles.shipped()) {
      assertTrue(english.out().contains(name), name);
    }
    assertTrue(english.out().contains("Amiri 12/20"));
    assertTrue(english.err().contains("docs/profiles.md"));
    assertTrue(Run.of("profiles", "--lang", "ar").out().contains("كتاب"));
    assertEquals("", Run.of("profiles", "--quiet").err());
  }

  @Test
  void jsonIsOneDocumentWithAllProfiles() throws IOException {
    JsonNode list = new ObjectMapper().readTree(Run.of("profiles", "--json").out());
    JsonNode newspaper = list.get("profiles").get(1);
    assertEquals("newspaper", newspaper.get("name").asText());
    assertEquals(4, newspaper.get("columns").asInt());
    assertEquals(297, newspaper.get("page").get("width").asInt());
    assertEquals(9.5, newspaper.get("type").get("size").asDouble());
    assertTrue(newspaper.get("description").get("ar").asText().contains("جريدة"));
  }

  @Test
  void whatIsShownIsAProfileThatIsEqual() throws IOException {
    Run run = Run.of("profiles", "--show", "magazine");
    assertEquals(0, run.code());
    Path file = Files.writeString(folder.resolve("mine.yaml"), run.out());
    assertEquals(Profiles.shipped("magazine"), Profiles.read(file.toString(), List.of()));
    assertEquals(run.out(), Run.of("profiles", "--show", file).out());
  }

  @Test
  void shownAsJsonItSaysTheSame() throws IOException {
    Run run = Run.of("profiles", "--show", "book-a5", "--json");
    JsonNode shown = new ObjectMapper().readTree(run.out());
    assertEquals("19 pt", shown.get("styles").get("body").get("leading").asText());
    assertTrue(shown.get("page").get("margins").get("mirrored").asBoolean());
    // YAML takes JSON as it is.
    Path file = Files.writeString(folder.resolve("json.yaml"), run.out());
    assertEquals(Profiles.shipped("book-a5"), Profiles.read(file.toString(), List.of()));
  }

  @Test
  void wrongProfileIsWrongUsageToldInBothLanguages() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "page:\n  margns: {}\n");
    Run english = Run.of("profiles", "--show", file);
    assertEquals(2, english.code());
    assertEquals("", english.out());
    assertEquals(
        "qirtas: " + file + ", line 2: there is no key page.margns: did you mean page.margins?",
        english.err().strip());
    Run arabic = Run.of("--lang", "ar", "profiles", "--show", file);
    assertTrue(arabic.err().contains("السطر 2: لا يوجد مفتاح باسم page.margns"), arabic.err());
  }

  @Test
  void ownProfileIsPrintedBy() throws IOException {
    Path profile =
        Files.writeString(folder.resolve("mine.yaml"), "page: {size: A5}\nextend: article-a4\n");
    Path text = Files.writeString(folder.resolve("a.txt"), "# عنوان\nنص قصير.\n");
    Path pdf = folder.resolve("a.pdf");
    Run run = Run.of("typeset", text, "-o", pdf, "--profile", profile);
    assertEquals(0, run.code(), run.err());
    try (var document = org.apache.pdfbox.Loader.loadPDF(pdf.toFile())) {
      assertEquals(419.5, document.getPage(0).getMediaBox().getWidth(), 0.1);
    }
  }

  @Test
  void fontThatIsNotThereIsToldBeforeAnythingIsPrinted() throws IOException {
    Path profile =
        Files.writeString(folder.resolve("mine.yaml"), "fonts: {text: {family: Amirri}}\n");
    Path text = Files.writeString(folder.resolve("a.txt"), "نص\n");
    Path pdf = folder.resolve("a.pdf");
    Run run = Run.of("typeset", text, "-o", pdf, "--profile", profile);
    assertEquals(2, run.code());
    assertTrue(run.err().contains("did you mean Amiri?"), run.err());
    assertFalse(Files.exists(pdf));
  }

  /** So that no key can be added without a word on what it does. */
  @Test
  void everyKeyIsInTheDocumentation() throws IOException {
    String docs = Files.readString(Path.of("docs/profiles.md"));
    var keys = new ArrayList<String>();
    collect(Profiles.values(PrintProfile.articleA4()), keys);
    for (String key : keys) {
      assertTrue(Pattern.compile("[`.]" + Pattern.quote(key) + "[`.]").matcher(docs).find(), key);
    }
  }

  private static void collect(Map<?, ?> section, List<String> keys) {
    section.forEach((key, value) -> {
      boolean chosenByWriters = List.of("scripts", "languages", "fits").contains(key);
      keys.add(String.valueOf(key));
      if (value instanceof Map<?, ?> inner && !chosenByWriters) {
        collect(inner, keys);
      }
    });
  }

  @Test
  void exampleOfTheDocumentationIsAProfile() throws IOException {
    Matcher example =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs/profiles.md")));
    assertTrue(example.find());
    Path file = Files.writeString(folder.resolve("my.yaml"), example.group(1));
    Run run = Run.of("profiles", "--show", file);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("Scheherazade New"));
  }
}
