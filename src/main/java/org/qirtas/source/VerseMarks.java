package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.source.letters.Blanks;

/**
 * Poems on their way through HTML, which has no element for them: a mark stands in the poem's
 * place, and the poem takes its place again afterwards.
 */
final class VerseMarks {
  private final List<Block.Verse> poems = new ArrayList<>();

  /** Keeps a poem's lines, each of its hemistichs, and gives the mark for it. */
  String mark(List<List<String>> lines) {
    poems.add(
        new Block.Verse(
            lines.stream()
                .map(line ->
                    line.stream()
                        .<List<Inline>>map(half -> List.of(new Inline.Text(half)))
                        .toList())
                .toList(),
            Flow.UNMARKED));
    return "\uE000" + (poems.size() - 1) + "\uE001";
  }

  /** The blocks with the poems in their places. */
  List<Block> restored(List<Block> blocks) {
    return blocks.stream().map(this::restored).toList();
  }

  private Block restored(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> poem(paragraph);
      case Block.Quotation(List<Block> inner, Flow flow) ->
          new Block.Quotation(restored(inner), flow);
      case Block.Footnote(String name, List<Block> inner, Flow flow) ->
          new Block.Footnote(name, restored(inner), flow);
      case Block.ItemList(boolean ordered, List<List<Block>> items, Flow flow) ->
          new Block.ItemList(ordered, items.stream().map(this::restored).toList(), flow);
      case Block.Heading _, Block.Table _, Block.Figure _, Block.Verse _ -> block;
    };
  }

  private Block poem(Block.Paragraph paragraph) {
    String text = Blanks.trim(paragraph.text());
    boolean marked = text.startsWith("\uE000") && text.endsWith("\uE001");
    if (!marked || !text.substring(1, text.length() - 1).matches("\\d{1,6}")) {
      return paragraph;
    }
    int number = Integer.parseInt(text.substring(1, text.length() - 1));
    return number < poems.size() ? poems.get(number) : paragraph;
  }
}
