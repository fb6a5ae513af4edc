package org.qirtas.profile;

/**
 * Short quotations that are set large. The rules above and below them are {@link
 * Rules#pullQuote()}.
 *
 * <p>Only what the article itself sets apart as a quotation: a sentence of the text that is printed
 * twice would be twice in what is copied out of the PDF.
 *
 * @param longest how many characters a block quotation has at most to be set as one; 0: none is
 */
public record PullQuotes(int longest) {}
