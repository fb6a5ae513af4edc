package org.qirtas.compose;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.qirtas.article.Block;
import org.qirtas.article.Language;
import org.qirtas.profile.Digits;

/**
 * What footnotes are called in print.
 *
 * @param byName each note's number, as printed
 */
record NoteLabels(Map<String, String> byName) {
  NoteLabels {
    byName = Map.copyOf(byName);
  }

  /** Counted from the article's beginning, in the order of their marks. */
  static NoteLabels inOrder(Footnotes notes, Counting counting) {
    var labels = new HashMap<String, String>();
    for (Block.Footnote note : notes.all()) {
      labels.putIfAbsent(note.name(), counting.number(labels.size() + 1));
    }
    return new NoteLabels(labels);
  }

  /** Which digits notes are counted in. */
  record Counting(Language language, Digits digits) {
    String number(int number) {
      return Numerals.of(number, language, digits);
    }
  }

  /** Counts from each page's head. */
  static final class ByPage {
    private final Counting counting;
    private final Map<String, String> labels = new LinkedHashMap<>();

    ByPage(Counting counting) {
      this.counting = counting;
    }

    void count(Page page) {
      int number = 1;
      var shown = Strip.of(org.qirtas.measure.Length.ZERO, page.upright());
      for (String name : NoteMarks.namesIn(shown)) {
        if (labels.putIfAbsent(name, counting.number(number)) == null) {
          number++;
        }
      }
    }

    /** {@return the numbers found; notes without marks keep theirs} */
    NoteLabels labels(NoteLabels before) {
      var all = new HashMap<>(before.byName());
      all.putAll(labels);
      return new NoteLabels(all);
    }
  }
}
