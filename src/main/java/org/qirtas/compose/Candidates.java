package org.qirtas.compose;

import java.util.Arrays;
import java.util.BitSet;
import org.qirtas.measure.Length;

/**
 * Where lines of one measure may end: the paragraph's opportunities, and places inside of what no
 * line can hold: between its words where it has any, otherwise between its letters.
 */
final class Candidates {
  /** A line that ends inside a word, or where words belong together, for want of room. */
  static final int PARTED = 1_000;

  private int[] offsets;
  private int[] penalties;
  private int count;
  private final BitSet hyphens = new BitSet();

  private Candidates(int room) {
    offsets = new int[room];
    penalties = new int[room];
  }

  static Candidates of(Breakable paragraph, Length measure, boolean hyphenated) {
    var all = new Candidates(paragraph.opportunities() + 1);
    int start = 0;
    for (int i = 0; i < paragraph.opportunities(); i++) {
      int penalty = paragraph.penalty(i);
      if (!hyphenated && paragraph.isHyphenated(i)) {
        continue;
      }
      int end = paragraph.opportunity(i);
      if (paragraph.width(start, end).exceeds(measure)) {
        all.part(paragraph, start, end, measure);
      }
      all.hyphens.set(all.count, paragraph.isHyphenated(i));
      all.add(end, penalty);
      start = end;
    }
    return all;
  }

  private void part(Breakable paragraph, int start, int end, Length measure) {
    int[] letters = paragraph.letters();
    int first = firstAfter(letters, start);
    int piece = start;
    for (int i = first; i < letters.length && letters[i] <= end; i++) {
      boolean last = letters[i] == end;
      if (!last && !paragraph.isBetweenWords(letters[i])) {
        continue;
      }
      if (paragraph.width(piece, letters[i]).exceeds(measure)) {
        for (int k = firstAfter(letters, piece); letters[k] < letters[i]; k++) {
          add(letters[k], 2 * PARTED);
        }
      }
      if (!last) {
        add(letters[i], PARTED);
      }
      piece = letters[i];
    }
  }

  private static int firstAfter(int[] offsets, int at) {
    int found = Arrays.binarySearch(offsets, at);
    return found < 0 ? -found - 1 : found + 1;
  }

  private void add(int offset, int penalty) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * count + 16);
      penalties = Arrays.copyOf(penalties, 2 * count + 16);
    }
    offsets[count] = offset;
    penalties[count++] = penalty;
  }

  int count() {
    return count;
  }

  int offset(int number) {
    return offsets[number];
  }

  int penalty(int number) {
    return penalties[number];
  }

  boolean isHyphenated(int number) {
    return hyphens.get(number);
  }

  boolean isParted(int number) {
    return penalties[number] >= PARTED;
  }
}
