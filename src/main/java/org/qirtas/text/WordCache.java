package org.qirtas.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words that were shaped before, by font and manner: news repeats its words.
 *
 * <p>A word is remembered only where HarfBuzz says that nothing beyond the spaces at its sides can
 * change it. It is shaped between two spaces and two more, and none of the four may be touched by a
 * lookup: the inner ones keep their own width, and the outer ones are not flagged "unsafe to
 * concat", which HarfBuzz sets also where it looked at a glyph in vain. One word in a run that
 * fails this, and the whole run is shaped afresh. A font that kerns with the space, as Amiri does,
 * fails almost always; once that has shown, its words are no longer tried.
 */
final class WordCache {
  private static final int MOST_WORDS = 50_000;

  /** What is longer is no word of any language, and would fill the memory. */
  private static final int LONGEST_WORD = 100;

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
  private record Word(String letters, boolean first, boolean last) {}

  private static final class Shelf extends LinkedHashMap<Word, Optional<ShapedGlyphs>> {
    private static final long serialVersionUID = 1L;
    private static final int TRIAL = 200;

    private int runs;
    private int failures;

    boolean isHopeless() {
      return runs >= TRIAL && failures > runs / 4;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Word, Optional<ShapedGlyphs>> eldest) {
      return size() > MOST_WORDS;
    }
  }

  ShapedGlyphs shape(String text, int start, int end, Shaper.Manner manner) {
    if (!remembering || !standsAlone(text, start, end)) {
      return shaper.shape(start, end, manner);
    }
    Shelf shelf = shelves.computeIfAbsent(manner, _ -> new Shelf());
    if (shelf.isHopeless()) {
      return shaper.shape(start, end, manner);
    }
    shelf.runs++;
    ShapedGlyphs space =
        shelf
            .computeIfAbsent(
                new Word(" ", true, true), _ -> Optional.of(shaper.shapeAlone(" ", manner)))
            .orElseThrow();
    var pieces = new ArrayList<ShapedGlyphs>();
    var shifts = new ArrayList<Integer>();
    int at = start;
    while (at < end) {
      int wordEnd = text.indexOf(' ', at, end);
      wordEnd = wordEnd < 0 ? end : wordEnd;
      if (wordEnd - at > LONGEST_WORD) {
        return shaper.shape(start, end, manner);
      }
      if (wordEnd > at) {
        var word = new Word(text.substring(at, wordEnd), at == start, wordEnd == end);
        Optional<ShapedGlyphs> glyphs = shelf.computeIfAbsent(word, w -> learn(w, manner, space));
        if (glyphs.isEmpty()) {
          shelf.failures++;
          return shaper.shape(start, end, manner);
        }
        pieces.add(glyphs.get());
        shifts.add(at - start);
      }
      if (wordEnd < end) {
        pieces.add(space);
        shifts.add(wordEnd - start);
      }
      at = wordEnd + 1;
    }
    return join(pieces, shifts, manner.rightToLeft());
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

  private Optional<ShapedGlyphs> learn(Word word, Shaper.Manner manner, ShapedGlyphs space) {
    int before = word.first() ? 0 : 2;
    int after = word.last() ? 0 : 2;
    int end = before + word.letters().length();
    ShapedGlyphs row =
        shaper.shapeAlone(" ".repeat(before) + word.letters() + " ".repeat(after), manner);
    int letters = 0;
    int first = row.count();
    for (int i = 0; i < row.count(); i++) {
      int cluster = row.clusters()[i];
      if (cluster >= before && cluster < end) {
        letters++;
        first = Math.min(first, i);
      } else if (isTouched(row, i, space)
          || (isOuter(cluster, before, end) && row.hasFlag(i, ShapedGlyphs.UNSAFE_TO_CONCAT))) {
        return Optional.empty();
      }
    }
    return Optional.of(row.row(first, first + letters, -before));
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

  /** Puts words, given in logical order, into one row in visual order. */
  private static ShapedGlyphs join(
      List<ShapedGlyphs> pieces, List<Integer> shifts, boolean rightToLeft) {
    int count = 0;
    for (ShapedGlyphs piece : pieces) {
      count += piece.count();
    }
    ShapedGlyphs all = ShapedGlyphs.room(count);
    int to = 0;
    for (int i = 0; i < pieces.size(); i++) {
      int which = rightToLeft ? pieces.size() - 1 - i : i;
      ShapedGlyphs piece = pieces.get(which);
      for (int j = 0; j < piece.count(); j++) {
        all.copy(to++, piece, j, shifts.get(which));
      }
    }
    return all;
  }
}
