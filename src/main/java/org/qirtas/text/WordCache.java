package org.qirtas.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.qirtas.font.GlyphPairs;

/**
 * Words that were shaped before, by font and manner: news repeats its words.
 *
 * <p>A word is remembered with the space behind it, and only where nothing beyond the spaces at its
 * sides can change it. Most fonts' tables say which glyphs look for each other across a space; two
 * words that end and begin with such are remembered as one. Of other fonts HarfBuzz is asked: a
 * word is shaped between two spaces and two more; the inner ones must keep their own width, and the
 * outer ones must not be flagged "unsafe to concat", which HarfBuzz sets also where it looked at a
 * glyph in vain. One word in a run that fails this, and the whole run is shaped afresh; where many
 * do, a font's words are no longer tried.
 */
final class WordCache {
  private static final int MOST_WORDS = 50_000;

  /** What is longer is no word of any language, and would fill the memory. */
  private static final int LONGEST_WORD = 100;

  /** In these scripts, letters on either side of a space know nothing of each other. */
  private static final Set<String> PARTED_BY_SPACES =
      Set.of("Arab", "Hebr", "Latn", "Grek", "Cyrl");

  private final Shaper shaper;
  private final boolean remembering;
  private final Map<Shaper.Manner, Shelf> shelves = new HashMap<>();

  WordCache(Shaper shaper, boolean remembering) {
    this.shaper = shaper;
    this.remembering = remembering;
  }

  /**
   * Where a word stands in its run: HarfBuzz sees no space where the run ends.
   *
   * @param first whether the run begins with it
   * @param last whether the run ends with it
   */
  private record Word(String letters, boolean first, boolean last) {
    // What the compiler writes is too slow for something that every word asks for.
    @Override
    public int hashCode() {
      return letters.hashCode() + (first ? 1 : 0) + (last ? 2 : 0);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Word word
          && word.first == first
          && word.last == last
          && word.letters.equals(letters);
    }
  }

  /**
   * A word that was shaped.
   *
   * @param glyphs its own, and that of the space behind it, where there is one
   * @param head the glyphs of its first letter and the marks before it
   * @param tail the glyphs of its last letter and what rides on it
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Known(ShapedGlyphs glyphs, int[] head, int[] tail) {}

  /** No more than so many. */
  private static final class Words extends LinkedHashMap<Word, Optional<Known>> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Word, Optional<Known>> eldest) {
      return size() > MOST_WORDS;
    }
  }

  /** The words of one manner. */
  private static final class Shelf {
    private static final int TRIAL = 200;

    private final Words words = new Words();

    /** What the font's own rules say of words beside a word; empty where they do not tell. */
    private final Optional<GlyphPairs> across;

    private final ShapedGlyphs space;
    private int runs;
    private int failures;

    Shelf(Optional<GlyphPairs> across, ShapedGlyphs space) {
      this.across = across;
      this.space = space;
    }

    boolean meet(Known before, Known after) {
      if (across.isEmpty() || across.get().isEmpty()) {
        return false;
      }
      for (int left : before.tail) {
        for (int right : after.head) {
          if (across.get().contains(left, right)) {
            return true;
          }
        }
      }
      return false;
    }

    /** Whether it is not known what a space does beside another. */
    boolean isUnsureOfSpaces() {
      return across.isPresent() && !across.get().isEmpty();
    }

    boolean isHopeless() {
      return runs >= TRIAL && failures > runs / 4;
    }
  }

  ShapedGlyphs shape(String text, int start, int end, Shaper.Manner manner) {
    if (!remembering || !standsAlone(text, start, end)) {
      return shaper.shape(start, end, manner);
    }
    Shelf shelf = shelves.computeIfAbsent(manner, this::open);
    if (shelf.isHopeless()) {
      return shaper.shape(start, end, manner);
    }
    shelf.runs++;
    var row = new Row();
    Known last = null;
    int lastStart = start;
    int at = start;
    while (at < end) {
      int wordEnd = text.indexOf(' ', at, end);
      wordEnd = wordEnd < 0 ? end : wordEnd;
      Known word = null;
      if (wordEnd > at) {
        word = known(text, at, wordEnd, start, end, manner, shelf);
        if (word != null && last != null && shelf.meet(last, word)) {
          at = lastStart;
          word = known(text, at, wordEnd, start, end, manner, shelf);
          row.removeLast();
        }
        if (word == null) {
          shelf.failures++;
          return shaper.shape(start, end, manner);
        }
        row.add(word.glyphs, at - start);
      } else if (at > start && shelf.isUnsureOfSpaces()) {
        return shaper.shape(start, end, manner);
      } else {
        row.add(shelf.space, at - start);
      }
      last = word;
      lastStart = at;
      at = wordEnd + 1;
    }
    return row.joined(manner.rightToLeft());
  }

  private Shelf open(Shaper.Manner manner) {
    Optional<GlyphPairs> across =
        PARTED_BY_SPACES.contains(manner.script())
            ? manner.font().pairsAcross(' ')
            : Optional.empty();
    return new Shelf(across, shaper.shapeAlone(" ", manner));
  }

  /** A word, or several, from memory or for it; null where it cannot be remembered. */
  private @Nullable Known known(
      String text, int from, int to, int start, int end, Shaper.Manner manner, Shelf shelf) {
    if (to - from > LONGEST_WORD) {
      return null;
    }
    var word = new Word(text.substring(from, to), from == start, to == end);
    Optional<Known> known = shelf.words.get(word);
    if (known == null) {
      known = learn(word, manner, shelf);
      shelf.words.put(word, known);
    }
    return known.orElse(null);
  }

  /** Whether nothing outside the run can join to a letter in it. */
  private static boolean standsAlone(String text, int start, int end) {
    return !joins(text, start - 1) && !joins(text, end);
  }

  private static boolean joins(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    return switch (Character.getType(text.charAt(at))) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.DECIMAL_DIGIT_NUMBER ->
          false;
      default -> true;
    };
  }

  private Optional<Known> learn(Word word, Shaper.Manner manner, Shelf shelf) {
    boolean told = shelf.across.isPresent();
    int spaces = told ? 1 : 2;
    int before = word.first() ? 0 : spaces;
    int after = word.last() ? 0 : spaces;
    int end = before + word.letters().length();
    int taken = word.last() ? end : end + 1;
    ShapedGlyphs row =
        shaper.shapeAlone(" ".repeat(before) + word.letters() + " ".repeat(after), manner);
    int count = 0;
    int first = row.count();
    for (int i = 0; i < row.count(); i++) {
      int cluster = row.clusters()[i];
      if (cluster >= before && cluster < taken) {
        count++;
        first = Math.min(first, i);
      }
      boolean letter = cluster >= before && cluster < end;
      if (!letter
          && (isTouched(row, i, shelf.space)
              || (!told
                  && isOuter(cluster, before, end)
                  && row.hasFlag(i, ShapedGlyphs.UNSAFE_TO_CONCAT)))) {
        return Optional.empty();
      }
    }
    return Optional.of(known(word.letters(), row.row(first, first + count, -before)));
  }

  private static Known known(String letters, ShapedGlyphs glyphs) {
    int head = 0;
    while (head < letters.length() - 1 && rides(letters.charAt(head))) {
      head++;
    }
    int tail = letters.length() - 1;
    while (tail > 0 && rides(letters.charAt(tail))) {
      tail--;
    }
    // A ligature is its first letter's.
    int owner = 0;
    for (int cluster : glyphs.clusters()) {
      owner = cluster <= tail ? Math.max(owner, cluster) : owner;
    }
    return new Known(
        glyphs, idsBetween(glyphs, 0, head), idsBetween(glyphs, owner, letters.length() - 1));
  }

  private static boolean rides(char c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
      default -> false;
    };
  }

  private static int[] idsBetween(ShapedGlyphs glyphs, int from, int to) {
    var ids = IntStream.builder();
    for (int i = 0; i < glyphs.count(); i++) {
      if (glyphs.clusters()[i] >= from && glyphs.clusters()[i] <= to) {
        ids.add(glyphs.ids()[i]);
      }
    }
    return ids.build().toArray();
  }

  /** Whether a flag there says that what stands beyond the word's own space can reach it. */
  private static boolean isOuter(int cluster, int before, int end) {
    return (before > 0 && cluster == 1) || cluster == end + 1;
  }

  private static boolean isTouched(ShapedGlyphs row, int at, ShapedGlyphs space) {
    return space.count() != 1
        || row.ids()[at] != space.ids()[0]
        || row.advances()[at] != space.advances()[0]
        || row.dx()[at] != space.dx()[0]
        || row.dy()[at] != space.dy()[0];
  }

  /** Words in logical order, of which one row in visual order is made. */
  private static final class Row {
    private final ArrayList<ShapedGlyphs> pieces = new ArrayList<>();
    private int[] shifts = new int[32];
    private int count;

    /**
     * Adds a piece.
     *
     * @param shift where it stands in the run
     */
    void add(ShapedGlyphs piece, int shift) {
      if (pieces.size() == shifts.length) {
        shifts = Arrays.copyOf(shifts, 2 * shifts.length);
      }
      shifts[pieces.size()] = shift;
      pieces.add(piece);
      count += piece.count();
    }

    void removeLast() {
      count -= pieces.removeLast().count();
    }

    ShapedGlyphs joined(boolean rightToLeft) {
      ShapedGlyphs all = ShapedGlyphs.room(count);
      int to = 0;
      for (int i = 0; i < pieces.size(); i++) {
        int which = rightToLeft ? pieces.size() - 1 - i : i;
        ShapedGlyphs piece = pieces.get(which);
        all.copyAll(to, piece, shifts[which]);
        to += piece.count();
      }
      return all;
    }
  }
}
