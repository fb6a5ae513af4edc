package org.qirtas.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The official OCFL fixtures, judged as the names of their folders say. */
class OcflFixturesTest {
  private static final Pattern CODE = Pattern.compile("[EW]\\d{3}");

  private static List<Path> fixtures(String kind) throws IOException {
    String corpus = System.getenv("QIRTAS_CORPUS");
    Path folder =
        Path.of(corpus == null ? "none" : corpus, "ocfl-1.1/ocfl-fixtures/1.1").resolve(kind);
    Assumptions.assumeTrue(Files.isDirectory(folder), "needs the OCFL fixtures in QIRTAS_CORPUS");
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  private static Set<AuditFinding> audit(Path object) {
    var findings = new Findings("");
    new ObjectAudit(object, findings).check();
    return findings.all();
  }

  private static Set<String> codes(Set<AuditFinding> findings) {
    return findings.stream().map(AuditFinding::code).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> named(Path fixture) {
    return Arrays.stream(fixture.getFileName().toString().split("_"))
        .takeWhile(word -> CODE.matcher(word).matches())
        .toList();
  }

  @Test
  void goodObjectsAreFoundGood() throws IOException {
    var wrong = new ArrayList<String>();
    List<Path> fixtures = fixtures("good-objects");
    for (Path fixture : fixtures) {
      Set<AuditFinding> found = audit(fixture);
      if (!found.isEmpty()) {
        wrong.add(fixture.getFileName() + ": " + found);
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(12, fixtures.size());
  }

  @Test
  void badObjectsAreFoundBadWithTheCodesOfTheirNames() throws IOException {
    var wrong = new ArrayList<String>();
    List<Path> fixtures = fixtures("bad-objects");
    for (Path fixture : fixtures) {
      Set<AuditFinding> found = audit(fixture);
      if (found.stream().noneMatch(AuditFinding::isDamage)
          || !codes(found).containsAll(named(fixture))) {
        wrong.add(fixture.getFileName() + ": " + found);
      }
    }
    assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    assertEquals(55, fixtures.size());
  }

  @Test
  void objectsWithWarningsAreFoundGoodWithTheWarningsOfTheirNames() throws IOException {
    var wrong = new ArrayList<String>();
    List<Path> fixtures = fixtures("warn-objects");
    for (Path fixture : fixtures) {
      Set<AuditFinding> found = audit(fixture);
      if (found.stream().anyMatch(AuditFinding::isDamage)
          || !codes(found).containsAll(named(fixture))) {
        wrong.add(fixture.getFileName() + ": " + found);
      }
    }
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
    assertEquals(13, fixtures.size());
  }
}
