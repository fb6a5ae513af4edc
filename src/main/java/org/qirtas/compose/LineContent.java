package org.qirtas.compose;

import java.util.List;
import java.util.Optional;
import org.qirtas.measure.Length;
import org.qirtas.text.Elongation;
import org.qirtas.text.GlyphRun;

/**
 * What stands on a line, before anything is stretched.
 *
 * @param start its first offset in the paragraph's text
 * @param end the offset after its last
 * @param runs its runs, in visual order
 * @param width how much of the measure they take, with the indent of a first line
 * @param before how far they stand out into the margin where reading begins; negative: are indented
 * @param after how far they stand out into the other margin, with the spaces at the line's end
 */
record LineContent(
    int start, int end, List<GlyphRun> runs, Length width, Length before, Length after) {
  static LineContent of(Breakable paragraph, int start, int end) {
    return of(paragraph, start, end, Optional.empty());
  }

  /** The same line with a word in its font's longer form. */
  LineContent with(Elongation word, Breakable paragraph) {
    return of(paragraph, start, end, Optional.of(word));
  }

  private static LineContent of(
      Breakable paragraph, int start, int end, Optional<Elongation> elongation) {
    List<GlyphRun> runs =
        paragraph.paragraph().line(start, end, paragraph.isHyphenatedAt(end), elongation);
    int contentEnd = paragraph.contentEnd(start, end);
    Length before = paragraph.hangsBefore(start, end).minus(paragraph.indent(start));
    Length after = paragraph.hangsAfter(start, end);
    Length width = Length.ZERO.minus(before).minus(after);
    for (GlyphRun run : runs) {
      Length spaces = trailing(run, contentEnd);
      after = after.plus(spaces);
      width = width.plus(run.width().minus(spaces));
    }
    return new LineContent(start, end, runs, width, before, after);
  }

  /** The spaces at the line's end. */
  private static Length trailing(GlyphRun run, int contentEnd) {
    Length width = Length.ZERO;
    for (int i = 0; i < run.count(); i++) {
      if (run.start() + run.cluster(i) >= contentEnd) {
        width = width.plus(Length.ofUnits(run.advance(i), run.font().unitsPerEm(), run.size()));
      }
    }
    return width;
  }
}
