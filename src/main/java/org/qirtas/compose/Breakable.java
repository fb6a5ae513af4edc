package org.qirtas.compose;

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

  Breakable(ShapedParagraph paragraph, Language language) {
    this.copy = paragraph.copy();
    this.widths = paragraph.widths();
    this.opportunities = BreakOpportunities.lines(copy, language);
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
    int end = to;
    while (end > from && isSpace(copy.text().charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private boolean isSpace(char c) {
    return c == ' ' || c == '\u2028';
  }

  /** {@return the places between letters, for a word that no line can hold} */
  int[] letters() {
    return BreakOpportunities.letters(copy);
  }
}
