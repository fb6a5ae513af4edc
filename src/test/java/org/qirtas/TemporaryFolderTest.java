package org.qirtas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
  private static final ProcessHandle SELF = ProcessHandle.current();

  @TempDir Path temporary;

  private Path left(String name) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve(name).resolve("within"));
    Files.writeString(folder.resolve("file"), "x");
    return temporary.resolve(name);
  }

  private static long start() {
    return SELF.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
  }

  /** The number of a process that has ended, and been waited for. */
  private static long gone() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process = new ProcessBuilder(java.toString(), "-Xshare:auto", "--version").start();
    process.getInputStream().readAllBytes();
    process.waitFor();
    return process.pid();
  }

  @Test
  void whatAKilledProcessLeftIsDeletedWhenTheNextNeedsAFolder() throws Exception {
    Path killed = left("qirtas-reading-" + gone() + "-" + start() + "-1");
    Path numberTakenAgain = left("qirtas-parts-" + SELF.pid() + "-" + (start() - 3600) + "-1");
    Path own = TemporaryFolder.make(temporary, "scan");
    assertTrue(Files.notExists(killed));
    assertTrue(Files.notExists(numberTakenAgain));
    assertTrue(Files.isDirectory(own));
  }

  @Test
  void whatBelongsToTheLivingOrToNobodyStays() throws IOException {
    Path living = left("qirtas-parts-" + SELF.pid() + "-" + start() + "-1");
    Path unknownStart = left("qirtas-parts-" + SELF.pid() + "-0-1");
    Path other = left("qirtas-notes");
    Path tooLong = left("qirtas-parts-99999999999999999999-1-1");
    TemporaryFolder.sweep(temporary);
    for (Path folder : new Path[] {living, unknownStart, other, tooLong}) {
      assertTrue(Files.exists(folder.resolve("within/file")), folder.toString());
    }
  }

  @Test
  void ownFolderIsNotSweptByAnotherOfTheSameProcess() throws IOException {
    Path own = TemporaryFolder.make(temporary, "scan");
    TemporaryFolder.sweep(temporary);
    assertTrue(Files.isDirectory(own));
  }

  @Test
  void linksAreDeletedAndNotFollowed() throws IOException {
    Path outside = left("outside");
    Path folder = left("folder");
    Files.createSymbolicLink(folder.resolve("link"), outside);
    TemporaryFolder.delete(folder);
    assertTrue(Files.notExists(folder));
    assertTrue(Files.exists(outside.resolve("within/file")));
    Path link = Files.createSymbolicLink(temporary.resolve("link"), outside);
    TemporaryFolder.delete(link);
    assertEquals(outside, Files.readSymbolicLink(link));
  }
}
