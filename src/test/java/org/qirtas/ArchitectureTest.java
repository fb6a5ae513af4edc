package org.qirtas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the columns "may use" and "library" of the map of the house; {@code cli} may use all. */
class ArchitectureTest {
  private static final JavaClasses QIRTAS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.qirtas");

  @ParameterizedTest(name = "{0} uses only: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          measure |                                     |
          article |                                     |
          source  | article                             | org.apache.tika.. org.jsoup.. org.xml.sax.. com.fasterxml.jackson.. org.apache.james.mime4j.. org.apache.commons.compress.. org.apache.commons.csv.. org.apache.poi.. com.rtfparserkit.. org.commonmark.. org.netpreserve.jwarc.. org.snakeyaml.engine.. org.apache.pdfbox.. org.apache.fontbox..
          source.letters |                      |
          source.date | article source.letters   |
          source.head | article source.letters source.date |
          source.pdf | article source.letters    | org.apache.pdfbox.. org.apache.fontbox..
          source.process | article source        | com.fasterxml.jackson..
          archive | article source                      | com.fasterxml.jackson..
          catalog | article archive                     | org.apache.lucene..
          profile | measure                             | org.snakeyaml.engine..
          font    |                                     |
          text    | article font measure                | com.ibm.icu.. org.lwjgl.. org.apache.fop.hyphenation..
          compose | article profile font text measure   |
          pdf     | compose text font profile measure article | org.apache.pdfbox.. org.apache.fontbox..
          press   | pdf profile measure                 | org.openpdf..
          proof   | pdf text font measure article       | org.apache.pdfbox.. org.apache.fontbox.. com.github.difflib..
          """)
  void packageUsesOnly(String name, @Nullable String stages, @Nullable String libraries) {
    var allowed =
        Stream.of(
                Stream.of(
                    "java..",
                    "javax..",
                    "org.jspecify..",
                    "org.qirtas",
                    "org.qirtas." + name + ".."),
                words(stages).map(stage -> "org.qirtas." + stage + ".."),
                words(libraries))
            .flatMap(packages -> packages)
            .toArray(String[]::new);
    classes()
        .that()
        .resideInAPackage("org.qirtas." + name + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .allowEmptyShould(true)
        .check(QIRTAS);
  }

  @Test
  void readersDoNotKnowInWhichProcessTheyRun() {
    noClasses()
        .that()
        .resideInAPackage("org.qirtas.source")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.qirtas.source.process..")
        .check(QIRTAS);
  }

  private static Stream<String> words(@Nullable String cell) {
    return cell == null ? Stream.empty() : Stream.of(cell.split(" "));
  }
}
