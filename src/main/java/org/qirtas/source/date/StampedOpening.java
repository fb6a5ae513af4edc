package org.qirtas.source.date;

import java.util.List;
import java.util.Optional;
import org.qirtas.article.ArticleDate.Precision;
import org.qirtas.article.Block;
import org.qirtas.article.Evidence.Origin;

/**
 * A day with its time of day in a text's first sentences. Where the lines of a head have run
 * together, as they do in print, that is when the article appeared; it is never certain.
 */
public final class StampedOpening {
  private static final int MOST_PARAGRAPHS = 3;

  /** In UTF-16 units. */
  private static final int LENGTH = 300;

  private StampedOpening() {}

  /**
   * {@return the first such day in a body}
   *
   * @param body the blocks, in order
   */
  public static Optional<FoundDate> in(List<Block> body) {
    return body.stream()
        .filter(Block.Paragraph.class::isInstance)
        .limit(MOST_PARAGRAPHS)
        .map(Block::text)
        .map(words -> words.substring(0, Math.min(LENGTH, words.length())))
        .flatMap(words -> DateLine.in(words, Origin.DATE_LINE).stream())
        .filter(found -> found.date().precision() == Precision.MINUTE)
        .map(found -> found.on(found.date().from().toLocalDate(), false))
        .findFirst();
  }
}
