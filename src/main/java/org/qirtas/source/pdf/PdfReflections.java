package org.qirtas.source.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the reflections on a page: letters drawn as a mirror shows them, which the page has upright
 * too. What is drawn mirrored throughout, such as a film for printing, is the text itself.
 */
final class PdfReflections {
  /** Fewer are brackets and arrows, which programs turn over to have their other side. */
  private static final int FEWEST_LETTERS = 4;

  private PdfReflections() {}

  /**
   * Looks at a page.
   *
   * @param drawn its glyphs, in the order in which they were drawn
   * @param mirrored the indexes of those that are drawn mirrored
   * @return those that only show others again
   */
  static Set<PdfGlyph> of(List<PdfGlyph> drawn, Set<Integer> mirrored) {
    var reflections = new HashSet<PdfGlyph>();
    if (mirrored.isEmpty()) {
      return reflections;
    }
    var upright = new StringBuilder();
    for (PdfGlyph glyph : drawn) {
      upright.append(mirrored.contains(glyph.index()) ? "\n" : letters(glyph));
    }
    var run = new ArrayList<PdfGlyph>();
    for (PdfGlyph glyph : drawn) {
      if (mirrored.contains(glyph.index())) {
        run.add(glyph);
      } else {
        take(run, upright, reflections);
      }
    }
    take(run, upright, reflections);
    return reflections;
  }

  private static void take(List<PdfGlyph> run, StringBuilder upright, Set<PdfGlyph> reflections) {
    var letters = new StringBuilder();
    run.forEach(glyph -> letters.append(letters(glyph)));
    if (letters.length() >= FEWEST_LETTERS && upright.indexOf(letters.toString()) >= 0) {
      reflections.addAll(run);
    }
    run.clear();
  }

  private static String letters(PdfGlyph glyph) {
    return glyph.isBlank() ? "" : glyph.text();
  }
}
