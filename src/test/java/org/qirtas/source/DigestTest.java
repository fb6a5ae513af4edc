package org.qirtas.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {
  /** FIPS 180-4's own example. */
  private static final String OF_ABC =
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
          + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

  @Test
  void isSha512OfTheBytesWhereverTheyLie(@TempDir Path folder) throws IOException {
    byte[] abc = Sources.utf8("abc");
    assertEquals(OF_ABC, Digest.of(abc).hex());
    assertEquals(Digest.of(abc), Digest.of(Files.write(folder.resolve("abc"), abc)));
  }

  @Test
  void refusesWhatIsNoDigest() {
    assertThrows(IllegalArgumentException.class, () -> new Digest("ABC"));
  }
}
