package org.qirtas.article;

import java.util.List;

/**
 * A print correction: some words of an article's body become others, everything else stays.
 *
 * <p>Words are found within one run of text, in whatever block that stands; markup between two
 * letters parts them. Not for use by several threads.
 */
public final class TextCorrection {
  private final String wrong;
  private final String right;
  private int count;

  /**
   * A correction.
   *
   * @param wrong the words as they stand
   * @param right the words that shall stand there
   * @throws IllegalArgumentException where there are no words to look for
   */
  public TextCorrection(String wrong, String right) {
    if (wrong.isEmpty()) {
      throw new IllegalArgumentException("nothing to look for");
    }
    this.wrong = wrong;
    this.right = right;
  }

  /** {@return how often the words stood there, in all that was corrected so far} */
  public int count() {
    return count;
  }

  /**
   * {@return blocks, corrected}
   *
   * @param blocks the blocks
   */
  public List<Block> of(List<Block> blocks) {
    return blocks.stream().map(this::block).toList();
  }

  private Block block(Block block) {
    return switch (block) {
      case Block.Heading(int level, var content, Flow flow) ->
          new Block.Heading(level, inlines(content), flow);
      case Block.Paragraph(var content, Flow flow) -> new Block.Paragraph(inlines(content), flow);
      case Block.Quotation(var blocks, Flow flow) -> new Block.Quotation(of(blocks), flow);
      case Block.ItemList(boolean ordered, var items, Flow flow) ->
          new Block.ItemList(ordered, items.stream().map(this::of).toList(), flow);
      case Block.Table(var caption, var rows, Flow flow) ->
          new Block.Table(inlines(caption), rows.stream().map(this::row).toList(), flow);
      case Block.Figure(String picture, String alternate, var caption, Flow flow) ->
          new Block.Figure(picture, alternate, inlines(caption), flow);
      case Block.Verse(var lines, Flow flow) ->
          new Block.Verse(
              lines.stream().map(line -> line.stream().map(this::inlines).toList()).toList(), flow);
      case Block.Footnote(String name, var blocks, Flow flow) ->
          new Block.Footnote(name, of(blocks), flow);
    };
  }

  private Block.Row row(Block.Row row) {
    return new Block.Row(
        row.cells().stream()
            .map(cell ->
                new Block.Cell(cell.header(), cell.columns(), cell.rows(), of(cell.blocks())))
            .toList());
  }

  private List<Inline> inlines(List<Inline> inlines) {
    return inlines.stream().map(this::inline).toList();
  }

  private Inline inline(Inline inline) {
    return switch (inline) {
      case Inline.Text(String text) -> new Inline.Text(text(text));
      case Inline.Emphasis(var strength, var content) ->
          new Inline.Emphasis(strength, inlines(content));
      case Inline.Link(String target, var content) -> new Inline.Link(target, inlines(content));
      case Inline.Span(Flow flow, var content) -> new Inline.Span(flow, inlines(content));
      case Inline.LineBreak _, Inline.NoteReference _ -> inline;
    };
  }

  private String text(String text) {
    for (int at = text.indexOf(wrong); at >= 0; at = text.indexOf(wrong, at + wrong.length())) {
      count++;
    }
    return text.replace(wrong, right);
  }
}
