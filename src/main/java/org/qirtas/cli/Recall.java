package org.qirtas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.qirtas.source.Digest;

/** What an import knows of those before it, and what it notes for those after it. */
final class Recall implements AutoCloseable {
  /** What is to be done with a file. */
  enum Verdict {
    /** It came to its end before, and nothing has changed since. */
    SKIP,
    /** It is read again though it came to its end before. */
    RETRY,
    /** It is taken in as any other. */
    TAKE
  }

  /** Which files an import is about. */
  enum Wanted {
    /** All. */
    ALL,
    /** Those that no import before it has brought to an end. */
    REMAINING,
    /** Those that came to a bad end before. */
    FAILED
  }

  private final Optional<ImportJournal> journal;
  private final Wanted wanted;
  private final String cause;
  private final List<Page> unwritten = new ArrayList<>();

  /**
   * What is recalled.
   *
   * @param journal where it is noted; empty where nothing is to be
   * @param wanted which files the import is about
   * @param cause of those that failed only those with this cause: a cause's last word, or {@code
   *     failed} for all
   */
  Recall(Optional<ImportJournal> journal, Wanted wanted, String cause) {
    this.journal = journal;
    this.wanted = wanted;
    this.cause = cause;
  }

  /** {@return a recall that neither knows nor notes anything} */
  static Recall none() {
    return new Recall(Optional.empty(), Wanted.ALL, "");
  }

  Verdict of(String key, Digest digest) {
    if (wanted == Wanted.ALL || journal.isEmpty()) {
      return Verdict.TAKE;
    }
    Optional<ImportJournal.End> end = journal.get().end(key, digest);
    return switch (wanted) {
      case ALL -> Verdict.TAKE;
      case REMAINING -> end.isPresent() ? Verdict.SKIP : Verdict.TAKE;
      case FAILED ->
          end.filter(known -> known.isOf(cause)).isPresent() ? Verdict.RETRY : Verdict.SKIP;
    };
  }

  /**
   * {@return a page to note a file's end on}
   *
   * @param stamp what the folder said of the file before its digest was taken
   */
  Page page(String key, Digest digest, Optional<Stamp> stamp) {
    return new Page(key, digest, stamp, of(key, digest));
  }

  /** Notes of a file that came to its end before that it looks otherwise, but is the same. */
  void keepTouched(Page page) {
    Optional<ImportJournal.End> end =
        journal.flatMap(notes -> notes.end(page.path(), page.digest()));
    boolean noted =
        page.stamp().isEmpty()
            || journal.stream().anyMatch(notes -> notes.hasStamp(page.path(), page.stamp().get()));
    if (end.isPresent() && !noted) {
      page.causes.addAll(end.get().causes());
      keep(page);
    }
  }

  void keep(Page page) {
    unwritten.add(page);
  }

  /** Notes what has come to its end for good. */
  void write() {
    journal.ifPresent(notes -> notes.write(unwritten));
    unwritten.clear();
  }

  @Override
  public void close() {
    journal.ifPresent(ImportJournal::close);
  }

  /** What is noted of a file. */
  static final class Page {
    private final String path;
    private final Digest digest;
    private final Optional<Stamp> stamp;
    private final Verdict verdict;
    private final SortedSet<String> causes = new TreeSet<>();
    private long parts;

    Page(String path, Digest digest, Optional<Stamp> stamp, Verdict verdict) {
      this.path = path;
      this.digest = digest;
      this.stamp = stamp;
      this.verdict = verdict;
    }

    void enter(Outcome outcome) {
      parts++;
      outcome.trouble().ifPresent(why -> causes.add(why.key()));
    }

    String path() {
      return path;
    }

    Digest digest() {
      return digest;
    }

    Optional<Stamp> stamp() {
      return stamp;
    }

    Verdict verdict() {
      return verdict;
    }

    SortedSet<String> causes() {
      return causes;
    }

    long parts() {
      return parts;
    }
  }
}
