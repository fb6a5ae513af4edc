package org.qirtas.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.qirtas.measure.Length;

/** Fills each line as far as it goes, and never looks back. */
public final class FirstFit implements LineBreaker {
  /** A breaker without memory: one serves all. */
  public FirstFit() {}

  @Override
  public Breaks breaks(Breakable paragraph, Length measure) {
    var ends = new ArrayList<Integer>();
    int start = 0;
    int fits = -1;
    for (int i = 0; i < paragraph.opportunities(); i++) {
      if (paragraph.isHyphenated(i)) {
        continue;
      }
      int end = paragraph.opportunity(i);
      if (paragraph.width(start, end).exceeds(measure)) {
        if (fits > start) {
          ends.add(fits);
          start = fits;
        }
        if (paragraph.width(start, end).exceeds(measure)) {
          start = breakWord(paragraph, start, end, measure, ends);
        }
      }
      fits = end;
      if (paragraph.isForced(end)) {
        ends.add(end);
        start = end;
      }
    }
    // Without a word there is no line.
    if (fits > 0 && (ends.isEmpty() || ends.getLast() < fits)) {
      ends.add(fits);
    }
    return Breaks.unweighed(ends);
  }

  /** A word wider than the measure is parted between letters; the start of what is left over. */
  private static int breakWord(
      Breakable paragraph, int start, int end, Length measure, List<Integer> ends) {
    int[] letters = paragraph.letters();
    int line = start;
    int at = Arrays.binarySearch(letters, start);
    int fits = start;
    for (at = at < 0 ? -at - 1 : at; at < letters.length && letters[at] <= end; at++) {
      if (paragraph.width(line, letters[at]).exceeds(measure) && fits > line) {
        ends.add(fits);
        line = fits;
      }
      fits = letters[at];
    }
    return line;
  }
}
