package org.qirtas.source.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/** A whole font: what each of its glyphs looks like, and the letters that it stands for. */
final class KnownFont {
  /**
   * A glyph of it.
   *
   * @param outline what it looks like
   * @param letters what it stands for, in logical order
   */
  record Known(GlyphOutline outline, String letters) {}

  private static final double EM = 1000;

  private final List<Known> glyphs = new ArrayList<>();

  private KnownFont() {}

  /**
   * Reads a TrueType font's file.
   *
   * @param dotted is told how its letters come apart
   */
  static KnownFont read(Path file, DottedLetters dotted) throws IOException {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file))) {
      var known = new KnownFont();
      double scale = EM / font.getUnitsPerEm();
      for (Map.Entry<Integer, String> entry : GlyphLetters.of(font, dotted).entrySet()) {
        outline(font, entry.getKey(), scale)
            .ifPresent(outline -> known.glyphs.add(new Known(outline, entry.getValue())));
      }
      // Of glyphs that look the same the plainest letters count.
      known.glyphs.sort(Comparator.comparingInt(glyph -> GlyphLetters.rank(glyph.letters())));
      return known;
    }
  }

  /** The glyph that looks most like it, where one does within so many thousandths of the size. */
  Optional<Known> closest(GlyphOutline outline, double within) {
    @Nullable Known best = null;
    double least = within;
    for (Known known : glyphs) {
      double distance = known.outline().distance(outline);
      // The same glyph stands in a font more than once; then the plainer letters are kept.
      if (distance < least - (best == null ? 0 : 0.5)) {
        best = known;
        least = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The letters of all glyphs that look like it, within so many thousandths of the size. */
  List<String> alike(GlyphOutline outline, double within) {
    return glyphs.stream()
        .filter(known -> known.outline().distance(outline) < within)
        .map(Known::letters)
        .toList();
  }

  private static Optional<GlyphOutline> outline(TrueTypeFont font, int glyph, double scale)
      throws IOException {
    try {
      @Nullable GlyphData data = font.getGlyph().getGlyph(glyph);
      if (data == null) {
        return Optional.empty();
      }
      GeneralPath path = data.getPath();
      path.transform(AffineTransform.getScaleInstance(scale, scale));
      return GlyphOutline.of(path);
    } catch (RuntimeException damaged) {
      return Optional.empty();
    }
  }
}
