package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two imports, twenty look-ups and an export at once. */
class TogetherTest {
  private static final int FILES = 60;
  private static final int BEFORE = 20;

  @TempDir Path temporary;

  private Path inbox(String name, int files) throws IOException {
    Path inbox = Files.createDirectories(temporary.resolve(name));
    for (int i = 0; i < files; i++) {
      Files.writeString(
          inbox.resolve("%05d.txt".formatted(i)),
          "عنوان " + name + " " + i + "\n\nفقرة من الكلام رقم " + i + ".");
    }
    return inbox;
  }

  @Test
  void onlyTheSecondWriterIsRefusedAndLookUpsSeeOneCommit() throws Exception {
    Path archive = temporary.resolve("archive");
    assertEquals(
        0, Run.of("--archive", archive, "--quiet", "ingest", inbox("first", BEFORE)).code());
    Path one = inbox("one", FILES);
    Path two = inbox("two", FILES);
    var imports = new ArrayList<Future<Run>>();
    var others = new ArrayList<Future<Run>>();
    try (ExecutorService threads = Executors.newFixedThreadPool(23)) {
      for (Path inbox : List.of(one, two)) {
        imports.add(threads.submit(run("--archive", archive, "--quiet", "ingest", inbox)));
      }
      for (int i = 0; i < 20; i++) {
        others.add(threads.submit(run("--archive", archive, "find", "--csv", "الكلام")));
      }
      others.add(
          threads.submit(run("--archive", archive, "find", "--json", "--limit", "50", "الكلام")));
    }
    var codes = new TreeSet<Integer>();
    for (Future<Run> each : imports) {
      codes.add(each.get().code());
      assertTrue(
          each.get().err().isEmpty() || each.get().err().contains("another process writes"),
          each.get().err());
    }
    assertTrue(codes.contains(0) && List.of(0, 4).containsAll(codes), codes::toString);
    for (Future<Run> each : others) {
      assertEquals(0, each.get().code(), each.get().err());
      assertEquals("", each.get().err());
    }
    for (Future<Run> each : others.subList(0, 20)) {
      assertOneCommit(each.get().outLines());
    }
    assertEquals(0, Run.of("--archive", archive, "verify").code());
  }

  private static Callable<Run> run(Object... words) {
    return () -> Run.of(words);
  }

  /** Files come in by name: with one of a batch, all before it must be there. */
  private static void assertOneCommit(List<String> lines) {
    assertTrue(lines.size() > BEFORE, lines::toString);
    for (String name : List.of("one", "two")) {
      List<Integer> numbers =
          lines.stream()
              .filter(line -> line.contains("عنوان " + name + " "))
              .map(line -> Integer.parseInt(line.replaceFirst("(?s).*عنوان \\w+ (\\d+).*", "$1")))
              .sorted()
              .toList();
      for (int i = 0; i < numbers.size(); i++) {
        assertEquals(i, numbers.get(i), name);
      }
    }
  }
}
