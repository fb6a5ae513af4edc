package org.qirtas.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the marks of footnotes in what was set, and ties each note to the strip that bears its
 * first mark.
 */
final class NoteMarks {
  private final Map<String, List<Strip>> set = new HashMap<>();
  private final Set<String> tied = new HashSet<>();

  /** Takes notes that are set, by name. */
  void add(Map<String, List<Strip>> notes) {
    notes.forEach(set::putIfAbsent);
  }

  Matter resolve(Matter piece) {
    if (set.isEmpty()) {
      return piece;
    }
    return piece.with(piece.strips().stream().map(this::resolve).toList());
  }

  private Strip resolve(Strip strip) {
    var notes = new ArrayList<Strip.Note>();
    namesIn(strip).forEach(name -> tie(name, notes));
    return notes.isEmpty() ? strip : strip.noted(notes);
  }

  /** A note; and after it those whose marks stand in it. */
  private void tie(String name, List<Strip.Note> notes) {
    List<Strip> strips = set.get(name);
    if (strips == null || !tied.add(name)) {
      return;
    }
    set.remove(name);
    notes.add(new Strip.Note(strips));
    strips.forEach(strip -> namesIn(strip).forEach(inner -> tie(inner, notes)));
  }

  /** The names of the notes whose marks stand on a strip, in the order of reading. */
  static List<String> namesIn(Strip strip) {
    var names = new ArrayList<String>();
    for (PageItem item : strip.items()) {
      if (item instanceof PageItem.Line line) {
        namesIn(line, names);
      }
    }
    return names;
  }

  private static void namesIn(PageItem.Line line, List<String> names) {
    if (line.runs().stream().noneMatch(placed -> nameOf(placed.owner()).isPresent())) {
      return;
    }
    line.runs().stream()
        .sorted(Comparator.comparingInt(placed -> placed.run().start()))
        .forEach(placed -> nameOf(placed.owner()).ifPresent(names::add));
  }

  private static Optional<String> nameOf(Element owner) {
    Optional<Element> at = Optional.of(owner);
    while (at.isPresent()) {
      if (at.get().role() == Element.Role.REFERENCE) {
        return at.get().marks().target();
      }
      at = at.get().parent();
    }
    return Optional.empty();
  }
}
