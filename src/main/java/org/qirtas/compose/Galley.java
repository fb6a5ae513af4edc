package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.measure.Length;
import org.qirtas.profile.Lines;

/** Matter one below the other, before it is made up into pages. Not for several threads. */
final class Galley {
  private final List<Matter> matter = new ArrayList<>();
  private Length space = Length.ZERO;

  /** Keeps space free; of two spaces that meet, the larger counts. */
  Galley space(Length wanted) {
    if (wanted.exceeds(space)) {
      space = wanted;
    }
    return this;
  }

  Galley add(Matter more) {
    var strips = new ArrayList<>(more.strips());
    if (!strips.isEmpty()) {
      strips.set(0, strips.getFirst().after(space));
      // Where an insert moves away, its neighbours keep their distance.
      space = more instanceof Matter.Insert ? space : Length.ZERO;
    }
    matter.add(more.with(strips));
    return this;
  }

  Galley add(List<? extends Matter> more) {
    more.forEach(this::add);
    return this;
  }

  /** The same, as a paragraph of which no page end leaves or brings too few lines. */
  Galley addParagraph(List<Strip> strips, Lines lines) {
    int n = strips.size();
    for (int i = 0; i < n; i++) {
      boolean few = i + 1 < lines.orphans() || n - 1 - i < lines.widows();
      add(few && i + 1 < n ? strips.get(i).keptWithNext() : strips.get(i));
    }
    return this;
  }

  Galley addKeptWithNext(List<Strip> lines) {
    return add(lines.stream().map(Strip::keptWithNext).toList());
  }

  List<Matter> matter() {
    return matter;
  }

  /** All of it in one column, nothing of it able to move. */
  List<Strip> strips() {
    return matter.stream().flatMap(part -> kept(part).stream()).toList();
  }

  private static List<Strip> kept(Matter part) {
    var strips = new ArrayList<>(part.strips());
    for (int i = 0; i + 1 < strips.size(); i++) {
      strips.set(i, strips.get(i).keptWithNext());
    }
    return strips;
  }

  /** {@return what is kept free below the last strip} */
  Length trailing() {
    return space;
  }
}
