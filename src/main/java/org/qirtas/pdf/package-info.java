/**
 * Pages become a PDF master whose text copies out as it was written.
 *
 * <p>Type is kept as a printer keeps it: a {@link org.qirtas.pdf.Sort} is one piece of type (what
 * it prints, how wide it is, which character it stands for), a {@link org.qirtas.pdf.TypeCase}
 * holds the sorts of one font and becomes one embedded font, each sort a CID.
 */
@NullMarked
package org.qirtas.pdf;

import org.jspecify.annotations.NullMarked;
