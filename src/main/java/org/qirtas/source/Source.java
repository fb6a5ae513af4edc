package org.qirtas.source;

import java.nio.file.Path;
import java.util.List;

/**
 * One input as it came.
 *
 * @param name its file name as given: the last element of its path
 * @param file where its bytes lie; of what was taken out of a container only until the next part is
 *     asked for
 * @param digest the digest of the bytes, taken before anything was parsed
 * @param size how many bytes
 * @param mediaType what it is, told by its content, such as {@code text/html}
 * @param within what it was taken out of, the outermost first; empty for a file of its own
 * @param hints what is said of it from outside
 */
public record Source(
    String name,
    Path file,
    Digest digest,
    long size,
    String mediaType,
    List<Provenance> within,
    List<Hint> hints) {
  /** Takes copies of the lists. */
  public Source {
    within = List.copyOf(within);
    hints = List.copyOf(hints);
  }

  /**
   * A file of its own, of which nothing is said.
   *
   * @param name its file name as given
   * @param file where its bytes lie
   * @param digest the digest of the bytes
   * @param size how many bytes
   * @param mediaType what it is
   */
  public Source(String name, Path file, Digest digest, long size, String mediaType) {
    this(name, file, digest, size, mediaType, List.of(), List.of());
  }

  /**
   * {@return the same, lying somewhere else}
   *
   * @param place where
   */
  public Source at(Path place) {
    return new Source(name, place, digest, size, mediaType, within, hints);
  }
}
