package org.qirtas.profile;

import org.qirtas.measure.Length;

/**
 * The lines that baselines stand on, counted from the head of the type area, so that lines of
 * neighbouring columns and of both sides of a sheet lie at the same height.
 *
 * @param inUse whether lines keep to it
 * @param step the distance from one to the next
 */
public record Grid(boolean inUse, Length step) {}
