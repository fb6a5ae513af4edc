package org.qirtas.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Files that have come into watched folders, and which of them are complete: nothing tells when
 * another program has done with a file, but its size and time then stay as they are. A file that
 * was moved in keeps the time at which it was written, and need not be waited for.
 */
final class Arrivals {
  /** What a program makes first, it means to write into. */
  private static final int EMPTY_WAITS = 12;

  /** A manifest does not wait for ever for files that others keep writing. */
  private static final int MANIFEST_WAITS = 12;

  /** As programs call what they are still fetching; it gets its own name when it is there. */
  private static final Pattern UNFINISHED =
      Pattern.compile("(?is).*\\.(?:part|partial|crdownload|download|filepart|tmp)");

  private final Duration still;
  private final InstantSource clock;
  private final BiPredicate<Path, Stamp> known;
  private final Map<Path, Waiting> waiting = new HashMap<>();
  private final Map<Path, Stamp> tried = new HashMap<>();

  private record Waiting(Stamp stamp, Instant since) {}

  /**
   * No arrivals yet.
   *
   * @param still how long a file must have stayed as it is
   * @param known whether a file with that stamp has come to its end before
   */
  Arrivals(Duration still, InstantSource clock, BiPredicate<Path, Stamp> known) {
    this.still = still;
    this.clock = clock;
    this.known = known;
  }

  /** Something has happened to a file: also one that could not be read may be readable now. */
  void changed(Path file) {
    tried.remove(file);
    seen(file);
  }

  /** A file is there. */
  void seen(Path file) {
    Optional<Stamp> now = Stamp.of(file);
    if (Inputs.isPassedOver(file)
        || UNFINISHED.matcher(file.toString()).matches()
        || now.isEmpty()
        || now.get().equals(tried.get(file))
        || known.test(file, now.get())) {
      waiting.remove(file);
      return;
    }
    waiting.merge(file, first(now.get()), this::next);
  }

  /** A file has gone away, or a folder with all that is below it. */
  void gone(Path path) {
    waiting.keySet().removeIf(file -> file.startsWith(path));
  }

  private Waiting first(Stamp stamp) {
    Instant moment = clock.instant();
    Instant written = stamp.modified().toInstant();
    return new Waiting(stamp, written.isBefore(moment) ? written : moment);
  }

  private Waiting next(Waiting before, Waiting now) {
    return before.stamp().equals(now.stamp()) ? before : new Waiting(now.stamp(), clock.instant());
  }

  /** {@return how many files are there that are not complete yet, or were not handed over} */
  int waiting() {
    return waiting.size();
  }

  /** {@return the files that are complete now, those first that say something of others} */
  List<Path> complete() {
    // Of what happens on another machine nothing is told: those that seem still are looked at
    // again.
    waiting.keySet().stream().filter(this::isComplete).toList().forEach(this::seen);
    Set<Path> held = held();
    return waiting.keySet().stream()
        .filter(this::isComplete)
        .filter(file -> held.stream().noneMatch(file::startsWith))
        .sorted(Inputs.MANIFESTS_FIRST)
        .toList();
  }

  private boolean isComplete(Path file) {
    Waiting state = waiting.get(file);
    return state != null && isStill(state, state.stamp().size() == 0 ? EMPTY_WAITS : 1);
  }

  private boolean isStill(Waiting state, int times) {
    return !state.since().plus(still.multipliedBy(times)).isAfter(clock.instant());
  }

  /** What a manifest names must be complete with it: such a folder comes in as a whole. */
  private Set<Path> held() {
    var folders = new HashSet<Path>();
    waiting.forEach((file, state) -> {
      if (Inputs.mayBeManifest(file) && !isStill(state, MANIFEST_WAITS)) {
        Optional.ofNullable(file.getParent()).ifPresent(folders::add);
      }
    });
    folders.removeIf(folder ->
        waiting.keySet().stream().allMatch(file -> isComplete(file) || !file.startsWith(folder)));
    return folders;
  }

  /** Files have come to an end, good or bad: they are not complete again until they change. */
  void handOver(Collection<Path> files) {
    for (Path file : files) {
      Waiting state = waiting.remove(file);
      if (state != null) {
        tried.put(file, state.stamp());
      }
    }
    // The journal remembers most of them by itself.
    tried.entrySet().removeIf(end -> known.test(end.getKey(), end.getValue()));
  }
}
