package org.qirtas.archive;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.source.Digest;

/**
 * A bag (BagIt 1.0, RFC 8493): a folder whose {@code data} is what is carried, with a manifest of
 * digests beside it. Ours are made with SHA-512; read are those of BagIt 0.93 to 1.0 as far as they
 * are complete: what would have to be fetched first is not.
 */
public final class Bag {
  private static final String DECLARATION =
      "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
  private static final String PAYLOAD = "data";

  private final Path folder;

  /**
   * A bag.
   *
   * @param folder its folder
   */
  public Bag(Path folder) {
    this.folder = folder;
  }

  /** {@return where what it carries lies} */
  public Path payload() {
    return folder.resolve(PAYLOAD);
  }

  /**
   * Makes a bag of a folder whose {@code data} is filled.
   *
   * @param day when it is made, such as {@code 2026-01-02}
   * @param items how many items it carries
   * @throws IOException where it cannot be written
   */
  public void seal(String day, long items) throws IOException {
    long[] octets = {0};
    var payload = new TreeMap<String, String>();
    for (String file : files(payload())) {
      Path path = payload().resolve(file);
      payload.put(PAYLOAD + "/" + file, Digest.of(path).hex());
      octets[0] += Files.size(path);
    }
    write("bagit.txt", DECLARATION);
    write(
        "bag-info.txt",
        "Bagging-Date: %s\nBag-Software-Agent: Qirtas\nPayload-Oxum: %d.%d\nExternal-Description: %s\n"
            .formatted(day, octets[0], payload.size(), "items of a Qirtas archive: " + items));
    manifest("manifest-sha512.txt", payload);
    var tags = new TreeMap<String, String>();
    for (String tag : List.of("bagit.txt", "bag-info.txt", "manifest-sha512.txt")) {
      tags.put(tag, Digest.of(folder.resolve(tag)).hex());
    }
    manifest("tagmanifest-sha512.txt", tags);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void manifest(String name, Map<String, String> digests) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(name))) {
      for (Map.Entry<String, String> file : digests.entrySet()) {
        out.write(file.getValue() + "  " + encoded(file.getKey()) + "\n");
      }
    }
  }

  /** RFC 8493, section 2.1.3: the ends of lines, and what announces them. */
  private static String encoded(String path) {
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
  }

  private static String decoded(String path) {
    return path.replaceAll("(?i)%0A", "\n").replaceAll("(?i)%0D", "\r").replace("%25", "%");
  }

  /**
   * Checks that the bag is complete and valid (RFC 8493, section 3).
   *
   * @throws QirtasException {@code DAMAGE} where it is not; it says what is wrong first
   */
  public void check() {
    try {
      boolean named = new BagDeclaration(folder).check();
      var manifests = manifests("manifest-");
      require(!manifests.isEmpty(), "manifest-sha512.txt");
      require(Files.isDirectory(payload()), PAYLOAD);
      fetched();
      var present = new HashSet<String>();
      for (String file : files(payload())) {
        present.add(PAYLOAD + "/" + file);
      }
      for (Path manifest : manifests) {
        Map<String, String> digests = read(manifest);
        require(digests.keySet().containsAll(present), manifest.getFileName() + ": not complete");
        compare(manifest, digests);
      }
      for (Path manifest : manifests("tagmanifest-")) {
        compare(manifest, read(manifest));
      }
      require(named, "bagit.txt");
    } catch (IOException e) {
      throw new QirtasException(e, Fault.DAMAGE, "bag.damaged", folder, Archive.reason(e));
    }
  }

  /** We fetch nothing, yet who does must not be led astray by what we called a bag. */
  private void fetched() throws IOException {
    Path list = folder.resolve("fetch.txt");
    if (Files.exists(list)) {
      for (String line : Files.readString(list, BagDeclaration.encoding(folder)).lines().toList()) {
        String[] parts = line.strip().split("\\s+", 3);
        require(parts.length == 3 || line.isBlank(), "fetch.txt: " + line);
        if (parts.length == 3) {
          inside(decoded(parts[2]));
        }
      }
    }
  }

  private List<Path> manifests(String prefix) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
          .sorted()
          .toList();
    }
  }

  private void compare(Path manifest, Map<String, String> digests) throws IOException {
    String name = String.valueOf(manifest.getFileName());
    String algorithm = name.replaceAll("^.*-|\\.txt$", "");
    FixityAlgorithm known =
        FixityAlgorithm.of(algorithm.toLowerCase(Locale.ROOT))
            .orElseThrow(() -> new QirtasException(Fault.DAMAGE, "bag.damaged", folder, name));
    var claims = new ContentDigests(folder);
    digests.forEach((path, digest) -> claims.claim(path, known, digest, "Q"));
    var findings = new Findings(name);
    Set<String> present = new HashSet<>();
    for (String path : digests.keySet()) {
      if (Files.isRegularFile(folder.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
        present.add(path);
      }
    }
    claims.check(present, findings);
    findings.all().stream()
        .findFirst()
        .ifPresent(finding -> require(false, finding.file() + ": " + finding.detail()));
  }

  private Map<String, String> read(Path manifest) throws IOException {
    var digests = new HashMap<String, String>();
    for (String line :
        Files.readString(manifest, BagDeclaration.encoding(folder)).lines().toList()) {
      if (line.isBlank()) {
        continue;
      }
      String[] parts = line.strip().split("[ \\t]+\\*?", 2);
      require(parts.length == 2, manifest.getFileName() + ": " + line);
      String path = inside(decoded(parts[1]));
      String before = digests.put(path, parts[0]);
      require(before == null || before.equalsIgnoreCase(parts[0]), "twice: " + path);
    }
    return digests;
  }

  /** A path that leads out of the bag, or into somebody's home, is an attack. */
  private String inside(String path) {
    String plain = path.startsWith("./") ? path.substring(2) : path;
    Path target = folder.resolve(plain).normalize();
    boolean within =
        target.startsWith(folder.normalize())
            && !plain.startsWith("/")
            && !plain.startsWith("~")
            && !plain.contains("\\")
            && !plain.matches("[A-Za-z]:.*")
            && !List.of(plain.split("/", -1)).contains("..");
    require(within, "leads out: " + path);
    return plain;
  }

  private static List<String> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !Files.isDirectory(file))
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private void require(boolean right, String what) {
    if (!right) {
      throw new QirtasException(Fault.DAMAGE, "bag.damaged", folder, what);
    }
  }
}
