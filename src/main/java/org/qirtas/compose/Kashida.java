package org.qirtas.compose;

import org.qirtas.measure.Length;
import org.qirtas.text.KashidaPriority;

/**
 * The connection between two letters, drawn longer than the font has it.
 *
 * @param letter the letter that it lengthens, the earlier of the two in reading order: the offset
 *     of the letter itself, not of its marks, in the run's text
 * @param width what it adds to the line
 * @param priority how welcome it is there
 */
public record Kashida(int letter, Length width, KashidaPriority priority) {}
