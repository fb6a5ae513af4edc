package org.qirtas.cli;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.qirtas.archive.Archive;
import org.qirtas.archive.ArchiveItem;
import org.qirtas.archive.SideBySide;
import org.qirtas.compose.Notice;
import org.qirtas.font.FontShelf;
import org.qirtas.profile.PrintProfile;

/**
 * Where items become PDFs, an item a file. Of several, a few are printed at once, each by a press
 * of its own; what is said of them is said in their order. The files are the same however many
 * presses there are.
 */
final class PressRoom implements AutoCloseable {
  /** More presses than this gain little, and each keeps an article and the words it has shaped. */
  private static final int MOST_PRESSES = 8;

  private final Qirtas qirtas;
  private final Archive archive;
  private final PrintOptions options;
  private final List<Printing> presses = new ArrayList<>();
  private final BlockingQueue<Printing> idle;

  /**
   * A room for so many items.
   *
   * @param threads how many may work; one item's are shared by its blocks, of several each has one
   */
  PressRoom(
      Qirtas qirtas,
      Archive archive,
      PrintOptions options,
      PrintProfile profile,
      FontShelf shelf,
      int items,
      int threads) {
    this.qirtas = qirtas;
    this.archive = archive;
    this.options = options;
    int wanted = Math.clamp(Math.min(items, threads), 1, MOST_PRESSES);
    for (int i = 0; i < wanted; i++) {
      presses.add(
          new Printing(
              profile,
              shelf,
              options.edition(),
              options.run(profile),
              false,
              items > 1 ? 1 : threads));
    }
    this.idle = new ArrayBlockingQueue<>(wanted, false, presses);
  }

  /** An item and its file. */
  private record Job(Path target, ArchiveItem item) {}

  /** What came of a job; it is told on the thread that everything is told on. */
  private interface Outcome {
    Exit tell();
  }

  /** {@return what came of all: the last failure's exit, or that they are done} */
  Exit print(Map<Path, ArchiveItem> targets) {
    Collection<Job> jobs =
        targets.entrySet().stream()
            .map(entry -> new Job(entry.getKey(), entry.getValue()))
            .toList();
    var failures = new ArrayDeque<Exit>(List.of(Exit.DONE));
    SideBySide.<Job, Outcome>eachAlone(presses.size(), this::done)
        .run(
            jobs.iterator(),
            outcome -> {
              Exit exit = outcome.tell();
              if (exit != Exit.DONE) {
                failures.add(exit);
              }
            });
    return failures.getLast();
  }

  private Outcome done(Job job) {
    Printing press;
    try {
      press = idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an item waited for a press", e);
    }
    try {
      return printed(job, press);
    } catch (RuntimeException failure) {
      // A fault of ours in one article must not keep the others from being printed.
      return () -> qirtas.failed(failure);
    } finally {
      press.takeNotices();
      idle.add(press);
    }
  }

  private Outcome printed(Job job, Printing press) {
    Printing.Order order = Printing.order(archive, job.item());
    var report = new PrintReport(qirtas, options, press.profile(), job.target());
    report.begin(order.article());
    press.print(order, job.target(), report::page);
    List<Notice> notices = press.takeNotices();
    report.examine();
    return () -> {
      report.warn(notices);
      return report.finish();
    };
  }

  @Override
  public void close() {
    presses.forEach(Printing::close);
  }
}
