package org.qirtas.profile;

/**
 * The lines that are drawn, by what they are for.
 *
 * @param column between columns
 * @param runningHead below running heads
 * @param opener below the head of an article
 * @param note above footnotes, a third of the column wide
 * @param tableHead below the head of a table
 * @param tableRow below every other row
 * @param pullQuote above and below a pull quote
 */
public record Rules(
    Rule column,
    Rule runningHead,
    Rule opener,
    Rule note,
    Rule tableHead,
    Rule tableRow,
    Rule pullQuote) {}
