package org.qirtas.profile;

/**
 * Which digits numbers are printed in.
 *
 * @param text those of the article's own words
 * @param generated those that the program adds: points of lists, marks of notes, dates it words
 */
public record Numbering(Digits text, Digits generated) {}
