package org.qirtas.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * A strict OCFL 1.1 storage root, whose paths can be computed from ids: layout 0004, hashed
 * n-tuple, with the defaults of that extension (SHA-256, three folders of three digits).
 */
public final class StorageRoot {
  private static final String LAYOUT = "0004-hashed-n-tuple-storage-layout";
  private static final int TUPLE = 3;
  private static final int TUPLES = 3;

  private final Path folder;

  /**
   * A storage root.
   *
   * @param folder its folder
   */
  public StorageRoot(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes what makes the folder a storage root.
   *
   * @throws IOException where it cannot be written
   */
  public void declare() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("0=ocfl_1.1"), "ocfl_1.1\n");
    ObjectNode layout = Json.object().put("extension", LAYOUT);
    layout.put("description", "Hashed n-tuple: " + TUPLES + " folders of " + TUPLE + " digits");
    Files.write(folder.resolve("ocfl_layout.json"), Json.indented(layout));
    Path extension = Files.createDirectories(folder.resolve("extensions").resolve(LAYOUT));
    ObjectNode config = Json.object().put("extensionName", LAYOUT);
    config.put("digestAlgorithm", "sha256").put("tupleSize", TUPLE).put("numberOfTuples", TUPLES);
    config.put("shortObjectRoot", false);
    Files.write(extension.resolve("config.json"), Json.indented(config));
  }

  /**
   * {@return where an item belongs}
   *
   * @param id the item
   */
  public Path place(ItemId id) {
    byte[] urn = id.urn().getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(FixityAlgorithm.SHA256.begin().digest(urn));
    Path place = folder;
    for (int i = 0; i < TUPLES; i++) {
      place = place.resolve(hash.substring(i * TUPLE, (i + 1) * TUPLE));
    }
    return place.resolve(hash);
  }
}
