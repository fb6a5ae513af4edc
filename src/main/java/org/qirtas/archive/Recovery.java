package org.qirtas.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.qirtas.source.Digest;

/**
 * Finishes or undoes what a crash cut short. Goes by what the folders hold: the journal only says
 * which to look at. Doing it twice does no harm, and a crash in the middle of it none either.
 */
final class Recovery {
  private final Archive archive;
  private final Durable disk;
  private final Commit commit;

  Recovery(Archive archive, Durable disk) {
    this.archive = archive;
    this.disk = disk;
    this.commit = new Commit(archive, disk);
  }

  /** Finishes or undoes each step that the journal tells of, and clears the staging folder. */
  void run(List<Step> steps) throws IOException {
    for (Step step : steps) {
      switch (step.kind()) {
        case STORE -> {
          // One rename: it was made or it was not.
        }
        case REVISE -> revise(step);
        case PURGE -> purge(step);
      }
    }
    disk.delete(archive.staging());
  }

  private void revise(Step step) throws IOException {
    for (String place : step.places().toList()) {
      finishVersion(archive.folder(place));
    }
    if (step.to().isPresent()
        && holds(step.path(), step)
        && Files.notExists(archive.folder(step.target()))) {
      commit.move(step);
    }
  }

  private void purge(Step step) throws IOException {
    if (holds(step.target(), step) && Files.exists(archive.folder(step.path()))) {
      disk.delete(archive.staged(step.id()));
      commit.erase(step);
    }
  }

  /** {@return whether a folder holds what the step made of its item, or a later version of that} */
  private boolean holds(String path, Step step) {
    try {
      Inventory inventory = Inventory.read(archive.folder(path));
      return inventory.id().equals(step.id()) && inventory.head() >= step.version();
    } catch (IOException | RuntimeException none) {
      return false;
    }
  }

  /**
   * Gives an object the inventory of its newest version, where a crash came between the two.
   *
   * @return whether there was anything to do
   */
  boolean finishVersion(Path folder) throws IOException {
    if (Files.notExists(folder.resolve(Inventory.NAMASTE))) {
      return false;
    }
    byte[] current;
    int head;
    try {
      current = Files.readAllBytes(folder.resolve(Inventory.FILE));
      head = Inventory.parse(current).head();
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
    Path newest = folder.resolve("v" + (head + 1));
    if (!isSealed(newest) || !follows(current, newest)) {
      newest = folder.resolve("v" + head);
    }
    if (!isSealed(newest)) {
      return false;
    }
    boolean inventory = install(newest, folder, Inventory.FILE);
    return install(newest, folder, Inventory.SIDECAR) || inventory;
  }

  /** {@return whether a version's inventory is the one that its sidecar was written for} */
  private static boolean isSealed(Path version) {
    try {
      byte[] inventory = Files.readAllBytes(version.resolve(Inventory.FILE));
      byte[] sidecar = Files.readAllBytes(version.resolve(Inventory.SIDECAR));
      return Arrays.equals(sidecar, Inventory.sidecar(inventory));
    } catch (IOException missing) {
      return false;
    }
  }

  private static boolean follows(byte[] current, Path newest) throws IOException {
    JsonNode before = Json.parse(current);
    JsonNode after = Json.read(newest.resolve(Inventory.FILE));
    return before.path("id").equals(after.path("id"))
        && after.path("head").asText().equals(String.valueOf(newest.getFileName()));
  }

  private boolean install(Path version, Path folder, String name) throws IOException {
    byte[] right = Files.readAllBytes(version.resolve(name));
    Path place = folder.resolve(name);
    if (Files.exists(place) && Arrays.equals(right, Files.readAllBytes(place))) {
      return false;
    }
    disk.createFolders(archive.staging());
    disk.replace(place, right, archive.staging().resolve(Digest.of(right).hex().substring(0, 32)));
    return true;
  }
}
