package org.qirtas.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.qirtas.article.Block;
import org.qirtas.article.Direction;
import org.qirtas.article.Evidence.Origin;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.source.letters.Blanks;

/** Turns the paragraphs and tables of a Word document into blocks. */
final class WordBlocks {
  /** A point of a list, before the list is put together. */
  private record Point(String list, int level, boolean counted, Block block) {}

  /** Cells, also those that a form's field or a mark goes around. */
  private static final String CELLS =
      "> w|tc, > w|sdt > w|sdtContent > w|tc, > w|customXml > w|tc, > w|ins > w|tc";

  private final WordParts parts;
  private final WordChunks chunks;
  private final Claims claims;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  WordBlocks(WordParts parts, WordChunks chunks, Claims claims) {
    this.parts = parts;
    this.chunks = chunks;
    this.claims = claims;
  }

  /** All blocks of a body, the notes that it refers to at the end. */
  List<Block> of(Element body) {
    List<Block> all = new ArrayList<>(content(body));
    // Notes may refer to notes: the list grows while it is read.
    for (int i = 0; i < notes.size(); i++) {
      String name = notes.get(i);
      Optional<Element> note = parts.note(name);
      if (note.isPresent() && notes.indexOf(name) == i) {
        all.add(new Block.Footnote(name, content(note.get()), Flow.UNMARKED));
      }
    }
    return all;
  }

  private List<Block> content(Element parent) {
    var inner = new WordBlocks(parts, chunks, claims);
    inner.walk(parent);
    inner.endList();
    notes.addAll(inner.notes);
    return inner.blocks;
  }

  private void walk(Element parent) {
    for (Element child : parent.children()) {
      switch (child.normalName()) {
        case "w:p" -> paragraph(child);
        case "w:tbl" -> {
          endList();
          table(child);
        }
        case "w:altchunk" -> {
          endList();
          blocks.addAll(chunks.of(child.attr("r:id")));
        }
        // Wrappers of other blocks; everything else is no text.
        case "w:sdt", "w:sdtcontent", "w:ins", "w:customxml", "w:smarttag" -> walk(child);
        default -> {}
      }
    }
  }

  private void paragraph(Element paragraph) {
    var runs = new WordRuns(parts);
    List<Inline> words = runs.of(paragraph);
    notes.addAll(runs.notes());
    WordParts.Style style = parts.style(value(paragraph, "> w|pPr > w|pStyle"));
    Flow flow = flow(paragraph, style);
    String text = Blanks.collapse(Inline.textOf(words));
    if (!text.isEmpty()) {
      words(paragraph, style, words, flow);
    }
    if (!runs.figures().isEmpty()) {
      endList();
      blocks.addAll(runs.figures());
    }
    // A text box stands inside a run, with paragraphs of its own.
    for (Element box : paragraph.select("w|txbxContent")) {
      // What older programs shall show instead is the same once more; a box in a box comes with it.
      Element outer = box.parent() == null ? null : box.parent().closest("w|txbxContent");
      boolean within = outer != null && paragraph.equals(outer.closest("w|p"));
      if (box.closest("mc|Fallback") == null && !within) {
        endList();
        walk(box);
      }
    }
  }

  private void words(Element paragraph, WordParts.Style style, List<Inline> words, Flow flow) {
    String list = listOf(paragraph, style);
    if (style.name().equals("title")) {
      claims.title(Origin.HEADING, Inline.textOf(words));
    } else if (style.outline() >= 0) {
      endList();
      if (style.outline() == 0) {
        claims.title(Origin.HEADING, Inline.textOf(words));
      }
      blocks.add(new Block.Heading(Math.clamp(style.outline() + 2, 2, 6), words, flow));
    } else if (!list.isEmpty() && !list.equals("0")) {
      String level = value(paragraph, "> w|pPr > w|numPr > w|ilvl");
      int depth = level.matches("[0-8]") ? Integer.parseInt(level) : 0;
      if (!points.isEmpty() && depth == 0 && !points.getLast().list().equals(list)) {
        endList();
      }
      points.add(
          new Point(list, depth, parts.counts(list, level), new Block.Paragraph(words, flow)));
    } else if (captions(style)
        && !blocks.isEmpty()
        && blocks.getLast() instanceof Block.Figure figure) {
      blocks.set(
          blocks.size() - 1,
          new Block.Figure(figure.picture(), figure.alternateText(), words, flow));
    } else {
      endList();
      Block block = new Block.Paragraph(words, flow);
      blocks.add(
          style.name().contains("quote")
              ? new Block.Quotation(List.of(block), Flow.UNMARKED)
              : block);
    }
  }

  private static boolean captions(WordParts.Style style) {
    return style.name().equals("caption");
  }

  private String listOf(Element paragraph, WordParts.Style style) {
    String own = value(paragraph, "> w|pPr > w|numPr > w|numId");
    return own.isEmpty() ? style.list().orElse("") : own;
  }

  private static Flow flow(Element paragraph, WordParts.Style style) {
    Element bidi = paragraph.selectFirst("> w|pPr > w|bidi");
    Optional<Boolean> marked = bidi == null ? style.bidi() : Optional.of(WordParts.on(bidi));
    return marked
        .map(right -> Flow.towards(right ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT))
        .orElse(Flow.UNMARKED);
  }

  private static String value(Element parent, String query) {
    Element element = parent.selectFirst(query);
    return element == null ? "" : element.attr("w:val");
  }

  private void endList() {
    if (!points.isEmpty()) {
      blocks.add(list(List.copyOf(points)));
      points.clear();
    }
  }

  /** Points that are set deeper than the first are a list inside the point before them. */
  private static Block list(List<Point> points) {
    int level = points.getFirst().level();
    var items = new ArrayList<List<Block>>();
    int i = 0;
    while (i < points.size()) {
      int end = i;
      while (end < points.size() && points.get(end).level() > level) {
        end++;
      }
      if (end > i) {
        var item = new ArrayList<>(items.removeLast());
        item.add(list(points.subList(i, end)));
        items.add(item);
        i = end;
      } else {
        items.add(List.of(points.get(i).block()));
        i++;
      }
    }
    return new Block.ItemList(points.getFirst().counted(), items, Flow.UNMARKED);
  }

  private void table(Element table) {
    var rows = new ArrayList<Block.Row>();
    List<Element> lines =
        table.select("> w|tr, > w|sdt w|tr").stream()
            .filter(row -> row.closest("w|tbl") == null || table.equals(row.closest("w|tbl")))
            .toList();
    for (int i = 0; i < lines.size(); i++) {
      Element row = lines.get(i);
      boolean header = row.selectFirst("> w|trPr > w|tblHeader") != null;
      var cells = new ArrayList<Block.Cell>();
      int column = 0;
      for (Element cell : row.select(CELLS)) {
        int columns = columns(cell);
        // A cell that goes on from the row above is counted there (17.4.85).
        if (!continues(cell)) {
          cells.add(new Block.Cell(header, columns, height(lines, i, column, cell), content(cell)));
        }
        column += columns;
      }
      rows.add(new Block.Row(cells));
    }
    Element visual = table.selectFirst("> w|tblPr > w|bidiVisual");
    boolean right = visual != null && WordParts.on(visual);
    blocks.add(
        new Block.Table(
            List.of(), rows, right ? Flow.towards(Direction.RIGHT_TO_LEFT) : Flow.UNMARKED));
  }

  private static int columns(Element cell) {
    String span = value(cell, "> w|tcPr > w|gridSpan");
    return span.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(span)) : 1;
  }

  private static boolean continues(Element cell) {
    Element merge = cell.selectFirst("> w|tcPr > w|vMerge");
    return merge != null && !merge.attr("w:val").equals("restart");
  }

  private static int height(List<Element> rows, int row, int column, Element cell) {
    int height = 1;
    if (cell.selectFirst("> w|tcPr > w|vMerge") != null) {
      while (row + height < rows.size() && continuesAt(rows.get(row + height), column)) {
        height++;
      }
    }
    return height;
  }

  private static boolean continuesAt(Element row, int column) {
    int at = 0;
    for (Element cell : row.select(CELLS)) {
      if (at == column) {
        return continues(cell);
      }
      at += columns(cell);
    }
    return false;
  }
}
