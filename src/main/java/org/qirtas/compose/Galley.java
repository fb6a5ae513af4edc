package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.measure.Length;

/** Strips one below the other, before they are made up into pages. Not for several threads. */
final class Galley {
  private final List<Strip> strips = new ArrayList<>();
  private Length space = Length.ZERO;

  /** Keeps space free; of two spaces that meet, the larger counts. */
  Galley space(Length wanted) {
    if (wanted.exceeds(space)) {
      space = wanted;
    }
    return this;
  }

  Galley add(List<Strip> more) {
    for (Strip strip : more) {
      strips.add(strip.after(space));
      space = Length.ZERO;
    }
    return this;
  }

  /** The same, as a paragraph that no page end leaves a single line of (widows, orphans). */
  Galley addParagraph(List<Strip> lines) {
    int n = lines.size();
    for (int i = 0; i < n; i++) {
      boolean kept = n > 1 && (i == 0 || i == n - 2);
      add(List.of(kept ? lines.get(i).keptWithNext(true) : lines.get(i)));
    }
    return this;
  }

  Galley addKeptWithNext(List<Strip> lines) {
    return add(lines.stream().map(line -> line.keptWithNext(true)).toList());
  }

  List<Strip> strips() {
    return strips;
  }
}
