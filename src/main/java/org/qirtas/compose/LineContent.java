package org.qirtas.compose;

import java.util.List;
import org.qirtas.measure.Length;
import org.qirtas.text.GlyphRun;

/**
 * What stands on a line, before anything is stretched.
 *
 * @param start its first offset in the paragraph's text
 * @param end the offset after its last
 * @param runs its runs, in visual order
 * @param width how wide they are without the spaces at the line's end
 * @param trailing how wide those are
 */
record LineContent(int start, int end, List<GlyphRun> runs, Length width, Length trailing) {
  static LineContent of(Breakable paragraph, int start, int end) {
    List<GlyphRun> runs = paragraph.paragraph().line(start, end, paragraph.isHyphenatedAt(end));
    int contentEnd = paragraph.contentEnd(start, end);
    Length width = Length.ZERO;
    Length trailing = Length.ZERO;
    for (GlyphRun run : runs) {
      Length hanging = hanging(run, contentEnd);
      trailing = trailing.plus(hanging);
      width = width.plus(run.width().minus(hanging));
    }
    return new LineContent(start, end, runs, width, trailing);
  }

  private static Length hanging(GlyphRun run, int contentEnd) {
    Length width = Length.ZERO;
    for (int i = 0; i < run.count(); i++) {
      if (run.start() + run.cluster(i) >= contentEnd) {
        width = width.plus(Length.ofUnits(run.advance(i), run.font().unitsPerEm(), run.size()));
      }
    }
    return width;
  }
}
