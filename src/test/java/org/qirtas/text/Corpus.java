package org.qirtas.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * Texts that are too many, or not ours, to be kept with the tests: a folder that the environment
 * variable {@code QIRTAS_CORPUS} names. Tests that need it are skipped where it is absent.
 */
public final class Corpus {
  private Corpus() {}

  /**
   * {@return a file or folder of the corpus; the test is skipped where it is absent}
   *
   * @param name its path within
   */
  public static Path file(String name) {
    Path file = folder().resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> "no " + file);
    return file;
  }

  private static Path folder() {
    String folder = System.getenv("QIRTAS_CORPUS");
    Assumptions.assumeTrue(folder != null, "QIRTAS_CORPUS names no folder");
    return Path.of(folder == null ? "" : folder);
  }

  /**
   * {@return lines with words in them, from the files of a folder in the order of their names}
   *
   * @param folder the folder's path within the corpus
   * @param most how many lines at most
   * @throws IOException where a file cannot be read
   */
  public static List<String> lines(String folder, int most) throws IOException {
    var lines = new ArrayList<String>();
    try (var files = Files.walk(file(folder))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        for (String line : Files.readString(file).split("\\R", -1)) {
          if (!line.isBlank()) {
            lines.add(line);
          }
          if (lines.size() == most) {
            return lines;
          }
        }
      }
    }
    return lines;
  }
}
