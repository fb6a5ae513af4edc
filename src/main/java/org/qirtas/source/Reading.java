package org.qirtas.source;

import java.util.SortedMap;
import org.qirtas.article.Article;

/**
 * What was read from a source.
 *
 * @param source the source
 * @param article its article
 * @param pictures its pictures, by name
 */
public record Reading(Source source, Article article, SortedMap<String, byte[]> pictures) {}
