package org.qirtas.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.qirtas.article.Direction;
import org.qirtas.compose.Explanation;
import org.qirtas.compose.Fit;
import org.qirtas.compose.Kashida;
import org.qirtas.compose.Page;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.PlacedRun;
import org.qirtas.text.GlyphRun;

/** What was set, line by line, as {@code typeset --galley} writes it. */
final class GalleyJson {
  private GalleyJson() {}

  static List<ObjectNode> lines(Page page) {
    var lines = new ArrayList<ObjectNode>();
    for (PageItem item : page.upright()) {
      if (item instanceof PageItem.Line line && !line.runs().isEmpty()) {
        lines.add(line(page, line, lines.size() + 1));
      }
    }
    return lines;
  }

  private static ObjectNode line(Page page, PageItem.Line line, int number) {
    ObjectNode node = ItemJson.object();
    node.put("page", page.number());
    node.put("line", number);
    node.put("x", line.runs().getFirst().x().inPoints());
    node.put("y", line.baseline().inPoints());
    double width = line.runs().stream().mapToDouble(run -> run.width().inPoints()).sum();
    node.put("width", width);
    node.put("direction", line.direction() == Direction.RIGHT_TO_LEFT ? "rtl" : "ltr");
    node.put("role", line.runs().getFirst().owner().role().name().toLowerCase(Locale.ROOT));
    ArrayNode runs = node.putArray("runs");
    line.runs().forEach(placed -> runs.add(run(placed)));
    if (line.why() != null) {
      node.set("why", why(line.why()));
    }
    return node;
  }

  private static ObjectNode why(Explanation why) {
    ObjectNode node = ItemJson.object();
    // What sticks out is infinitely bad, which JSON has no number for.
    if (why.fit().badness() != Fit.OVERFULL) {
      node.put("badness", why.fit().badness());
    }
    node.put("spaceRatio", why.fit().spaceRatio());
    node.put("fitness", name(why.fit().fitness()));
    node.put("kashidas", why.fit().kashidas());
    why.fit()
        .elongation()
        .ifPresent(word -> node.putArray("elongated").add(word.start()).add(word.end()));
    node.put("natural", why.natural());
    node.put("relaxed", why.relaxed());
    Explanation.Rival rival = why.rival();
    if (rival != null) {
      node.putObject("rival")
          .put("chosen", rival.chosen())
          .put("demerits", rival.demerits())
          .put("line", rival.line())
          .put("ending", rival.ending())
          .put("worstLine", rival.worstLine())
          .put("reason", name(rival.reason()));
    }
    return node;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ObjectNode run(PlacedRun placed) {
    GlyphRun run = placed.run();
    ObjectNode node = ItemJson.object();
    node.put("text", run.text());
    node.put("language", run.language().tag());
    node.put("script", run.script());
    node.put("level", run.level());
    node.put("font", run.font().name());
    node.put("size", run.size().inPoints());
    node.put("x", placed.x().inPoints());
    node.put("spaceStretch", placed.spaceStretch().inPoints());
    ArrayNode glyphs = node.putArray("glyphs");
    int[] clusters = run.graphemeClusters();
    for (int i = 0; i < run.count(); i++) {
      ObjectNode glyph = ItemJson.object();
      glyph.put("gid", run.glyph(i));
      glyph.put("cluster", clusters[i]);
      glyph.put("advance", run.advance(i));
      glyph.put("dx", run.dx(i));
      glyph.put("dy", run.dy(i));
      glyph.put("kashida", 0);
      glyphs.add(glyph);
    }
    for (Kashida kashida : placed.kashidas()) {
      int at = glyphOf(run, kashida.letter());
      if (at >= 0) {
        ((ObjectNode) glyphs.get(at)).put("kashida", kashida.width().inPoints());
      }
    }
    return node;
  }

  /**
   * The glyph that a letter is drawn with, the widest where it has several: its ligature's where it
   * has none of its own; or -1.
   */
  private static int glyphOf(GlyphRun run, int letter) {
    int found = -1;
    for (int i = 0; i < run.count(); i++) {
      int cluster = run.cluster(i);
      boolean takesRoom = run.advance(i) != 0;
      if (cluster <= letter && takesRoom && (found < 0 || isNearer(run, i, found))) {
        found = i;
      }
    }
    return found;
  }

  private static boolean isNearer(GlyphRun run, int one, int other) {
    return run.cluster(one) > run.cluster(other)
        || (run.cluster(one) == run.cluster(other) && run.advance(one) > run.advance(other));
  }
}
