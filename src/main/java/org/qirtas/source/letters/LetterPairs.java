package org.qirtas.source.letters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How often letters follow each other in words of one script, which tells words from letters at
 * random, and also words that stand back to front.
 */
final class LetterPairs {
  private static final double STEP = -0.25;

  /** The first and last letters of Arabic, Hebrew and Cyrillic, in the order of the figures. */
  private static final char[][] RANGES = {{0x620, 0x6FF}, {0x5D0, 0x5EA}, {0x400, 0x52F}};

  private static final List<LetterPairs> SCRIPTS = load();

  private final char from;
  private final char to;

  /** Each letter's row and column; -1 for one that the script's words hardly have. */
  private final int[] places;

  /** The logarithm of each letter's share among those behind another one; 0 is a word's edge. */
  private final double[][] shares;

  private LetterPairs(char[] range, String letters, List<String> rows) {
    this.from = range[0];
    this.to = range[1];
    this.places = new int[to - from + 1];
    for (int i = 0; i < places.length; i++) {
      int at = letters.indexOf(plain((char) (from + i)));
      places[i] = at < 0 ? -1 : at + 1;
    }
    this.shares =
        rows.stream()
            .map(row -> row.chars().mapToDouble(c -> Character.digit(c, 36) * STEP).toArray())
            .toArray(double[][]::new);
  }

  /** The script of a letter, where there are figures for it. */
  static Optional<LetterPairs> of(char letter) {
    for (LetterPairs script : SCRIPTS) {
      if (script.holds(letter)) {
        return Optional.of(script);
      }
    }
    return Optional.empty();
  }

  static boolean isCyrillic(char letter) {
    return letter >= RANGES[2][0] && letter <= RANGES[2][1];
  }

  /** Whether a letter is one of this script's, be it ever so rare. */
  boolean holds(char letter) {
    return letter >= from && letter <= to;
  }

  /** A letter's place in the script's table; -1 for one that its words hardly have. */
  int place(char letter) {
    return places[letter - from];
  }

  /** How likely a letter is behind another one; 0 stands for a word's edge on both sides. */
  double share(int before, int letter) {
    return shares[before][letter];
  }

  private static char plain(char letter) {
    return switch (letter) {
      case 'ک' -> 'ك';
      case 'ی' -> 'ي';
      case 'ۀ' -> 'ه';
      case 'ۂ', 'ۃ' -> 'ہ';
      case 'ۓ' -> 'ے';
      default -> Character.toLowerCase(letter);
    };
  }

  private static List<LetterPairs> load() {
    var scripts = new ArrayList<LetterPairs>();
    try (InputStream in =
            Objects.requireNonNull(
                LetterPairs.class.getResourceAsStream("letter-pairs.txt"), "letter-pairs.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      var rows = new ArrayList<String>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":")) {
          String letters = line.substring(1);
          for (int i = 0; i <= letters.length(); i++) {
            rows.add(Objects.requireNonNull(lines.readLine(), letters));
          }
          scripts.add(new LetterPairs(RANGES[scripts.size()], letters, rows));
          rows.clear();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(scripts);
  }
}
