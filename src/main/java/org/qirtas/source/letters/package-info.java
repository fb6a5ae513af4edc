/**
 * Bytes in, letters out: as they were written and in the order in which they are read, whatever
 * charset, order on the screen or presentation form they came in. {@link
 * org.qirtas.source.letters.Decoder} is the door; {@link org.qirtas.source.letters.Folded} and
 * {@link org.qirtas.source.letters.Blanks} are how all readers look at words.
 */
@NullMarked
package org.qirtas.source.letters;

import org.jspecify.annotations.NullMarked;
