package org.qirtas.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One folder held against all that OCFL 1.1 asks of an object: any object, not only one of ours.
 */
final class ObjectAudit {
  private static final String EXTENSIONS = "extensions";
  private static final String LOGS = "logs";

  /** The extensions that ocfl.github.io/extensions registers begin with a number of four digits. */
  private static final String REGISTERED = "(00(0[1-9]|1[01])-[a-z0-9-]+|initial)";

  private final Path folder;
  private final Findings findings;
  private final ContentDigests digests;
  private final List<String> unusualSidecars = new ArrayList<>();
  private byte[] rootBytes = {};
  private final List<String> versions = new ArrayList<>();
  private final Map<String, InventoryAudit> inventories = new TreeMap<>();
  private final Map<String, JsonNode> nodes = new TreeMap<>();

  ObjectAudit(Path folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
    this.digests = new ContentDigests(folder);
  }

  /** Looks at everything in the folder. */
  void check() {
    try {
      List<String> names = names(folder);
      declaration(names);
      JsonNode root = inventory("");
      listing(names);
      if (root == null) {
        findings.require(
            Files.exists(folder.resolve(Inventory.FILE)), "E063", Inventory.FILE, "missing");
        return;
      }
      VersionNames.check(versions, "", findings);
      againstVersions(root);
      for (String version : versions) {
        versionFolder(version, root);
      }
      new VersionAgreement(root, inventories.get(""), findings).check(versions, nodes, inventories);
      claims();
      content(root);
    } catch (IOException | UncheckedIOException e) {
      findings.add("Q001", "", String.valueOf(e.getMessage()));
    }
  }

  /** {@return the sidecars that may be as OCFL allows, and are not as sha512sum writes them} */
  List<String> unusualSidecars() {
    return unusualSidecars;
  }

  private void declaration(List<String> names) throws IOException {
    List<String> declared = names.stream().filter(name -> name.startsWith("0=")).toList();
    findings.require(!declared.isEmpty(), "E003", "", "no 0=ocfl_object_1.1");
    for (String name : declared) {
      findings.require(name.matches("0=ocfl_object_1\\.[01]"), "E006", name, "");
      String text = Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
      findings.require(text.equals(name.substring(2) + "\n"), "E007", name, text.strip());
    }
    findings.require(declared.size() < 2, "E001", "", String.join(", ", declared));
  }

  private void listing(List<String> names) throws IOException {
    InventoryAudit root = inventories.get("");
    String sidecar =
        root == null
            ? Inventory.SIDECAR
            : root.algorithm()
                .map(known -> Inventory.FILE + "." + known.ocflName())
                .orElse(Inventory.SIDECAR);
    for (String name : names) {
      Path path = folder.resolve(name);
      boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
      if (isFolder && InventoryAudit.number(name) > 0) {
        versions.add(name);
      } else if (isFolder && name.equals(EXTENSIONS)) {
        extensions(path);
      } else if (!(isFolder && name.equals(LOGS))
          && !name.startsWith("0=")
          && !name.equals(Inventory.FILE)
          && !name.equals(sidecar)) {
        boolean oddSidecar = root != null && name.startsWith(Inventory.FILE + ".");
        findings.add(oddSidecar ? "E058" : "E001", name, "");
      }
    }
    versions.sort(java.util.Comparator.comparingInt(InventoryAudit::number));
  }

  private void extensions(Path extensions) throws IOException {
    for (String name : names(extensions)) {
      String path = EXTENSIONS + "/" + name;
      if (Files.isDirectory(extensions.resolve(name))) {
        findings.require(name.matches(REGISTERED), "W013", path, "");
      } else {
        findings.add("E067", path, "");
      }
    }
  }

  /** Reads an inventory with its sidecar; the one in the root where the version is empty. */
  private @Nullable JsonNode inventory(String version) throws IOException {
    String prefix = version.isEmpty() ? "" : version + "/";
    String name = prefix + Inventory.FILE;
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      return null;
    }
    byte[] bytes = Files.readAllBytes(file);
    JsonNode root = nodes.get("");
    InventoryAudit audited = inventories.get("");
    if (root != null && audited != null && Arrays.equals(bytes, rootBytes)) {
      // The newest version's is the same, and was looked at.
      nodes.put(version, root);
      inventories.put(version, audited);
      audited.algorithm().ifPresent(algorithm -> sidecar(prefix, algorithm, bytes));
      return root;
    }
    rootBytes = version.isEmpty() ? bytes : rootBytes;
    try {
      JsonNode node = Json.parse(bytes);
      var audit = new InventoryAudit(node, name, findings);
      audit.check();
      nodes.put(version, node);
      inventories.put(version, audit);
      audit.algorithm().ifPresent(algorithm -> sidecar(prefix, algorithm, bytes));
      return node;
    } catch (IOException | RuntimeException e) {
      findings.add("E033", name, "no JSON");
      sidecar(prefix, FixityAlgorithm.SHA512, bytes);
      return null;
    }
  }

  private void sidecar(String prefix, FixityAlgorithm algorithm, byte[] inventory) {
    String name = prefix + Inventory.FILE + "." + algorithm.ocflName();
    String text;
    try {
      text = Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
    } catch (IOException missing) {
      findings.add("E058", name, "missing");
      return;
    }
    if (!text.matches("[0-9A-Fa-f]+[ \t]+inventory\\.json\\R?")) {
      findings.add("E061", name, text.strip());
      return;
    }
    String digest = HexFormat.of().formatHex(algorithm.begin().digest(inventory));
    if (!text.equals(digest + "  " + Inventory.FILE + "\n")) {
      unusualSidecars.add(name);
    }
    findings.require(
        text.split("[ \t]+", 2)[0].equalsIgnoreCase(digest),
        "E060",
        prefix + Inventory.FILE,
        algorithm.ocflName() + " is " + digest);
  }

  private void againstVersions(JsonNode root) throws IOException {
    var told = new TreeSet<String>();
    root.path("versions").fieldNames().forEachRemaining(told::add);
    for (String version : versions) {
      findings.require(told.contains(version), "E046", version, "not in the inventory");
    }
    for (String version : told) {
      if (!versions.contains(version) && InventoryAudit.number(version) > 0) {
        findings.add("E010", version, "missing");
      }
    }
    String head = root.path("head").asText();
    Path newest = folder.resolve(head).resolve(Inventory.FILE);
    if (versions.contains(head) && Files.isRegularFile(newest)) {
      findings.require(
          Files.mismatch(folder.resolve(Inventory.FILE), newest) < 0,
          "E064",
          Inventory.FILE,
          "differs from " + head + "/" + Inventory.FILE);
    }
  }

  private void versionFolder(String version, JsonNode root) throws IOException {
    JsonNode node = inventory(version);
    InventoryAudit own = inventories.get(version);
    findings.require(node != null, "W010", version, "no inventory");
    String content = root.path("contentDirectory").asText("content");
    String sidecar =
        Inventory.FILE
            + "."
            + Optional.ofNullable(own)
                .flatMap(InventoryAudit::algorithm)
                .orElse(FixityAlgorithm.SHA512)
                .ocflName();
    for (String name : names(folder.resolve(version))) {
      String path = version + "/" + name;
      if (Files.isDirectory(folder.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
        findings.require(name.equals(content), "W002", path, "");
      } else {
        findings.require(
            node != null && (name.equals(Inventory.FILE) || name.equals(sidecar)),
            "E015",
            path,
            "");
      }
    }
  }

  private void claims() {
    for (Map.Entry<String, JsonNode> inventory : nodes.entrySet()) {
      InventoryAudit audit = inventories.get(inventory.getKey());
      Optional<FixityAlgorithm> algorithm = audit == null ? Optional.empty() : audit.algorithm();
      algorithm.ifPresent(known -> claims(known, inventory.getValue().path("manifest"), "E092"));
      for (Map.Entry<String, JsonNode> block : inventory.getValue().path("fixity").properties()) {
        FixityAlgorithm.of(block.getKey())
            .ifPresent(known -> claims(known, block.getValue(), "E093"));
      }
    }
  }

  private void claims(FixityAlgorithm algorithm, JsonNode block, String code) {
    for (Map.Entry<String, JsonNode> entry : block.properties()) {
      entry
          .getValue()
          .forEach(path -> digests.claim(path.asText(), algorithm, entry.getKey(), code));
    }
  }

  private void content(JsonNode root) throws IOException {
    Set<String> present = new TreeSet<>();
    String content = root.path("contentDirectory").asText("content");
    for (String version : versions) {
      walk(version + "/" + content, present);
    }
    digests.check(present, findings);
    for (Map.Entry<String, JsonNode> inventory : nodes.entrySet()) {
      unlisted(inventory.getKey(), inventory.getValue(), present);
    }
  }

  /** A version's inventory lists all files of its own and earlier versions. */
  private void unlisted(String version, JsonNode inventory, Set<String> present) {
    var listed = new TreeSet<String>();
    inventory.path("manifest").forEach(paths -> paths.forEach(path -> listed.add(path.asText())));
    int newest = version.isEmpty() ? Integer.MAX_VALUE : InventoryAudit.number(version);
    for (String path : present) {
      if (InventoryAudit.number(path.substring(0, path.indexOf('/'))) <= newest) {
        findings.require(
            listed.contains(path),
            "E023",
            path,
            version.isEmpty() ? "" : "not in " + version + "/" + Inventory.FILE);
      }
    }
  }

  private void walk(String path, Set<String> present) throws IOException {
    Path at = folder.resolve(path);
    if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<String> names = names(at);
    findings.require(!names.isEmpty(), "E024", path, "");
    for (String name : names) {
      String child = path + "/" + name;
      Path file = folder.resolve(child);
      if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        walk(child, present);
      } else if (Files.isSymbolicLink(file)) {
        findings.add("E090", child, "");
      } else {
        present.add(child);
      }
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> listing = Files.list(folder)) {
      return listing.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }
}
