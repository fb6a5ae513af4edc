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
 * @param attachments the bytes of the files that were attached to it, by name
 */
public record Reading(
    Source source,
    Article article,
    SortedMap<String, byte[]> pictures,
    SortedMap<String, byte[]> attachments) {
  /** Takes copies of the maps; the arrays themselves are shared and must not be written to. */
  public Reading {
    pictures = Collections.unmodifiableSortedMap(new TreeMap<>(pictures));
    attachments = Collections.unmodifiableSortedMap(new TreeMap<>(attachments));
  }

  /**
   * What was read out of a source to which nothing was attached.
   *
   * @param source what was read
   * @param article the article
   * @param pictures the bytes of the pictures that came along, by name
   */
  public Reading(Source source, Article article, SortedMap<String, byte[]> pictures) {
    this(source, article, pictures, new TreeMap<>());
  }

  /**
   * {@return the same with another article}
   *
   * @param corrected the article
   */
  public Reading with(Article corrected) {
    return new Reading(source, corrected, pictures, attachments);
  }
}
