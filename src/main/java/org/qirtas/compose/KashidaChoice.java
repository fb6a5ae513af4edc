package org.qirtas.compose;

import java.util.ArrayList;
import java.util.List;
import org.qirtas.text.KashidaPoint;
import org.qirtas.text.KashidaPriority;

/** Chooses which of a line's words are lengthened: the most welcome, and never two neighbours. */
final class KashidaChoice {
  private final Breakable paragraph;
  private final List<KashidaPoint> points;

  KashidaChoice(Breakable paragraph, List<KashidaPoint> points) {
    this.paragraph = paragraph;
    this.points = points;
  }

  /** {@return so many of the points, or as many as there can be, in reading order} */
  List<KashidaPoint> choose(int count) {
    // worth[i][k]: the most that k of the points from i on can be worth; negative: there are not k.
    var worth = new int[points.size() + 1][count + 1];
    for (int k = 1; k <= count; k++) {
      worth[points.size()][k] = -1;
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      for (int k = 1; k <= count; k++) {
        int rest = worth[next(i)][k - 1];
        int with = rest < 0 ? -1 : rest + worth(points.get(i));
        worth[i][k] = Math.max(worth[i + 1][k], with);
      }
    }
    int left = count;
    while (left > 0 && worth[0][left] < 0) {
      left--;
    }
    var chosen = new ArrayList<KashidaPoint>();
    for (int i = 0; left > 0; i++) {
      if (worth[i][left] != worth[i + 1][left]) {
        chosen.add(points.get(i));
        left--;
        i = next(i) - 1;
      }
    }
    return chosen;
  }

  private int next(int point) {
    int word = paragraph.word(points.get(point));
    int i = point + 1;
    while (i < points.size() && paragraph.word(points.get(i)) < word + 2) {
      i++;
    }
    return i;
  }

  private static int worth(KashidaPoint point) {
    return KashidaPriority.values().length - point.priority().rank();
  }
}
