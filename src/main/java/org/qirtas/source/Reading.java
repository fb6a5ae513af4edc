package org.qirtas.source;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qirtas.article.Article;

/**
 * What was read out of a source.
 *
 * @param source what was read
 * @param article the article
 * @param pictures the bytes of the pictures that came along, by the name that {@link
 *     org.qirtas.article.Block.Figure#picture()} calls them; names are safe as file names
 */
public record Reading(Source source, Article article, SortedMap<String, byte[]> pictures) {
  /** Takes a copy of the map; the arrays themselves are shared and must not be written to. */
  public Reading {
    pictures = Collections.unmodifiableSortedMap(new TreeMap<>(pictures));
  }
}
