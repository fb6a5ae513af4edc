package org.qirtas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
  private static final int LONGEST_FILE = 400;

  @Test
  void noTypeIsNamedForItsLackOfAName() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Info|Data|Processor|Common)$")
        .check(new ClassFileImporter().importPackages("org.qirtas"));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void fileIsShortAndItsPackageIsNullMarked(Path source) throws IOException {
    int lines = Files.readAllLines(source).size();
    assertTrue(lines <= LONGEST_FILE, () -> source + " has " + lines + " lines");
    assertTrue(
        Files.readString(source.resolveSibling("package-info.java")).contains("@NullMarked"));
  }

  static List<Path> sources() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
