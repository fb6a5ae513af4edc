package org.qirtas.text;

import org.qirtas.measure.Length;

/**
 * A word in the longer form that its font has for justification (OpenType's feature {@code jalt}).
 *
 * @param start where the word begins in the copy's text
 * @param end where it ends
 * @param gain how much wider it is than in its usual form
 */
public record Elongation(int start, int end, Length gain) {}
