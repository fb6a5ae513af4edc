package org.qirtas.source;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths inside containers: words only, never looked up in a file system. */
final class Folders {
  private Folders() {}

  /** The last element, with nothing in it that only a path has. */
  static String last(String path) {
    String name = path.replaceFirst("/+$", "");
    name = name.substring(name.lastIndexOf('/') + 1).replaceAll("[\\x00-\\x1f\\x7f]", "");
    return name.isBlank() || name.equals("..") || name.equals(".") ? "part" : name;
  }

  /** What a folder's listing passes over, too: names that begin with a dot, and what macOS adds. */
  static boolean hidden(String path) {
    for (String element : path.split("/", -1)) {
      boolean step = element.equals(".") || element.equals("..");
      if (element.equals("__MACOSX") || (element.startsWith(".") && !step)) {
        return true;
      }
    }
    return false;
  }

  /** The path that a name means that stands in the file {@code at}. */
  static String beside(String at, String name) {
    Deque<String> path = new ArrayDeque<>();
    String folder = at.contains("/") ? at.substring(0, at.lastIndexOf('/') + 1) : "";
    for (String element : (folder + name.replace('\\', '/')).split("/", -1)) {
      if (element.equals("..")) {
        path.pollLast();
      } else if (!element.isEmpty() && !element.equals(".")) {
        path.addLast(element);
      }
    }
    return String.join("/", path);
  }
}
