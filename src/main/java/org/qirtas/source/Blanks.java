package org.qirtas.source;

import java.util.List;
import java.util.regex.Pattern;

/** Blanks that mean nothing. A no-break space does mean something and stays inside text. */
final class Blanks {
  private static final Pattern RUNS = Pattern.compile("[\\s\\uFEFF]+");
  private static final Pattern EDGES =
      Pattern.compile("^[\\s\\u00A0\\uFEFF\\u200B]+|[\\s\\u00A0\\uFEFF\\u200B]+$");

  private Blanks() {}

  /** One space for each run of blanks and line ends, none at the edges. */
  static String collapse(String text) {
    return trim(RUNS.matcher(text).replaceAll(" "));
  }

  /** No blanks at the edges, of whatever kind. */
  static String trim(String text) {
    return EDGES.matcher(text).replaceAll("");
  }

  /** What stands between blanks. */
  static List<String> words(String text) {
    return RUNS.splitAsStream(trim(text)).filter(word -> !word.isEmpty()).toList();
  }

  static boolean blank(String text) {
    return trim(text).isEmpty();
  }
}
