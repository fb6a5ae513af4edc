package org.qirtas.source;

import java.util.List;
import org.qirtas.article.Block;

/** The levels of a document's headings. */
final class Outline {
  private static final int HIGHEST = 2;

  private Outline() {}

  /**
   * The blocks with their headings raised so that the highest below the title stands right below
   * it: whoever writes a title in «Heading 1» writes the rest from «Heading 2» on, and whoever has
   * a style for titles begins with «Heading 1».
   */
  static List<Block> raised(List<Block> blocks, Claims claims) {
    List<String> titles = claims.titles().stream().map(title -> title.value()).toList();
    int highest =
        blocks.stream()
            .filter(Block.Heading.class::isInstance)
            .map(Block.Heading.class::cast)
            .filter(heading -> titles.isEmpty() || !Wording.same(titles.getFirst(), heading.text()))
            .mapToInt(Block.Heading::level)
            .min()
            .orElse(HIGHEST);
    if (highest == HIGHEST) {
      return blocks;
    }
    return blocks.stream()
        .map(block ->
            block instanceof Block.Heading heading
                ? new Block.Heading(
                    Math.max(HIGHEST, heading.level() - highest + HIGHEST),
                    heading.content(),
                    heading.flow())
                : block)
        .toList();
  }
}
