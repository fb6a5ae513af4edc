package org.qirtas;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what somebody probably meant to type: on the command line, in a profile. */
public final class Nearest {
  private Nearest() {}

  /**
   * {@return the word that the fewest slips of the finger lead to, if they are few}
   *
   * @param typed what was typed
   * @param words what might have been meant
   */
  public static Optional<String> to(String typed, Stream<String> words) {
    int few = Math.max(1, typed.replaceFirst("^-+", "").length() / 2);
    return words
        .filter(word -> slips(typed, word) <= few)
        .min(
            Comparator.<String>comparingInt(word -> slips(typed, word))
                .thenComparing(word -> word));
  }

  /** Letters left out, added, exchanged or swapped with their neighbour (Damerau). */
  private static int slips(String a, String b) {
    int[][] slips = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          slips[i][j] = i + j;
          continue;
        }
        int exchanged = slips[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int moved = Math.min(slips[i - 1][j], slips[i][j - 1]) + 1;
        slips[i][j] = Math.min(exchanged, moved);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
        }
      }
    }
    return slips[a.length()][b.length()];
  }
}
