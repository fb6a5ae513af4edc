package org.qirtas.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pictures that come along with a source, each under a name that is safe in any file system:
 * {@code picture-1.jpg} in the order in which the text refers to them.
 */
final class PictureShelf {
  private static final long MOST_BYTES = 256L << 20;

  private final SortedMap<String, byte[]> pictures = new TreeMap<>();
  private final Map<Digest, String> names = new HashMap<>();
  private long bytes;

  /** Puts a picture on the shelf and says its name; empty where it is no picture or too much. */
  Optional<String> put(byte[] content) {
    Optional<String> extension = extension(content);
    if (extension.isEmpty()) {
      return Optional.empty();
    }
    Digest digest = Digest.of(content);
    String known = names.get(digest);
    if (known != null) {
      return Optional.of(known);
    }
    if (bytes + content.length > MOST_BYTES) {
      return Optional.empty();
    }
    bytes += content.length;
    String name = "picture-" + (pictures.size() + 1) + "." + extension.get();
    names.put(digest, name);
    pictures.put(name, content);
    return Optional.of(name);
  }

  SortedMap<String, byte[]> pictures() {
    return pictures;
  }

  /** Whether a name says that it is a picture's. */
  static boolean named(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".*\\.(?:jpe?g|png|gif|webp|svg|tiff?|bmp)");
  }

  /** Told by content: the first bytes of each format. */
  private static Optional<String> extension(byte[] content) {
    String start =
        new String(
            content, 0, Math.min(16, content.length), java.nio.charset.StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00FF\u00D8\u00FF")) {
      return Optional.of("jpg");
    }
    if (start.startsWith("\u0089PNG")) {
      return Optional.of("png");
    }
    if (start.startsWith("GIF8")) {
      return Optional.of("gif");
    }
    if (start.startsWith("RIFF") && start.indexOf("WEBP") == 8) {
      return Optional.of("webp");
    }
    if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
      return Optional.of("tif");
    }
    if (start.startsWith("BM")) {
      return Optional.of("bmp");
    }
    return start.startsWith("<svg") || start.startsWith("<?xml")
        ? Optional.of("svg")
        : Optional.empty();
  }
}
