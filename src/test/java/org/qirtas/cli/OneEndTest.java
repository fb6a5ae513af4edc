package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.text.Corpus;

/** Each input of an import is told of once, however much or little of it could be read. */
class OneEndTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void containerThatBreaksOffIsToldOfOnce() throws IOException {
    Path tar = Files.write(folder.resolve("cut.tar"), cutWithinItsSecond());
    List<JsonNode> told = told(tar);
    assertEquals(
        List.of("cut.tar!/1.txt stored", "cut.tar quarantined"),
        told.stream().map(this::end).toList());
    JsonNode itself = told.getLast();
    assertEquals(1, itself.required("parts").asInt());
    assertEquals("{\"unreadable\":1}", itself.required("passedOver").toString());
    assertTrue(itself.required("cause").asText().startsWith("source."), itself.toString());
  }

  @Test
  void personReadsOfItInOneLine() throws IOException {
    Path tar = Files.write(folder.resolve("cut.tar"), cutWithinItsSecond());
    Run run = Run.of("--archive", folder.resolve("archive"), "ingest", tar);
    assertEquals(1, run.code());
    List<String> lines =
        Stream.concat(run.outLines().stream(), run.err().lines())
            .filter(line -> line.contains("cut.tar") && !line.contains("!/"))
            .toList();
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.getFirst().endsWith("taken out of it: 1, passed over: 1"), lines::toString);
    Run again = Run.of("--archive", folder.resolve("archive"), "ingest", "--resume", tar);
    assertEquals("", again.err());
  }

  @Test
  void allThatIsLeftInAContainerThatIsGivenUpIsCounted() throws IOException {
    var whole = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(whole)) {
      for (int i = 1; i <= 150; i++) {
        zip.putNextEntry(new ZipEntry(i + ".txt"));
        zip.write("كلام".getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] bytes = whole.toByteArray();
    for (int at = 0; at < bytes.length - 8; at++) {
      if (bytes[at] == 'P' && bytes[at + 1] == 'K') {
        // The flag that says that a member is encrypted, in its own head and in the list.
        int flags = bytes[at + 2] == 3 ? at + 6 : bytes[at + 2] == 1 ? at + 8 : -1;
        if (flags > 0) {
          bytes[flags] |= 1;
        }
      }
    }
    JsonNode told = told(Files.write(folder.resolve("locked.zip"), bytes)).getLast();
    assertEquals("{\"unreadable\":150}", told.required("passedOver").toString());
    assertEquals("source.encrypted", told.required("cause").asText());
  }

  private static byte[] cutWithinItsSecond() throws IOException {
    var whole = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(whole)) {
      for (int i = 1; i <= 2; i++) {
        byte[] words = ("عنوان " + i + "\n\nفقرة.").repeat(200).getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(i + ".txt");
        entry.setSize(words.length);
        tar.putArchiveEntry(entry);
        tar.write(words);
        tar.closeArchiveEntry();
      }
    }
    byte[] bytes = whole.toByteArray();
    int second = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("2.txt");
    return Arrays.copyOf(bytes, second + 512 + 700);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hostile", "warc"})
  void eachFileOfStrangersIsToldOfOnce(String group) throws IOException {
    Path files = Corpus.file(group);
    Map<String, Integer> times = new TreeMap<>();
    told(files).forEach(line -> times.merge(line.required("input").asText(), 1, Integer::sum));
    var missing = new TreeSet<String>();
    try (Stream<Path> walk = Files.walk(files)) {
      walk.filter(Files::isRegularFile)
          .map(Path::toString)
          .filter(file -> !times.containsKey(file))
          .forEach(missing::add);
    }
    assertEquals(new TreeSet<>(), missing);
    times.values().removeIf(count -> count == 1);
    assertEquals(Map.of(), times);
  }

  private String end(JsonNode line) {
    return folder.relativize(Path.of(line.required("input").asText()))
        + " "
        + line.required("status").asText();
  }

  /** What is told of each input, in order, without the account at the end. */
  private List<JsonNode> told(Path input) throws IOException {
    Run run = Run.of("--archive", folder.resolve("archive"), "ingest", "--json", input);
    var lines = new ArrayList<JsonNode>();
    for (String line : run.outLines()) {
      JsonNode node = JSON.readTree(line);
      if (node.has("input")) {
        lines.add(node);
      }
    }
    return lines;
  }
}
