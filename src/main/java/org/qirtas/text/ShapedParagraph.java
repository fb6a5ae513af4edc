package org.qirtas.text;

import com.ibm.icu.text.Bidi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qirtas.article.Direction;
import org.qirtas.measure.Length;

/** A paragraph whose glyphs are known, before it is broken into lines. One thread's. */
public final class ShapedParagraph {
  private final Copy copy;
  private final BidiLevels bidi;
  private final Shaper shaper;
  private final List<GlyphRun> runs;
  private final List<Warning> warnings;

  /**
   * A character that could not be set as it stands, where the paragraph has it first.
   *
   * @param code which kind: {@code text.no-glyph} or {@code text.replaced}
   * @param character the code point
   * @param at its offset in the copy's text
   */
  public record Warning(String code, int character, int at) {}

  private ShapedParagraph(
      Copy copy, BidiLevels bidi, Shaper shaper, List<GlyphRun> runs, List<Warning> warnings) {
    this.copy = copy;
    this.bidi = bidi;
    this.shaper = shaper;
    this.runs = List.copyOf(runs);
    this.warnings = warnings;
  }

  /**
   * Orders, parts and shapes a paragraph.
   *
   * @param copy the paragraph
   * @param base its direction (UAX #9 HL1)
   * @param fonts where its fonts come from
   * @param shaper who shapes it
   * @return the paragraph with its glyphs
   */
  public static ShapedParagraph shape(Copy copy, Direction base, FontChoice fonts, Shaper shaper) {
    BidiLevels bidi = BidiLevels.of(copy.text(), base);
    shaper.begin(copy);
    var runs = new ArrayList<GlyphRun>();
    var warnings = new LinkedHashMap<String, Warning>();
    for (Itemiser.Item item : new Itemiser(copy, bidi, fonts).items()) {
      if (copy.isAdded(item.start())) {
        continue;
      }
      GlyphRun run = shape(copy, item, shaper);
      runs.add(run);
      noteMissing(run, warnings);
    }
    copy.replaced().forEach(at -> note(new Warning("text.replaced", 0xFFFD, at), warnings));
    return new ShapedParagraph(copy, bidi, shaper, runs, List.copyOf(warnings.values()));
  }

  private static GlyphRun shape(Copy copy, Itemiser.Item item, Shaper shaper) {
    Setting setting = copy.spans().get(item.span()).setting();
    var traits =
        new GlyphRun.Traits(
            item.font(),
            setting.size().times(setting.families().fit(item.font().family()).size()),
            setting.language(),
            item.script(),
            item.level(),
            item.span());
    ShapedGlyphs glyphs =
        shaper.shapeByWords(copy.text(), item.start(), item.end(), manner(traits, setting));
    return new GlyphRun(
        traits, copy.text().substring(item.start(), item.end()), item.start(), glyphs);
  }

  private static Shaper.Manner manner(GlyphRun.Traits traits, Setting setting) {
    return new Shaper.Manner(
        traits.font(),
        traits.script(),
        traits.language().tag(),
        setting.features(),
        (traits.level() & 1) == 1);
  }

  private static void noteMissing(GlyphRun run, Map<String, Warning> warnings) {
    for (int i = 0; i < run.count(); i++) {
      if (run.glyph(i) == 0) {
        int at = run.cluster(i);
        note(new Warning("text.no-glyph", run.text().codePointAt(at), run.start() + at), warnings);
      }
    }
  }

  /** A character is warned of once, where it comes first: a page of them would say no more. */
  private static void note(Warning warning, Map<String, Warning> warnings) {
    warnings.merge(
        warning.code() + ' ' + warning.character(),
        warning,
        (known, other) -> known.at() <= other.at() ? known : other);
  }

  /** {@return the copy that it was made from} */
  public Copy copy() {
    return copy;
  }

  /** {@return its direction} */
  public Direction direction() {
    return bidi.direction();
  }

  /** {@return its runs in logical order} */
  public List<GlyphRun> runs() {
    return runs;
  }

  /** {@return what could not be set as it stands} */
  public List<Warning> warnings() {
    return warnings;
  }

  /**
   * A line of the paragraph.
   *
   * @param start its first unit in the copy's text
   * @param end the unit after its last
   * @return its runs from left to right (UAX #9 L1, L2); shaped anew where a break changes letters
   */
  public List<GlyphRun> line(int start, int end) {
    return line(start, end, false);
  }

  /**
   * A line of the paragraph, which may end within a word.
   *
   * @param start its first unit in the copy's text
   * @param end the unit after its last
   * @param hyphenated whether a hyphen is added at its end; it is a run of its own, see {@link
   *     GlyphRun#isHyphen}, and of the level of the letters that it follows
   * @return its runs from left to right (UAX #9 L1, L2); shaped anew where a break changes letters
   */
  public List<GlyphRun> line(int start, int end, boolean hyphenated) {
    return line(start, end, hyphenated, Optional.empty());
  }

  /**
   * A line of the paragraph, in which a word may be drawn longer.
   *
   * @param start its first unit in the copy's text
   * @param end the unit after its last
   * @param hyphenated whether a hyphen is added at its end
   * @param elongation the word that is drawn in its font's longer form
   * @return its runs from left to right (UAX #9 L1, L2); shaped anew where a break changes letters
   */
  public List<GlyphRun> line(
      int start, int end, boolean hyphenated, Optional<Elongation> elongation) {
    if (start == end) {
      return List.of();
    }
    byte[] line = bidi.line(start, end);
    var parts = new ArrayList<GlyphRun>();
    for (int i = firstRunEndingAfter(start); i < runs.size() && runs.get(i).start() < end; i++) {
      addParts(runs.get(i), start, end, line, elongation, parts);
    }
    if (hyphenated && !parts.isEmpty()) {
      hyphen(end, parts.getLast().level()).ifPresent(parts::add);
    }
    return inVisualOrder(parts);
  }

  /**
   * {@return how much wider a line becomes by the hyphen that is added at its end, kerned with the
   * letter before it}
   *
   * @param end the line's end, within a word
   */
  public Length hyphenWidth(int end) {
    return hyphen(end, 0).map(GlyphRun::width).orElse(Length.ZERO);
  }

  /** None where the font has no hyphen, or the text there is not written from the left. */
  private Optional<GlyphRun> hyphen(int end, int level) {
    int number = end < 1 ? runs.size() : firstRunEndingAfter(end - 1);
    if (number == runs.size()
        || runs.get(number).start() >= end
        || runs.get(number).direction() == Direction.RIGHT_TO_LEFT) {
      return Optional.empty();
    }
    GlyphRun run = runs.get(number);
    Setting setting = copy.spans().get(run.span()).setting();
    return shaper
        .hyphens()
        .after(copy.text().substring(run.start(), end), manner(run.traits(), setting))
        .map(glyph -> GlyphRun.hyphen(run.traits().at(level), end - 1, glyph));
  }

  /** {@return its own level (UAX #9 P3): 1 where it is read from the right, else 0} */
  public int level() {
    return direction() == Direction.RIGHT_TO_LEFT ? 1 : 0;
  }

  /**
   * {@return the run that a character is in; none where it is not the writer's}
   *
   * @param at the character's offset in the copy's text
   */
  public Optional<GlyphRun> runAt(int at) {
    int number = firstRunEndingAfter(at);
    return number < runs.size() && runs.get(number).start() <= at
        ? Optional.of(runs.get(number))
        : Optional.empty();
  }

  /** {@return the number of the first run that ends after an offset of the copy's text} */
  int runNumberAt(int at) {
    return firstRunEndingAfter(at);
  }

  private int firstRunEndingAfter(int at) {
    int low = 0;
    int high = runs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runs.get(middle).end() > at) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * {@return for each offset of the copy's text, and its end, how wide all that stands before it
   * is, in scaled points, before justification}
   */
  public long[] widths() {
    var widths = new long[copy.text().length() + 1];
    var advances = new long[copy.text().length()];
    runs.forEach(run -> run.addAdvances(advances));
    for (int i = 0; i < advances.length; i++) {
      widths[i + 1] = widths[i] + advances[i];
    }
    return widths;
  }

  /** {@return the words that their fonts can draw longer, in reading order} */
  public List<Elongation> elongations() {
    return Elongations.of(this);
  }

  private void addParts(
      GlyphRun run,
      int start,
      int end,
      byte[] line,
      Optional<Elongation> elongation,
      List<GlyphRun> parts) {
    int from = Math.max(run.start(), start);
    int to = Math.min(run.end(), end);
    GlyphRun whole =
        elongation
            .filter(word -> word.start() >= from && word.end() <= to)
            .map(word -> elongated(run, from, to, word))
            .orElseGet(() -> fresh(run, from, to));
    // L1 may give the white space at a line's end another level than the rest of its run.
    int at = from;
    while (at < to) {
      int level = line[at - start];
      int stop = at + 1;
      while (stop < to && line[stop - start] == level) {
        stop++;
      }
      parts.add(whole.part(at, stop, level));
      at = stop;
    }
  }

  private GlyphRun fresh(GlyphRun run, int from, int to) {
    boolean safe =
        (from == run.start() || !run.isUnsafeToBreakBefore(from))
            && (to == run.end() || !run.isUnsafeToBreakBefore(to));
    if (safe) {
      return run.part(from, to, run.level());
    }
    return anew(run, from, to, List.of());
  }

  private GlyphRun elongated(GlyphRun run, int from, int to, Elongation word) {
    // HarfBuzz counts a feature's range as it counts clusters, from the paragraph's start.
    String feature = Elongations.FEATURE + '[' + word.start() + ':' + word.end() + ']';
    return anew(run, from, to, List.of(feature));
  }

  private GlyphRun anew(GlyphRun run, int from, int to, List<String> more) {
    return new GlyphRun(
        run.traits(), copy.text().substring(from, to), from, shapedAnew(run, from, to, more));
  }

  /** A part of a run, with more features than its setting has. */
  ShapedGlyphs shapedAnew(GlyphRun run, int from, int to, List<String> more) {
    shaper.begin(copy);
    Shaper.Manner manner = manner(run.traits(), copy.spans().get(run.span()).setting());
    return shaper.shape(from, to, manner.with(more));
  }

  private static List<GlyphRun> inVisualOrder(List<GlyphRun> logical) {
    var levels = new byte[logical.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) logical.get(i).level();
    }
    int[] order = Bidi.reorderVisual(levels);
    var visual = new ArrayList<GlyphRun>();
    for (int i : order) {
      visual.add(logical.get(i));
    }
    return visual;
  }
}
