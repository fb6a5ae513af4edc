package org.qirtas.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.qirtas.compose.Kashida;
import org.qirtas.compose.Page;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.PlacedRun;
import org.qirtas.measure.Length;
import org.qirtas.text.GlyphRun;
import org.qirtas.text.KashidaPriority;

/** Pages whose every joint, where the font allows it, is as much longer as a test wants. */
final class Joints {
  private Joints() {}

  static Page stretched(Page page, double ems) {
    List<PageItem> items =
        page.items().stream()
            .map(item -> item instanceof PageItem.Line line ? stretched(line, ems) : item)
            .toList();
    return new Page(page.number(), page.label(), page.trim(), page.bleed(), items);
  }

  /** The line keeps its right end, and so stays on its page. */
  private static PageItem stretched(PageItem.Line line, double ems) {
    var runs = new ArrayList<PlacedRun>();
    Length shift = Length.ZERO;
    for (PlacedRun placed : line.runs()) {
      PlacedRun longer = stretched(placed, shift, ems);
      runs.add(longer);
      shift = shift.plus(longer.width()).minus(placed.width());
    }
    return new PageItem.Line(line.baseline(), line.direction(), line.measure(), runs, line.why())
        .moved(Length.ZERO.minus(shift), Length.ZERO);
  }

  private static PlacedRun stretched(PlacedRun placed, Length shift, double ems) {
    Length width = placed.run().size().times(ems);
    List<Kashida> kashidas =
        of(placed.run()).stream()
            .map(letter -> new Kashida(letter, width, KashidaPriority.ELSEWHERE))
            .toList();
    return new PlacedRun(
        placed.run(), placed.x().plus(shift), placed.spaceStretch(), kashidas, placed.owner());
  }

  /** The letters that may be lengthened, by their offsets in the run, in reading order. */
  static List<Integer> of(GlyphRun run) {
    var letters = new TreeMap<Integer, Integer>();
    for (int i = 0; i < run.count(); i++) {
      int next = run.cluster(i);
      int letter = next - 1;
      while (letter >= 0 && Lengthening.isMark(run.text().charAt(letter))) {
        letter--;
      }
      if (run.takesKashidaBefore(i)
          && letter >= 0
          && !Lengthening.isMark(run.text().charAt(next))) {
        letters.put(letter, next);
      }
    }
    return List.copyOf(letters.keySet());
  }
}
