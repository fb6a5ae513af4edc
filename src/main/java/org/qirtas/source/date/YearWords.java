package org.qirtas.source.date;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qirtas.source.letters.Folded;

/**
 * Years written out: «ألف وتسعمئة وسبع وستين»، «سبع وستين وتسعمئة وألف»، «هزار و سیصد و پنجاه و
 * هفت»، «انیس سو سینتالیس».
 *
 * <p>A number in words is a year only where «سنة» or its like stands before it, or nothing that it
 * could count stands behind it: «ألف وتسعمئة نسخة» is none.
 */
final class YearWords {
  private static final Map<String, Integer> NUMBERS = load();
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final String AND = "و";
  private static final Pattern YEAR_OF =
      Pattern.compile("(?<!\\p{L})(?:لسنه|سنه|السنه|عام|العام|لعام|سال)\\s+$");
  private static final Pattern ENDED =
      Pattern.compile(
          "(?s)\\s*(?:$|[^\\p{L}\\d\\s].*|(?:ميلاديه?|للميلاد|هجريه?|للهجره|شمسيه?|خورشيدي|قمريه?|ه|م|ء)(?!\\p{L}).*)");

  private static final int FIRST = 1000;
  private static final int LAST = 2100;

  private record Word(String text, int start, int end) {}

  /** A number in the words from the first to before the next. */
  private record Run(int start, int end, int next, int year, boolean round) {}

  /** A number that is being read, word by word. */
  private static final class Count {
    private int whole;

    /** Below a hundred: «مئة» or «ہزار» may still come and multiply it. */
    private int open;

    private boolean thousands;

    boolean begun() {
      return whole + open > 0;
    }

    boolean take(int value, boolean joined) {
      if (value >= 1000) {
        return thousand(value, joined);
      }
      if (value >= 100) {
        return hundred(value, joined);
      }
      boolean tens = open > 0 && open < 10 && value % 10 == 0 && (joined || value == 10);
      boolean units = value < 10 && open >= 20 && open % 10 == 0;
      boolean fits = open == 0 || tens || units;
      open += fits ? value : 0;
      return fits;
    }

    private boolean thousand(int value, boolean joined) {
      boolean many = !joined && value == 1000 && whole == 0 && (open == 1 || open == 2);
      // «عشرين ألفا» are more than any year.
      if (thousands || (!joined && begun() && !many)) {
        return false;
      }
      thousands = true;
      whole += many ? open * value : value;
      open = many ? 0 : open;
      return true;
    }

    private boolean hundred(int value, boolean joined) {
      if (whole % 1000 != 0) {
        return false;
      }
      boolean many = !joined && value == 100 && open > 0 && open < 20;
      // «انیس سو»: nineteen hundreds hold the thousand.
      thousands |= many && open >= 10;
      whole += many ? open * value : value;
      open = many ? 0 : open;
      return true;
    }
  }

  private YearWords() {}

  /** The line with its years in figures; every figure still knows where it came from. */
  static Folded figured(Folded line) {
    String text = line.text();
    if (!text.contains("الف") && !text.contains("هزار") && !text.contains(" سو ")) {
      return line;
    }
    List<Word> words =
        WORD.matcher(text)
            .results()
            .map(found -> new Word(found.group(), found.start(), found.end()))
            .toList();
    var years = new ArrayList<Run>();
    for (int i = 0; i < words.size(); ) {
      Run run = run(text, words, i);
      if (run.year() >= FIRST && run.year() <= LAST && meant(text, run)) {
        years.add(run);
      }
      i = Math.max(i + 1, run.next());
    }
    Folded figured = line;
    for (Run year : years.reversed()) {
      figured = figured.with(year.start(), year.end(), String.valueOf(year.year()));
    }
    return figured;
  }

  private static Run run(String text, List<Word> words, int first) {
    var count = new Count();
    boolean joined = false;
    int end = words.get(first).start();
    int next = first;
    for (int i = first; i < words.size(); i++) {
      Word word = words.get(i);
      boolean adjacent =
          i == first || text.substring(words.get(i - 1).end(), word.start()).isBlank();
      if (!adjacent || !read(count, word.text(), joined)) {
        break;
      }
      joined = word.text().equals(AND);
      if (!joined) {
        end = word.end();
        next = i + 1;
      }
    }
    boolean round = count.open == 0 && count.whole % 1000 == 0;
    int year = count.thousands ? count.whole + count.open : 0;
    return new Run(words.get(first).start(), end, next, year, round);
  }

  private static boolean read(Count count, String word, boolean joined) {
    if (word.equals(AND)) {
      return count.begun() && !joined;
    }
    @Nullable Integer value = NUMBERS.get(word);
    if (value != null) {
      return count.take(value, joined);
    }
    @Nullable Integer behind = word.startsWith(AND) ? NUMBERS.get(word.substring(1)) : null;
    return behind != null && count.begun() && count.take(behind, true);
  }

  /** «5 رجب ألف شخص»: a bare thousand is a year only where it is said to be one. */
  private static boolean meant(String text, Run run) {
    return YEAR_OF.matcher(text.substring(0, run.start())).find()
        || (!run.round() && ENDED.matcher(text.substring(run.end())).matches());
  }

  private static Map<String, Integer> load() {
    var numbers = new TreeMap<String, Integer>();
    try (InputStream in =
            Objects.requireNonNull(
                YearWords.class.getResourceAsStream("numbers.txt"), "numbers.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (colon < 0 || line.startsWith("#")) {
          continue;
        }
        Integer value = Integer.valueOf(line.substring(0, colon).strip());
        for (String word : line.substring(colon + 1).split(",", -1)) {
          numbers.put(Folded.fold(word.strip()), value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return numbers;
  }
}
