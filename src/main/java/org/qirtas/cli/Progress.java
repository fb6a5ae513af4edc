package org.qirtas.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How far an import or another long work is, on one line of a screen that is written over and over;
 * where a file keeps it waiting, that file and for how long.
 */
final class Progress implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration SLOW = Duration.ofSeconds(3);
  private static final long TICK = 1_000;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final Qirtas qirtas;
  private final boolean shown;
  private final String wording;
  private final Optional<Thread> ticker;
  private Instant begun;
  private long before;
  private String resting = "";
  private long total;
  private Instant last;
  private long done;
  private String failures = "0";
  private Optional<String> awaited = Optional.empty();
  private Instant since;
  private boolean written;

  /** Progress towards a number of files; where nobody watches, nothing is shown. */
  Progress(Qirtas qirtas, boolean shown, long total) {
    this(qirtas, shown, total, "ingest.progress");
  }

  /** Progress towards a number of things, in other words than an import's. */
  Progress(Qirtas qirtas, boolean shown, long total, String wording) {
    this.qirtas = qirtas;
    this.wording = wording;
    this.shown = shown;
    this.total = total;
    this.begun = qirtas.clock().instant();
    this.last = begun;
    this.since = begun;
    this.ticker = shown ? Optional.of(new Thread(this::tick, "progress")) : Optional.empty();
    ticker.ifPresent(thread -> {
      thread.setDaemon(true);
      thread.start();
    });
  }

  static boolean isWatched(Qirtas qirtas) {
    return qirtas.terminal().errIsScreen() && !qirtas.quiet();
  }

  /** So many more are to be done, and the rate is reckoned from now on. */
  synchronized void begin(long files) {
    before = done;
    total = done + files;
    begun = now();
    resting = "";
  }

  /** Nothing is to be done just now: a line that stays until there is, or until it says more. */
  synchronized void rest(int waiting) {
    String text = qirtas.messages().say("ingest.watching", done, waiting, failures);
    if (shown && !text.equals(resting)) {
      write(text);
      resting = text;
    }
  }

  /** There is one more to do than was known: a part of a file that holds several. */
  synchronized void grow() {
    total++;
  }

  /**
   * Another file is done.
   *
   * @param failed how many failed, and of what
   */
  synchronized void step(String failed) {
    done++;
    failures = failed;
    if (Duration.between(last, now()).compareTo(PAUSE) >= 0) {
      draw();
    }
  }

  /** Another one is done; so many have failed. */
  void step(long failed) {
    step(Long.toString(failed));
  }

  /** A file is waited for. */
  synchronized void await(String file) {
    awaited = Optional.of(file);
    since = now();
  }

  /** It has come. */
  synchronized void arrived() {
    awaited = Optional.empty();
  }

  private void tick() {
    try {
      while (true) {
        Thread.sleep(TICK);
        synchronized (this) {
          // What was told of meanwhile has pushed the line off, and the time left goes on.
          if (done < total && resting.isEmpty()) {
            draw();
          }
        }
      }
    } catch (InterruptedException over) {
      // Nothing more to show.
    }
  }

  private void draw() {
    if (!shown) {
      return;
    }
    last = now();
    double seconds = Math.max(0.001, Duration.between(begun, last).toMillis() / 1000.0);
    double rate = (done - before) / seconds;
    String text =
        qirtas
            .messages()
            .say(
                wording,
                done,
                total,
                String.format(Locale.ROOT, "%.1f", rate),
                left(rate),
                failures);
    String slow =
        awaited
            .filter(_ -> waited().compareTo(SLOW) >= 0)
            .map(file -> qirtas.messages().say("ingest.slow", waited().toSeconds(), file))
            .orElse("");
    write(text + slow);
  }

  /** Nobody knows before anything is done. */
  private String left(double rate) {
    if (rate == 0) {
      return "–";
    }
    long left = Math.round(Math.max(0, total - done) / rate);
    return String.format(Locale.ROOT, "%d:%02d:%02d", left / 3600, left / 60 % 60, left % 60);
  }

  private void write(String text) {
    // The data's own lines must not end up behind this one.
    clear();
    qirtas.terminal().out().flush();
    qirtas.terminal().err().print(CLEAR_LINE + text);
    qirtas.terminal().err().flush();
    written = true;
  }

  private Duration waited() {
    return Duration.between(since, now());
  }

  private Instant now() {
    return qirtas.clock().instant();
  }

  /** Makes room for a line that stays. */
  synchronized void clear() {
    if (written) {
      qirtas.terminal().err().print(CLEAR_LINE);
      qirtas.terminal().err().flush();
      written = false;
    }
  }

  @Override
  public void close() {
    ticker.ifPresent(Thread::interrupt);
    synchronized (this) {
      // It may be about to draw.
      total = done;
      clear();
    }
  }
}
