package org.qirtas.source;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFTable;
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

  private static final int LAST = 0xFEFF;
  private static final int ROUNDS = 6;
  private static final int LONGEST = 8;
  private static final double EM = 1000;

  private final List<Known> glyphs = new ArrayList<>();

  private KnownFont() {}

  /** Reads a TrueType font's file. */
  static KnownFont read(Path file) throws IOException {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file))) {
      var known = new KnownFont();
      double scale = EM / font.getUnitsPerEm();
      for (Map.Entry<Integer, String> entry : letters(font).entrySet()) {
        outline(font, entry.getKey(), scale)
            .ifPresent(outline -> known.glyphs.add(new Known(outline, entry.getValue())));
      }
      // Of glyphs that look the same the plainest letters count.
      known.glyphs.sort(Comparator.comparingInt(glyph -> rank(glyph.letters())));
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

  /**
   * The letters of each glyph that has some: by its character, and by what it takes the place of.
   */
  private static Map<Integer, String> letters(TrueTypeFont font) throws IOException {
    var letters = new HashMap<Integer, String>();
    CmapLookup characters = font.getUnicodeCmapLookup();
    for (int c = ' '; c <= LAST; c++) {
      int glyph = characters.getGlyphId(c);
      if (glyph > 0) {
        offer(letters, glyph, Character.toString(c));
      }
    }
    @Nullable TTFTable table = font.getTableMap().get("GSUB");
    List<GlyphSubstitutions.Step> steps =
        table == null ? List.of() : GlyphSubstitutions.of(font.getTableBytes(table));
    for (int round = 0; round < ROUNDS && substitute(letters, steps); round++) {
      // Forms of forms have their letters a round later.
    }
    return letters;
  }

  private static boolean substitute(
      Map<Integer, String> letters, List<GlyphSubstitutions.Step> steps) {
    boolean more = false;
    for (GlyphSubstitutions.Step step : steps) {
      if (letters.keySet().containsAll(step.from())) {
        var together = new StringBuilder();
        step.from().forEach(glyph -> together.append(letters.get(glyph)));
        if (together.length() <= LONGEST && !letters.containsKey(step.to())) {
          letters.put(step.to(), together.toString());
          more = true;
        }
      }
    }
    return more;
  }

  private static void offer(Map<Integer, String> letters, int glyph, String offered) {
    letters.merge(glyph, offered, (held, other) -> rank(other) < rank(held) ? other : held);
  }

  /** Letters as Arabic is written go before those of other languages, and both before forms. */
  private static int rank(String letters) {
    int c = letters.codePointAt(0);
    boolean plain = (c >= 0x0621 && c <= 0x0652) || c < 0x0500;
    boolean forms = c >= 0xFB50;
    return (plain ? 0 : forms ? 2 : 1) * LONGEST + Math.min(letters.length(), LONGEST - 1);
  }
}
