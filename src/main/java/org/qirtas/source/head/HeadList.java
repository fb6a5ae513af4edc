package org.qirtas.source.head;

import java.util.List;
import org.qirtas.article.Block;
import org.qirtas.source.letters.Blanks;

/** A list under a title that says of the article when and by whom it was written. */
public final class HeadList {
  private static final int LONGEST_POINT = 60;

  private HeadList() {}

  /**
   * {@return whether its points are a page's date, writer and section}
   *
   * @param list the list
   */
  public static boolean dates(Block.ItemList list) {
    List<String> points = points(list);
    return shorts(points)
        && points.stream()
            .anyMatch(point -> HeadLine.in(point).flatMap(HeadLine::date).isPresent());
  }

  /**
   * {@return whether its points say who wrote the article and what he is}
   *
   * @param list the list
   */
  public static boolean signs(Block.ItemList list) {
    List<String> points = points(list);
    return shorts(points) && !points.isEmpty() && HeadLine.labelled(points.getFirst());
  }

  private static boolean shorts(List<String> points) {
    return points.stream().allMatch(point -> point.length() <= LONGEST_POINT);
  }

  private static List<String> points(Block.ItemList list) {
    return list.items().stream().map(Block::textOf).map(Blanks::collapse).toList();
  }
}
