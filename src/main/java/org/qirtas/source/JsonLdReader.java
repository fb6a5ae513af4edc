package org.qirtas.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.qirtas.article.Block;
import org.qirtas.source.letters.Blanks;
import org.qirtas.source.letters.Decoder;

/** Reads a JSON-LD record of a schema.org article that stands in a file of its own. */
final class JsonLdReader {
  private static final int DEEPEST = 500;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  private JsonLdReader() {}

  /** The articles of a list or a graph of several; empty where there is one at most. */
  static Optional<PieceStream> pieces(Source source) throws IOException {
    byte[] bytes = Files.readAllBytes(source.file());
    var pieces = new ArrayList<Piece>();
    for (int[] stretch : objects(bytes)) {
      byte[] object = Arrays.copyOfRange(bytes, stretch[0], stretch[1]);
      if (isArticle(JSON.readTree(object))) {
        int number = pieces.size() + 1;
        pieces.add(
            new Piece(
                source.name().replaceFirst("\\.[A-Za-z]+$", "") + "-" + number + ".jsonld",
                "record " + number,
                Optional.of(MediaTypes.JSON_LD),
                List.of(),
                Piece.Content.held(object)));
      }
    }
    return pieces.size() < 2 ? Optional.empty() : Optional.of(PieceStream.of(pieces));
  }

  /** Where the objects lie that are elements of a list, at the top or below one name. */
  private static List<int[]> objects(byte[] bytes) throws IOException {
    var objects = new ArrayList<int[]>();
    try (JsonParser parser = JSON.createParser(bytes)) {
      int lists = 0;
      int outer = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_ARRAY -> lists++;
          case END_ARRAY -> lists--;
          case START_OBJECT -> {
            int start = (int) parser.currentTokenLocation().getByteOffset();
            if (start < 0) {
              return List.of();
            }
            if (lists == 1) {
              parser.skipChildren();
              objects.add(new int[] {start, (int) parser.currentLocation().getByteOffset()});
            } else {
              outer++;
            }
          }
          case END_OBJECT -> outer--;
          default -> {}
        }
        if (outer > 2) {
          parser.skipChildren();
        }
      }
    }
    return objects;
  }

  private static boolean isArticle(JsonNode node) {
    return types(node).stream()
        .anyMatch(type -> type.matches(".*(?:Article|BlogPosting|Report|Posting)$"));
  }

  private static List<String> types(JsonNode node) {
    JsonNode type = node.path("@type");
    var types = new ArrayList<String>();
    if (type.isTextual()) {
      types.add(type.textValue());
    }
    type.forEach(each -> types.add(each.asText()));
    return types;
  }

  static Matter read(byte[] bytes) throws DataFormatException {
    String json = Decoder.decode(bytes, Optional.of(StandardCharsets.UTF_8)).text();
    JsonNode article;
    try {
      article =
          find(JSON.readTree(json), 0)
              .orElseThrow(() -> new DataFormatException("no article in it"));
    } catch (IOException e) {
      throw new DataFormatException(String.valueOf(e.getMessage()));
    }
    Document page = Document.createShell("");
    page.head()
        .appendElement("script")
        .attr("type", "application/ld+json")
        .appendChild(new DataNode(article.toString()));
    var claims = new Claims();
    HtmlClaims.collect(page, claims);
    return Matter.of(body(article), claims);
  }

  private static Optional<JsonNode> find(JsonNode node, int depth) {
    if (isArticle(node)) {
      return Optional.of(node);
    }
    if (depth < 8) {
      for (JsonNode child : node) {
        Optional<JsonNode> found = find(child, depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static List<Block> body(JsonNode article) {
    for (String name : List.of("articleBody", "text", "reviewBody", "description", "abstract")) {
      String text = article.path(name).asText("");
      if (text.matches("(?s).*<(?:p|br|div|h\\d|ul|ol)\\b.*")) {
        return HtmlBlocks.of(
            Jsoup.parseBodyFragment(text).body(), HtmlBlocks.pictures(new PictureShelf()));
      }
      if (!Blanks.blank(text)) {
        return TextReader.read(text).blocks();
      }
    }
    return List.of();
  }
}
