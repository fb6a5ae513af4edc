package org.qirtas.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;

/**
 * All that a writer asks of the disk. Tests put one in its place that fails where the disk could,
 * or that remembers what a power cut would have left.
 *
 * <p>What is written is only sure to be there after a power cut once {@link #sync} has returned;
 * until then any part of it may be, in any order.
 */
interface Volume {
  /** {@return where the bytes of a new file go} */
  OutputStream create(Path file) throws IOException;

  /** Makes one folder, in one that is there. */
  void makeFolder(Path folder) throws IOException;

  /** Gives a file or a folder its place in one step; a file takes the place of another. */
  void rename(Path from, Path to) throws IOException;

  /** Deletes a file or an empty folder. */
  void delete(Path path) throws IOException;

  /**
   * Waits until the disk has the bytes of files, and of folders the names in them, in whatever
   * order.
   */
  void sync(Collection<Path> paths) throws IOException;

  /**
   * Waits for what was made below a folder in which nothing else is mounted.
   *
   * @param folder the folder
   * @param below all that was made
   */
  default void syncWithin(Path folder, Collection<Path> below) throws IOException {
    sync(below);
  }
}
