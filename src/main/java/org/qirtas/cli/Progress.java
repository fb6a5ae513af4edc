package org.qirtas.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How far an import is, on one line of a screen that is written over and over. */
final class Progress {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final Qirtas qirtas;
  private final boolean shown;
  private long total;
  private final Instant begun;
  private Instant last;
  private long done;
  private boolean written;

  /** Progress towards a number of files; where nobody watches, nothing is shown. */
  Progress(Qirtas qirtas, boolean shown, long total) {
    this.qirtas = qirtas;
    this.shown = shown;
    this.total = total;
    this.begun = qirtas.clock().instant();
    this.last = begun;
  }

  static boolean isWatched(Qirtas qirtas) {
    return qirtas.terminal().errIsScreen() && !qirtas.quiet();
  }

  /** There is one more to do than was known: a part of a file that holds several. */
  void grow() {
    total++;
  }

  /** Another file is done. */
  void step(long failures) {
    done++;
    Instant now = qirtas.clock().instant();
    if (!shown || Duration.between(last, now).compareTo(PAUSE) < 0) {
      return;
    }
    last = now;
    double seconds = Math.max(0.001, Duration.between(begun, now).toMillis() / 1000.0);
    double rate = done / seconds;
    long left = Math.round(Math.max(0, total - done) / rate);
    String time =
        String.format(Locale.ROOT, "%d:%02d:%02d", left / 3600, left / 60 % 60, left % 60);
    String text =
        qirtas
            .messages()
            .say(
                "ingest.progress",
                done,
                total,
                String.format(Locale.ROOT, "%.1f", rate),
                time,
                failures);
    // The data's own lines must not end up behind this one.
    qirtas.terminal().out().flush();
    qirtas.terminal().err().print(CLEAR_LINE + text);
    qirtas.terminal().err().flush();
    written = true;
  }

  /** Makes room for a line that stays. */
  void clear() {
    if (written) {
      qirtas.terminal().err().print(CLEAR_LINE);
      qirtas.terminal().err().flush();
      written = false;
    }
  }
}
