package org.qirtas.archive;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Holds an archive against what it should be: every digest, inventory and folder. Reads only, and
 * takes no lock; what a writer changes meanwhile is looked at once more.
 */
public final class Audit {
  private static final int LOOKS = 5;

  private final Archive archive;
  private final int threads;

  /**
   * An audit.
   *
   * @param archive the archive
   * @param threads how many items are looked at side by side
   */
  public Audit(Archive archive, int threads) {
    this.archive = archive;
    this.threads = threads;
  }

  /**
   * Audits all items, and looks for what stands where no item belongs.
   *
   * @param wanted tells by its path whether an item is to be looked at
   * @param told is told of each item, in the order of the walk
   * @param stray is told of each thing that belongs to no item
   */
  public void all(Predicate<String> wanted, Consumer<Audited> told, Consumer<AuditFinding> stray) {
    Consumer<Path> strayed = path -> stray.accept(new AuditFinding("Q007", relative(path), "", ""));
    try (Stream<Path> folders = new DatedTree(archive.root(), strayed).items()) {
      these(folders.map(this::relative).filter(wanted).iterator(), told);
    }
    if (archive.isUnsettled()) {
      stray.accept(new AuditFinding("N001", "", "", ""));
    }
  }

  private String relative(Path path) {
    return archive.root().relativize(path).toString().replace('\\', '/');
  }

  /**
   * Audits some items.
   *
   * @param paths their folders
   * @param told is told of each, in that order
   */
  public void these(Iterator<String> paths, Consumer<Audited> told) {
    new SideBySide<String, Audited>(threads, this::item).run(paths, told);
  }

  /**
   * {@return one item, audited}
   *
   * @param path its folder
   */
  public Audited item(String path) {
    Audited audited = new ItemAudit(archive, path).run();
    for (int look = 1; look < LOOKS && isInFlux(audited); look++) {
      pause(look);
      audited = new ItemAudit(archive, path).run();
    }
    return audited;
  }

  /** An item that is being given a version is for a moment neither as before nor as after. */
  private boolean isInFlux(Audited audited) {
    return audited.findings().stream().anyMatch(AuditFinding::isDamage) && archive.isBeingWritten();
  }

  private static void pause(int look) {
    try {
      Thread.sleep(20L * look);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
