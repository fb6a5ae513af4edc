package org.qirtas.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.qirtas.compose.Element;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.PlacedRun;
import org.qirtas.measure.Length;

/** The outline (ISO 32000-1, 12.3.3): every heading, in reading order, nested by level. */
final class Outlines {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Element heading, int level, PDPage page, Length top, StringBuilder words) {}

  /** Notes a line; only those of headings are kept. */
  void note(PageItem.Line line, PDPage page) {
    if (line.runs().isEmpty()) {
      return;
    }
    Optional<Element> heading = heading(line.runs().getFirst().owner());
    if (heading.isEmpty()) {
      return;
    }
    if (entries.isEmpty() || entries.getLast().heading() != heading.get()) {
      Length top = line.baseline().plus(line.runs().getFirst().run().size().times(1.5));
      entries.add(
          new Entry(
              heading.get(), level(heading.get()).orElseThrow(), page, top, new StringBuilder()));
    }
    line.runs().stream()
        .sorted(Comparator.comparingInt(placed -> placed.run().start()))
        .map(PlacedRun::run)
        .forEach(run -> entries.getLast().words().append(run.text()));
  }

  private static Optional<Element> heading(Element element) {
    Optional<Element> at = Optional.of(element);
    while (at.isPresent() && level(at.get()).isEmpty()) {
      at = at.get().parent();
    }
    return at;
  }

  private static Optional<Integer> level(Element element) {
    return switch (element.role()) {
      case HEADING_1 -> Optional.of(1);
      case HEADING_2 -> Optional.of(2);
      case HEADING_3 -> Optional.of(3);
      case HEADING_4 -> Optional.of(4);
      case HEADING_5 -> Optional.of(5);
      case HEADING_6 -> Optional.of(6);
      default -> Optional.empty();
    };
  }

  private record Open(int level, PDOutlineNode node) {}

  Optional<PDDocumentOutline> finish() {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    var outline = new PDDocumentOutline();
    var open = new ArrayDeque<Open>();
    open.push(new Open(0, outline));
    for (Entry entry : entries) {
      while (open.element().level() >= entry.level()) {
        open.pop();
      }
      var item = new PDOutlineItem();
      item.setTitle(entry.words().toString().strip());
      var destination = new PDPageXYZDestination();
      destination.setPage(entry.page());
      destination.setTop((int) Math.ceil(entry.top().inPoints()));
      item.setDestination(destination);
      open.element().node().addLast(item);
      open.push(new Open(entry.level(), item));
    }
    return Optional.of(outline);
  }
}
