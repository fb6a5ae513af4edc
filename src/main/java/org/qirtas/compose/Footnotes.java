package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.article.Block;

/** An article's footnotes, wherever in its blocks they stand. */
final class Footnotes {
  private Footnotes() {}

  /** In the order of the text; a note within a note comes after it. */
  static List<Block.Footnote> of(List<Block> blocks) {
    var notes = new ArrayList<Block.Footnote>();
    collect(blocks, notes);
    return notes;
  }

  private static void collect(List<Block> blocks, List<Block.Footnote> notes) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Footnote note -> {
          notes.add(note);
          collect(note.blocks(), notes);
        }
        case Block.Quotation quotation -> collect(quotation.blocks(), notes);
        case Block.ItemList list -> list.items().forEach(item -> collect(item, notes));
        case Block.Table table ->
            table.rows().forEach(row -> row.cells().forEach(cell -> collect(cell.blocks(), notes)));
        case Block.Heading _, Block.Paragraph _, Block.Figure _, Block.Verse _ -> {}
      }
    }
  }
}
