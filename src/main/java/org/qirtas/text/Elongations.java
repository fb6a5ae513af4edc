package org.qirtas.text;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.article.Direction;
import org.qirtas.measure.Length;

/** Finds the words that a font can draw in a longer form. */
final class Elongations {
  /** Justification alternates (OpenType's registered features). */
  static final String FEATURE = "jalt";

  private final ShapedParagraph paragraph;
  private final List<Elongation> found = new ArrayList<>();

  private Elongations(ShapedParagraph paragraph) {
    this.paragraph = paragraph;
  }

  /** In reading order; none where no font has the feature. */
  static List<Elongation> of(ShapedParagraph paragraph) {
    var all = new Elongations(paragraph);
    for (GlyphRun run : paragraph.runs()) {
      if (run.direction() == Direction.RIGHT_TO_LEFT && run.font().hasFeature(FEATURE)) {
        all.find(run);
      }
    }
    return List.copyOf(all.found);
  }

  private void find(GlyphRun run) {
    String text = run.text();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isOfWord(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        add(run, run.start() + at, run.start() + end);
      }
      at = end + 1;
    }
  }

  private static boolean isOfWord(char c) {
    return Character.isLetter(c) || ArabicWord.isTransparent(c);
  }

  private void add(GlyphRun run, int start, int end) {
    if (ArabicWord.of(paragraph.copy().text(), start, end).isSacred()) {
      return;
    }
    long usual = width(run, paragraph.shapedAnew(run, start, end, List.of()));
    long longer = width(run, paragraph.shapedAnew(run, start, end, List.of(FEATURE)));
    if (longer > usual) {
      found.add(new Elongation(start, end, new Length(longer - usual)));
    }
  }

  private static long width(GlyphRun run, ShapedGlyphs glyphs) {
    long width = 0;
    for (int advance : glyphs.advances()) {
      width += Length.ofUnits(advance, run.font().unitsPerEm(), run.size()).scaledPoints();
    }
    return width;
  }
}
