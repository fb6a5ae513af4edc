package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListFontsTest {
  @Test
  void everyFamilyTellsItsFacesScriptsAndLicence() {
    Run run = Run.of("fonts");
    assertEquals(0, run.code());
    String amiri =
        run.out().lines().filter(line -> line.contains("Amiri\u2069")).findFirst().orElseThrow();
    assertTrue(amiri.contains("regular, italic, bold, bold italic"), amiri);
    assertTrue(amiri.matches(".*Arab \\d+, Latn \\d+.*SIL OFL 1\\.1.*"), amiri);
    assertTrue(run.out().lines().anyMatch(line -> line.matches(".*Hebrew.*Hebr \\d+.*")));
  }

  @Test
  void jsonHasTheWholeLicence() throws IOException {
    JsonNode family =
        new ObjectMapper().readTree(Run.of("fonts", "--json").out()).get("families").get(0);
    assertEquals("Amiri", family.get("family").asText());
    assertEquals("Amiri-Regular", family.get("faces").get(0).get("name").asText());
    assertTrue(family.get("scripts").get("Arab").asInt() > 500);
    assertTrue(family.get("licence").asText().contains("Open Font License"));
  }

  @Test
  void eachCharacterIsToldOnceWithTheFamilyThatSetsIt() {
    Run run = Run.of("fonts", "--coverage", "سلام ס س");
    assertEquals(0, run.code(), run.err());
    assertEquals(5, run.outLines().size(), run.out());
    assertTrue(run.outLines().getFirst().contains("ARABIC LETTER SEEN"));
    assertTrue(run.outLines().getLast().contains("Noto Serif Hebrew"));
    assertTrue(run.err().contains("characters: 5, missing: 0"));
  }

  @Test
  void familiesOfTheProfileComeFirst() {
    assertTrue(Run.of("fonts", "--coverage", "س").out().contains("also Amiri Quran"));
    String large = Run.of("fonts", "--coverage", "س", "--profile", "large-print").out();
    assertTrue(large.matches("(?s).*Noto Naskh Arabic\u2069 +\u2068also Amiri,.*"), large);
  }

  @Test
  void textIsTakenForTheLanguageThatItsLettersTell() {
    String urdu = Run.of("fonts", "--coverage", "یہ کتاب ہے", "--json").out();
    assertTrue(urdu.contains("\"families\":[\"Noto Nastaliq Urdu\""), urdu);
    String arabic = Run.of("fonts", "--coverage", "هذا كتاب", "--json").out();
    assertTrue(arabic.contains("\"families\":[\"Amiri\""), arabic);
  }

  @Test
  void columnsThatAScreenHasNoRoomForAreCut() {
    Run run = Run.onScreen("fonts");
    run.outLines().forEach(line -> assertTrue(Cell.width(line) <= 80, line));
    run = Run.onScreen("fonts", "--coverage", "س");
    run.outLines().forEach(line -> assertTrue(Cell.width(line) <= 80, line));
  }

  @Test
  void missingCharacterIsNamedAndMakesTheRunFail() throws IOException {
    Run run = Run.of("fonts", "--coverage", "ا漢\u0085", "--json");
    assertEquals(1, run.code());
    JsonNode node = new ObjectMapper().readTree(run.out());
    assertEquals("U+6F22", node.get("missing").get(0).asText());
    assertEquals(2, node.get("characters").size());
    assertTrue(Run.of("fonts", "--coverage", "漢").out().contains("MISSING"));
  }

  @Test
  void textComesFromTheStreamToo() {
    Run run = Run.with("قرطاس", false, Map.of("LANG", "C.UTF-8"), "fonts", "--coverage", "-");
    assertEquals(0, run.code());
    assertEquals(5, run.outLines().size());
    assertFalse(run.out().contains("MISSING"));
  }
}
