package org.qirtas.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a commit does to one item, as the journal tells of it.
 *
 * @param kind what
 * @param id the item; what becomes of it was built in the staging folder of this name
 * @param path where it stands; of a new one, where it shall
 * @param to where it shall stand, if that is somewhere else
 * @param version the version that it has afterwards
 */
record Step(Kind kind, ItemId id, String path, Optional<String> to, int version) {
  /** The kinds. */
  enum Kind {
    /** A new item takes its place, whole. */
    STORE,
    /** An item gets another version, and may move. */
    REVISE,
    /** An item goes elsewhere. */
    MOVE,
    /** A tombstone takes an item's place, whole. */
    PURGE
  }

  /** {@return where the item stands in the end} */
  String target() {
    return to.orElse(path);
  }

  /** {@return whether something that stands in the archive goes elsewhere in it} */
  boolean moves() {
    return (kind == Kind.REVISE || kind == Kind.MOVE) && to.isPresent();
  }

  /** {@return all places where the item may stand while this is under way} */
  Stream<String> places() {
    return Stream.concat(Stream.of(path), to.stream());
  }

  /** {@return by item, all places where it may stand after some steps, the likeliest first} */
  static Map<ItemId, List<String>> byItem(List<Step> steps) {
    var items = new TreeMap<ItemId, List<String>>();
    for (Step step : steps) {
      List<String> places = items.computeIfAbsent(step.id(), _ -> new ArrayList<>());
      step.places().filter(place -> !places.contains(place)).forEach(places::addFirst);
    }
    return items;
  }

  /** {@return the journal's line} */
  byte[] line() throws IOException {
    ObjectNode node = Json.object().put("kind", kind.name().toLowerCase(Locale.ROOT));
    node.put("id", id.urn()).put("path", path).put("version", version);
    to.ifPresent(there -> node.put("to", there));
    return Json.line(node);
  }

  /** {@return the step that a line of the journal tells of} */
  static Step of(String line) throws IOException {
    JsonNode node = Json.parse(line.getBytes(StandardCharsets.UTF_8));
    return new Step(
        Kind.valueOf(node.required("kind").textValue().toUpperCase(Locale.ROOT)),
        ItemId.ofUrn(node.required("id").textValue()),
        node.required("path").textValue(),
        InlineJson.text(node, "to"),
        node.required("version").intValue());
  }
}
