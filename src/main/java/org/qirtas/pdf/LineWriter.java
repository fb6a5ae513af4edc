package org.qirtas.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qirtas.article.Direction;
import org.qirtas.compose.Element;
import org.qirtas.compose.PageItem;
import org.qirtas.compose.PlacedRun;
import org.qirtas.measure.Length;

/**
 * Writes a line's runs as text objects: as few show operators as fonts and owners allow.
 *
 * <p>The {@code docs/readers.md} says what readers make of the result, and why it is as it is.
 */
final class LineWriter {
  /** The share of right-to-left characters below which pdf.js sees a left-to-right line. */
  private static final double SHARE = 0.3;

  /** How many thin spaces an em has. */
  private static final int THIN = 20;

  private static final String DIGITS = "0123456789ABCDEF";

  private final TypeCases cases;
  private final StringBuilder content;

  private @Nullable TypeCase open;
  private Length openSize = Length.ZERO;
  private Length baseline = Length.ZERO;

  /** What the sorts printed since the last adjustment lack to their exact width. */
  private double owed;

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
        Group last = groups.getLast();
        last.runs().add(run);
        groups.set(
            groups.size() - 1,
            new Group(last.owner(), Math.min(last.start(), run.run().start()), last.runs()));
      } else {
        groups.add(new Group(run.owner(), run.run().start(), new ArrayList<>(List.of(run))));
      }
    }
    return groups;
  }

  /**
   * Writes runs in visual order.
   *
   * @param marks what is painted between the line's characters
   * @param first the place of the runs' first character among the line's
   * @return the place after their last
   */
  int write(List<PlacedRun> runs, Length at, DirectionalMarks marks, int first) {
    baseline = at;
    int place = first;
    for (PlacedRun placed : runs) {
      double pen = placed.x().inPoints();
      double size = placed.run().size().inPoints();
      double unit = size / placed.run().font().unitsPerEm();
      for (Typesetting.Placed sort :
          Typesetting.of(placed.run(), placed.kashidas(), cases.plain())) {
        if (place == 0 && marks.hangingSpace()) {
          showHangingSpace(placed, pen);
        }
        showMarks(placed, marks.before(place), pen);
        Length stretch = placed.spaceStretch();
        if (marks.isWide(place)) {
          double gained = showWideSpace(placed, sort.sort(), pen);
          place++;
          pen += sort.sort().face().advance() * unit + stretch.inPoints();
          adjust(stretch.inPoints() + owed - gained, size);
          owed = 0;
          continue;
        }
        show(placed, marks.isWith(place) ? sort.sort().withMark() : sort.sort(), pen);
        place++;
        pen += (sort.sort().face().advance() + sort.correction() + sort.remainder()) * unit;
        owed += sort.remainder() * unit;
        double extra = sort.correction() * unit;
        if (sort.sort().character() == ' ') {
          extra += placed.spaceStretch().inPoints() + owed;
          owed = 0;
          pen += placed.spaceStretch().inPoints();
        }
        adjust(extra, size);
      }
      if (place == marks.end()) {
        showMarks(placed, marks.before(place), pen);
      }
    }
    close();
    return place;
  }

  /**
   * A space that is wide by itself, in steps, so that few have to be cut; how much wider it is than
   * the font's, in points.
   */
  private double showWideSpace(PlacedRun placed, Sort space, double pen) {
    int em = placed.run().font().unitsPerEm();
    double size = placed.run().size().inPoints();
    double wanted = space.face().advance() + placed.spaceStretch().inPoints() * em / size;
    int step = Math.max(1, em / THIN / 2);
    int width = step * (int) (wanted / step);
    show(placed, new Sort(new Sort.Face(List.of(), width), ' ', true), pen);
    return (width - space.face().advance()) * size / em;
  }

  private void showMarks(PlacedRun placed, String marks, double pen) {
    for (int i = 0; i < marks.length(); i++) {
      show(placed, new Sort(new Sort.Face(List.of(), 0), marks.charAt(i)), pen);
    }
  }

  /** A thin space that ends where the line begins. */
  private void showHangingSpace(PlacedRun placed, double pen) {
    int width = placed.run().font().unitsPerEm() / THIN;
    var space = new Sort(new Sort.Face(List.of(), width), ' ', true);
    double size = placed.run().size().inPoints();
    show(placed, space, pen - size / THIN);
  }

  /**
   * Writes runs in the order of reading, each by itself: for the line that pdf.js, which judges a
   * line's direction by the share of its right-to-left letters, would take for a left-to-right one.
   */
  void writeInReadingOrder(List<PlacedRun> runs, Length at) {
    List<PlacedRun> logical =
        runs.stream().sorted(Comparator.comparingInt(run -> run.run().start())).toList();
    logical.forEach(run -> write(List.of(run), at, DirectionalMarks.NONE, 0));
  }

  /**
   * Whether a line is written run by run, as it is read: pdf.js would take it, in visual order, for
   * a left-to-right one.
   */
  static boolean isWrittenInReadingOrder(PageItem.Line line) {
    return line.direction() == Direction.RIGHT_TO_LEFT
        && hasOneOwner(line.runs())
        && looksLeftToRight(line.runs());
  }

  private static boolean hasOneOwner(List<PlacedRun> runs) {
    return !runs.isEmpty() && runs.stream().allMatch(run -> run.owner() == runs.getFirst().owner());
  }

  private static boolean looksLeftToRight(List<PlacedRun> runs) {
    int all = 0;
    int fromTheRight = 0;
    for (PlacedRun placed : runs) {
      String text = placed.run().text();
      all += text.length();
      for (int i = 0; i < text.length(); i++) {
        fromTheRight += countsAsRightToLeft(text.charAt(i)) ? 1 : 0;
      }
    }
    return fromTheRight > 0 && fromTheRight < SHARE * all;
  }

  private static boolean countsAsRightToLeft(int c) {
    return switch (Character.getDirectionality(c)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER ->
          true;
      default -> false;
    };
  }

  private void show(PlacedRun placed, Sort sort, double pen) {
    TypeCases.Place place = cases.place(placed.run().font(), sort);
    if (place.sorts() != open || !openSize.equals(placed.run().size())) {
      close();
      open(place.sorts(), placed.run().size(), pen);
    }
    int cid = place.cid();
    for (int shift = 12; shift >= 0; shift -= 4) {
      content.append(DIGITS.charAt((cid >> shift) & 0xF));
    }
  }

  private void adjust(double extra, double size) {
    if (extra != 0 && open != null) {
      content.append('>');
      Decimal.write(content, -extra * 1000 / size);
      content.append('<');
    }
  }

  private void open(TypeCase sorts, Length size, double x) {
    open = sorts;
    openSize = size;
    owed = 0;
    content.append("BT /").append(sorts.name()).append(' ');
    Decimal.write(content, size.inPoints());
    content.append(" Tf 1 0 0 1 ");
    Decimal.write(content, x);
    content.append(' ');
    Decimal.write(content, baseline.inPoints());
    content.append(" Tm [<");
  }

  private void close() {
    if (open != null) {
      content.append(">] TJ ET\n");
      open = null;
    }
  }
}
