package org.qirtas.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comma-separated values (RFC 4180). */
final class Csv {
  private Csv() {}

  /** {@return the values as one record, with the end of its line} */
  static String line(Stream<String> values) {
    return values.map(Csv::quoted).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String value) {
    // A spreadsheet takes what begins so for a formula, and a title comes from outside.
    String safe = value.matches("(?s)[=+@\\t\\r-].*") ? "'" + value : value;
    return safe.matches("(?s).*[,\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
