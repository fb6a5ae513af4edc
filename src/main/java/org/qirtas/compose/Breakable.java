package org.qirtas.compose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.profile.Justification;
import org.qirtas.text.BreakOpportunities;
import org.qirtas.text.Copy;
import org.qirtas.text.Elongation;
import org.qirtas.text.KashidaPoint;
import org.qirtas.text.KashidaPoints;
import org.qirtas.text.ShapedParagraph;

/** A shaped paragraph as a line breaker sees it: widths, and where a line may end. */
public final class Breakable {
  /** As much of a word as anyone needs to find it. */
  private static final int LONGEST_NAMED = 200;

  private final ShapedParagraph paragraph;
  private final Copy copy;
  private final long[] widths;
  private final BreakOpportunities opportunities;
  private final boolean hyphens;
  private final Hanging hanging;
  private final Manner manner;

  /** For each offset, where the content before it ends. */
  private final int[] contentEnds;

  /** For each offset, how many spaces stand before it, and how wide they are together. */
  private final int[] spaces;

  private final long[] spaceWidths;

  private final List<KashidaPoint> points;

  /** For each offset, how many of the points stand before it. */
  private final int[] pointsBefore;

  private final LongerForms longer;

  private int @Nullable [] letters;
  private final Map<Integer, Length> hyphenWidths = new HashMap<>();

  /**
   * What the paragraph's style says of its lines.
   *
   * @param justification how far they may be stretched
   * @param size the size of its type
   * @param kashidas whether connections may be lengthened
   * @param full whether the last line is to be as full as the others
   * @param words where single words may be lengthened, by their letters
   * @param firstLine how much further in the first line begins
   */
  record Manner(
      Justification justification,
      Length size,
      boolean kashidas,
      boolean full,
      Map<String, List<Integer>> words,
      Length firstLine) {
    Manner(
        Justification justification,
        Length size,
        boolean kashidas,
        boolean full,
        Map<String, List<Integer>> words) {
      this(justification, size, kashidas, full, words, Length.ZERO);
    }
  }

  Breakable(ShapedParagraph paragraph, Language language, Manner manner) {
    this.paragraph = paragraph;
    this.copy = paragraph.copy();
    this.widths = paragraph.widths();
    this.manner = manner;
    this.hanging = new Hanging(paragraph, widths, manner.justification().hang());
    this.opportunities = BreakOpportunities.of(copy, language);
    this.hyphens = hasHyphens(opportunities);
    this.contentEnds = contentEnds(copy);
    String text = copy.text();
    this.spaces = new int[text.length() + 1];
    this.spaceWidths = new long[text.length() + 1];
    for (int at = 0; at < text.length(); at++) {
      boolean space = text.charAt(at) == ' ';
      spaces[at + 1] = spaces[at] + (space ? 1 : 0);
      spaceWidths[at + 1] = spaceWidths[at] + (space ? widths[at + 1] - widths[at] : 0);
    }
    this.points = manner.kashidas() ? KashidaPoints.all(paragraph, manner.words()) : List.of();
    this.pointsBefore = pointsBefore(points, text.length());
    this.longer = new LongerForms(manner.kashidas() ? paragraph.elongations() : List.of());
  }

  private static int[] contentEnds(Copy copy) {
    String text = copy.text();
    var ends = new int[text.length() + 1];
    for (int at = 1; at < ends.length; at++) {
      boolean blank = text.charAt(at - 1) == ' ' || copy.isAdded(at - 1);
      ends[at] = blank ? ends[at - 1] : at;
    }
    return ends;
  }

  private static int[] pointsBefore(List<KashidaPoint> points, int length) {
    var before = new int[length + 1];
    for (KashidaPoint point : points) {
      before[point.letter() + 1]++;
    }
    for (int at = 0; at < length; at++) {
      before[at + 1] += before[at];
    }
    return before;
  }

  /** {@return how many places there are where a line may end; the last is the paragraph's end} */
  public int opportunities() {
    return opportunities.count();
  }

  /**
   * {@return the offset of such a place}
   *
   * @param number its number, from 0
   */
  public int opportunity(int number) {
    return opportunities.offset(number);
  }

  /** What a line costs that ends there, beyond how it looks. */
  int penalty(int number) {
    return switch (opportunities.kind(number)) {
      case SPACE, FORCED, END -> 0;
      case ORDINARY -> 20;
      case HYPHENATED -> 50;
      case ADDRESS -> 70;
    };
  }

  /**
   * {@return whether a line that ends there ends in a hyphen that the text does not have}
   *
   * @param number the place's number, from 0
   */
  public boolean isHyphenated(int number) {
    return opportunities.kind(number) == BreakOpportunities.Kind.HYPHENATED;
  }

  /** Whether it is such a place that ends a line here. */
  boolean isHyphenatedAt(int offset) {
    int number = hyphens ? numberAt(offset) : -1;
    return number >= 0 && isHyphenated(number);
  }

  /** Whether a line may end here, if there is room. */
  boolean isLegal(int offset) {
    return numberAt(offset) >= 0;
  }

  /** Negative: a line must not end there. */
  private int numberAt(int offset) {
    int low = 0;
    int high = opportunities.count();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (opportunities.offset(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < opportunities.count() && opportunities.offset(low) == offset ? low : -1;
  }

  boolean hasHyphens() {
    return hyphens;
  }

  private static boolean hasHyphens(BreakOpportunities opportunities) {
    for (int i = 0; i < opportunities.count(); i++) {
      if (opportunities.kind(i) == BreakOpportunities.Kind.HYPHENATED) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return whether the line must end there}
   *
   * @param offset an offset where a line may end
   */
  public boolean isForced(int offset) {
    return BreakOpportunities.isForced(copy, offset);
  }

  /**
   * {@return whether a line that ends there is left as short as it is}
   *
   * @param offset an offset where a line may end
   */
  boolean isLast(int offset) {
    return !manner.full() && (offset == copy.text().length() || isForced(offset));
  }

  /**
   * {@return the width of a line without the spaces at its end, before justification; the first
   * line's with its indent}
   *
   * @param from its first offset
   * @param to the offset after its last
   */
  public Length width(int from, int to) {
    var width = new Length(widths[contentEnd(from, to)] - widths[from]).plus(indent(from));
    if (hanging.isAllowed()) {
      width = width.minus(hangsBefore(from, to)).minus(hangsAfter(from, to));
    }
    return isHyphenatedAt(to) ? width.plus(hyphenWidth(to)) : width;
  }

  /** How much further in a line begins; it counts as a part of the line's width. */
  Length indent(int from) {
    return from == 0 ? manner.firstLine() : Length.ZERO;
  }

  /** How far a line's first character stands out into the margin. */
  Length hangsBefore(int from, int to) {
    boolean indented = from == 0 && !manner.firstLine().equals(Length.ZERO);
    return indented || contentEnd(from, to) - from < 2 ? Length.ZERO : hanging.of(from);
  }

  /** How far its last one does: the hyphen that is added there, or the text's. */
  Length hangsAfter(int from, int to) {
    int end = contentEnd(from, to);
    if (isHyphenatedAt(to)) {
      return hanging.ofHyphen(end - 1, hyphenWidth(to));
    }
    return end - from < 2 ? Length.ZERO : hanging.of(end - 1);
  }

  /** Shaping the hyphen is not free, and each place is asked for many times. */
  private Length hyphenWidth(int offset) {
    return hyphenWidths.computeIfAbsent(offset, paragraph::hyphenWidth);
  }

  /**
   * {@return the offset after a line's last character that is neither space nor forced end}
   *
   * @param from the line's first offset
   * @param to the offset after its last
   */
  public int contentEnd(int from, int to) {
    return Math.max(from, contentEnds[to]);
  }

  /** What it takes to bring a line to the measure, whatever stands above it. */
  Fit fit(int from, int to, Length measure, Fitting fitting) {
    return fit(from, to, measure, fitting, Integer.MAX_VALUE, null);
  }

  /** The same beneath another line, with no more kashidas than so many. */
  Fit fit(
      int from,
      int to,
      Length measure,
      Fitting fitting,
      int mostKashidas,
      @Nullable Fitness above) {
    if (isShortLast(from, to, measure)) {
      return Fit.NATURAL;
    }
    Fitting.Line line = line(from, to, measure, fitting, mostKashidas);
    Fit best = fit(line, fitting, above);
    if (longer.isEmpty() || isLast(to) || !line.slack().exceeds(Length.ZERO)) {
      return best;
    }
    for (Elongation word : longer.on(from, contentEnd(from, to))) {
      if (!word.gain().exceeds(line.slack())) {
        Fit with = fit(line.narrowed(word.gain()), fitting, above).with(word);
        best = with.badness() < best.badness() ? with : best;
      }
    }
    return best;
  }

  private static Fit fit(Fitting.Line line, Fitting fitting, @Nullable Fitness above) {
    Fit fit = fitting.fit(line);
    return above == null || fit.isOverfull() ? fit : fitting.beside(line, fit, above);
  }

  /** What remains as it is: a last line that is not too wide. */
  private boolean isShortLast(int from, int to, Length measure) {
    return isLast(to) && !width(from, to).exceeds(measure);
  }

  private Fitting.Line line(int from, int to, Length measure, Fitting fitting, int mostKashidas) {
    int end = contentEnd(from, to);
    int most = isLast(to) ? 0 : Math.min(mostKashidas, kashidas(from, end, fitting));
    return new Fitting.Line(measure.minus(width(from, to)), spaceWidth(from, to), most);
  }

  /** How many kashidas a line may have: a share of its words, and never two neighbours. */
  private int kashidas(int from, int to, Fitting fitting) {
    int allowed = fitting.kashidas(spaces[to] - spaces[from] + 1);
    int count = 0;
    int free = Integer.MIN_VALUE;
    for (int i = pointsBefore[from]; i < pointsBefore[to] && count < allowed; i++) {
      if (word(points.get(i)) >= free) {
        count++;
        free = word(points.get(i)) + 2;
      }
    }
    return count;
  }

  /** The places for kashidas on a line; a word may have several, of which one at most is used. */
  List<KashidaPoint> points(int from, int to) {
    return points.subList(pointsBefore[from], pointsBefore[contentEnd(from, to)]);
  }

  /** The number of the word that a point is in, counted by spaces. */
  int word(KashidaPoint point) {
    return spaces[point.letter()];
  }

  /** {@return how many spaces stand on a line, those at its end left out} */
  int spaces(int from, int to) {
    return spaces[contentEnd(from, to)] - spaces[from];
  }

  /** {@return the natural width of these spaces together} */
  Length spaceWidth(int from, int to) {
    return new Length(spaceWidths[contentEnd(from, to)] - spaceWidths[from]);
  }

  Manner manner() {
    return manner;
  }

  ShapedParagraph paragraph() {
    return paragraph;
  }

  /** {@return how many units of text there are} */
  int length() {
    return copy.text().length();
  }

  /** {@return the last word of a line} */
  String lastWord(int end) {
    int to = contentEnd(0, end);
    return copy.text().substring(copy.text().lastIndexOf(' ', to - 1) + 1, to);
  }

  /** {@return the word that an offset is in; of a long one, its beginning} */
  String wordAround(int at) {
    int start = copy.text().lastIndexOf(' ', at - 1) + 1;
    return copy.text().substring(start, Math.min(wordEnd(at), start + LONGEST_NAMED));
  }

  /** {@return where the word that an offset is in ends} */
  int wordEnd(int at) {
    int end = copy.text().indexOf(' ', at);
    return end < 0 ? length() : end;
  }

  /** The places between letters, for a word that no line can hold. */
  int[] letters() {
    if (letters == null) {
      letters = BreakOpportunities.letters(copy);
    }
    return letters;
  }

  /** Whether the character at an offset is a space between words. */
  boolean isSpace(int at) {
    return copy.text().charAt(at) == ' ';
  }

  /** Whether a word ends before the offset, though no line should. */
  boolean isBetweenWords(int offset) {
    return Character.isSpaceChar(copy.text().charAt(offset - 1));
  }
}
