package org.qirtas.archive;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What OCFL asks of the paths in an inventory. */
final class PathRules {
  private PathRules() {}

  /** Checks one logical path (E052, E053). */
  static void logical(String path, String where, Findings findings) {
    findings.require(!hasOuterSlash(path), "E053", where, path);
    findings.require(hasPlainParts(path), "E052", where, path);
  }

  /** Checks one content path (E099, E100). */
  static void content(String path, String where, Findings findings) {
    findings.require(!hasOuterSlash(path), "E100", where, path);
    findings.require(hasPlainParts(path), "E099", where, path);
  }

  private static boolean hasOuterSlash(String path) {
    return path.startsWith("/") || path.endsWith("/");
  }

  private static boolean hasPlainParts(String path) {
    String inner = path.replaceAll("^/|/$", "");
    for (String part : inner.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return true;
  }

  /**
   * Checks that no path is there twice, and none is the folder of another.
   *
   * @param code the code for either
   */
  static void distinct(Collection<String> paths, String code, String where, Findings findings) {
    Set<String> seen = new HashSet<>();
    for (String path : paths) {
      findings.require(seen.add(path), code, where, path);
    }
    for (String path : seen) {
      for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        String folder = path.substring(0, slash);
        findings.require(!seen.contains(folder), code, where, folder);
      }
    }
  }
}
