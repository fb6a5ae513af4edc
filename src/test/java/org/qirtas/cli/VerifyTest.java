package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.ArchiveWriter;
import org.qirtas.archive.Change;
import org.qirtas.archive.Shelf;
import org.qirtas.article.Article;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.catalog.CatalogWriter;

class VerifyTest {
  private static final boolean THOROUGH = Boolean.getBoolean("qirtas.thorough");
  private static final int ITEMS = THOROUGH ? 200 : 12;

  @TempDir Path temporary;
  private Path root;

  @BeforeEach
  void fill() {
    root = temporary.resolve("archive");
    try (ArchiveWriter writer = Archive.create(root, Shelf.CLOCK).writer();
        CatalogWriter catalog = CatalogWriter.open(writer, _ -> {}, _ -> {})) {
      for (int i = 0; i < ITEMS; i++) {
        Article article =
            Shelf.article("مادة " + i, "نص " + i)
                .date(Shelf.date("2020-10-%02dT00:00".formatted(1 + i % 28), Precision.DAY))
                .finish();
        ArchiveItem item = writer.store(Shelf.reading(temporary.resolve("in"), article));
        if (i % 3 == 0) {
          Article corrected = article.revise().publisher("ناشر").finish();
          item = writer.revise(item, corrected, Change.byUser("لسبب"));
        }
        catalog.add(item, java.util.Optional.of(article));
      }
      catalog.commit();
    }
  }

  private Run verify(Object... more) {
    return Run.of(Stream.concat(Stream.of("--archive", root, "verify"), Stream.of(more)).toArray());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains(".qirtas"))
          .sorted()
          .toList();
    }
  }

  private List<Path> catalogFiles() throws IOException {
    try (Stream<Path> all = Files.list(root.resolve(".qirtas/catalog"))) {
      return all.filter(file -> !file.endsWith("write.lock")).sorted().toList();
    }
  }

  private void assertNamed(Path file, String what) {
    Run run = verify();
    String path = root.relativize(file).toString();
    assertEquals(3, run.code(), what + " " + path + "\n" + run.out() + run.err());
    String item =
        path.startsWith(".qirtas")
            ? ".qirtas/catalog"
            : path.replaceFirst("(/v\\d+/.*|/[^/]*)$", "");
    assertTrue(run.out().contains(item), what + " " + path + "\n" + run.out());
  }

  @Test
  void soundArchiveIsFoundSound() {
    Run run = verify();
    assertEquals(0, run.code(), run.out() + run.err());
    assertEquals("", run.out());
    assertTrue(run.err().contains("items: " + ITEMS + "; damage: 0; notes: 0"), run.err());
  }

  @Test
  void everyFlippedBitIsNamed() throws IOException {
    var random = new Random(5);
    var all = new ArrayList<>(files());
    all.addAll(catalogFiles());
    // By hand all small files throughout; here one bit of some, but of each kind.
    for (int i = 0; i < all.size(); i += THOROUGH ? 1 : 1 + random.nextInt(6)) {
      Path file = all.get(i);
      byte[] bytes = Files.readAllBytes(file);
      int bit = random.nextInt(bytes.length * 8);
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      assertNamed(file, "bit " + bit);
      Files.write(file, bytes);
    }
  }

  @Test
  void everyMissingFileIsNamed() throws IOException {
    List<Path> all = files();
    for (int i = 0; i < all.size(); i += THOROUGH ? 1 : 7) {
      Path away = temporary.resolve("away");
      Files.move(all.get(i), away);
      assertNamed(all.get(i), "missing");
      Files.move(away, all.get(i));
    }
  }

  @Test
  void everyExtraFileIsNamed() throws IOException {
    List<Path> folders;
    try (Stream<Path> walk = Files.walk(root)) {
      folders =
          walk.filter(Files::isDirectory)
              .filter(folder -> !folder.toString().contains(".qirtas"))
              .sorted()
              .toList();
    }
    for (int i = 0; i < folders.size(); i += THOROUGH ? 1 : 9) {
      Path extra = folders.get(i).resolve("extra.txt");
      Files.writeString(extra, "x");
      Run run = verify();
      assertEquals(3, run.code(), extra + run.out());
      assertTrue(run.out().contains("extra.txt"), extra + "\n" + run.out());
      Files.delete(extra);
    }
  }

  @Test
  void swappedFilesAreNamed() throws IOException {
    List<Path> records =
        files().stream().filter(file -> file.endsWith("v1/content/article.json")).toList();
    Path first = records.get(0);
    Path second = records.get(1);
    Path away = temporary.resolve("away");
    Files.move(first, away);
    Files.move(second, first);
    Files.move(away, second);
    assertNamed(first, "swapped");
    assertNamed(second, "swapped");
  }

  @Test
  void missingAndSwappedItemsAreNamedByTheCatalog() throws IOException {
    Path first = root.resolve("2020/10/01/مادة-0");
    Path second = root.resolve("2020/10/02/مادة-1");
    Path away = temporary.resolve("away");
    Files.move(first, away);
    Run missing = verify();
    assertTrue(missing.out().contains("Q009"), missing.out());
    Files.move(second, first);
    Files.move(away, second);
    Run swapped = verify();
    assertEquals(3, swapped.code());
    assertTrue(swapped.out().contains("Q010") && swapped.out().contains("Q005"), swapped.out());
  }

  @Test
  void sampleAndDayAndItemLimitWhatIsLookedAt() {
    assertTrue(verify("--since", "2027").err().contains("items: 0"));
    assertTrue(verify("--since", "2026-01-02").err().contains("items: " + ITEMS));
    assertTrue(verify("2020/10/02/مادة-1").err().contains("items: 1;"));
    assertTrue(verify("--sample", "100%").err().contains("items: " + ITEMS));
    assertEquals(2, verify("--sample", "none").code());
  }

  @Test
  void reportCanBeKept() throws IOException {
    Files.delete(root.resolve("2020/10/02/مادة-1/0=ocfl_object_1.1"));
    Path report = temporary.resolve("report.json");
    Run run = verify("--json", "--report", report);
    assertEquals(3, run.code());
    var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
    assertEquals("E003", mapper.readTree(run.outLines().getFirst()).path("code").asText());
    assertEquals(ITEMS, mapper.readTree(run.outLines().getLast()).path("items").asInt());
    var kept = mapper.readTree(report.toFile());
    assertEquals(
        List.of("E003"),
        StreamSupport.stream(kept.path("findings").spliterator(), false)
            .map(finding -> finding.path("code").asText())
            .toList());
  }

  @Test
  void repairRestoresWhatIsThereTwiceAndTheCatalogAndTouchesNoContent() throws IOException {
    Path item = root.resolve("2020/10/01/مادة-0");
    Files.copy(
        item.resolve("v1/inventory.json"),
        item.resolve("inventory.json"),
        StandardCopyOption.REPLACE_EXISTING);
    Path content = root.resolve("2020/10/02/مادة-1/v1/content/article.json");
    Files.writeString(content, Files.readString(content) + " ");
    Files.move(root.resolve("2020/10/03/مادة-2"), temporary.resolve("away"));
    Run repair = Run.of("--archive", root, "repair");
    assertEquals(0, repair.code(), repair.err());
    assertTrue(repair.out().contains("2020/10/01/مادة-0"), repair.out());
    Run run = verify();
    assertEquals(1, run.outLines().size(), run.out());
    assertTrue(run.out().startsWith("E092"), run.out());
  }
}
