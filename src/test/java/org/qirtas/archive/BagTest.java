package org.qirtas.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qirtas.QirtasException;

/** The BagIt conformance suite, judged as its folders say. */
class BagTest {
  /**
   * Of the bags that deserve a warning, those that name files which are not there by that name on
   * this file system, or have files that no manifest names.
   */
  private static final Set<String> REFUSED =
      Set.of(
          "duplicate-file-with-different-case",
          "same-filename-listed-twice-with-different-normalization",
          "special-system-files");

  private static List<Path> bags(String kind) throws IOException {
    String corpus = System.getenv("QIRTAS_CORPUS");
    Path suite = Path.of(corpus == null ? "none" : corpus, "bagit/bagit-conformance");
    Assumptions.assumeTrue(Files.isDirectory(suite), "needs the BagIt suite in QIRTAS_CORPUS");
    try (Stream<Path> all = Files.walk(suite, 3)) {
      return all.filter(Files::isDirectory)
          .filter(folder -> folder.getNameCount() == suite.getNameCount() + 3)
          .filter(folder -> folder.resolveSibling("").endsWith(kind))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"valid, true", "warning, true", "invalid, false", "linux-only, false"})
  void bagIsJudgedAsItsFolderSays(String kind, boolean good) throws IOException {
    var wrong = new ArrayList<String>();
    for (Path bag : bags(kind)) {
      boolean whole = good && !REFUSED.contains(bag.getFileName().toString());
      String found = judged(bag);
      if (found.isEmpty() != whole) {
        wrong.add(bag + ": " + found);
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static String judged(Path bag) {
    try {
      new Bag(bag).check();
      return "";
    } catch (QirtasException damaged) {
      return damaged.toString();
    }
  }
}
