package org.qirtas.archive;

import static org.qirtas.archive.InlineJson.array;
import static org.qirtas.archive.InlineJson.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.qirtas.article.Block;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;

/** The form of blocks: an object whose {@code block} names the kind. */
final class BlockJson {
  private BlockJson() {}

  static JsonNode write(List<Block> blocks) {
    return array(blocks, BlockJson::write);
  }

  private static JsonNode write(Block block) {
    ObjectNode node = Json.object();
    switch (block) {
      case Block.Heading(int level, List<Inline> content, _) ->
          node.put("block", "heading")
              .put("level", level)
              .set("content", InlineJson.write(content));
      case Block.Paragraph(List<Inline> content, _) ->
          node.put("block", "paragraph").set("content", InlineJson.write(content));
      case Block.Quotation(List<Block> blocks, _) ->
          node.put("block", "quotation").set("blocks", write(blocks));
      case Block.ItemList(boolean ordered, List<List<Block>> items, _) ->
          node.put("block", "list")
              .put("ordered", ordered)
              .set("items", array(items, BlockJson::write));
      case Block.Table(List<Inline> caption, List<Block.Row> rows, _) -> {
        node.put("block", "table").set("caption", InlineJson.write(caption));
        node.set("rows", array(rows, row -> array(row.cells(), BlockJson::cell)));
      }
      case Block.Figure(String picture, String alternate, List<Inline> caption, _) ->
          node.put("block", "figure")
              .put("picture", picture)
              .put("alternateText", alternate)
              .set("caption", InlineJson.write(caption));
      case Block.Verse(List<List<List<Inline>>> lines, _) ->
          node.put("block", "verse")
              .set("lines", array(lines, halves -> array(halves, InlineJson::write)));
      case Block.Footnote(String name, List<Block> blocks, _) ->
          node.put("block", "footnote").put("name", name).set("blocks", write(blocks));
    }
    return InlineJson.flow(node, block.flow());
  }

  private static JsonNode cell(Block.Cell cell) {
    return Json.object()
        .put("header", cell.header())
        .put("columns", cell.columns())
        .put("rows", cell.rows())
        .set("blocks", write(cell.blocks()));
  }

  static List<Block> read(JsonNode blocks) {
    return list(blocks, BlockJson::readOne);
  }

  private static Block readOne(JsonNode node) {
    Flow flow = InlineJson.flow(node);
    String kind = node.path("block").asText();
    return switch (kind) {
      case "heading" -> new Block.Heading(node.path("level").intValue(), content(node), flow);
      case "paragraph" -> new Block.Paragraph(content(node), flow);
      case "quotation" -> new Block.Quotation(read(node.path("blocks")), flow);
      case "list" ->
          new Block.ItemList(
              node.path("ordered").booleanValue(), list(node.path("items"), BlockJson::read), flow);
      case "table" ->
          new Block.Table(
              InlineJson.read(node.path("caption")), list(node.path("rows"), BlockJson::row), flow);
      case "figure" ->
          new Block.Figure(
              node.required("picture").textValue(),
              node.required("alternateText").textValue(),
              InlineJson.read(node.path("caption")),
              flow);
      case "verse" ->
          new Block.Verse(list(node.path("lines"), halves -> list(halves, InlineJson::read)), flow);
      case "footnote" ->
          new Block.Footnote(node.required("name").textValue(), read(node.path("blocks")), flow);
      default -> throw new IllegalArgumentException("no block is called " + kind);
    };
  }

  private static List<Inline> content(JsonNode node) {
    return InlineJson.read(node.path("content"));
  }

  private static Block.Row row(JsonNode cells) {
    return new Block.Row(
        list(
            cells,
            cell ->
                new Block.Cell(
                    cell.path("header").booleanValue(),
                    cell.path("columns").intValue(),
                    cell.path("rows").intValue(),
                    read(cell.path("blocks")))));
  }
}
