package org.qirtas.source.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.qirtas.source.letters.VisualOrder;

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
  private static final double SHORTEST_MEAN = 2.5;
  private static final double SURE_JUMP = 0.05;
  private static final int FEWEST = 20;

  private PdfWordGap() {}

  /** What is usual on a page. */
  static double of(List<PdfStretch> stretches) {
    return of(stretches, LONGEST_MEAN, MEASURES[3]);
  }

  /** The same for a line that may be set tighter than its page, or has blanks drawn. */
  static double of(List<PdfGlyph> line, double usual) {
    List<PdfStretch> alone = List.of(new PdfStretch(line));
    if (hasBlanks(line)) {
      return Math.max(usual, BESIDE_BLANKS);
    }
    double mean = mean(alone, usual);
    if (mean <= LONGEST_MEAN) {
      return usual;
    }
    OptionalDouble jump = jump(line, alone);
    if (jump.isPresent() && jump.getAsDouble() < usual) {
      return jump.getAsDouble();
    }
    if (mean <= JOINED_MEAN) {
      return usual;
    }
    // A line of long words has no measure that gives usual ones.
    return of(alone, LONGEST_MEAN, of(alone, JOINED_MEAN, usual));
  }

  /**
   * Where the gaps of a line are of two kinds, those within words and those between them, what lies
   * between the kinds. Words are set as far apart as each line has room for.
   */
  private static OptionalDouble jump(List<PdfGlyph> line, List<PdfStretch> alone) {
    double[] gaps = gaps(line);
    if (gaps.length < FEWEST) {
      return OptionalDouble.empty();
    }
    double usual = Math.max(0, gaps[gaps.length / 2]);
    double widest = SURE_JUMP;
    double measure = 0;
    for (int i = 1; i < gaps.length; i++) {
      double within = Math.max(0, gaps[i - 1] - usual);
      double between = Math.min(MEASURES[0], gaps[i] - usual);
      if (between - within > widest) {
        widest = between - within;
        measure = (within + between) / 2;
      }
    }
    double mean = measure == 0 ? 0 : mean(alone, measure + usual);
    return mean >= SHORTEST_MEAN && mean <= JOINED_MEAN
        ? OptionalDouble.of(measure)
        : OptionalDouble.empty();
  }

  /** The gaps between letters that read from the right, in sizes of the type, the least first. */
  private static double[] gaps(List<PdfGlyph> line) {
    var gaps = new ArrayList<Double>();
    for (int i = 1; i < line.size(); i++) {
      PdfGlyph before = line.get(i - 1);
      PdfGlyph glyph = line.get(i);
      if (isLetter(before) && isLetter(glyph)) {
        gaps.add((glyph.x() - before.right()) / glyph.size());
      }
    }
    return gaps.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static boolean isLetter(PdfGlyph glyph) {
    return VisualOrder.isRightToLeft(List.of(glyph.text()));
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
        boolean letter = isLetter(glyph);
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

  /** The widest measure with which words are no longer than so many letters on average. */
  private static double of(List<PdfStretch> stretches, double mean, double otherwise) {
    for (double measure : MEASURES) {
      if (mean(stretches, measure) <= mean) {
        return measure;
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
        boolean letter = isLetter(glyph);
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
