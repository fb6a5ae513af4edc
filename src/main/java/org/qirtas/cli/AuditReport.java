package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.qirtas.archive.AuditFinding;

/** What an audit found, for people, for programs, and to be kept. */
final class AuditReport {
  /** An archive that is broken throughout is told of line by line; so many are kept as well. */
  private static final int KEPT = 100_000;

  private final List<AuditFinding> findings = new ArrayList<>();
  private long items;
  private long damages;
  private long notes;

  void add(AuditFinding finding) {
    if (findings.size() < KEPT) {
      findings.add(finding);
    }
    if (finding.isDamage()) {
      damages++;
    } else {
      notes++;
    }
  }

  void count() {
    items++;
  }

  long items() {
    return items;
  }

  long damages() {
    return damages;
  }

  long notes() {
    return notes;
  }

  static String line(Messages messages, AuditFinding finding) {
    String where =
        finding.file().isEmpty() ? finding.item() : finding.item() + "/" + finding.file();
    String key = "audit." + finding.code();
    String what =
        messages.say(
            messages.has(key) ? key : "audit." + finding.code().charAt(0), finding.detail());
    return finding.code() + "  " + Cell.isolated(where) + "  " + what;
  }

  static ObjectNode json(AuditFinding finding) {
    return ItemJson.object()
        .put("code", finding.code())
        .put("damage", finding.isDamage())
        .put("item", finding.item())
        .put("file", finding.file())
        .put("detail", finding.detail());
  }

  ObjectNode summary() {
    return ItemJson.object().put("items", items).put("damaged", damages).put("notes", notes);
  }

  String document(String archive, Instant began, Instant ended, String asked) {
    ObjectNode document = ItemJson.object().put("archive", archive).put("asked", asked.strip());
    document.put("began", began.toString()).put("ended", ended.toString());
    document.setAll(summary());
    ArrayNode all = document.putArray("findings");
    findings.forEach(finding -> all.add(json(finding)));
    return ItemJson.line(document) + "\n";
  }
}
