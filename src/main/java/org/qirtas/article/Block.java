package org.qirtas.article;

import java.util.List;
import java.util.stream.Collectors;

/** A part of an article's body that stands on lines of its own. */
public sealed interface Block {
  /** {@return the marks of language and direction that hold for the whole block} */
  Flow flow();

  /**
   * {@return the block's words alone, its parts separated by line feeds; for look-up and
   * comparison}
   */
  String text();

  /**
   * A heading within the body.
   *
   * @param level 2 for the first below the title, to 6
   * @param content its words
   * @param flow its marks
   */
  record Heading(int level, List<Inline> content, Flow flow) implements Block {
    /** Takes a copy of the content. */
    public Heading {
      if (level < 2 || level > 6) {
        throw new IllegalArgumentException("heading level " + level + " is not 2 to 6");
      }
      content = List.copyOf(content);
    }

    @Override
    public String text() {
      return Inline.textOf(content);
    }
  }

  /**
   * A paragraph.
   *
   * @param content its words
   * @param flow its marks
   */
  record Paragraph(List<Inline> content, Flow flow) implements Block {
    /** Takes a copy of the content. */
    public Paragraph {
      content = List.copyOf(content);
    }

    /**
     * {@return an unmarked paragraph of plain text}
     *
     * @param text the words
     */
    public static Paragraph of(String text) {
      return new Paragraph(List.of(new Inline.Text(text)), Flow.UNMARKED);
    }

    @Override
    public String text() {
      return Inline.textOf(content);
    }
  }

  /**
   * Words of somebody else, set apart.
   *
   * @param blocks what is quoted
   * @param flow its marks
   */
  record Quotation(List<Block> blocks, Flow flow) implements Block {
    /** Takes a copy of the blocks. */
    public Quotation {
      blocks = List.copyOf(blocks);
    }

    @Override
    public String text() {
      return Block.textOf(blocks);
    }
  }

  /**
   * A list of points.
   *
   * @param ordered whether they are counted
   * @param items each point's blocks, in order
   * @param flow its marks
   */
  record ItemList(boolean ordered, List<List<Block>> items, Flow flow) implements Block {
    /** Takes a copy of the items. */
    public ItemList {
      items = items.stream().map(List::copyOf).toList();
    }

    @Override
    public String text() {
      return items.stream().map(Block::textOf).collect(Collectors.joining("\n"));
    }
  }

  /**
   * A table.
   *
   * @param caption its title; empty where there is none
   * @param rows from the head down
   * @param flow its marks; its direction is that of its columns
   */
  record Table(List<Inline> caption, List<Row> rows, Flow flow) implements Block {
    /** Takes copies. */
    public Table {
      caption = List.copyOf(caption);
      rows = List.copyOf(rows);
    }

    @Override
    public String text() {
      String cells =
          rows.stream()
              .map(row ->
                  row.cells().stream()
                      .map(cell -> Block.textOf(cell.blocks()))
                      .collect(Collectors.joining("\t")))
              .collect(Collectors.joining("\n"));
      return caption.isEmpty() ? cells : Inline.textOf(caption) + "\n" + cells;
    }
  }

  /**
   * A row of a table.
   *
   * @param cells in reading order: the first is rightmost in a right-to-left table
   */
  record Row(List<Cell> cells) {
    /** Takes a copy of the cells. */
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell of a table.
   *
   * @param header whether it names its row or column
   * @param columns how many columns it spans, from 1
   * @param rows how many rows it spans, from 1
   * @param blocks what it holds
   */
  record Cell(boolean header, int columns, int rows, List<Block> blocks) {
    /** Takes a copy of the blocks. */
    public Cell {
      if (columns < 1 || rows < 1) {
        throw new IllegalArgumentException("a cell spans at least itself");
      }
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * A picture with what is said of it.
   *
   * @param picture the name of the stored file, or the address where it was not stored
   * @param alternateText what it shows, for who cannot see it; empty where nobody wrote that
   * @param caption what stands below it
   * @param flow its marks
   */
  record Figure(String picture, String alternateText, List<Inline> caption, Flow flow)
      implements Block {
    /** Takes a copy of the caption. */
    public Figure {
      caption = List.copyOf(caption);
    }

    @Override
    public String text() {
      return Inline.textOf(caption);
    }
  }

  /**
   * Lines of a poem.
   *
   * @param lines each line's hemistichs (صدر، عجز): two in a classical poem, one in a free one
   * @param flow its marks
   */
  record Verse(List<List<List<Inline>>> lines, Flow flow) implements Block {
    /** Takes copies. */
    public Verse {
      lines = lines.stream().map(line -> line.stream().map(List::copyOf).toList()).toList();
    }

    @Override
    public String text() {
      return lines.stream()
          .map(line -> line.stream().map(Inline::textOf).collect(Collectors.joining("\t")))
          .collect(Collectors.joining("\n"));
    }
  }

  /**
   * A note that is printed at the foot of the page that refers to it.
   *
   * @param name what {@link Inline.NoteReference#note()} calls it, unique in the article
   * @param blocks what it says
   * @param flow its marks
   */
  record Footnote(String name, List<Block> blocks, Flow flow) implements Block {
    /** Takes a copy of the blocks. */
    public Footnote {
      blocks = List.copyOf(blocks);
    }

    @Override
    public String text() {
      return Block.textOf(blocks);
    }
  }

  /**
   * {@return the words of several blocks, one below the other}
   *
   * @param blocks the blocks, in order
   */
  static String textOf(List<Block> blocks) {
    return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
  }
}
