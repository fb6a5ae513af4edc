package org.qirtas.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one inventory says, held against OCFL 1.0 and 1.1, section 3.5; the files that it tells of
 * are not looked at here.
 */
final class InventoryAudit {
  private static final Pattern VERSION = Pattern.compile("v(0*)([1-9][0-9]*)");
  private static final Pattern TYPE =
      Pattern.compile("https://ocfl\\.io/1\\.([01])/spec/#inventory");
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

  private final JsonNode inventory;
  private final String file;
  private final Findings findings;

  /**
   * An audit of one inventory.
   *
   * @param inventory the inventory
   * @param file where it stands, relative to its object
   */
  InventoryAudit(JsonNode inventory, String file, Findings findings) {
    this.inventory = inventory;
    this.file = file;
    this.findings = findings;
  }

  /** Checks all that can be checked without looking at other files. */
  void check() {
    if (!inventory.isObject()) {
      say("E033", "no JSON object");
      return;
    }
    identity();
    contentDirectory();
    versions();
    manifest();
    fixity();
  }

  /** {@return the minor number of the specification that it follows; empty where it names none} */
  Optional<Integer> specification() {
    var matcher = TYPE.matcher(inventory.path("type").asText());
    return matcher.matches() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
  }

  Optional<FixityAlgorithm> algorithm() {
    return FixityAlgorithm.of(inventory.path("digestAlgorithm").asText())
        .filter(FixityAlgorithm::isForInventories);
  }

  String contentFolder() {
    return inventory.path("contentDirectory").asText("content");
  }

  /** {@return the number of a version's name; 0 where it is none} */
  static int number(String version) {
    var matcher = VERSION.matcher(version);
    return matcher.matches() && matcher.group(2).length() < 9
        ? Integer.parseInt(matcher.group(2))
        : 0;
  }

  private void identity() {
    for (String key : List.of("id", "type", "digestAlgorithm", "head")) {
      findings.require(inventory.has(key), "E036", file, key);
    }
    JsonNode id = inventory.path("id");
    if (inventory.has("id")) {
      findings.require(id.isTextual() && !id.asText().isBlank(), "E037", file, id.toString());
      findings.require(isUri(id.asText()), "W005", file, id.asText());
    }
    if (inventory.has("type")) {
      findings.require(specification().isPresent(), "E038", file, inventory.path("type").asText());
    }
    if (inventory.has("digestAlgorithm")) {
      String name = inventory.path("digestAlgorithm").asText();
      findings.require(algorithm().isPresent(), "E025", file, name);
      findings.require(
          algorithm().filter(known -> known != FixityAlgorithm.SHA512).isEmpty(),
          "W004",
          file,
          name);
    }
    findings.require(inventory.path("manifest").isObject(), "E041", file, "manifest");
    findings.require(inventory.path("versions").isObject(), "E043", file, "versions");
  }

  private void contentDirectory() {
    if (inventory.has("contentDirectory")) {
      String name = inventory.path("contentDirectory").asText();
      findings.require(!name.contains("/"), "E017", file, name);
      findings.require(
          !name.equals(".") && !name.equals("..") && !name.isEmpty(), "E018", file, name);
    }
  }

  private void versions() {
    JsonNode versions = inventory.path("versions");
    if (!versions.isObject()) {
      return;
    }
    findings.require(!versions.isEmpty(), "E008", file, "versions");
    var names = new ArrayList<String>();
    versions.fieldNames().forEachRemaining(names::add);
    VersionNames.check(names, file, findings);
    head(names);
    for (Map.Entry<String, JsonNode> version : versions.properties()) {
      version(version.getKey(), version.getValue());
    }
  }

  private void head(List<String> names) {
    if (!inventory.has("head")) {
      return;
    }
    String head = inventory.path("head").asText();
    int newest = names.stream().mapToInt(InventoryAudit::number).max().orElse(0);
    findings.require(
        inventory.path("head").isTextual() && names.contains(head) && number(head) == newest,
        "E040",
        file,
        head);
    // v10 after v01 … v09 is as long as they; v10 after v1 is not zero-padded.
    if (names.stream().anyMatch(name -> name.startsWith("v0"))) {
      findings.require(
          names.stream().allMatch(name -> name.length() == head.length()) && head.startsWith("v0"),
          "E011",
          file,
          head);
    }
  }

  private void version(String name, JsonNode version) {
    String at = file + " " + name;
    if (!version.isObject()) {
      findings.add("E047", at, "no JSON object");
      return;
    }
    findings.require(version.has("created"), "E048", at, "created");
    if (version.has("created")) {
      findings.require(
          version.path("created").isTextual() && isMoment(version.path("created").asText()),
          "E049",
          at,
          version.path("created").toString());
    }
    person(at, version);
    state(at, version);
  }

  private void person(String at, JsonNode version) {
    boolean message = version.has("message");
    boolean user = version.has("user");
    findings.require(message && user, "W007", at, message ? "user" : "message");
    findings.require(!message || version.path("message").isTextual(), "E094", at, "message");
    if (user) {
      JsonNode who = version.path("user");
      findings.require(
          who.isObject() && who.path("name").isTextual() && !who.path("name").asText().isEmpty(),
          "E054",
          at,
          "user");
      findings.require(who.has("address") || !who.isObject(), "W008", at, "address");
      findings.require(
          !who.has("address") || isUri(who.path("address").asText()),
          "W009",
          at,
          who.path("address").asText());
    }
  }

  private void state(String at, JsonNode version) {
    JsonNode state = version.path("state");
    if (!version.has("state")) {
      findings.add("E048", at, "state");
      return;
    }
    if (!state.isObject()) {
      findings.add("E050", at, "state is no JSON object");
      return;
    }
    var paths = new ArrayList<String>();
    for (Map.Entry<String, JsonNode> entry : state.properties()) {
      findings.require(inventory.path("manifest").has(entry.getKey()), "E050", at, entry.getKey());
      if (!entry.getValue().isArray()) {
        findings.add("E051", at, entry.getKey());
      }
      entry.getValue().forEach(path -> paths.add(path.asText()));
    }
    paths.forEach(path -> PathRules.logical(path, at, findings));
    PathRules.distinct(paths, "E095", at, findings);
  }

  private void manifest() {
    JsonNode manifest = inventory.path("manifest");
    if (!manifest.isObject()) {
      return;
    }
    distinctDigests(manifest, "E096");
    var paths = new ArrayList<String>();
    var used = new HashSet<String>();
    for (JsonNode version : inventory.path("versions")) {
      version.path("state").fieldNames().forEachRemaining(used::add);
    }
    for (Map.Entry<String, JsonNode> entry : manifest.properties()) {
      String digest = entry.getKey();
      findings.require(used.contains(digest), "E107", file, digest);
      algorithm()
          .ifPresent(known ->
              findings.require(known.isDigest(digest), "E025", file, "no digest: " + digest));
      if (!entry.getValue().isArray()) {
        findings.add("E092", file, digest);
      }
      entry.getValue().forEach(path -> paths.add(path.asText()));
    }
    for (String path : paths) {
      PathRules.content(path, file, findings);
      findings.require(isWithinContent(path), "E042", file, path);
    }
    PathRules.distinct(paths, "E101", file, findings);
  }

  private boolean isWithinContent(String path) {
    String[] parts = path.replaceAll("^/+", "").split("/", 3);
    return parts.length == 3
        && inventory.path("versions").has(parts[0])
        && (parts[1].equals(contentFolder()) || inventory.path("versions").size() > 1);
  }

  private void distinctDigests(JsonNode block, String code) {
    var seen = new HashSet<String>();
    block
        .fieldNames()
        .forEachRemaining(digest ->
            findings.require(seen.add(digest.toLowerCase(Locale.ROOT)), code, file, digest));
  }

  private void fixity() {
    if (!inventory.has("fixity")) {
      return;
    }
    JsonNode fixity = inventory.path("fixity");
    if (!fixity.isObject()) {
      say("E111", "fixity is no JSON object");
      return;
    }
    for (Map.Entry<String, JsonNode> block : fixity.properties()) {
      if (!block.getValue().isObject()) {
        say("E057", block.getKey());
        continue;
      }
      distinctDigests(block.getValue(), "E097");
      for (JsonNode paths : block.getValue()) {
        if (!paths.isArray()) {
          say("E057", block.getKey());
        }
        paths.forEach(path -> PathRules.content(path.asText(), file, findings));
      }
    }
  }

  private void say(String code, String detail) {
    findings.add(code, file, detail);
  }

  private static boolean isMoment(String text) {
    try {
      return MOMENT.matcher(text).matches() && OffsetDateTime.parse(text) != null;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException none) {
      return false;
    }
  }
}
