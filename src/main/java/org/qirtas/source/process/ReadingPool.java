package org.qirtas.source.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.TemporaryFolder;
import org.qirtas.source.Deliveries;
import org.qirtas.source.Refusal;
import org.qirtas.source.Source;
import org.qirtas.source.SourceReader;
import org.qirtas.source.Tesseract;

/**
 * Reads files in processes that can be lost, several at a time.
 *
 * <p>A file that ends its process, does not come back or needs too much memory is read once more,
 * alone in a process with more of it, and is then refused; of a container that is so for the one
 * part. All else goes on. Each process has a limit of memory, no network, and a folder of its own,
 * and none outlives this one, however it ends.
 *
 * <p>Orders are carried out in the order in which they are given, and what comes out waits in small
 * numbers until it is asked for: ask in that order. To be given orders by one thread.
 */
public final class ReadingPool implements AutoCloseable {
  private static final int BATCH = 8;
  private static final long BATCH_BYTES = 1 << 20;
  private static final int MOST_CRASHES = 20;
  private static final long STACK = 64L << 20;

  /**
   * What reading may cost.
   *
   * @param processes how many at a time
   * @param time how long a file may take
   * @param megabytes the heap of a process
   * @param alone the heap, in megabytes, of one that reads a file once more
   */
  public record Limits(int processes, Duration time, int megabytes, int alone) {
    /** Two minutes; so many processes that all of them together stay below two gigabytes. */
    public static final Limits USUAL =
        new Limits(
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 3),
            Duration.ofMinutes(2),
            256,
            512);

    /**
     * {@return the same with another time}
     *
     * @param longest how long a file may take
     */
    public Limits with(Duration longest) {
      return new Limits(processes, longest, megabytes, alone);
    }

    /**
     * {@return the same with another number of processes}
     *
     * @param jobs how many at a time
     */
    public Limits with(int jobs) {
      return new Limits(jobs, time, megabytes, alone);
    }
  }

  private final Path scratch;
  private final Limits limits;
  private final Path fonts;
  private final Optional<Tesseract> tesseract;
  private final BlockingQueue<ReadingJob> orders = new LinkedBlockingQueue<>();
  private final List<Thread> workers = new ArrayList<>();
  private final Watch watch = new Watch();
  private volatile boolean closed;

  /**
   * Starts the processes.
   *
   * @param scratch a folder for what comes out of containers; what is in it is deleted, now and at
   *     the end
   * @param limits what reading may cost
   * @param fonts a folder of fonts that glyphs without a name are compared with
   * @throws QirtasException {@code ARCHIVE} where the folder cannot be written
   */
  public ReadingPool(Path scratch, Limits limits, Path fonts) {
    this(scratch, limits, fonts, Optional.empty());
  }

  /**
   * Starts the processes.
   *
   * @param scratch a folder for what comes out of containers; what is in it is deleted, now and at
   *     the end
   * @param limits what reading may cost
   * @param fonts a folder of fonts that glyphs without a name are compared with
   * @param tesseract reads what is only shown
   * @throws QirtasException {@code ARCHIVE} where the folder cannot be written
   */
  public ReadingPool(Path scratch, Limits limits, Path fonts, Optional<Tesseract> tesseract) {
    this.tesseract = tesseract;
    this.scratch = scratch.toAbsolutePath();
    this.limits = limits;
    this.fonts = fonts.toAbsolutePath();
    try {
      // What a run that was killed has left there is nobody's.
      TemporaryFolder.delete(this.scratch);
      Files.createDirectories(this.scratch);
    } catch (IOException e) {
      throw unwritable(e);
    }
    for (int i = 1; i <= limits.processes(); i++) {
      var worker = new Thread(null, new Worker()::work, "reading-" + i, STACK);
      worker.setDaemon(true);
      workers.add(worker);
      worker.start();
    }
  }

  /**
   * Orders a file to be read.
   *
   * @param source what {@link SourceReader#unread} gave
   * @return what will come out of it; to be closed
   */
  public Deliveries order(Source source) {
    var job = new ReadingJob(source, scratch);
    orders.add(job);
    return job;
  }

  private QirtasException unwritable(IOException e) {
    return new QirtasException(
        e, Fault.ARCHIVE, "archive.unwritable", scratch, String.valueOf(e.getMessage()));
  }

  /** Ends all processes, whatever they are at. */
  @Override
  public void close() {
    closed = true;
    workers.forEach(Thread::interrupt);
    watch.close();
    for (Thread worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    try {
      TemporaryFolder.delete(scratch);
    } catch (IOException left) {
      // The next pool clears it.
    }
  }

  /** Sees to one process, and to the next where that is lost. */
  private final class Worker {
    private @org.jspecify.annotations.Nullable ReadingChild shared;

    /** What it has been given and has not answered, in order. */
    private final Deque<ReadingJob> batch = new ArrayDeque<>();

    void work() {
      try {
        shared = start(limits.megabytes());
        while (!closed) {
          take();
          workThrough();
        }
      } catch (InterruptedException e) {
        // The pool is closed.
      } catch (IOException | RuntimeException | Error e) {
        giveUp(e);
      } finally {
        if (shared != null) {
          shared.close();
        }
      }
    }

    /** Whatever goes wrong here is one file's: memory, the stack, a class that is not there. */
    private void workThrough() throws IOException, InterruptedException {
      try {
        carryOut();
      } catch (RuntimeException | Error unforeseen) {
        ReadingChild child = shared;
        shared = null; // Nobody knows how far it is.
        if (child != null) {
          child.close();
        }
        ReadingJob job = batch.poll();
        if (job == null) {
          throw unforeseen;
        }
        abandon(job, unforeseen);
      }
    }

    private ReadingChild start(int megabytes) throws IOException {
      return ReadingChild.start(scratch, fonts, limits.time(), megabytes, watch, tesseract);
    }

    /** A few small files at once: a process need not wait for each to be asked for. */
    private void take() throws InterruptedException {
      if (!batch.isEmpty()) {
        return;
      }
      ReadingJob job = orders.take();
      batch.add(job);
      long bytes = job.size();
      while (batch.size() < BATCH && bytes < BATCH_BYTES) {
        job = orders.poll();
        if (job == null) {
          break;
        }
        batch.add(job);
        bytes += job.size();
      }
    }

    private void carryOut() throws IOException, InterruptedException {
      ReadingChild child = shared;
      if (child == null || !child.isAlive()) {
        child = start(limits.megabytes());
        shared = child;
      }
      send(child);
      while (!batch.isEmpty()) {
        ReadingJob job = batch.element();
        boolean lost = false;
        try {
          job.receive(child);
        } catch (IOException gone) {
          lost = true;
        }
        if (lost) {
          child.close();
          if (closed) {
            throw new InterruptedException();
          }
          again(job, child.cause(job.name()));
        }
        batch.remove();
        if (lost) {
          child = start(limits.megabytes());
          shared = child;
          send(child);
        }
      }
    }

    private void send(ReadingChild child) throws InterruptedException {
      for (Iterator<ReadingJob> left = batch.iterator(); left.hasNext(); ) {
        ReadingJob job = left.next();
        try {
          child.send(job.order());
        } catch (IOException lost) {
          return; // Found out when its answer is waited for.
        } catch (RuntimeException | Error unforeseen) {
          left.remove();
          abandon(job, unforeseen);
        }
      }
    }

    private static void abandon(ReadingJob job, Throwable unforeseen) throws InterruptedException {
      job.abandon(Refusal.CRASHED.of(job.name(), unforeseen.toString()));
    }

    /** Once more and alone; then what is at fault is refused, and the rest goes on. */
    private void again(ReadingJob job, QirtasException first)
        throws IOException, InterruptedException {
      for (int crashes = 0; crashes < MOST_CRASHES; crashes++) {
        int before = job.delivered();
        ReadingChild alone = start(limits.alone());
        try (alone) {
          alone.send(job.order());
          job.receive(alone);
          return;
        } catch (IOException lost) {
          if (closed) {
            throw new InterruptedException();
          }
          alone.close();
          if (job.delivered() == before && job.refuse(alone.cause(job.name()))) {
            return;
          }
        }
      }
      job.abandon(first);
    }

    /** No process can be started: every order is answered with that. */
    private void giveUp(Throwable e) {
      var why =
          new QirtasException(e, Fault.ARCHIVE, "source.process", String.valueOf(e.getMessage()));
      try {
        for (ReadingJob job : batch) {
          job.fail(why);
        }
        while (!closed) {
          orders.take().fail(why);
        }
      } catch (InterruptedException ended) {
        // The pool is closed.
      }
    }
  }
}
