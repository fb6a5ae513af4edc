package org.qirtas.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qirtas.archive.Shelf;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class UsageTest {
  @TempDir Path archive;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          find --fron 2020              | --from
          find --autor x                | --author
          find --undatd                 | --undated
          fnd                           | find
          show x --orignal              | --original
          find --sort dat               | date
          find --on 23/10/2020          | 2020-10-23
          find --on 10/23/2020          | 2020-10-23
          find --on 2020-02-30          | 2020-02-29
          find --from 2020-13           | 2020-12
          find --to ٢٣-١٠-٢٠٢٠          | 2020-10-23
          ingest x --date 1.2.2020      | 2020-02-01
          """)
  void wrongFormIsAnsweredWithTheNearestRightOne(String line, String nearest) {
    Run run = run(line);
    assertEquals(2, run.code(), run.err());
    assertTrue(
        run.err().contains("did you mean " + nearest) || run.err().contains("try " + nearest),
        run.err());
    assertEquals("", run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "find --on yesterday",
        "find --on",
        "find --limit x",
        "find --limit -1",
        "ingest",
        "show",
        "find --on 2020 --from 2020",
        "find --undated --on 2020",
        "find --from 2021 --to 2020",
        "find --csv --json",
        "show x --original",
        "show x -o y",
        "find --color pink",
        "--lang xx find",
        "ingest -",
        "ingest - --name ../x",
        "find --on 2020 --on 2021",
        "--json",
        "nonsense",
        ""
      })
  void wrongUsageExitsWithTwoAndOneLineOfWhat(String line) {
    Run run = run(line);
    assertEquals(2, run.code(), run.err());
    assertEquals("", run.out());
    assertFalse(run.err().contains("Exception"), run.err());
    assertTrue(line.isEmpty() || run.errLines().size() <= 2, run.err());
  }

  @Test
  void debugShowsTheTraceAndNothingElseDoes() {
    assertFalse(run("find --on x").err().contains("\tat "));
    assertTrue(run("find --on x --debug").err().contains("\tat "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "find", "show", "reindex"})
  void helpOfEachCommandListsItsExitCodes(String command) {
    for (String language : new String[] {"en", "ar"}) {
      Run help = Run.of("--lang", language, command, "--help");
      assertEquals(0, help.code());
      for (String code : new String[] {"0", "1", "2", "3", "4", "70"}) {
        assertTrue(
            help.out().lines().anyMatch(line -> line.matches("  " + code + " +\\S.*")), help.out());
      }
      assertEquals(language.equals("ar"), help.out().contains("الاستعمال"), help.out());
    }
  }

  @Test
  void helpListsEveryCommandWithOneLine() {
    String help = Run.of("--help").out();
    for (String command : Main.commands()) {
      assertTrue(help.lines().anyMatch(line -> line.startsWith("  " + command + " ")), help);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void everyOptionIsExplained(String language) {
    var messages = new Messages(Locale.of(language), false);
    var qirtas = new Qirtas(Terminal.ofProcess(), messages, Map.of(), Shelf.CLOCK);
    for (CommandLine command : Main.commandLine(qirtas, List.of()).getSubcommands().values()) {
      for (ArgSpec argument : command.getCommandSpec().args()) {
        assertTrue(argument.description().length > 0, argument::toString);
      }
    }
  }

  @Test
  void archiveThatIsNotThereExitsWithFourAndSaysHowToBegin() {
    Run run = Run.of("--archive", archive.resolve("none"), "find", "x");
    assertEquals(4, run.code());
    assertTrue(run.err().contains("--archive"), run.err());
  }

  @Test
  void archiveIsTheOptionsElseTheEnvironments() {
    Run run =
        Run.with(
            "",
            false,
            Map.of("LANG", "C", "QIRTAS_ARCHIVE", archive.resolve("env").toString()),
            "find");
    assertTrue(run.err().contains(archive.resolve("env").toString()), run.err());
    assertEquals(
        0,
        Run.with("", false, Map.of("QIRTAS_ARCHIVE", "/none"), "find", "--archive", archive)
            .code());
  }

  @Test
  void versionIsOneLine() {
    assertTrue(Run.of("--version").out().matches("qirtas .+\\R"));
  }

  private Run run(String line) {
    var words = new ArrayList<Object>(List.of("--archive", archive));
    if (line.isEmpty()) {
      words.clear();
    } else {
      words.addAll(List.of(line.split(" +", -1)));
    }
    return Run.of(words.toArray());
  }
}
