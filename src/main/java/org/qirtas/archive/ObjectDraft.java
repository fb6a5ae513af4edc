package org.qirtas.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qirtas.source.Digest;

/**
 * A version of an OCFL object being built aside, where no reader looks: {@code vN} with its
 * content, and beside it the object's new inventory and sidecar. A first version gets a NAMASTE
 * file, too, and is then the whole object.
 */
final class ObjectDraft {
  private final Durable disk;
  private final Path folder;
  private final Inventory before;
  private final Path version;
  private final SortedMap<String, String> state = new TreeMap<>();
  private final SortedSet<Path> unsynced = new TreeSet<>();

  /** Begins the version that follows on an inventory. */
  ObjectDraft(Durable disk, Path folder, Inventory before) throws IOException {
    this.disk = disk;
    this.folder = folder;
    this.before = before;
    this.version = folder.resolve("v" + (before.head() + 1));
    makeFolders(version);
  }

  /** Takes a file of an older version over, as it is. */
  void keep(StoredFile file) {
    state.put(file.name(), file.sha512());
  }

  /** Adds a file of our own making; bytes that the object has already are not stored again. */
  void add(String name, byte[] bytes) throws IOException {
    String digest = Digest.of(bytes).hex();
    // Bytes that this version itself brings twice are stored twice; the manifest lists both.
    if (!before.keeps(digest)) {
      disk.write(place(name), bytes);
    }
    state.put(name, digest);
  }

  /**
   * Adds a copy of a file from outside.
   *
   * @return the digest of the bytes that were copied, which is not the file's where it has changed
   *     since that was taken
   */
  String copy(String name, Path from) throws IOException {
    MessageDigest digest = sha512();
    try (InputStream in = new DigestInputStream(Files.newInputStream(from), digest)) {
      disk.write(place(name), in);
    }
    String hex = HexFormat.of().formatHex(digest.digest());
    state.put(name, hex);
    if (before.keeps(hex)) {
      takeBack(version.resolve("content").resolve(name));
    }
    return hex;
  }

  /** What an older version keeps already must not stand in this one, nor its empty folder. */
  private void takeBack(Path file) throws IOException {
    disk.deleteFile(file);
    unsynced.remove(file);
    disk.deleteEmpty(file.resolveSibling(""), version);
    unsynced.removeIf(Files::notExists);
  }

  private Path place(String name) throws IOException {
    Path file = version.resolve("content").resolve(name);
    makeFolders(file.getParent());
    unsynced.add(file);
    return file;
  }

  /** Nothing but what was made here is in the object's folder: there is nothing to look at. */
  private void makeFolders(@Nullable Path wanted) throws IOException {
    if (wanted == null || unsynced.contains(wanted)) {
      return;
    }
    if (!wanted.equals(folder)) {
      makeFolders(wanted.getParent());
    }
    disk.makeFolder(wanted);
    unsynced.add(wanted);
  }

  /**
   * Writes the inventory. What is sealed is whole, but on the disk only once it was {@linkplain
   * #unsynced() synced}.
   *
   * @return the object's new inventory
   */
  Inventory seal(Instant created, Change change) throws IOException {
    Inventory inventory = before.next(created, change, state);
    byte[] bytes = inventory.bytes();
    byte[] sidecar = Inventory.sidecar(bytes);
    for (Path place : new Path[] {folder, version}) {
      write(place.resolve(Inventory.FILE), bytes);
      write(place.resolve(Inventory.SIDECAR), sidecar);
    }
    if (before.head() == 0) {
      write(folder.resolve(Inventory.NAMASTE), Inventory.NAMASTE_BYTES);
    }
    return inventory;
  }

  private void write(Path file, byte[] bytes) throws IOException {
    disk.write(file, bytes);
    unsynced.add(file);
  }

  /** {@return all files and folders that were made} */
  SortedSet<Path> unsynced() {
    return Collections.unmodifiableSortedSet(unsynced);
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-512", impossible);
    }
  }
}
