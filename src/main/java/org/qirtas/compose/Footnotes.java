package org.qirtas.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qirtas.article.Block;
import org.qirtas.article.Inline;

/** An article's footnotes, wherever in its blocks they stand. */
final class Footnotes {
  private final Map<String, Block.Footnote> byName;
  private final List<Block.Footnote> marked = new ArrayList<>();
  private final List<Block.Footnote> unmarked = new ArrayList<>();

  private Footnotes(Map<String, Block.Footnote> byName) {
    this.byName = byName;
  }

  static Footnotes of(List<Block> blocks) {
    var all = new ArrayList<Block.Footnote>();
    collect(blocks, all);
    var byName = new LinkedHashMap<String, Block.Footnote>();
    var doubles = new ArrayList<Block.Footnote>();
    for (Block.Footnote note : all) {
      if (byName.putIfAbsent(note.name(), note) != null) {
        doubles.add(note);
      }
    }
    var notes = new Footnotes(byName);
    notes.sort(blocks);
    notes.unmarked.addAll(doubles);
    return notes;
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  Optional<Block.Footnote> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** In the order of their marks; a note within a note comes after it. Last, those without. */
  List<Block.Footnote> all() {
    var all = new ArrayList<>(marked);
    all.addAll(unmarked);
    return all;
  }

  /** Those that no mark of the text leads to, and second ones of a name. */
  List<Block.Footnote> unmarked() {
    return unmarked;
  }

  private void sort(List<Block> blocks) {
    var left = new HashMap<>(byName);
    marksIn(blocks, left);
    byName.values().stream().filter(note -> left.containsKey(note.name())).forEach(unmarked::add);
  }

  private void marksIn(List<Block> blocks, Map<String, Block.Footnote> left) {
    for (Block block : blocks) {
      if (left.isEmpty()) {
        return;
      }
      switch (block) {
        case Block.Heading heading -> marks(heading.content(), left);
        case Block.Paragraph paragraph -> marks(paragraph.content(), left);
        case Block.Figure figure -> marks(figure.caption(), left);
        case Block.Quotation quotation -> marksIn(quotation.blocks(), left);
        case Block.ItemList list -> list.items().forEach(item -> marksIn(item, left));
        case Block.Verse verse ->
            verse.lines().forEach(line -> line.forEach(part -> marks(part, left)));
        case Block.Table table -> {
          marks(table.caption(), left);
          table.rows().forEach(row -> row.cells().forEach(cell -> marksIn(cell.blocks(), left)));
        }
        // Its own marks count where it is marked itself.
        case Block.Footnote _ -> {}
      }
    }
  }

  private void marks(List<Inline> inlines, Map<String, Block.Footnote> left) {
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.NoteReference(String name) -> {
          Block.Footnote note = left.remove(name);
          if (note != null) {
            marked.add(note);
            marksIn(note.blocks(), left);
          }
        }
        case Inline.Emphasis(_, List<Inline> content) -> marks(content, left);
        case Inline.Link(_, List<Inline> content) -> marks(content, left);
        case Inline.Span(_, List<Inline> content) -> marks(content, left);
        case Inline.Text _, Inline.LineBreak _ -> {}
      }
    }
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
