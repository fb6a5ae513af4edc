package org.qirtas.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.qirtas.compose.Element;
import org.qirtas.compose.PlacedRun;
import org.qirtas.measure.Length;

/** Writes a line's runs as text objects: as few show operators as fonts and owners allow. */
final class LineWriter {
  private final TypeCases cases;
  private final StringBuilder content;

  LineWriter(TypeCases cases, StringBuilder content) {
    this.cases = cases;
    this.content = content;
  }

  /**
   * Runs that stand side by side and belong to one part of the document.
   *
   * @param start the least offset of their text in its copy: tells their order of reading
   */
  record Group(Element owner, int start, List<PlacedRun> runs) {}

  /** A line's runs by owner, from left to right. */
  static List<Group> groups(List<PlacedRun> runs) {
    var groups = new ArrayList<Group>();
    for (PlacedRun run : runs) {
      if (!groups.isEmpty() && groups.getLast().owner() == run.owner()) {
        Group open = groups.getLast();
        open.runs().add(run);
        groups.set(
            groups.size() - 1,
            new Group(open.owner(), Math.min(open.start(), run.run().start()), open.runs()));
      } else {
        groups.add(new Group(run.owner(), run.run().start(), new ArrayList<>(List.of(run))));
      }
    }
    return groups;
  }

  void write(List<PlacedRun> runs, Length baseline) {
    TypeCase open = null;
    Length openSize = Length.ZERO;
    for (PlacedRun placed : runs) {
      double pen = placed.x().inPoints();
      double size = placed.run().size().inPoints();
      double unit = size / placed.run().font().unitsPerEm();
      for (Typesetting.Placed sort : Typesetting.of(placed.run())) {
        TypeCase sorts = cases.caseFor(placed.run().font(), sort.sort());
        if (sorts != open || !openSize.equals(placed.run().size())) {
          close(open);
          open(sorts, size, pen, baseline);
          open = sorts;
          openSize = placed.run().size();
        }
        content.append(hex(sorts.cid(sort.sort())));
        pen += (sort.sort().face().advance() + sort.correction()) * unit;
        double extra = sort.correction() * unit;
        if (sort.sort().character() == ' ') {
          extra += placed.spaceStretch().inPoints();
          pen += placed.spaceStretch().inPoints();
        }
        if (extra != 0) {
          content.append('>');
          Decimal.write(content, -extra * 1000 / size);
          content.append('<');
        }
      }
    }
    close(open);
  }

  private static String hex(int cid) {
    return String.format(Locale.ROOT, "%04X", cid);
  }

  private void open(TypeCase sorts, double size, double x, Length baseline) {
    content.append("BT /").append(sorts.name()).append(' ');
    Decimal.write(content, size);
    content.append(" Tf 1 0 0 1 ");
    Decimal.write(content, x);
    content.append(' ');
    Decimal.write(content, baseline.inPoints());
    content.append(" Tm [<");
  }

  private void close(@org.jspecify.annotations.Nullable TypeCase open) {
    if (open != null) {
      content.append(">] TJ ET\n");
    }
  }
}
