package org.qirtas.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-512 digest of some bytes: what makes two inputs the same.
 *
 * @param hex 128 lower-case hexadecimal digits, as in an OCFL inventory
 */
public record Digest(String hex) {
  private static final int DIGITS = 128;
  private static final int BUFFER = 1 << 16;

  /** Checks the form. */
  public Digest {
    if (!isDigest(hex)) {
      throw new IllegalArgumentException("not a SHA-512 digest: " + hex);
    }
  }

  /**
   * {@return the digest of a file's bytes}
   *
   * @param file the file
   * @throws IOException where it cannot be read
   */
  public static Digest of(Path file) throws IOException {
    MessageDigest digest = sha512();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return finished(digest);
  }

  /**
   * {@return the digest of bytes in memory}
   *
   * @param bytes the bytes
   */
  public static Digest of(byte[] bytes) {
    MessageDigest digest = sha512();
    digest.update(bytes);
    return finished(digest);
  }

  @Override
  public String toString() {
    return hex;
  }

  private static boolean isDigest(String hex) {
    for (int i = 0; i < hex.length(); i++) {
      char digit = hex.charAt(i);
      if (!((digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'))) {
        return false;
      }
    }
    return hex.length() == DIGITS;
  }

  private static Digest finished(MessageDigest digest) {
    return new Digest(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha512() {
    try {
      return MessageDigest.getInstance("SHA-512");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform that we run on has SHA-512", e);
    }
  }
}
