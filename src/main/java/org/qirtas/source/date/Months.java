package org.qirtas.source.date;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qirtas.article.ArticleDate.Reckoning;
import org.qirtas.source.letters.Folded;

/** The names of the months in the calendars and languages that are read. */
final class Months {
  /** One month of one calendar. */
  record Month(Reckoning reckoning, int number) {}

  private static final Map<String, List<Month>> NAMES = load();

  /** A regular expression that any name matches in folded text, the longest first. */
  static final String ANY =
      NAMES.keySet().stream()
          .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(name -> name))
          .map(name -> Pattern.quote(name).replace(" ", "\\E\\s*\\Q"))
          .collect(Collectors.joining("|", "(?:", ")(?: ?ماه)?(?!\\p{L})"));

  private Months() {}

  /**
   * The months that a folded name may mean: «شباط» is a month of the Gregorian and of the Ottoman
   * fiscal year, which the year tells apart.
   */
  static List<Month> named(String folded) {
    String name = folded.strip().replaceAll("\\s+", " ").replaceFirst("(?<=\\S) ?ماه$", "");
    List<Month> exact = NAMES.get(name);
    return exact != null
        ? exact
        : NAMES.entrySet().stream()
            .filter(entry -> entry.getKey().replace(" ", "").equals(name.replace(" ", "")))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(List.of());
  }

  private static Map<String, List<Month>> load() {
    var names = new TreeMap<String, List<Month>>();
    try (InputStream in =
            Objects.requireNonNull(Months.class.getResourceAsStream("months.txt"), "months.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        int colon = line.indexOf(':');
        int blank = line.indexOf(' ');
        var month =
            new Month(
                Reckoning.valueOf(line.substring(0, blank)),
                Integer.parseInt(line.substring(blank + 1, colon)));
        for (String name : line.substring(colon + 1).split(",", -1)) {
          names.computeIfAbsent(Folded.fold(name.strip()), _ -> new ArrayList<>()).add(month);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }
}
