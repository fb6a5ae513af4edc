package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qirtas.measure.Length;

/**
 * A band of the galley across the whole column, as high as it is: usually one line of type. No page
 * end can part it.
 *
 * @param height from its head to its foot
 * @param spaceBefore what is kept free above it, but not at the head of a page or column
 * @param below whether a page or column may end below it
 * @param items what stands on it; x from the column's left edge, y from the strip's head, downwards
 *     negative
 * @param repeated what is printed once more above it where it comes to stand at the head of a page
 *     or column: the head of its table
 * @param notes the footnotes whose marks stand on it, in order
 * @param section what running heads call the section that begins with it
 */
record Strip(
    Length height,
    Length spaceBefore,
    Parting below,
    List<PageItem> items,
    List<Strip> repeated,
    List<Note> notes,
    Optional<String> section)
    implements Matter {
  Strip {
    items = List.copyOf(items);
    notes = List.copyOf(notes);
  }

  /**
   * A footnote.
   *
   * @param strips what it says, from the head down
   */
  record Note(List<Strip> strips) {
    Note {
      strips = List.copyOf(strips);
    }
  }

  static Strip of(Length height, List<? extends PageItem> items) {
    return new Strip(
        height,
        Length.ZERO,
        Parting.FREE,
        List.copyOf(items),
        List.of(),
        List.of(),
        Optional.empty());
  }

  @Override
  public List<Strip> strips() {
    return List.of(this);
  }

  @Override
  public Strip with(List<Strip> others) {
    return others.getFirst();
  }

  Strip after(Length space) {
    return space.equals(Length.ZERO)
        ? this
        : new Strip(height, spaceBefore.plus(space), below, items, repeated, notes, section);
  }

  Strip with(Parting parting) {
    return new Strip(height, spaceBefore, parting, items, repeated, notes, section);
  }

  Strip keptWithNext() {
    return with(Parting.FORBIDDEN);
  }

  Strip showing(List<PageItem> others) {
    return new Strip(height, spaceBefore, below, others, repeated, notes, section);
  }

  /** The same, with places that other pages refer to. */
  Strip withPlaces(List<PageItem> places) {
    var all = new ArrayList<PageItem>(places);
    all.addAll(items);
    return showing(all);
  }

  Strip headed(List<Strip> head) {
    return new Strip(height, spaceBefore, below, items, head, notes, section);
  }

  Strip noted(List<Note> marked) {
    return new Strip(height, spaceBefore, below, items, repeated, marked, section);
  }

  Strip beginning(String name) {
    return new Strip(height, spaceBefore, below, items, repeated, notes, Optional.of(name));
  }

  Strip indented(Length right) {
    return right.equals(Length.ZERO)
        ? this
        : showing(items.stream().map(item -> item.moved(right, Length.ZERO)).toList());
  }

  /** {@return whether a line of type stands on it} */
  boolean hasLines() {
    return items.stream().anyMatch(PageItem.Line.class::isInstance);
  }

  /** {@return where its first line stands, downwards negative} */
  Optional<Length> baseline() {
    for (PageItem item : items) {
      if (item instanceof PageItem.Line line) {
        return Optional.of(line.baseline());
      }
    }
    return Optional.empty();
  }

  /** {@return the words of its first line} */
  String words() {
    for (PageItem item : items) {
      if (item instanceof PageItem.Line line && !line.runs().isEmpty()) {
        return line.text();
      }
    }
    return "";
  }

  /** {@return all of them stacked, with the spaces between them, but without that above} */
  static Length height(List<Strip> strips) {
    Length height = Length.ZERO;
    for (int i = 0; i < strips.size(); i++) {
      Length space = i == 0 ? Length.ZERO : strips.get(i).spaceBefore();
      height = height.plus(space).plus(strips.get(i).height());
    }
    return height;
  }
}
