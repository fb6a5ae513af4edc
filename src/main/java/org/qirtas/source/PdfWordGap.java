package org.qirtas.source;

import java.util.List;

/**
 * How wide a gap is that parts words on a page, in sizes of the type. Many programs draw no blanks
 * and set words apart by a third of the size, or by a twentieth; in others a letter that does not
 * join stands off by an eighth. So the widest measure counts that gives words of usual length.
 */
final class PdfWordGap {
  private static final double[] MEASURES = {0.25, 0.2, 0.16, 0.13, 0.1, 0.07, 0.05, 0.035};
  private static final double LONGEST_MEAN = 6.3;
  private static final double JOINED_MEAN = 8;
  private static final double BESIDE_BLANKS = 0.4;
  private static final int LETTERS_A_BLANK = 12;
  private static final int FEWEST = 20;

  private PdfWordGap() {}

  /** What is usual on a page. */
  static double of(List<PdfStretch> stretches) {
    return of(stretches, 0, MEASURES[3]);
  }

  /** The same for a line that may be set tighter than its page, or has blanks drawn. */
  static double of(List<PdfGlyph> line, double usual) {
    List<PdfStretch> alone = List.of(new PdfStretch(line));
    if (hasBlanks(line)) {
      return Math.max(usual, BESIDE_BLANKS);
    }
    return mean(alone, usual) > JOINED_MEAN ? of(alone, 0, usual) : usual;
  }

  /**
   * Whether blanks are drawn: between words that read from the right, where there are such. A line
   * can have them in one font and none in another.
   */
  private static boolean hasBlanks(List<PdfGlyph> line) {
    int letters = 0;
    int blanks = 0;
    int among = 0;
    int pending = 0;
    boolean after = false;
    for (PdfGlyph glyph : line) {
      if (glyph.isBlank()) {
        blanks++;
        pending++;
      } else {
        boolean letter = PdfOrder.isRightToLeft(List.of(glyph.text()));
        letters += letter ? 1 : 0;
        among += letter && after ? pending : 0;
        after = letter;
        pending = 0;
      }
    }
    return letters == 0
        ? blanks * LETTERS_A_BLANK >= line.size() - blanks
        : among * LETTERS_A_BLANK >= letters;
  }

  private static double of(List<PdfStretch> stretches, int from, double otherwise) {
    for (int i = from; i < MEASURES.length; i++) {
      if (mean(stretches, MEASURES[i]) <= LONGEST_MEAN) {
        return MEASURES[i];
      }
    }
    return otherwise;
  }

  /** How long words are on average with a measure; too few letters say nothing. */
  private static double mean(List<PdfStretch> stretches, double measure) {
    int letters = 0;
    int words = 0;
    for (PdfStretch stretch : stretches) {
      boolean inside = false;
      double right = 0;
      for (PdfGlyph glyph : stretch.glyphs()) {
        boolean letter = PdfOrder.isRightToLeft(List.of(glyph.text()));
        if (letter) {
          letters += glyph.text().length();
          boolean joined = inside && glyph.x() - right <= measure * glyph.size();
          words += joined ? 0 : 1;
          right = glyph.right();
        }
        inside = letter;
      }
    }
    return letters < FEWEST ? 0 : (double) letters / words;
  }
}
