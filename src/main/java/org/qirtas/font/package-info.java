/**
 * Letters: the font files on the shelf, what each covers, how wide its glyphs are.
 *
 * <p>Only TrueType outlines ({@code glyf}) are taken: {@code pdf} builds new glyphs from them.
 * Numbers are in font units ({@link org.qirtas.font.FontFile#unitsPerEm()}) unless they are {@link
 * org.qirtas.measure.Length}s.
 */
@NullMarked
package org.qirtas.font;

import org.jspecify.annotations.NullMarked;
