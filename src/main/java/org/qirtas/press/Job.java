package org.qirtas.press;

import org.qirtas.measure.Length;
import org.qirtas.measure.Size;

/**
 * How pages are to be put on sheets.
 *
 * @param imposition the scheme
 * @param binding where they are bound
 * @param sheet how large the paper is, either way round
 * @param creep how far each inner sheet of a fold is pushed out by the one around it: its pages are
 *     moved towards the spine by as much
 * @param marks whether cut, fold and registration marks, colour bars and a slug line are printed
 */
public record Job(
    Imposition imposition, Binding binding, Size sheet, Length creep, boolean marks) {}
