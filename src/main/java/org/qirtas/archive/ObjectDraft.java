package org.qirtas.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qirtas.source.Digest;

/** An OCFL object being built aside, where no reader looks. */
final class ObjectDraft {
  private final Path folder;
  private final Path content;
  private final SortedMap<String, String> digests = new TreeMap<>();

  ObjectDraft(Path folder) throws IOException {
    this.folder = folder;
    this.content = folder.resolve("v1/content");
    Files.createDirectories(content);
  }

  /** Adds a file of our own making. */
  void add(String name, byte[] bytes) throws IOException {
    Path file = content.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Durable.write(file, bytes);
    digests.put(name, Digest.of(bytes).hex());
  }

  /**
   * Adds a copy of a file from outside.
   *
   * @return the digest of the bytes that were copied, which is not the file's where it has changed
   *     since that was taken
   */
  String copy(String name, Path from) throws IOException {
    Path file = content.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    MessageDigest digest = sha512();
    try (InputStream in = new DigestInputStream(Files.newInputStream(from), digest);
        OutputStream out = Files.newOutputStream(file)) {
      in.transferTo(out);
    }
    Durable.sync(file);
    String hex = HexFormat.of().formatHex(digest.digest());
    digests.put(name, hex);
    return hex;
  }

  /** Writes the inventory and waits until the disk has everything. */
  void seal(ItemId id, Instant created, String message, String user) throws IOException {
    byte[] inventory = Inventory.first(id, created, message, user, digests);
    byte[] sidecar = Inventory.sidecar(inventory);
    for (Path place : new Path[] {folder, folder.resolve("v1")}) {
      Durable.write(place.resolve(Inventory.FILE), inventory);
      Durable.write(place.resolve(Inventory.SIDECAR), sidecar);
    }
    Durable.write(
        folder.resolve(Inventory.NAMASTE), "ocfl_object_1.1\n".getBytes(StandardCharsets.UTF_8));
    Durable.syncTree(folder);
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-512", impossible);
    }
  }
}
