package org.qirtas.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.jspecify.annotations.Nullable;
import org.qirtas.compose.Element;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.PlacedRun;
import org.qirtas.measure.Length;

/**
 * The outline (ISO 32000-1, 12.3.3): every heading, in reading order, nested by level. An entry is
 * written once the next of its level, or of a higher one, is known.
 */
final class Outlines {
  private static final COSName XYZ = COSName.getPDFName("XYZ");

  private final PdfFile file;

  /** The entries that may still get entries below or beside them; the outermost is the root. */
  private final ArrayDeque<Entry> open = new ArrayDeque<>();

  Outlines(PdfFile file) {
    this.file = file;
  }

  /** An entry, or the root, whose level is 0. */
  private static final class Entry {
    final int level;
    final Reference self;
    final COSDictionary dictionary = new COSDictionary();
    final StringBuilder words = new StringBuilder();
    final @Nullable Element heading;
    @Nullable Reference lastBelow;
    int below;

    Entry(int level, Reference self, @Nullable Element heading) {
      this.level = level;
      this.self = self;
      this.heading = heading;
    }
  }

  /** Notes a line; only those of headings are kept. */
  void note(PageItem.Line line, Reference page) throws IOException {
    if (line.runs().isEmpty()) {
      return;
    }
    Optional<Element> heading = heading(line.runs().getFirst().owner());
    if (heading.isEmpty()) {
      return;
    }
    if (open.isEmpty() || open.element().heading != heading.get()) {
      Length top = line.baseline().plus(line.runs().getFirst().run().size().times(1.5));
      begin(heading.get(), page, top);
    }
    StringBuilder words = open.element().words;
    line.runs().stream()
        .sorted(Comparator.comparingInt(placed -> placed.run().start()))
        .map(PlacedRun::run)
        .forEach(run -> words.append(run.text()));
  }

  private void begin(Element heading, Reference page, Length top) throws IOException {
    if (open.isEmpty()) {
      open.push(new Entry(0, file.reserve(), null));
    }
    var entry = new Entry(level(heading).orElseThrow(), file.reserve(), heading);
    Reference before = null;
    while (open.element().level >= entry.level) {
      Entry done = open.pop();
      // Of what ends here, the outermost has this entry beside it.
      boolean beside = open.element().level < entry.level;
      if (beside) {
        before = done.self;
      }
      close(done, beside ? entry.self : null);
    }
    Entry above = open.element();
    above.below++;
    above.lastBelow = entry.self;
    if (above.below == 1) {
      above.dictionary.setItem(COSName.FIRST, entry.self);
    }
    var destination = new COSArray();
    destination.add(page);
    destination.add(XYZ);
    destination.add(COSNull.NULL);
    destination.add(COSInteger.get((long) Math.ceil(top.inPoints())));
    destination.add(COSNull.NULL);
    entry.dictionary.setItem(COSName.PARENT, above.self);
    entry.dictionary.setItem(COSName.DEST, destination);
    if (before != null) {
      entry.dictionary.setItem(COSName.PREV, before);
    }
    open.push(entry);
  }

  private void close(Entry done, @Nullable Reference next) throws IOException {
    if (done.level > 0) {
      done.dictionary.setString(COSName.TITLE, done.words.toString().strip());
    } else {
      done.dictionary.setItem(COSName.TYPE, COSName.OUTLINES);
    }
    if (next != null) {
      done.dictionary.setItem(COSName.NEXT, next);
    }
    if (done.lastBelow != null) {
      done.dictionary.setItem(COSName.LAST, done.lastBelow);
      // Only the first level is open when the document is (table 153).
      done.dictionary.setInt(COSName.COUNT, done.level > 0 ? -done.below : done.below);
    }
    file.write(done.self, done.dictionary);
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

  /** Writes what is left; the root, where there are headings. */
  Optional<Reference> finish() throws IOException {
    Optional<Reference> root = Optional.empty();
    while (!open.isEmpty()) {
      Entry done = open.pop();
      close(done, null);
      root = Optional.of(done.self);
    }
    return root;
  }
}
