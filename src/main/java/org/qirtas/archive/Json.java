package org.qirtas.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON as it stands in the archive: UTF-8, indented, the same bytes on every system. */
final class Json {
  // Beyond this an article is an attack; far below it the reader's own stack would end.
  private static final int DEPTH = 3_000;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              // Names are digests, each seen once: kept for good, they took a quarter of a reindex.
              .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
              .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEPTH)
                      .maxStringLength(Integer.MAX_VALUE)
                      .build())
              .streamWriteConstraints(
                  StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build())
              .build());
  private static final DefaultPrettyPrinter INDENTED =
      new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n"));

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static byte[] indented(JsonNode node) throws IOException {
    return utf8(MAPPER.writer(INDENTED).writeValueAsString(node) + "\n");
  }

  static byte[] line(JsonNode node) throws IOException {
    return utf8(MAPPER.writeValueAsString(node) + "\n");
  }

  static JsonNode read(Path file) throws IOException {
    return parse(Files.readAllBytes(file));
  }

  static JsonNode parse(byte[] json) throws IOException {
    return MAPPER.readTree(json);
  }

  /**
   * Half a surrogate pair has no UTF-8, and a hostile text may hold one. As an escape it comes back
   * as it was; only strings can hold one, so that an escape is right wherever one stands.
   */
  private static byte[] utf8(String json) {
    if (!hasSurrogates(json)) {
      return json.getBytes(StandardCharsets.UTF_8);
    }
    var escaped = new StringBuilder(json.length());
    json.codePoints()
        .forEach(letter -> {
          if (Character.getType(letter) == Character.SURROGATE) {
            escaped.append("\\u").append(Integer.toHexString(letter));
          } else {
            escaped.appendCodePoint(letter);
          }
        });
    return escaped.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static boolean hasSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
