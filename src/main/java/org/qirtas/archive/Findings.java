package org.qirtas.archive;

import java.util.SortedSet;
import java.util.TreeSet;

/** Collects what is found about one item; what is found twice counts once. */
final class Findings {
  private final String item;
  private final SortedSet<AuditFinding> all = new TreeSet<>();

  Findings(String item) {
    this.item = item;
  }

  void add(String code, String file, String detail) {
    all.add(new AuditFinding(code, item, file, detail));
  }

  /** Adds a finding unless something is as it should be. */
  void require(boolean right, String code, String file, String detail) {
    if (!right) {
      add(code, file, detail);
    }
  }

  boolean hasDamage() {
    return all.stream().anyMatch(AuditFinding::isDamage);
  }

  SortedSet<AuditFinding> all() {
    return all;
  }
}
