package org.qirtas.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qirtas.source.Digest;

/**
 * What an OCFL object says of itself (OCFL 1.1, section 3.5).
 *
 * @param id of the item
 * @param version the newest version
 * @param created when that was made
 * @param files the files of that version, sorted by name
 */
record Inventory(ItemId id, int version, Instant created, List<StoredFile> files) {
  static final String FILE = "inventory.json";
  static final String SIDECAR = "inventory.json.sha512";
  static final String NAMASTE = "0=ocfl_object_1.1";

  private static final String TYPE = "https://ocfl.io/1.1/spec/#inventory";

  /**
   * {@return the inventory of an object's first version}
   *
   * @param content each file's digest, by its name
   * @param user who made the version
   */
  static byte[] first(
      ItemId id, Instant created, String message, String user, SortedMap<String, String> content)
      throws IOException {
    // Files of equal bytes share one entry, so both maps go from digest to names.
    var names = new TreeMap<String, List<String>>();
    content.forEach(
        (name, digest) -> names.computeIfAbsent(digest, _ -> new ArrayList<>()).add(name));
    ObjectNode node = Json.object();
    node.put("id", id.urn()).put("type", TYPE).put("digestAlgorithm", "sha512").put("head", "v1");
    ObjectNode manifest = node.putObject("manifest");
    ObjectNode version = node.putObject("versions").putObject("v1");
    version.put("created", created.toString()).put("message", message);
    version
        .putObject("user")
        .put("name", user)
        .put("address", "urn:x-qirtas:user:" + encoded(user));
    ObjectNode state = version.putObject("state");
    names.forEach((digest, sharing) -> {
      sharing.forEach(name -> state.withArray(digest).add(name));
      sharing.forEach(name -> manifest.withArray(digest).add("v1/content/" + name));
    });
    return Json.indented(node);
  }

  /** {@return the line that {@code sha512sum -c} understands} */
  static byte[] sidecar(byte[] inventory) {
    return (Digest.of(inventory).hex() + "  " + FILE + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * {@return the inventory in an object's folder}
   *
   * @throws IOException where it cannot be read
   * @throws IllegalArgumentException where it is not an inventory
   */
  static Inventory read(Path folder) throws IOException {
    JsonNode node = Json.read(folder.resolve(FILE));
    String head = node.required("head").textValue();
    JsonNode version = node.required("versions").required(head);
    var files = new ArrayList<StoredFile>();
    for (Map.Entry<String, JsonNode> state : version.required("state").properties()) {
      String digest = state.getKey();
      JsonNode stored = node.required("manifest").required(digest).required(0);
      state
          .getValue()
          .forEach(name -> files.add(new StoredFile(name.textValue(), inside(stored), digest)));
    }
    files.sort(Comparator.comparing(StoredFile::name));
    return new Inventory(
        ItemId.ofUrn(node.required("id").textValue()),
        Integer.parseInt(head.substring(1)),
        Instant.parse(version.required("created").textValue()),
        files);
  }

  /** An inventory from elsewhere must not lead out of its folder (OCFL E099, E100). */
  private static String inside(JsonNode path) {
    String text = path.textValue();
    for (String part : text.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        throw new IllegalArgumentException(text);
      }
    }
    return text;
  }

  private static String encoded(String user) {
    return java.net.URLEncoder.encode(user, StandardCharsets.UTF_8);
  }
}
