package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ocfl.api.OcflRepository;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleLayoutConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTest {
  @TempDir Path temporary;
  private Path archive;

  @BeforeEach
  void fill() throws IOException {
    archive = temporary.resolve("archive");
    Files.createDirectories(temporary.resolve("in"));
    Files.writeString(temporary.resolve("in/a.txt"), "عنوان أول\n\nفقرة أولى من الكلام.");
    Files.writeString(temporary.resolve("in/b.txt"), "عنوان ثان\n\nفقرة ثانية من الكلام.");
    run(archive, "ingest", "--date", "2020-10-23", temporary.resolve("in"));
    run(archive, "edit", "عنوان-أول", "--reason", "خطأ", "--author", "ليلى", "--tag", "=وسم");
  }

  private static Run run(Path archive, Object... words) {
    return Run.of(Stream.concat(Stream.of("--archive", archive), Stream.of(words)).toArray());
  }

  private JsonNode show(Path from) throws IOException {
    Run run = run(from, "--json", "show", "عنوان-أول");
    assertEquals(0, run.code(), run.err());
    return new ObjectMapper().readTree(run.out());
  }

  private void assertComesBack(Path packed) throws IOException {
    Path other = temporary.resolve("other");
    Run unpack = run(other, "unpack", packed);
    assertEquals(0, unpack.code(), unpack.err());
    assertTrue(unpack.err().contains("taken in: 2"), unpack.err());
    assertEquals(show(archive), show(other));
    assertEquals(0, run(other, "verify").code());
    assertTrue(run(other, "unpack", packed).err().contains("taken in: 0; as they were: 2"));
    assertEquals(show(other), show(other));
  }

  @Test
  void bagComesBackWithIdsAndVersions() throws IOException {
    Path bag = temporary.resolve("bag");
    assertEquals(0, run(archive, "pack", "-o", bag).code());
    assertEquals(
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        Files.readString(bag.resolve("bagit.txt")));
    assertComesBack(bag);
    assertEquals(1, run(archive, "pack", "-o", bag).code());
  }

  @Test
  void storageRootIsOneToOcflJavaAndComesBack() throws IOException {
    Path root = temporary.resolve("root");
    assertEquals(0, run(archive, "pack", "-o", root, "--as", "ocfl").code());
    OcflRepository repository =
        new OcflRepositoryBuilder()
            .defaultLayoutConfig(new HashedNTupleLayoutConfig())
            .storage(storage -> storage.fileSystem(root))
            .workDir(Files.createDirectories(temporary.resolve("work")))
            .build();
    String id = "urn:uuid:" + show(archive).path("id").asText();
    assertTrue(repository.containsObject(id));
    assertEquals(2, repository.describeObject(id).getVersionMap().size());
    assertFalse(repository.validateObject(id, true).hasErrors());
    assertComesBack(root);
  }

  @Test
  void damagedBagStaysOut() throws IOException {
    Path bag = temporary.resolve("bag");
    run(archive, "pack", "-o", bag);
    Path file;
    try (Stream<Path> all = Files.walk(bag)) {
      file = all.filter(path -> path.endsWith("article.json")).findFirst().orElseThrow();
    }
    Files.writeString(file, Files.readString(file) + " ");
    Run unpack = run(temporary.resolve("other"), "unpack", bag);
    assertEquals(3, unpack.code(), unpack.err());
    assertTrue(unpack.err().contains("article.json"), unpack.err());
  }

  @Test
  void tableOfRecordsComesBackAsCorrections() throws IOException {
    Path table = temporary.resolve("t.csv");
    assertEquals(0, run(archive, "pack", "--csv", table).code());
    Run same = run(archive, "unpack", "--csv", table, "--reason", "جدول");
    assertTrue(same.err().contains("taken in: 0; as they were: 2; failed: 0"), same.err());
    Files.writeString(
        table,
        Files.readString(table)
            .replace("عنوان أول", "عنوان صحيح")
            .replace("2020-10-23", "2020-10-24"));
    Run run = run(archive, "unpack", "--csv", table, "--reason", "جدول");
    assertEquals(0, run.code(), run.err());
    JsonNode now = show(archive);
    assertEquals("عنوان صحيح", now.path("title").asText());
    assertEquals("2020/10/24/عنوان-أول", now.path("path").asText());
    assertEquals("[\"=وسم\"]", now.path("tags").toString());
    assertEquals(3, now.path("version").asInt());
    assertEquals(2, run(archive, "unpack", "--csv", table).code());
  }

  @Test
  void recordsAreJsonLdAndDublinCore() throws Exception {
    Path jsonLd = temporary.resolve("r.jsonld");
    Path xml = temporary.resolve("r.xml");
    assertEquals(0, run(archive, "pack", "--jsonld", jsonLd, "--dc", xml).code());
    JsonNode records = new ObjectMapper().readTree(jsonLd.toFile());
    assertEquals(2, records.size());
    assertEquals("NewsArticle", records.path(0).path("@type").asText());
    var document =
        javax.xml.parsers.DocumentBuilderFactory.newNSInstance()
            .newDocumentBuilder()
            .parse(xml.toFile());
    assertEquals(
        2,
        document.getElementsByTagNameNS("http://purl.org/dc/elements/1.1/", "title").getLength());
  }

  @Test
  void yearIsDrawnDayByDayAndHijriDaysAreFound() {
    Run calendar = run(archive, "calendar", "2020");
    assertEquals(8 + 1, calendar.outLines().size(), calendar.out());
    assertTrue(calendar.err().contains("items: 2; days with items: 1; the busiest: 2020-10-23"));
    assertTrue(run(archive, "--json", "calendar").out().contains("{\"2020-10-23\":2}"));
    // The sixth of Rabi al-awwal 1442 by Umm al-Qura.
    for (String[] typed :
        new String[][] {
          {"--on", "١٤٤٢-٠٣-٠٦ هـ"}, {"--on", "1442-03", "--calendar", "hijri"}, {"--on", "1442هـ"}
        }) {
      Run found = run(archive, Stream.concat(Stream.of("find"), Stream.of(typed)).toArray());
      assertEquals(2, found.outLines().size(), String.join(" ", typed) + found.err());
    }
    assertEquals("", run(archive, "find", "--on", "1442-03-07", "--calendar", "hijri").out());
    assertEquals(2, run(archive, "find", "--on", "1442-13-07 هـ").code());
  }

  @Test
  void wordWithATildeIsFoundThoughMisspelt() {
    assertEquals("", run(archive, "find", "الكلاب").out());
    assertEquals(2, run(archive, "find", "الكلاب~").outLines().size());
    assertEquals("", run(archive, "find", "الكلاب~", "غائب").out());
  }

  @Test
  void completionKnowsAllCommands() {
    String script = run(archive, "completion").out();
    for (String command : Main.commands()) {
      assertTrue(script.contains(command), command);
    }
  }
}
