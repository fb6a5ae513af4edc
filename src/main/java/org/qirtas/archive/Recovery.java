package org.qirtas.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        case REVISE, MOVE -> revise(step);
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
    Optional<Path> newest = newestSealed(folder);
    if (newest.isEmpty()) {
      return false;
    }
    boolean inventory = install(newest.get(), folder, Inventory.FILE);
    return install(newest.get(), folder, Inventory.SIDECAR) || inventory;
  }

  /** The newest version that is whole, unless the object has a later one. */
  private static Optional<Path> newestSealed(Path folder) throws IOException {
    Optional<Inventory> current = readable(folder);
    int head = current.map(Inventory::head).orElseGet(() -> lastVersion(folder));
    Path next = folder.resolve("v" + (head + 1));
    if (isSealed(next) && current.filter(known -> follows(known, next)).isPresent()) {
      return Optional.of(next);
    }
    return Optional.of(folder.resolve("v" + head)).filter(Recovery::isSealed);
  }

  private static Optional<Inventory> readable(Path folder) {
    try {
      Inventory inventory = Inventory.read(folder);
      return inventory.head() > 0 ? Optional.of(inventory) : Optional.empty();
    } catch (IOException | RuntimeException damaged) {
      return Optional.empty();
    }
  }

  private static int lastVersion(Path folder) {
    int last = 0;
    while (Files.isDirectory(folder.resolve("v" + (last + 1)))) {
      last++;
    }
    return last;
  }

  /** Writes the object's declaration where that is not as it should be. */
  boolean declare(Path folder) throws IOException {
    Path file = folder.resolve(Inventory.NAMASTE);
    if (newestSealed(folder).isEmpty()
        || (Files.exists(file)
            && Arrays.equals(Files.readAllBytes(file), Inventory.NAMASTE_BYTES))) {
      return false;
    }
    replace(file, Inventory.NAMASTE_BYTES);
    return true;
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

  private static boolean follows(Inventory current, Path next) {
    Optional<Inventory> after = readable(next);
    return after
        .filter(known ->
            known.node().path("id").equals(current.node().path("id"))
                && known.head() == current.head() + 1)
        .isPresent();
  }

  private boolean install(Path version, Path folder, String name) throws IOException {
    byte[] right = Files.readAllBytes(version.resolve(name));
    Path place = folder.resolve(name);
    if (Files.exists(place) && Arrays.equals(right, Files.readAllBytes(place))) {
      return false;
    }
    replace(place, right);
    return true;
  }

  private void replace(Path place, byte[] right) throws IOException {
    disk.createFolders(archive.staging());
    disk.replace(place, right, archive.staging().resolve(Digest.of(right).hex().substring(0, 32)));
  }
}
