package org.qirtas.compose;

import java.util.List;
import org.qirtas.measure.Length;

/**
 * A band of the galley across the whole column, as high as it is: usually one line of type. No page
 * end can part it.
 *
 * @param height from its head to its foot
 * @param spaceBefore what is kept free above it, but not at the head of a page
 * @param keptWithNext whether no page end may come after it
 * @param items what stands on it; x from the column's left edge, y from the strip's head, downwards
 *     negative
 */
record Strip(Length height, Length spaceBefore, boolean keptWithNext, List<PageItem> items) {
  Strip {
    items = List.copyOf(items);
  }

  Strip after(Length space) {
    return new Strip(height, spaceBefore.plus(space), keptWithNext, items);
  }

  Strip keptWithNext(boolean kept) {
    return new Strip(height, spaceBefore, kept, items);
  }

  Strip indented(Length right) {
    return new Strip(
        height,
        spaceBefore,
        keptWithNext,
        items.stream().map(item -> item.moved(right, Length.ZERO)).toList());
  }
}
