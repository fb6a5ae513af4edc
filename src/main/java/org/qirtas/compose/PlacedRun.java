package org.qirtas.compose;

import org.qirtas.measure.Length;
import org.qirtas.text.GlyphRun;

/**
 * A run in its place on a line.
 *
 * @param run its glyphs, in visual order
 * @param x where the first glyph's pen position is, from the page's left edge
 * @param spaceStretch what justification adds to each space between words; negative: takes away
 * @param owner the part of the document that it belongs to
 */
public record PlacedRun(GlyphRun run, Length x, Length spaceStretch, Element owner) {
  /** {@return its width after justification} */
  public Length width() {
    return run.width().plus(spaceStretch.times(run.spaces()));
  }

  PlacedRun moved(Length by) {
    return new PlacedRun(run, x.plus(by), spaceStretch, owner);
  }
}
