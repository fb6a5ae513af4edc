package org.qirtas.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;

/** The digest algorithms of OCFL and BagIt that every Java platform has. */
enum FixityAlgorithm {
  MD5("MD5", 32),
  SHA1("SHA-1", 40),
  SHA224("SHA-224", 56),
  SHA256("SHA-256", 64),
  SHA384("SHA-384", 96),
  SHA512("SHA-512", 128),
  SHA512_256("SHA-512/256", 64);

  private final String javaName;
  private final int digits;

  FixityAlgorithm(String javaName, int digits) {
    this.javaName = javaName;
    this.digits = digits;
  }

  /** {@return the algorithm that an inventory calls so; empty where we cannot compute it} */
  static Optional<FixityAlgorithm> of(String name) {
    for (FixityAlgorithm algorithm : values()) {
      if (algorithm.ocflName().equals(name)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  String ocflName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '/');
  }

  /** {@return whether an inventory may be digested with it (OCFL E025)} */
  boolean isForInventories() {
    return this == SHA512 || this == SHA256;
  }

  boolean isDigest(String text) {
    return text.matches("[0-9A-Fa-f]{" + digits + "}");
  }

  MessageDigest begin() {
    try {
      return MessageDigest.getInstance(javaName);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
