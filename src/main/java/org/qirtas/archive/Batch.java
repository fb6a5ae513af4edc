package org.qirtas.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
  private final List<Path> unsynced = new ArrayList<>();
  private boolean failed;

  Batch(Archive archive, Durable disk) {
    this.archive = archive;
    this.disk = disk;
  }

  /** {@return whether an item is among what was built} */
  boolean concerns(ItemId item) {
    return concerned.contains(item);
  }

  /** {@return an item that was built whole, as it will stand} */
  Optional<Holding> built(ItemId id, String path) {
    if (!concerns(id)) {
      return Optional.empty();
    }
    try {
      Holding built = archive.readStaged(id);
      return Optional.of(new Holding(built.item().at(path), built.article()));
    } catch (QirtasException partly) {
      return Optional.empty();
    }
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
      stage(staged);
      var object = new ObjectDraft(disk, staged, before);
      contents.write(object, step.id());
      Inventory inventory = object.seal(now, change);
      pending.add(step);
      concerned.add(step.id());
      unsynced.addAll(object.unsynced());
      return contents.item(inventory, step.target());
    } catch (IOException e) {
      discard(step, staged);
      throw archive.unwritable(e);
    } catch (RuntimeException e) {
      discard(step, staged);
      throw e;
    }
  }

  /** Sees that something can be built aside in a folder that is not there. */
  private void stage(Path staged) throws IOException {
    if (pending.isEmpty()) {
      disk.createFolders(archive.staging());
    }
    disk.delete(staged);
  }

  /** Copies an object of ours from elsewhere, with all its versions. */
  ArchiveItem adopt(Path from, Inventory inventory, String path) {
    requireSound();
    var step = new Step(Step.Kind.STORE, inventory.id(), path, Optional.empty(), inventory.head());
    Path staged = archive.staged(step.id());
    try (Stream<Path> all = Files.walk(from)) {
      stage(staged);
      for (Path source : all.sorted().toList()) {
        Path target = staged.resolve(from.relativize(source).toString()).normalize();
        if (Files.isDirectory(source)) {
          disk.createFolders(target, new TreeSet<>());
        } else {
          try (InputStream in = Files.newInputStream(source)) {
            disk.write(target, in);
          }
        }
        unsynced.add(target);
      }
    } catch (IOException e) {
      unsynced.removeIf(file -> file.startsWith(staged));
      discard(step, staged);
      throw archive.unwritable(e);
    }
    pending.add(step);
    concerned.add(step.id());
    return adopted(inventory, staged, path);
  }

  private ArchiveItem adopted(Inventory inventory, Path staged, String path) {
    try {
      var files = inventory.files(inventory.head());
      String record = ArchiveItem.file(files, ArchiveItem.ARTICLE).path();
      return ArchiveItem.of(inventory, inventory.head(), path, Json.read(staged.resolve(record)));
    } catch (IOException e) {
      throw archive.unwritable(e);
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

  /** {@return whether an item has to be moved to the folder of its date, with the next commit} */
  boolean putInPlace(String path) {
    Holding holding;
    try {
      holding = archive.read(path);
    } catch (QirtasException damaged) {
      return false;
    }
    ArchiveItem item = holding.item();
    boolean purged = item.status() == Status.WITHDRAWN && holding.article().isEmpty();
    Optional<String> to = purged ? Optional.empty() : moved(item, holding.article(), item.slug());
    to.ifPresent(there -> move(item, there));
    return to.isPresent();
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
