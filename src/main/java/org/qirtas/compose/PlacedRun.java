package org.qirtas.compose;

import java.util.List;
import org.qirtas.measure.Length;
import org.qirtas.text.GlyphRun;

/**
 * A run in its place on a line.
 *
 * @param run its glyphs, in visual order
 * @param x where the first glyph's pen position is, from the page's left edge
 * @param spaceStretch what justification adds to each space between words; negative: takes away
 * @param kashidas its connections that justification lengthens, in reading order
 * @param owner the part of the document that it belongs to
 */
public record PlacedRun(
    GlyphRun run, Length x, Length spaceStretch, List<Kashida> kashidas, Element owner) {
  /** Takes a copy of the kashidas. */
  public PlacedRun {
    kashidas = List.copyOf(kashidas);
  }

  /** {@return its width after justification} */
  public Length width() {
    Length width = run.width().plus(spaceStretch.times(run.spaces()));
    for (Kashida kashida : kashidas) {
      width = width.plus(kashida.width());
    }
    return width;
  }

  PlacedRun moved(Length by) {
    return new PlacedRun(run, x.plus(by), spaceStretch, kashidas, owner);
  }
}
