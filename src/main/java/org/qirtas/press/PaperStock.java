package org.qirtas.press;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qirtas.measure.Length;

/**
 * A paper, as far as a book's spine depends on it (ISO 536 and ISO 534).
 *
 * @param grams how much a square metre weighs, in grams
 * @param bulk how many cubic centimetres a gram has: 1 in coated papers, up to 2.2 in bulky ones
 */
public record PaperStock(double grams, double bulk) {
  private static final Pattern MEASURES =
      Pattern.compile("(\\d{2,3}(?:\\.\\d+)?) ?(?:gsm|g)? ?, ?(\\d(?:\\.\\d+)?)");

  private static final double LEAST_GRAMS = 20;
  private static final double MOST_GRAMS = 600;
  private static final double LEAST_BULK = 0.5;
  private static final double MOST_BULK = 3;
  private static final double MILLIMETRES = 1_000;

  /** Usual ones; a mill's own figures are better. */
  private static final Map<String, PaperStock> BY_NAME =
      new TreeMap<>(
          Map.of(
              "bible-40", new PaperStock(40, 1.05),
              "newsprint-48", new PaperStock(48, 1.45),
              "offset-70", new PaperStock(70, 1.25),
              "offset-80", new PaperStock(80, 1.25),
              "offset-90", new PaperStock(90, 1.25),
              "cream-70", new PaperStock(70, 1.5),
              "cream-80", new PaperStock(80, 1.5),
              "bulky-80", new PaperStock(80, 1.8),
              "matt-115", new PaperStock(115, 0.95),
              "gloss-115", new PaperStock(115, 0.8)));

  /**
   * {@return the paper that somebody means; empty where none is}
   *
   * @param typed a name, or grams a square metre and bulk, as in {@code 80,1.25}
   */
  public static Optional<PaperStock> of(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    if (BY_NAME.containsKey(name)) {
      return Optional.ofNullable(BY_NAME.get(name));
    }
    Matcher measures = MEASURES.matcher(name);
    if (!measures.matches()) {
      return Optional.empty();
    }
    var paper =
        new PaperStock(
            Double.parseDouble(measures.group(1)), Double.parseDouble(measures.group(2)));
    boolean possible =
        paper.grams >= LEAST_GRAMS
            && paper.grams <= MOST_GRAMS
            && paper.bulk >= LEAST_BULK
            && paper.bulk <= MOST_BULK;
    return possible ? Optional.of(paper) : Optional.empty();
  }

  /** {@return the names of the usual papers} */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** {@return how thick a leaf is} */
  public Length leaf() {
    return Length.millimetres(grams * bulk / MILLIMETRES);
  }

  /**
   * {@return how thick a block of pages is, without its cover: two pages a leaf}
   *
   * @param pages how many pages it has
   */
  public Length spine(int pages) {
    return leaf().times(Math.ceilDiv(pages, 2));
  }
}
