package org.qirtas.proof;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.IdentityHashMap;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;
import org.qirtas.font.FontFile;
import org.qirtas.font.FontShelf;
import org.qirtas.measure.Length;
import org.qirtas.text.Copy;
import org.qirtas.text.FontChoice;
import org.qirtas.text.GlyphRun;
import org.qirtas.text.Setting;
import org.qirtas.text.ShapedParagraph;
import org.qirtas.text.Shaper;

/**
 * Words as outlines, shaped as all of our text is: what is written upon a proof. One thread's; to
 * be closed.
 */
public final class Lettering implements AutoCloseable {
  private static final String FAMILY = "Noto Naskh Arabic";
  private static final int LONGEST = 200;

  private final FontShelf shelf;
  private final FontChoice fonts;
  private final Shaper shaper = new Shaper();
  private final IdentityHashMap<FontFile, TrueTypeFont> outlines = new IdentityHashMap<>();

  /**
   * Lettering in the fonts of a shelf.
   *
   * @param shelf the fonts that there are
   */
  public Lettering(FontShelf shelf) {
    this.shelf = shelf;
    this.fonts = new FontChoice(shelf);
  }

  /**
   * A line of words.
   *
   * @param outline upwards positive; its baseline begins at the origin
   * @param width from its beginning to its end
   */
  public record Words(Path2D outline, double width) {
    /** {@return the box around its ink; empty where there is none} */
    public Rectangle2D ink() {
      return outline.getBounds2D();
    }
  }

  /**
   * {@return a line of words}
   *
   * @param text in logical order; one line of it
   * @param size of the em, in whatever unit the outline shall have
   * @param bold whether in bold
   */
  public Words words(String text, double size, boolean bold) {
    String line = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    boolean fromTheRight = beginsFromTheRight(line);
    Setting plain =
        Setting.of(
            shelf.find(FAMILY, bold, false).isPresent()
                ? FAMILY
                : shelf.fonts().getFirst().family(),
            Length.points(10),
            fromTheRight ? Language.ARABIC : Language.ENGLISH);
    Copy.Draft draft = Copy.draft();
    draft.add(line, bold ? plain.emboldened() : plain);
    Copy copy = draft.finish();
    Direction direction = fromTheRight ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
    ShapedParagraph shaped = ShapedParagraph.shape(copy, direction, fonts, shaper);
    var outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double pen = 0;
    for (GlyphRun run : shaped.line(0, copy.text().length())) {
      pen = append(run, outline, pen, size);
    }
    return new Words(outline, pen);
  }

  /** By its first letter that has a direction (UAX #9 P2, P3). */
  private static boolean beginsFromTheRight(String text) {
    return text.codePoints()
        .map(Character::getDirectionality)
        .filter(kind ->
            kind == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || kind == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
        .mapToObj(kind -> kind != Character.DIRECTIONALITY_LEFT_TO_RIGHT)
        .findFirst()
        .orElse(false);
  }

  private double append(GlyphRun run, Path2D outline, double start, double size) {
    double unit = size / run.font().unitsPerEm();
    double pen = start;
    for (int i = 0; i < run.count(); i++) {
      var place = AffineTransform.getTranslateInstance(pen + run.dx(i) * unit, run.dy(i) * unit);
      place.scale(unit, unit);
      glyph(run.font(), run.glyph(i), place, outline);
      pen += run.advance(i) * unit;
    }
    return pen;
  }

  private void glyph(FontFile font, int glyph, AffineTransform place, Path2D outline) {
    try {
      GlyphData data = outlines.computeIfAbsent(font, Lettering::parse).getGlyph().getGlyph(glyph);
      if (data != null) {
        outline.append(data.getPath().getPathIterator(place), false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrueTypeFont parse(FontFile font) {
    try {
      return new TTFParser().parse(new RandomAccessReadBuffer(font.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    shaper.close();
  }
}
