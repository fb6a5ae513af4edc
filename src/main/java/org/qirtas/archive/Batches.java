package org.qirtas.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.qirtas.Fault;
import org.qirtas.QirtasException;

/**
 * The batch that is being built, and the one before it while that is on its way to the disk: to
 * wait for the disk is no work, and what comes next can be built meanwhile. One commit at a time,
 * in order, so that the journal tells of them as they were. Not for use by several threads.
 */
final class Batches implements AutoCloseable {
  private final Archive archive;
  private final Durable disk;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("commit").factory());
  private final List<Step> done = new ArrayList<>();
  private Batch open;
  private @Nullable Batch leaving;
  private @Nullable Future<List<Step>> commit;

  /**
   * Batches.
   *
   * @param before steps that others carried out
   */
  Batches(Archive archive, Durable disk, List<Step> before) {
    this.archive = archive;
    this.disk = disk;
    done.addAll(before);
    open = new Batch(archive, disk, Set.of());
  }

  /** {@return the batch that is being built} */
  Batch open() {
    return open;
  }

  /**
   * Sees that an item is in its place: it can change once a commit, and a second change builds on
   * the first.
   */
  void settle(ItemId item) {
    if (open.concerns(item)) {
      commit();
    } else if (leaving != null && leaving.concerns(item)) {
      await();
    }
  }

  /** Gives all that was built its place. */
  void commit() {
    await();
    done.addAll(open.commit());
    open = new Batch(archive, disk, Set.of());
  }

  /**
   * Begins to give all that was built its place, once the commit before that is done.
   *
   * @param then is run as soon as it is so, on another thread
   */
  void commitBeside(Runnable then) {
    await();
    Batch full = open;
    leaving = full;
    commit =
        thread.submit(() -> {
          List<Step> steps = full.commit();
          then.run();
          return steps;
        });
    open = new Batch(archive, disk, full.promised());
  }

  /** Waits until no commit is under way; a failure of the last is one of all that follows. */
  void await() {
    Future<List<Step>> running = commit;
    if (running == null) {
      return;
    }
    commit = null;
    leaving = null;
    boolean whole = false;
    try {
      done.addAll(running.get());
      whole = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QirtasException(e, Fault.ARCHIVE, "archive.failed", archive.root());
    } catch (ExecutionException | CancellationException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new QirtasException(e, Fault.ARCHIVE, "archive.failed", archive.root());
    } finally {
      if (!whole) {
        open.fail();
      }
    }
  }

  /** {@return all steps that are not forgotten} */
  List<Step> done() {
    await();
    return List.copyOf(done);
  }

  /** Forgets all steps, in the journal, too. */
  void forget() {
    await();
    try {
      archive.journal().clear();
      done.clear();
    } catch (IOException e) {
      throw archive.unwritable(e);
    }
  }

  /** {@return an item as it stands or will stand with the next commit} */
  Holding at(ItemId id, String path) {
    return open.built(id, path)
        .orElseGet(() -> {
          settle(id);
          return archive.read(path);
        });
  }

  /** Commits, unless that has failed before. */
  @Override
  public void close() {
    try {
      await();
      if (open.isSound()) {
        commit();
      }
    } finally {
      thread.close();
    }
  }
}
