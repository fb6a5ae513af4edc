package org.qirtas.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What all inventories of an object claim of its files' digests, and whether it is so. Each file is
 * read once, whatever is claimed of it.
 */
final class ContentDigests {
  /** A claim: a digest, and the code of its being wrong. */
  private record Claim(String digest, String code) {}

  private final Path object;
  private final Map<String, Map<FixityAlgorithm, Set<Claim>>> claims = new TreeMap<>();

  ContentDigests(Path object) {
    this.object = object;
  }

  void claim(String path, FixityAlgorithm algorithm, String digest, String code) {
    claims
        .computeIfAbsent(path, _ -> new EnumMap<>(FixityAlgorithm.class))
        .computeIfAbsent(algorithm, _ -> new java.util.HashSet<>())
        .add(new Claim(digest.toLowerCase(Locale.ROOT), code));
  }

  /**
   * Compares files with the claims.
   *
   * @param present the files that are there
   */
  void check(Set<String> present, Findings findings) {
    claims.forEach((path, wanted) -> {
      if (present.contains(path)) {
        compare(path, wanted, findings);
      } else {
        for (String code : codes(wanted)) {
          findings.add(code, path, "missing");
        }
      }
    });
  }

  private static Set<String> codes(Map<FixityAlgorithm, Set<Claim>> wanted) {
    var codes = new TreeSet<String>();
    wanted.values().forEach(all -> all.forEach(claim -> codes.add(claim.code())));
    return codes;
  }

  private void compare(String path, Map<FixityAlgorithm, Set<Claim>> wanted, Findings findings) {
    try {
      Map<FixityAlgorithm, String> found = digests(object.resolve(path), wanted.keySet());
      wanted.forEach((algorithm, all) -> {
        for (Claim claim : all) {
          findings.require(
              claim.digest().equals(found.get(algorithm)),
              claim.code(),
              path,
              algorithm.ocflName() + " is " + found.get(algorithm));
        }
      });
    } catch (IOException unreadable) {
      for (String code : codes(wanted)) {
        findings.add(code, path, "cannot be read");
      }
    }
  }

  private static Map<FixityAlgorithm, String> digests(Path file, Set<FixityAlgorithm> algorithms)
      throws IOException {
    var digests = new EnumMap<FixityAlgorithm, MessageDigest>(FixityAlgorithm.class);
    algorithms.forEach(algorithm -> digests.put(algorithm, algorithm.begin()));
    byte[] buffer = new byte[1 << 14];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (MessageDigest digest : digests.values()) {
          digest.update(buffer, 0, read);
        }
      }
    }
    var hex = new EnumMap<FixityAlgorithm, String>(FixityAlgorithm.class);
    digests.forEach(
        (algorithm, digest) -> hex.put(algorithm, HexFormat.of().formatHex(digest.digest())));
    return hex;
  }
}
