package org.qirtas.profile;

/**
 * What stands around the type area; artifacts, no part of any article.
 *
 * @param heads running heads
 * @param folios page numbers
 * @param lineNumbers line numbers
 */
public record Furniture(RunningHeads heads, Folios folios, LineNumbers lineNumbers) {}
