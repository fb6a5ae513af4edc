package org.qirtas.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * What a folder says of a file, which costs no look into it: the same stamp, the same bytes, unless
 * somebody takes pains.
 *
 * @param size how many bytes
 * @param modified when it was last written
 */
record Stamp(long size, FileTime modified) {
  /** {@return the stamp of a file; empty where there is none, or something else} */
  static Optional<Stamp> of(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? Optional.of(new Stamp(attributes.size(), attributes.lastModifiedTime()))
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
