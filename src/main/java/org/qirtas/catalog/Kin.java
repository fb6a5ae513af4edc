package org.qirtas.catalog;

/**
 * An item whose text is another's.
 *
 * @param hit the item
 * @param same whether the words are the same in the same order, however they are written; else most
 *     of what is said is said in the same words, as in an edited re-publication
 */
public record Kin(Hit hit, boolean same) {}
