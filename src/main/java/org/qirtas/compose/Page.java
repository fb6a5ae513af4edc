package org.qirtas.compose;

import java.util.List;
import java.util.stream.Stream;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;

/**
 * A page, ready to be written.
 *
 * @param number its number, from 1
 * @param label what is printed as its number
 * @param trim its size
 * @param bleed how far what reaches an edge is printed beyond it
 * @param items what stands on it, in the order of reading
 */
public record Page(int number, String label, Size trim, Length bleed, List<PageItem> items) {
  /** Takes a copy of the items. */
  public Page {
    items = List.copyOf(items);
  }

  /**
   * {@return what stands on it, in the order of reading; of what stands turned, each item for
   * itself, where it is upright}
   */
  public List<PageItem> upright() {
    return items.stream().noneMatch(PageItem.Turned.class::isInstance)
        ? items
        : items.stream()
            .flatMap(item ->
                item instanceof PageItem.Turned turned ? turned.items().stream() : Stream.of(item))
            .toList();
  }
}
