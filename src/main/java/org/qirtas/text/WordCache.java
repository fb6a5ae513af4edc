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
 * <p>A word is remembered only where HarfBuzz says that its neighbours cannot change it: it is
 * shaped between two spaces, and neither at its beginning nor at the space after it may the flag
 * "unsafe to concat" stand. One word in a run that fails this, and the whole run is shaped afresh.
 */
final class WordCache {
  private static final int MOST_WORDS = 50_000;

  private final Shaper shaper;
  private final boolean remembering;
  private final Map<Shaper.Manner, Shelf> shelves = new HashMap<>();

  WordCache(Shaper shaper, boolean remembering) {
    this.shaper = shaper;
    this.remembering = remembering;
  }

  private static final class Shelf extends LinkedHashMap<String, Optional<ShapedGlyphs>> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Optional<ShapedGlyphs>> eldest) {
      return size() > MOST_WORDS;
    }
  }

  ShapedGlyphs shape(String text, int start, int end, Shaper.Manner manner) {
    if (!remembering || !standsAlone(text, start, end)) {
      return shaper.shape(start, end, manner);
    }
    Shelf shelf = shelves.computeIfAbsent(manner, _ -> new Shelf());
    var pieces = new ArrayList<ShapedGlyphs>();
    var shifts = new ArrayList<Integer>();
    int at = start;
    while (at < end) {
      int wordEnd = at;
      if (text.charAt(at) == ' ') {
        wordEnd++;
      } else {
        while (wordEnd < end && text.charAt(wordEnd) != ' ') {
          wordEnd++;
        }
      }
      Optional<ShapedGlyphs> word =
          shelf.computeIfAbsent(text.substring(at, wordEnd), w -> learn(w, manner));
      if (word.isEmpty()) {
        return shaper.shape(start, end, manner);
      }
      pieces.add(word.get());
      shifts.add(at - start);
      at = wordEnd;
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

  private Optional<ShapedGlyphs> learn(String word, Shaper.Manner manner) {
    if (word.equals(" ")) {
      return Optional.of(shaper.shapeAlone(word, manner));
    }
    ShapedGlyphs between = shaper.shapeAlone(" " + word + " ", manner);
    int last = word.length() + 1;
    for (int i = 0; i < between.count(); i++) {
      int cluster = between.clusters()[i];
      if ((cluster <= 1 || cluster == last) && between.hasFlag(i, ShapedGlyphs.UNSAFE_TO_CONCAT)) {
        return Optional.empty();
      }
    }
    return Optional.of(between.row(1, between.count() - 1, -1));
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
