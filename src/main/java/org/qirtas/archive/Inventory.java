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
 * What an OCFL object says of itself (OCFL 1.1, section 3.5), as an object of ours says it.
 *
 * @param node the inventory
 */
record Inventory(ObjectNode node) {
  static final String FILE = "inventory.json";
  static final String SIDECAR = "inventory.json.sha512";
  static final String NAMASTE = "0=ocfl_object_1.1";
  static final byte[] NAMASTE_BYTES = "ocfl_object_1.1\n".getBytes(StandardCharsets.UTF_8);

  private static final String TYPE = "https://ocfl.io/1.1/spec/#inventory";

  /** {@return the inventory of an object that has no version yet} */
  static Inventory empty(ItemId id) {
    ObjectNode node = Json.object();
    node.put("id", id.urn()).put("type", TYPE).put("digestAlgorithm", "sha512").put("head", "v0");
    node.putObject("manifest");
    node.putObject("versions");
    return new Inventory(node);
  }

  /**
   * {@return the inventory in an object's folder}
   *
   * @throws IOException where it cannot be read
   * @throws IllegalArgumentException where it is not an inventory
   */
  static Inventory read(Path folder) throws IOException {
    return parse(java.nio.file.Files.readAllBytes(folder.resolve(FILE)));
  }

  /**
   * {@return the inventory that some bytes are}
   *
   * @throws IOException where they are no JSON
   * @throws IllegalArgumentException where they are not an inventory
   */
  static Inventory parse(byte[] bytes) throws IOException {
    if (Json.parse(bytes) instanceof ObjectNode node) {
      return new Inventory(node);
    }
    throw new IllegalArgumentException("no JSON object");
  }

  /**
   * {@return the inventory with another version on top; what was there before stays word for word}
   *
   * @param state each file's digest, by its name
   */
  Inventory next(Instant created, Change change, SortedMap<String, String> state) {
    ObjectNode next = node.deepCopy();
    String name = "v" + (head() + 1);
    next.put("head", name);
    ObjectNode manifest = (ObjectNode) next.required("manifest");
    ObjectNode version = ((ObjectNode) next.required("versions")).putObject(name);
    version.put("created", created.toString()).put("message", change.why());
    version
        .putObject("user")
        .put("name", change.who())
        .put("address", "urn:x-qirtas:user:" + encoded(change.who()));
    // Files of equal bytes share one entry, so both maps go from digest to names.
    ObjectNode names = version.putObject("state");
    var known = new java.util.HashSet<String>();
    manifest.fieldNames().forEachRemaining(known::add);
    var sorted = new TreeMap<String, List<String>>();
    state.forEach(
        (file, digest) -> sorted.computeIfAbsent(digest, _ -> new ArrayList<>()).add(file));
    sorted.forEach((digest, files) -> {
      files.forEach(file -> names.withArray(digest).add(file));
      if (!known.contains(digest)) {
        files.forEach(file -> manifest.withArray(digest).add(name + "/content/" + file));
      }
    });
    return new Inventory(next);
  }

  byte[] bytes() throws IOException {
    return Json.indented(node);
  }

  /** {@return the line that {@code sha512sum -c} understands} */
  static byte[] sidecar(byte[] inventory) {
    return (Digest.of(inventory).hex() + "  " + FILE + "\n").getBytes(StandardCharsets.UTF_8);
  }

  ItemId id() {
    return ItemId.ofUrn(node.required("id").textValue());
  }

  /** {@return the number of the newest version} */
  int head() {
    return number(node.required("head").textValue());
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(1));
  }

  /** {@return all versions, oldest first} */
  List<Version> versions() {
    var versions = new ArrayList<Version>();
    for (Map.Entry<String, JsonNode> version : node.required("versions").properties()) {
      JsonNode told = version.getValue();
      versions.add(
          new Version(
              number(version.getKey()),
              Instant.parse(told.required("created").textValue()),
              new Change(
                  told.path("user").path("name").asText(""), told.path("message").asText(""))));
    }
    versions.sort(Comparator.comparingInt(Version::number));
    return versions;
  }

  /** {@return when a version was made} */
  Instant created(int version) {
    return Instant.parse(version(version).required("created").textValue());
  }

  private JsonNode version(int number) {
    return node.required("versions").required("v" + number);
  }

  /** {@return the files of a version, sorted by name} */
  List<StoredFile> files(int version) {
    var files = new ArrayList<StoredFile>();
    for (Map.Entry<String, JsonNode> state : version(version).required("state").properties()) {
      String digest = state.getKey();
      JsonNode stored = node.required("manifest").required(digest).required(0);
      state
          .getValue()
          .forEach(name -> files.add(new StoredFile(name.textValue(), inside(stored), digest)));
    }
    files.sort(Comparator.comparing(StoredFile::name));
    return files;
  }

  /** {@return whether the object keeps bytes of that digest} */
  boolean keeps(String sha512) {
    return node.required("manifest").has(sha512);
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
