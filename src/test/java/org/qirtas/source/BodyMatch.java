package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much of a true body a recovered one holds, and how much else, by counting pieces of text.
 *
 * @param right what share of the recovered pieces belong to the true body
 * @param found what share of the true body's pieces were recovered
 */
record BodyMatch(double right, double found) {
  private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  /** The harmonic mean of both. */
  double f1() {
    return right + found == 0 ? 0 : 2 * right * found / (right + found);
  }

  /** Word by word, in whatever order, letters of either case alike. */
  static BodyMatch ofWords(String truth, String recovered) {
    return of(words(truth.toLowerCase(Locale.ROOT)), words(recovered.toLowerCase(Locale.ROOT)), 1);
  }

  /** By runs of four words, as the article extraction benchmark of 2019 counts. */
  static BodyMatch ofShingles(String truth, String recovered) {
    return of(words(truth), words(recovered), 4);
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  private static BodyMatch of(List<String> truth, List<String> recovered, int length) {
    Map<List<String>, Integer> wanted = runs(truth, length);
    Map<List<String>, Integer> got = runs(recovered, length);
    int both = 0;
    for (var run : wanted.entrySet()) {
      both += Math.min(run.getValue(), got.getOrDefault(run.getKey(), 0));
    }
    return new BodyMatch(share(both, sum(got)), share(both, sum(wanted)));
  }

  private static Map<List<String>, Integer> runs(List<String> words, int length) {
    Map<List<String>, Integer> runs =
        new TreeMap<>((a, b) -> String.join(" ", a).compareTo(String.join(" ", b)));
    var all = new ArrayList<>(words);
    for (int i = 0; i < Math.max(1, all.size() - length + 1) && !all.isEmpty(); i++) {
      runs.merge(all.subList(i, Math.min(all.size(), i + length)), 1, Integer::sum);
    }
    return runs;
  }

  private static int sum(Map<List<String>, Integer> runs) {
    return runs.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
