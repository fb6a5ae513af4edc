package org.qirtas.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values in JSON (RFC 8259) that a script holds, whatever code stands around them: {@code
 * Fusion.globalContent={…};}. Where a value breaks off or turns into code, what was read of it is
 * kept, and reading goes on behind; so each letter is read once.
 */
final class ScriptedJson {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Deque<JsonNode> open = new ArrayDeque<>();
  private final List<JsonNode> values;
  private String field = "";

  private ScriptedJson(List<JsonNode> values) {
    this.values = values;
  }

  /** The values in a script, in their order. */
  static List<JsonNode> in(String script) {
    var values = new ArrayList<JsonNode>();
    char[] letters = script.toCharArray();
    int at = start(letters, 0);
    while (at < letters.length) {
      at = start(letters, at + Math.max(1, new ScriptedJson(values).value(letters, at)));
    }
    return values;
  }

  private static int start(char[] letters, int from) {
    int at = from;
    while (at < letters.length && "{[\"".indexOf(letters[at]) < 0) {
      at++;
    }
    return at;
  }

  /** Reads one value, or as much of it as there is; how many letters that took. */
  private int value(char[] letters, int from) {
    try (JsonParser parser = JSON.createParser(letters, from, letters.length - from)) {
      try {
        do {
          take(parser, parser.nextToken());
        } while (!open.isEmpty());
      } catch (IOException _) {
        // Code, or the end: the next value begins behind it.
      }
      return (int) parser.currentLocation().getCharOffset();
    } catch (IOException closing) {
      return letters.length - from;
    }
  }

  private void take(JsonParser parser, @Nullable JsonToken token) throws IOException {
    switch (token) {
      case null -> open.clear();
      case START_OBJECT -> nest(NODES.objectNode());
      case START_ARRAY -> nest(NODES.arrayNode());
      case END_OBJECT, END_ARRAY -> open.pop();
      case FIELD_NAME -> field = parser.currentName();
      case VALUE_STRING -> put(NODES.textNode(parser.getText()));
      case VALUE_NUMBER_INT -> put(NODES.textNode(parser.getText()));
      default -> put(NODES.nullNode());
    }
  }

  private void nest(JsonNode container) {
    put(container);
    open.push(container);
  }

  private void put(JsonNode value) {
    switch (open.peek()) {
      case ObjectNode object -> object.set(field, value);
      case ArrayNode array -> array.add(value);
      case null, default -> values.add(value);
    }
  }
}
