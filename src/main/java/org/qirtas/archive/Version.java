package org.qirtas.archive;

import java.time.Instant;

/**
 * A version of an item, as its inventory tells of it.
 *
 * @param number from 1
 * @param created when it was made
 * @param change who made it, and why
 */
public record Version(int number, Instant created, Change change) {}
