/**
 * Glyphs on pages in, paragraphs out (ISO 32000-2, 9). {@link org.qirtas.source.pdf.PdfText} is the
 * door: glyphs are named, put into lines, columns and logical order, and running heads taken off.
 */
@NullMarked
package org.qirtas.source.pdf;

import org.jspecify.annotations.NullMarked;
