package org.qirtas.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Steps that writers share, on whatever stands for the disk. */
final class Durable {
  private final Volume volume;

  Durable(Volume volume) {
    this.volume = volume;
  }

  /** Writes a new file. */
  void write(Path file, byte[] bytes) throws IOException {
    try (OutputStream out = volume.create(file)) {
      out.write(bytes);
    }
  }

  /** Writes a new file. */
  void write(Path file, InputStream bytes) throws IOException {
    try (OutputStream out = volume.create(file)) {
      bytes.transferTo(out);
    }
  }

  /** Makes a folder in one that is there. */
  void makeFolder(Path folder) throws IOException {
    volume.makeFolder(folder);
  }

  void rename(Path from, Path to) throws IOException {
    volume.rename(from, to);
  }

  void sync(Collection<Path> paths) throws IOException {
    if (!paths.isEmpty()) {
      volume.sync(paths);
    }
  }

  /** Waits for all that was made below a folder in which nothing else is mounted. */
  void syncWithin(Path folder, Collection<Path> below) throws IOException {
    if (!below.isEmpty()) {
      volume.syncWithin(folder, below);
    }
  }

  /** Makes a folder and those above it, and waits until the disk has all their names. */
  void createFolders(Path folder) throws IOException {
    var changed = new TreeSet<Path>();
    createFolders(folder, changed);
    sync(changed);
  }

  /**
   * Makes a folder and those above it.
   *
   * @param changed gets the folders whose names have to be synced for that
   */
  void createFolders(Path folder, Set<Path> changed) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      createFolders(parent, changed);
      changed.add(parent);
    }
    volume.makeFolder(folder);
  }

  /** Deletes a folder and all below it, following no link; what is not there is well deleted. */
  void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            volume.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            volume.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Deletes a file, if there is one. */
  void deleteFile(Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      volume.delete(file);
    }
  }

  /** Deletes a folder, and those above it up to another, as far as they are empty. */
  void deleteEmpty(Path folder, Path upTo) throws IOException {
    Path empty = folder;
    while (empty != null && !empty.equals(upTo) && empty.startsWith(upTo)) {
      try (var children = Files.newDirectoryStream(empty)) {
        if (children.iterator().hasNext()) {
          return;
        }
      } catch (NoSuchFileException gone) {
        return;
      }
      volume.delete(empty);
      empty = empty.getParent();
    }
  }

  /** Puts a file in the place of another, in one step that the disk has when this returns. */
  void replace(Path file, byte[] bytes, Path aside) throws IOException {
    deleteFile(aside);
    write(aside, bytes);
    sync(List.of(aside));
    rename(aside, file);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      sync(List.of(folder));
    }
  }
}
