package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.qirtas.article.Block;
import org.qirtas.source.head.HeadLine;
import org.qirtas.source.letters.Blanks;

/**
 * The date line and the byline that stand above the element that holds an article, where nothing
 * names them so: pages laid out with tables or with bare boxes.
 */
final class HtmlHead {
  private static final int LONGEST_LINE = 100;
  private static final int MOST_LINES = 8;
  private static final int HIGHEST = 6;
  private static final int SHORTEST_TEXT = 300;

  private HtmlHead() {}

  /**
   * The lines that date or sign the article.
   *
   * @return nothing where none of them is a date
   */
  static List<Block> above(Element article) {
    var lines = new ArrayList<Block>();
    int passed = 0;
    Element at = article;
    for (int level = 0; at != null && !at.nameIs("body") && level < HIGHEST; level++) {
      for (Element before = at.previousElementSibling();
          before != null && passed < MOST_LINES;
          before = before.previousElementSibling()) {
        if (before.text().length() > SHORTEST_TEXT) {
          return dated(lines);
        }
        for (Block block : HtmlBlocks.of(before, _ -> Optional.empty()).reversed()) {
          passed++;
          if (tells(block)) {
            lines.addFirst(block);
          }
        }
      }
      at = at.parent();
    }
    return dated(lines);
  }

  private static boolean tells(Block block) {
    String line = Blanks.trim(block.text());
    return block instanceof Block.Paragraph
        && line.length() <= LONGEST_LINE
        && HeadLine.in(line).isPresent();
  }

  private static List<Block> dated(List<Block> lines) {
    boolean dated =
        lines.stream()
            .anyMatch(block ->
                HeadLine.in(Blanks.trim(block.text())).flatMap(HeadLine::date).isPresent());
    return dated ? lines : List.of();
  }
}
