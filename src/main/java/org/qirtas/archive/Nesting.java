package org.qirtas.archive;

import java.util.List;
import org.qirtas.article.Article;
import org.qirtas.article.Block;
import org.qirtas.article.Inline;

/** How deep an article's parts lie in one another. No writer means a depth that ends a stack. */
final class Nesting {
  private static final int DEEPEST = 200;

  private Nesting() {}

  static boolean isTooDeep(Article article) {
    return blocks(article.body(), DEEPEST);
  }

  private static boolean blocks(List<Block> blocks, int left) {
    return left < 0 || blocks.stream().anyMatch(block -> block(block, left - 1));
  }

  private static boolean block(Block block, int left) {
    return switch (block) {
      case Block.Heading(_, List<Inline> content, _) -> inlines(content, left);
      case Block.Paragraph(List<Inline> content, _) -> inlines(content, left);
      case Block.Quotation(List<Block> blocks, _) -> blocks(blocks, left);
      case Block.ItemList(_, List<List<Block>> items, _) ->
          items.stream().anyMatch(item -> blocks(item, left));
      case Block.Table(List<Inline> caption, List<Block.Row> rows, _) ->
          inlines(caption, left)
              || rows.stream()
                  .flatMap(row -> row.cells().stream())
                  .anyMatch(cell -> blocks(cell.blocks(), left));
      case Block.Figure(_, _, List<Inline> caption, _) -> inlines(caption, left);
      case Block.Verse(List<List<List<Inline>>> lines, _) ->
          lines.stream().flatMap(List::stream).anyMatch(half -> inlines(half, left));
      case Block.Footnote(_, List<Block> blocks, _) -> blocks(blocks, left);
    };
  }

  private static boolean inlines(List<Inline> inlines, int left) {
    return left < 0 || inlines.stream().anyMatch(inline -> inline(inline, left - 1));
  }

  private static boolean inline(Inline inline, int left) {
    return switch (inline) {
      case Inline.Emphasis(_, List<Inline> content) -> inlines(content, left);
      case Inline.Link(_, List<Inline> content) -> inlines(content, left);
      case Inline.Span(_, List<Inline> content) -> inlines(content, left);
      case Inline.Text _, Inline.LineBreak _, Inline.NoteReference _ -> false;
    };
  }
}
