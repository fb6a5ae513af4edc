package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.source.HostileFiles;

/** What a file that never ends costs an import, and what an import's end costs its processes. */
class IsolationTest {
  @TempDir Path temporary;

  private Path archive() {
    return temporary.resolve("archive");
  }

  private Run run(Object... words) {
    return Run.of(Stream.concat(Stream.of("--archive", archive()), Stream.of(words)).toArray());
  }

  @Test
  void whatNeverEndsIsKeptWithItsCauseAndTriedAgainWhereAskedFor() throws IOException {
    Path endless = HostileFiles.endless(temporary.resolve("endless.pdf"));
    Run first = run("ingest", "--jobs", 1, "--time-limit", 1, endless);
    assertEquals(1, first.code(), first.err());
    assertTrue(first.err().contains("endless.pdf: took longer than 1 s"), first.err());
    assertTrue(first.err().contains("the original is kept"), first.err());
    List<Path> kept;
    try (Stream<Path> files = Files.walk(archive().resolve("undated"))) {
      kept = files.filter(file -> file.endsWith("endless.pdf")).toList();
    }
    assertEquals(1, kept.size(), kept.toString());
    assertArrayEquals(Files.readAllBytes(endless), Files.readAllBytes(kept.getFirst()));
    assertEquals(0, run("verify").code());
    Run others = run("ingest", "--retry", "memory", endless);
    assertTrue(
        others.out().matches("(?s).*Unchanged since an import before +1\\R.*"), others.out());
  }

  @Test
  void noProcessOutlivesAnImportThatIsKilled() throws Exception {
    Path endless = HostileFiles.endless(temporary.resolve("endless.pdf"));
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--archive=" + archive(),
                "ingest",
                "--jobs=2",
                endless.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<ProcessHandle> children = List.of();
    while (children.size() < 2 && parent.isAlive()) {
      children = parent.children().toList();
      Thread.onSpinWait();
    }
    assertEquals(2, children.size());
    parent.destroyForcibly().waitFor();
    for (ProcessHandle child : children) {
      child.onExit().get(1, TimeUnit.MINUTES);
    }
    Path good = Files.writeString(temporary.resolve("a.txt"), "عنوان\n\nفقرة من الكلام.");
    assertEquals(0, run("ingest", "--jobs", 1, good).code());
    assertTrue(Files.notExists(archive().resolve(".qirtas/reading")));
  }
}
