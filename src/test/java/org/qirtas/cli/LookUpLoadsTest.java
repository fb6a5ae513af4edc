package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Shelf;

class LookUpLoadsTest {
  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(
      strings = {"find --on 2020-10-23", "find الأمن", "find --json", "show عنوان", "reindex"})
  void neitherTikaNorHarfBuzzNorPdfBox(String line) throws Exception {
    Path archive = temporary.resolve("archive");
    try (ArchiveWriter writer = Archive.create(archive, Shelf.CLOCK).writer()) {
      writer.store(Shelf.reading(temporary, Shelf.article("عنوان", "الأمن").finish()));
    }
    List<String> classes = loadedBy(archive, line);
    assertTrue(classes.stream().anyMatch(name -> name.startsWith("org.apache.lucene.")));
    assertEquals(
        List.of(),
        classes.stream()
            .filter(name ->
                name.matches(
                    "(org\\.apache\\.(tika|pdfbox|fontbox|xmpbox)|org\\.jsoup|org\\.lwjgl|com\\.ibm\\.icu)\\..*"))
            .toList());
    if (line.startsWith("find") && !line.contains("json")) {
      assertTrue(classes.stream().noneMatch(name -> name.startsWith("com.fasterxml.")));
    }
  }

  private static List<String> loadedBy(Path archive, String line) throws Exception {
    // The first run rebuilds the catalog, which the second then only reads.
    run(archive, List.of("find"));
    return run(archive, List.of(line.split(" ", -1)));
  }

  private static List<String> run(Path archive, List<String> words) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout:none",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.qirtas.cli.Main",
                "--archive",
                archive.toString()));
    command.addAll(words);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    return output
        .lines()
        .filter(loaded -> loaded.contains(" source: "))
        .map(loaded -> loaded.substring(0, loaded.indexOf(" source: ")).strip())
        .toList();
  }
}
