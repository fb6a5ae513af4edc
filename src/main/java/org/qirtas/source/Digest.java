package org.qirtas.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-512 digest.
 *
 * @param hex in lower-case hexadecimal
 */
public record Digest(String hex) {
  /**
   * {@return the digest of a file}
   *
   * @param file the file
   * @throws IOException where it cannot be read
   */
  public static Digest of(Path file) throws IOException {
    MessageDigest digest = sha512();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return new Digest(HexFormat.of().formatHex(digest.digest()));
  }

  /**
   * {@return the digest of bytes}
   *
   * @param bytes the bytes
   */
  public static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(sha512().digest(bytes)));
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
