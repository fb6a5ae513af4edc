package org.qirtas.compose;

import org.jspecify.annotations.Nullable;
import org.qirtas.article.Language;
import org.qirtas.measure.Length;
import org.qirtas.text.BreakOpportunities;
import org.qirtas.text.Copy;
import org.qirtas.text.ShapedParagraph;

/** A shaped paragraph as a line breaker sees it: widths, and where a line may end. */
public final class Breakable {
  private final Copy copy;
  private final long[] widths;
  private final int[] opportunities;

  /** For each offset, where the content before it ends. */
  private final int[] contentEnds;

  private int @Nullable [] letters;

  Breakable(ShapedParagraph paragraph, Language language) {
    this.copy = paragraph.copy();
    this.widths = paragraph.widths();
    this.opportunities = BreakOpportunities.of(copy, language).withoutHyphens();
    this.contentEnds = contentEnds(copy);
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

  /** {@return how many places there are where a line may end; the last is the paragraph's end} */
  public int opportunities() {
    return opportunities.length;
  }

  /**
   * {@return the offset of such a place}
   *
   * @param number its number, from 0
   */
  public int opportunity(int number) {
    return opportunities[number];
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
   * {@return the width of a line without the spaces at its end, before justification}
   *
   * @param from its first offset
   * @param to the offset after its last
   */
  public Length width(int from, int to) {
    return new Length(widths[contentEnd(from, to)] - widths[from]);
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

  /** {@return the places between letters, for a word that no line can hold} */
  int[] letters() {
    if (letters == null) {
      letters = BreakOpportunities.letters(copy);
    }
    return letters;
  }
}
