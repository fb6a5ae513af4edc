package org.qirtas.archive;

import java.util.List;
import org.qirtas.source.Provenance;

/**
 * The file that an item was made from.
 *
 * @param name its name as it came in; it is stored under {@link ArchiveItem#original()}'s name,
 *     which differs where a file system somewhere could not bear this one
 * @param sha512 the digest of its bytes, in lower-case hexadecimal
 * @param size how many bytes
 * @param mediaType what it is, by its content
 * @param within what it was taken out of, the outermost first
 */
public record Original(
    String name, String sha512, long size, String mediaType, List<Provenance> within) {
  /** Takes a copy of the list. */
  public Original {
    within = List.copyOf(within);
  }

  /**
   * A file of its own.
   *
   * @param name its name as it came in
   * @param sha512 the digest of its bytes
   * @param size how many bytes
   * @param mediaType what it is
   */
  public Original(String name, String sha512, long size, String mediaType) {
    this(name, sha512, size, mediaType, List.of());
  }
}
