package org.qirtas.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qirtas.archive.Shelf;

/**
 * One run of the program inside the test, with all that it said.
 *
 * @param code the exit code
 * @param out what went to stdout
 * @param err what went to stderr
 */
record Run(int code, String out, String err) {
  /** Runs the program in English, at no screen. */
  static Run of(Object... arguments) {
    return with("", false, Map.of("LANG", "C.UTF-8"), arguments);
  }

  static Run onScreen(Object... arguments) {
    return with("", true, Map.of("LANG", "C.UTF-8"), arguments);
  }

  static Run with(String in, boolean screen, Map<String, String> environment, Object... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            screen,
            screen,
            80);
    List<String> words = Stream.of(arguments).map(Object::toString).toList();
    int code = Main.run(words, terminal, environment, Shelf.CLOCK);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<String> outLines() {
    return out.lines().toList();
  }

  List<String> errLines() {
    return err.lines().toList();
  }
}
