package org.qirtas.source.letters;

import java.util.ArrayList;
import java.util.List;

/**
 * Blanks that mean nothing. A no-break space does mean something and stays inside text. Written as
 * loops, since every letter of every source passes through here several times.
 */
public final class Blanks {
  private Blanks() {}

  /**
   * {@return a text with one space for each run of blanks and line ends, and none at the edges}
   *
   * @param text the text
   */
  public static String collapse(String text) {
    int runs = 0;
    var kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!parts(c)) {
        kept.append(c);
        runs = 0;
      } else if (runs++ == 0) {
        kept.append(' ');
      }
    }
    return trim(kept.toString());
  }

  /**
   * {@return a text without blanks at its edges, of whatever kind}
   *
   * @param text the text
   */
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && edges(text.charAt(start))) {
      start++;
    }
    while (end > start && edges(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /**
   * {@return the words of a text, in order: what stands between blanks}
   *
   * @param text the text
   */
  public static List<String> words(String text) {
    String trimmed = trim(text);
    var words = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= trimmed.length(); i++) {
      if (i == trimmed.length() || parts(trimmed.charAt(i))) {
        if (i > start) {
          words.add(trimmed.substring(start, i));
        }
        start = i + 1;
      }
    }
    return List.copyOf(words);
  }

  /**
   * {@return whether a text is nothing but blanks}
   *
   * @param text the text
   */
  public static boolean blank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!edges(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean parts(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\uFEFF';
  }

  private static boolean edges(char c) {
    return parts(c) || c == '\u00A0' || c == '\u200B';
  }

  /**
   * {@return the lines of a text; they end where Unicode says that paragraphs do (UAX #14 BK, CR,
   * LF, NL)}
   *
   * @param text the text
   */
  public static List<String> lines(String text) {
    return List.of(text.split("\r\n|[\r\n\u0085\u2028\u2029\f\u000B]", -1));
  }
}
