package org.qirtas.text;

/**
 * The best place in a word for a longer connection.
 *
 * @param letter the letter that would be lengthened, as an offset in the copy's text
 * @param next the letter that it is joined to
 * @param priority how welcome a kashida is there
 */
public record KashidaPoint(int letter, int next, KashidaPriority priority) {}
