package org.qirtas.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.article.Article;

/** What was built aside since the last commit, and the places that were promised to it. */
final class Batch {
  private final Archive archive;
  private final Durable disk;
  private final List<Step> pending = new ArrayList<>();
  private final Set<ItemId> concerned = new HashSet<>();
  private final Set<String> promised = new HashSet<>();
  private final Set<Path> unsynced = new TreeSet<>();
  private boolean failed;

  Batch(Archive archive, Durable disk) {
    this.archive = archive;
    this.disk = disk;
  }

  /** {@return whether an item is among what was built} */
  boolean concerns(ItemId item) {
    return concerned.contains(item);
  }

  /** {@return whether no commit has failed} */
  boolean isSound() {
    return !failed;
  }

  /** Builds what becomes of an item with the next commit. */
  ArchiveItem build(Step step, Inventory before, Contents contents, Instant now, Change change) {
    requireSound();
    Path staged = archive.staged(step.id());
    try {
      disk.createFolders(archive.staging());
      disk.delete(staged);
      var object = new ObjectDraft(disk, staged, before);
      byte[] record = contents.write(object, step.id());
      Inventory inventory = object.seal(now, change);
      pending.add(step);
      concerned.add(step.id());
      unsynced.addAll(object.unsynced());
      return ArchiveItem.of(inventory, inventory.head(), step.target(), Json.parse(record));
    } catch (IOException e) {
      discard(step, staged);
      throw archive.unwritable(e);
    } catch (RuntimeException e) {
      discard(step, staged);
      throw e;
    }
  }

  private void discard(Step step, Path staged) {
    promised.remove(step.target());
    try {
      disk.delete(staged);
    } catch (IOException left) {
      // The next writer clears the staging folder; what matters is what led here.
    }
  }

  /** Nothing moves but for its date: a path that was once quoted shall lead there still. */
  Optional<String> moved(ArchiveItem item, Optional<Article> article, String... titles) {
    String folder = DatedFolder.of(article);
    String same = folder + "/" + item.slug();
    if (item.path().equals(same)) {
      return Optional.empty();
    }
    if (isFree(same)) {
      promised.add(same);
      return Optional.of(same);
    }
    return Optional.of(promise(folder, item.id(), titles));
  }

  /** Moves an item with the next commit. */
  void move(ArchiveItem item, String to) {
    requireSound();
    pending.add(new Step(Step.Kind.MOVE, item.id(), item.path(), Optional.of(to), item.version()));
    concerned.add(item.id());
  }

  /** {@return a path in a folder that nobody has or was promised} */
  String promise(String folder, ItemId id, String... titles) {
    String path = folder + "/" + Slug.free(slug -> isFree(folder + "/" + slug), id, titles);
    promised.add(path);
    return path;
  }

  private boolean isFree(String path) {
    return !promised.contains(path) && Files.notExists(archive.folder(path));
  }

  /**
   * Gives all that was built its place.
   *
   * @return what was done
   * @throws QirtasException {@code ARCHIVE} where that failed; nothing more can be built then,
   *     since nobody knows how much of it the disk has
   */
  List<Step> commit() {
    requireSound();
    var steps = List.copyOf(pending);
    if (steps.isEmpty()) {
      return steps;
    }
    failed = true;
    try {
      new Commit(archive, disk).carryOut(steps, unsynced);
    } catch (IOException e) {
      throw archive.unwritable(e);
    }
    failed = false;
    pending.clear();
    concerned.clear();
    promised.clear();
    unsynced.clear();
    return steps;
  }

  private void requireSound() {
    if (failed) {
      throw new QirtasException(Fault.ARCHIVE, "archive.failed", archive.root());
    }
  }
}
