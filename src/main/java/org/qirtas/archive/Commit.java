package org.qirtas.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Gives what was built aside its place: many items at once, so that the disk is waited for a few
 * times and not a few times an item.
 *
 * <p>Between two waits a power cut may have done any part of what was asked for, so each wait
 * divides what must not be there without what went before it.
 */
final class Commit {
  private final Archive archive;
  private final Durable disk;

  Commit(Archive archive, Durable disk) {
    this.archive = archive;
    this.disk = disk;
  }

  /**
   * Carries the steps out; they are on the disk when this returns.
   *
   * @param unsynced all that was built aside for them
   * @throws IOException where a step failed; then the journal tells what was under way
   */
  void carryOut(List<Step> steps, Collection<Path> unsynced) throws IOException {
    disk.syncWithin(archive.staging(), unsynced);
    archive.journal().write(steps);
    List<Step> revisions = of(steps, Step.Kind.REVISE);
    addVersions(revisions);
    for (Step revision : revisions) {
      install(archive.staged(revision.id()), archive.folder(revision.path()));
    }
    disk.sync(folders(revisions));
    place(steps);
    for (Step purge : of(steps, Step.Kind.PURGE)) {
      erase(purge);
    }
    tidy(steps);
  }

  private static List<Step> of(List<Step> steps, Step.Kind kind) {
    return steps.stream().filter(step -> step.kind() == kind).toList();
  }

  private List<Path> folders(List<Step> steps) {
    return steps.stream().map(step -> archive.folder(step.path())).toList();
  }

  /** An inventory must never tell of a version that is not there. */
  private void addVersions(List<Step> revisions) throws IOException {
    for (Step revision : revisions) {
      String version = "v" + revision.version();
      disk.rename(
          archive.staged(revision.id()).resolve(version),
          archive.folder(revision.path()).resolve(version));
    }
    disk.sync(folders(revisions));
  }

  /** Puts an inventory and its sidecar in the place of the older ones. */
  private void install(Path from, Path folder) throws IOException {
    disk.rename(from.resolve(Inventory.FILE), folder.resolve(Inventory.FILE));
    disk.rename(from.resolve(Inventory.SIDECAR), folder.resolve(Inventory.SIDECAR));
  }

  private void place(List<Step> steps) throws IOException {
    var changed = new TreeSet<Path>();
    boolean moving = false;
    for (Step step : steps) {
      disk.createFolders(archive.folder(step.target()).resolveSibling(""), changed);
      moving |= step.moves();
    }
    if (moving) {
      // What stands already must not get a place in a folder that the disk may yet forget.
      disk.sync(changed);
    }
    for (Step step : steps) {
      switch (step.kind()) {
        case STORE, PURGE -> move(archive.staged(step.id()), step.target(), changed);
        case REVISE, MOVE -> {
          if (step.moves()) {
            move(archive.folder(step.path()), step.target(), changed);
            changed.add(archive.folder(step.path()).resolveSibling(""));
          }
        }
      }
    }
    disk.sync(changed);
  }

  /** Takes away the dated folders that were left empty. */
  private void tidy(List<Step> steps) {
    for (Step step : steps) {
      try {
        if (step.to().isPresent()) {
          disk.deleteEmpty(archive.folder(step.path()).resolveSibling(""), archive.root());
        }
      } catch (IOException inTheWay) {
        // All that had to be done is done, and an empty folder does no harm.
      }
    }
  }

  private void move(Path from, String to, SortedSet<Path> changed) throws IOException {
    Path target = archive.folder(to);
    if (Files.exists(target)) {
      throw new java.nio.file.FileAlreadyExistsException(target.toString());
    }
    disk.rename(from, target);
    changed.add(target.resolveSibling(""));
  }

  /** The content goes in one step out of the tree, and then for good. */
  void erase(Step purge) throws IOException {
    Path old = archive.folder(purge.path());
    Path out = archive.staged(purge.id());
    disk.createFolders(out.resolveSibling(""));
    disk.rename(old, out);
    disk.sync(List.of(old.resolveSibling("")));
    disk.delete(out);
  }

  /** Completes a move that a crash kept from being made. */
  void move(Step revision) throws IOException {
    place(List.of(revision));
    tidy(List.of(revision));
  }
}
