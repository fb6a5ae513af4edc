package org.qirtas.archive;

import java.util.List;
import java.util.TreeSet;

/** What OCFL asks of the names of versions, in an inventory and as folders alike. */
final class VersionNames {
  private VersionNames() {}

  /** Checks that there is each from the first on, all padded alike. */
  static void check(List<String> names, String where, Findings findings) {
    var numbers = new TreeSet<Integer>();
    for (String name : names) {
      int number = InventoryAudit.number(name);
      findings.require(number > 0, "E046", where, name);
      if (number > 0) {
        numbers.add(number);
      }
    }
    int next = 1;
    for (int number : numbers) {
      if (number != next) {
        findings.add(next == 1 ? "E009" : "E010", where, "no v" + next);
        findings.add("E010", where, "no v" + next);
        return;
      }
      next++;
    }
    boolean padded = names.stream().anyMatch(name -> name.startsWith("v0"));
    if (padded) {
      findings.add("W001", where, names.getFirst());
      long widths = names.stream().mapToInt(String::length).distinct().count();
      boolean all = names.stream().allMatch(name -> name.startsWith("v0"));
      findings.require(widths == 1 && all, "E013", where, names.getLast());
    }
  }
}
