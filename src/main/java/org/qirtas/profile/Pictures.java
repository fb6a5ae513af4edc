package org.qirtas.profile;

/**
 * How pictures are printed.
 *
 * @param mostDpi finer ones are down-sampled to so many dots to the inch; 0: none is
 * @param leastDpi in a print edition it is told which has fewer dots to the inch; 0: none is
 * @param naturalDpi how many dots to the inch one has that nothing makes smaller
 * @param highest how much of the type area's height one may take, from above 0 to 1
 */
public record Pictures(int mostDpi, int leastDpi, int naturalDpi, double highest) {}
