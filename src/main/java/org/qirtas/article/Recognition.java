package org.qirtas.article;

/**
 * How a text was had that its source only shows: by a program that looks at letters, and errs.
 *
 * @param engine the program and its version
 * @param language what it took the text to be in, in its own terms: {@code ara}, {@code ara+eng}
 * @param pages how many pages the source has
 * @param unread how many of them it could make nothing of
 * @param confidence how sure it is of a word, on the whole: from 0 to 100, as it says itself
 */
public record Recognition(String engine, String language, int pages, int unread, int confidence) {}
