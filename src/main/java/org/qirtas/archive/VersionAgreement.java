package org.qirtas.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether the inventories that older versions left say the same as the newest one. */
final class VersionAgreement {
  private final JsonNode root;
  private final @Nullable InventoryAudit rootAudit;
  private final Findings findings;

  VersionAgreement(JsonNode root, @Nullable InventoryAudit rootAudit, Findings findings) {
    this.root = root;
    this.rootAudit = rootAudit;
    this.findings = findings;
  }

  /**
   * Checks all of them.
   *
   * @param versions the versions' names, oldest first
   * @param nodes the inventories, by version
   */
  void check(
      List<String> versions, Map<String, JsonNode> nodes, Map<String, InventoryAudit> audits) {
    int before = 0;
    for (String version : versions) {
      JsonNode node = nodes.get(version);
      InventoryAudit audit = audits.get(version);
      if (node == null || audit == null) {
        continue;
      }
      String file = version + "/" + Inventory.FILE;
      identity(node, version, file);
      int specification = audit.specification().orElse(before);
      findings.require(specification >= before, "E103", file, node.path("type").asText());
      before = Math.max(before, specification);
      for (Map.Entry<String, JsonNode> told : node.path("versions").properties()) {
        state(node, audit, told.getKey(), file);
      }
    }
    int newest = rootAudit == null ? before : rootAudit.specification().orElse(before);
    findings.require(newest >= before, "E103", Inventory.FILE, root.path("type").asText());
  }

  private void identity(JsonNode node, String version, String file) {
    findings.require(
        node.path("head").asText().equals(version), "E040", file, node.path("head").asText());
    findings.require(
        node.path("id").equals(root.path("id")), "E037", file, node.path("id").asText());
    findings.require(
        node.path("contentDirectory")
            .asText("content")
            .equals(root.path("contentDirectory").asText("content")),
        "E019",
        file,
        node.path("contentDirectory").asText("content"));
  }

  private void state(JsonNode node, InventoryAudit audit, String version, String file) {
    JsonNode then = node.path("versions").path(version);
    JsonNode now = root.path("versions").path(version);
    if (now.isMissingNode()) {
      findings.add("E066", file, version + " is not in " + Inventory.FILE);
      return;
    }
    boolean sameAlgorithm = rootAudit != null && audit.algorithm().equals(rootAudit.algorithm());
    boolean agree =
        sameAlgorithm
            ? byDigest(then).equals(byDigest(now))
            : agree(byContent(node, then), byContent(root, now));
    findings.require(agree, "E066", file, version);
    for (String key : List.of("created", "message", "user")) {
      findings.require(then.path(key).equals(now.path(key)), "W011", file, version + " " + key);
    }
  }

  /** {@return each logical path's digest} */
  private static SortedMap<String, String> byDigest(JsonNode version) {
    var state = new TreeMap<String, String>();
    for (Map.Entry<String, JsonNode> entry : version.path("state").properties()) {
      String digest = entry.getKey().toLowerCase(java.util.Locale.ROOT);
      entry.getValue().forEach(path -> state.put(path.asText(), digest));
    }
    return state;
  }

  /** {@return for each logical path, the files that hold its bytes} */
  private static SortedMap<String, SortedSet<String>> byContent(JsonNode node, JsonNode version) {
    var state = new TreeMap<String, SortedSet<String>>();
    for (Map.Entry<String, JsonNode> entry : version.path("state").properties()) {
      var files = new TreeSet<String>();
      node.path("manifest").path(entry.getKey()).forEach(path -> files.add(path.asText()));
      entry.getValue().forEach(path -> state.put(path.asText(), files));
    }
    return state;
  }

  /** Later versions may bring the same bytes again, so that a newer inventory lists more files. */
  private static boolean agree(
      SortedMap<String, SortedSet<String>> then, SortedMap<String, SortedSet<String>> now) {
    return then.keySet().equals(now.keySet())
        && then.entrySet().stream()
            .allMatch(entry -> {
              SortedSet<String> files = now.get(entry.getKey());
              return files != null && files.containsAll(entry.getValue());
            });
  }
}
