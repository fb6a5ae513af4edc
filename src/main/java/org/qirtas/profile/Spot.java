package org.qirtas.profile;

/**
 * Where something stands in a profile file.
 *
 * @param file what its reader calls the file
 * @param line from 1
 * @param distance how many profiles lie between: 0 in the file that was asked for, 1 in the one
 *     that it extends
 * @param shipped whether the file comes with the program
 */
record Spot(String file, int line, int distance, boolean shipped) {
  /** Of two places that do not go together, the one that its writer can change. */
  Spot orNearer(Spot other) {
    return other.distance < distance ? other : this;
  }
}
