package org.qirtas.source;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qirtas.article.Block;
import org.qirtas.article.Related;

/**
 * What a format's reader made of a source, before the article is told from what stood around it.
 *
 * @param blocks the text, in reading order
 * @param claims what the source says of itself
 * @param related other articles that the format itself sets apart
 * @param furniture what the format itself sets apart as no text of the article
 * @param pictures the pictures that came along, by name
 * @param attachments the files that were attached to it, by name
 */
record Matter(
    List<Block> blocks,
    Claims claims,
    List<Related> related,
    List<String> furniture,
    SortedMap<String, byte[]> pictures,
    SortedMap<String, byte[]> attachments) {
  /** Without attachments, as most formats are. */
  Matter(
      List<Block> blocks,
      Claims claims,
      List<Related> related,
      List<String> furniture,
      SortedMap<String, byte[]> pictures) {
    this(blocks, claims, related, furniture, pictures, new TreeMap<>());
  }

  static Matter of(List<Block> blocks, Claims claims) {
    return new Matter(blocks, claims, List.of(), List.of(), new TreeMap<>());
  }
}
