package org.qirtas.profile;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.qirtas.Nearest;
import org.qirtas.QirtasException;

/** The keys that a profile may have. */
final class Keys {
  private final SortedSet<String> known;

  /** Takes a copy; {@code *} stands for whatever its writer chooses. */
  Keys(SortedSet<String> known) {
    this.known = new TreeSet<>(known);
  }

  /**
   * Refuses a section with a key that means nothing.
   *
   * @param path what leads to the section
   * @throws QirtasException naming the key that was probably meant
   */
  void check(Entry.Section section, String path) {
    section
        .fields()
        .forEach((key, field) -> {
          String full = path.isEmpty() ? key : path + "." + key;
          String open = path.isEmpty() ? "*" : path + ".*";
          if (!known.contains(full) && !known.contains(open)) {
            throw unknown(path, key, field.spot());
          }
          // A section under a key that has a single value is for whoever asks for that value.
          String inner = known.contains(full) ? full : open;
          if (field.value() instanceof Entry.Section below && hasKeys(inner)) {
            check(below, inner);
          }
        });
  }

  private boolean hasKeys(String path) {
    String prefix = path + ".";
    return known.tailSet(prefix).stream().limit(1).anyMatch(key -> key.startsWith(prefix));
  }

  private Stream<String> below(String path) {
    String prefix = path.isEmpty() ? "" : path + ".";
    return known.tailSet(prefix).stream()
        .takeWhile(other -> other.startsWith(prefix))
        .map(other -> other.substring(prefix.length()))
        .filter(rest -> rest.indexOf('.') < 0 && !rest.equals("*"));
  }

  private QirtasException unknown(String path, String key, Spot spot) {
    String full = path.isEmpty() ? key : path + "." + key;
    return elsewhere(key)
        .or(() ->
            Nearest.to(key, below(path)).map(near -> path.isEmpty() ? near : path + "." + near))
        .or(() -> Nearest.to(key, known.stream().map(Keys::last)).flatMap(this::elsewhere))
        .map(near -> Fields.wrong("profile.key.nearest", spot, full, near))
        .orElseGet(() ->
            Fields.wrong(
                "profile.key.unknown", spot, full, String.join(", ", below(path).toList())));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The right key in the wrong section. */
  private Optional<String> elsewhere(String key) {
    List<String> found =
        known.stream()
            .filter(path -> !path.contains("*") && path.endsWith("." + key))
            .limit(2)
            .toList();
    // What stands in every style would send its writer to the first of them.
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
