package org.qirtas.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.qirtas.article.Direction;
import org.qirtas.article.Flow;
import org.qirtas.article.Inline;
import org.qirtas.article.Language;

/** The form of inlines: plain text is a string, all else an object named by its one own key. */
final class InlineJson {
  private InlineJson() {}

  static <T> ArrayNode array(List<T> values, Function<T, JsonNode> form) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(value -> array.add(form.apply(value)));
    return array;
  }

  static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    return StreamSupport.stream(array.spliterator(), false).map(reader).toList();
  }

  static ArrayNode write(List<Inline> inlines) {
    return array(inlines, InlineJson::write);
  }

  private static JsonNode write(Inline inline) {
    return switch (inline) {
      case Inline.Text(String text) -> JsonNodeFactory.instance.textNode(text);
      case Inline.Emphasis(Inline.Strength strength, List<Inline> content) ->
          Json.object().set(strengthKey(strength), write(content));
      case Inline.Link(String target, List<Inline> content) ->
          Json.object().put("link", target).set("content", write(content));
      case Inline.Span(Flow flow, List<Inline> content) -> {
        ObjectNode span = Json.object();
        span.set("span", write(content));
        yield flow(span, flow);
      }
      case Inline.LineBreak() -> Json.object().put("break", true);
      case Inline.NoteReference(String note) -> Json.object().put("noteReference", note);
    };
  }

  private static String strengthKey(Inline.Strength strength) {
    return switch (strength) {
      case STRESSED -> "stressed";
      case STRONG -> "strong";
    };
  }

  static List<Inline> read(JsonNode inlines) {
    return list(inlines, InlineJson::readOne);
  }

  private static Inline readOne(JsonNode inline) {
    if (inline.isTextual()) {
      return new Inline.Text(inline.textValue());
    }
    for (Inline.Strength strength : Inline.Strength.values()) {
      JsonNode content = inline.get(strengthKey(strength));
      if (content != null) {
        return new Inline.Emphasis(strength, read(content));
      }
    }
    if (inline.has("link")) {
      return new Inline.Link(inline.path("link").textValue(), read(inline.path("content")));
    }
    if (inline.has("span")) {
      return new Inline.Span(flow(inline), read(inline.path("span")));
    }
    if (inline.has("break")) {
      return new Inline.LineBreak();
    }
    return new Inline.NoteReference(inline.required("noteReference").textValue());
  }

  static ObjectNode flow(ObjectNode node, Flow flow) {
    flow.language().ifPresent(language -> node.put("language", language.tag()));
    flow.direction().ifPresent(direction -> node.put("direction", word(direction)));
    return node;
  }

  static Flow flow(JsonNode node) {
    return new Flow(
        text(node, "language").map(Language::new), text(node, "direction").map(InlineJson::of));
  }

  static String word(Direction direction) {
    return switch (direction) {
      case RIGHT_TO_LEFT -> "rtl";
      case LEFT_TO_RIGHT -> "ltr";
    };
  }

  static Direction of(String word) {
    return word.equals("rtl") ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
  }

  static Optional<String> text(JsonNode node, String key) {
    return Optional.ofNullable(node.get(key)).map(JsonNode::textValue);
  }
}
