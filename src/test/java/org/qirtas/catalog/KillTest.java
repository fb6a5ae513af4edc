package org.qirtas.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Audit;
import org.qirtas.archive.AuditFinding;
import org.qirtas.archive.Holding;
import org.qirtas.archive.Shelf;
import org.qirtas.archive.Status;

/** A process that writes is killed at random moments ({@code -Dqirtas.kills=200} by hand). */
class KillTest {
  private static final int KILLS = Integer.getInteger("qirtas.kills", 4);
  private static final int KILLS_AN_ARCHIVE = 20;
  private static final int LONGEST_LIFE = 4_000;

  @TempDir Path temporary;

  @Test
  void killedWriterLeavesEachItemWholeAndTheCatalogCatchesUp() throws Exception {
    var random = new Random(KILLS);
    Map<String, String[]> told = new HashMap<>();
    Path root = temporary.resolve("archive-0");
    int commits = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      if (kill % KILLS_AN_ARCHIVE == 0) {
        root = temporary.resolve("archive-" + kill);
        told.clear();
      }
      commits += toil(root, random, told);
      check(Archive.open(root, Shelf.CLOCK), told);
    }
    assertTrue(commits > 0, "only " + commits + " commits before all kills");
  }

  private int toil(Path root, Random random, Map<String, String[]> told) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Toil.class.getName(),
                root.toString(),
                temporary.resolve("in").toString(),
                Long.toString(random.nextLong()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var lines = new ArrayList<String>();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("ready", said.readLine());
      process.waitFor(random.nextInt(LONGEST_LIFE), TimeUnit.MILLISECONDS);
      // By its handle, since the process itself would close what it has said.
      assertTrue(process.toHandle().destroyForcibly());
      said.lines().forEach(lines::add);
      process.waitFor();
    }
    if (!lines.isEmpty() && !lines.getLast().equals("committed")) {
      // It may have been cut off.
      lines.removeLast();
    }
    var committing = new ArrayList<String[]>();
    int commits = 0;
    for (String line : lines) {
      if (line.equals("committed")) {
        commits++;
      }
      String[] words = line.split("\t", -1);
      if (words.length == 4) {
        committing.add(words);
      }
    }
    committing.forEach(words -> told.put(words[0], words));
    return commits;
  }

  private static void check(Archive archive, Map<String, String[]> told) throws IOException {
    try (ArchiveWriter writer = archive.writer();
        CatalogWriter _ =
            CatalogWriter.open(
                writer,
                _ -> {},
                damage -> {
                  throw damage;
                })) {
      // As the next run of any kind begins: finishes, undoes, catches up.
    }
    var damage = new ArrayList<AuditFinding>();
    var found = new HashMap<String, ArchiveItem>();
    try (CatalogAudit catalog = CatalogAudit.begin(archive, damage::add)) {
      new Audit(archive, 2)
          .all(
              _ -> true,
              item -> {
                damage.addAll(item.findings());
                ArchiveItem whole = item.item().orElseThrow();
                catalog.compare(whole);
                assertEquals(null, found.put(whole.id().toString(), whole), "twice: " + whole);
              },
              damage::add);
      catalog.end(true, damage::add);
    }
    assertEquals(List.of(), damage);
    told.forEach((id, words) -> committed(archive, found.get(id), words));
    // What was done and not told any more is known now.
    found.forEach((id, item) -> told.put(id, words(item)));
    assertEquals(hits(archive), rebuilt(archive));
  }

  private static String[] words(ArchiveItem item) {
    return new String[] {
      item.id().toString(), Integer.toString(item.version()), item.status().toString(), item.path()
    };
  }

  /** What was told is there, or what the commit after it would have made of it. */
  private static void committed(
      Archive archive, @org.jspecify.annotations.Nullable ArchiveItem item, String[] words) {
    assertNotNull(item, "lost: " + String.join(" ", words));
    int version = Integer.parseInt(words[1]);
    boolean purged = item.status() == Status.WITHDRAWN && item.original().isEmpty();
    assertTrue(
        purged
            || (item.version() == version && item.path().equals(words[3]))
            || item.version() == version + 1,
        () -> item + " was " + String.join(" ", words));
    Holding holding = archive.read(item.path());
    if (item.status() == Status.STORED) {
      assertEquals("الإصدار " + item.version(), holding.article().orElseThrow().text());
    }
  }

  private static List<Hit> hits(Archive archive) {
    try (Catalog catalog = Catalog.open(archive, _ -> {})) {
      var hits = new ArrayList<Hit>();
      catalog.find(new Query.All(), Order.DATE, Integer.MAX_VALUE).forEachRemaining(hits::add);
      return hits;
    }
  }

  private static List<Hit> rebuilt(Archive archive) {
    try (ArchiveWriter writer = archive.writer();
        CatalogWriter _ = CatalogWriter.rebuild(writer, _ -> {})) {
      return hits(archive);
    }
  }
}
