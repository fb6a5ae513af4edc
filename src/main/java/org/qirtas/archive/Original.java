package org.qirtas.archive;

import java.util.List;
import java.util.Optional;
import org.qirtas.source.Hint;
import org.qirtas.source.Provenance;
import org.qirtas.source.Source;

/**
 * The file that an item was made from.
 *
 * @param name its name as it came in; it is stored under {@link ArchiveItem#original()}'s name,
 *     which differs where a file system somewhere could not bear this one
 * @param sha512 the digest of its bytes, in lower-case hexadecimal
 * @param size how many bytes
 * @param mediaType what it is, by its content
 * @param location where it lay when it came in: what comes from there later is the same source
 *     again; empty where it came through a stream
 * @param within what it was taken out of, the outermost first
 * @param hints what that said of it, which must be known where it is read again
 * @param kin the item that had its text when it came in
 */
public record Original(
    String name,
    String sha512,
    long size,
    String mediaType,
    Optional<String> location,
    List<Provenance> within,
    List<Hint> hints,
    Optional<Kinship> kin) {
  /** Takes copies of the lists. */
  public Original {
    within = List.copyOf(within);
    hints = List.copyOf(hints);
  }

  /**
   * A file of its own that came from nowhere in particular.
   *
   * @param name its name as it came in
   * @param sha512 the digest of its bytes
   * @param size how many bytes
   * @param mediaType what it is
   */
  public Original(String name, String sha512, long size, String mediaType) {
    this(name, sha512, size, mediaType, Optional.empty(), List.of(), List.of(), Optional.empty());
  }

  static Original of(Source source, Optional<String> location, Optional<Kinship> kin) {
    return new Original(
        source.name(),
        source.digest().hex(),
        source.size(),
        source.mediaType(),
        location,
        source.within(),
        source.hints(),
        kin);
  }

  /** {@return what may still be said of it once it is erased} */
  Original purged() {
    return new Original("", sha512, size, mediaType);
  }
}
