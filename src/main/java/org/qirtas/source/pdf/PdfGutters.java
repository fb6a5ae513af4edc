package org.qirtas.source.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the empty bands between columns that are set so close that one could take them for a wide
 * blank: in lines that follow each other there is a gap in the same place. Gaps between words meet
 * like that by chance for a few lines only, and never as widely.
 */
final class PdfGutters {
  private static final double NARROWEST = 0.5;
  private static final double WIDE = 1.1;
  private static final int FEWEST = 7;
  private static final int FEWEST_WIDE = 4;

  /**
   * An empty stretch of a line, in points from the page's left.
   *
   * @param from where it begins
   * @param to where it ends
   */
  private record Gap(double from, double to) {
    double middle() {
      return (from + to) / 2;
    }

    double width() {
      return to - from;
    }

    Gap common(Gap other) {
      return new Gap(Math.max(from, other.from), Math.min(to, other.to));
    }
  }

  /** A line's extent, the gaps in it, and the least that parts columns there. */
  private record Row(double left, double right, List<Gap> gaps, double narrowest) {}

  private final List<Row> rows = new ArrayList<>();
  private final List<List<Double>> cuts = new ArrayList<>();

  private PdfGutters(List<List<PdfGlyph>> page) {
    for (List<PdfGlyph> glyphs : page) {
      rows.add(row(glyphs));
      cuts.add(new ArrayList<>());
    }
    for (int i = 0; i < rows.size(); i++) {
      for (Gap gap : rows.get(i).gaps()) {
        if (cuts.get(i).stream().noneMatch(x -> gap.from() < x && x < gap.to())) {
          follow(i, gap);
        }
      }
    }
  }

  /**
   * Looks at a page.
   *
   * @param page its lines from the top down, each line's glyphs from left to right
   * @return for each line where it is to be cut, in points from the left
   */
  static List<List<Double>> of(List<List<PdfGlyph>> page) {
    return new PdfGutters(page).cuts;
  }

  private static Row row(List<PdfGlyph> glyphs) {
    double size = glyphs.stream().mapToDouble(PdfGlyph::size).max().orElse(1);
    double narrowest = NARROWEST * size;
    double left = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    var gaps = new ArrayList<Gap>();
    for (PdfGlyph glyph : glyphs) {
      if (!glyph.isBlank()) {
        if (glyph.x() - right >= narrowest && left < right) {
          gaps.add(new Gap(right, glyph.x()));
        }
        left = Math.min(left, glyph.x());
        right = Math.max(right, glyph.right());
      }
    }
    return new Row(left, right, gaps, narrowest);
  }

  /** Goes down the page as long as no line stands across the gap. */
  private void follow(int first, Gap seed) {
    var run = new ArrayList<Integer>();
    int before = 0;
    int behind = 0;
    Gap band = seed;
    for (int i = first; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.right() <= band.from() + row.narrowest()
          || row.left() >= band.to() - row.narrowest()) {
        // Columns whose lines do not stand level have edges at the band, one or the other.
        before += Math.abs(row.right() - band.from()) < row.narrowest() ? 1 : 0;
        behind += Math.abs(row.left() - band.to()) < row.narrowest() ? 1 : 0;
        continue;
      }
      Gap held = band;
      Optional<Gap> common =
          row.gaps().stream()
              .map(held::common)
              .filter(gap -> gap.width() >= row.narrowest())
              .findFirst();
      if (common.isEmpty()) {
        break;
      }
      band = common.get();
      run.add(i);
    }
    boolean wide = band.width() >= WIDE / NARROWEST * rows.get(first).narrowest();
    int lines = run.size() + Math.min(before, behind);
    if (lines >= (wide ? FEWEST_WIDE : FEWEST)) {
      double x = band.middle();
      run.forEach(i -> cuts.get(i).add(x));
    }
  }
}
