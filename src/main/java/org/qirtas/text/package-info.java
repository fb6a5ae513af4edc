/**
 * From text to glyphs: bidi levels (UAX #9), scripts, fonts, shaping by HarfBuzz.
 *
 * <p>{@link org.qirtas.text.Copy} goes in, in logical order; {@link
 * org.qirtas.text.ShapedParagraph} comes out, whose lines give {@link org.qirtas.text.GlyphRun}s in
 * visual order, left to right. Offsets are UTF-16 units of the copy's text; distances are font
 * units until a {@link org.qirtas.measure.Length} says otherwise.
 */
@NullMarked
package org.qirtas.text;

import org.jspecify.annotations.NullMarked;
