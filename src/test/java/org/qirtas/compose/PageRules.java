package org.qirtas.compose;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.qirtas.article.Direction;
import org.qirtas.article.Language;
import org.qirtas.measure.Insets;
import org.qirtas.measure.Length;
import org.qirtas.profile.PrintProfile;

/**
 * Finds what no page may have: single lines of paragraphs and headings at ends of columns, lines
 * off the grid or below the type area.
 */
public final class PageRules {
  /** Sums of rounded lengths may differ by so many scaled points. */
  private static final long ROUNDING = 64;

  private static final int ACROSS = -1;

  private final PrintProfile profile;
  private final boolean rightToLeft;
  private final List<String> faults = new ArrayList<>();

  PageRules(PrintProfile profile, boolean rightToLeft) {
    this.profile = profile;
    this.rightToLeft = rightToLeft;
  }

  /** A line of text in its column. */
  private record Set(PageItem.Line line, Element paragraph, int page, int column) {
    boolean isIn(Set other) {
      return page == other.page && column == other.column;
    }
  }

  /**
   * {@return what is wrong, in words}
   *
   * @param profile what the pages were made by
   * @param language what most of them is in
   * @param pages all of them
   */
  public static List<String> faults(PrintProfile profile, Language language, List<Page> pages) {
    boolean rightToLeft = language.direction() == Direction.RIGHT_TO_LEFT;
    var rules = new PageRules(OwnLeading.of(profile, language), rightToLeft);
    var text = new ArrayList<Set>();
    for (Page page : pages) {
      for (PageItem item : page.items()) {
        if (item instanceof PageItem.Line line && !line.runs().isEmpty()) {
          rules.add(page, line, text);
        }
      }
    }
    rules.endsOfColumns(text);
    return rules.faults;
  }

  private void add(Page page, PageItem.Line line, List<Set> text) {
    Element owner = line.runs().getFirst().owner();
    if (owner.role() == Element.Role.FURNITURE) {
      return;
    }
    Insets margins = profile.page().insets(page.number(), rightToLeft);
    if (!line.baseline().exceeds(margins.foot().minus(new Length(ROUNDING)))) {
      faults.add("below the type area, page " + page.number() + ": " + line.text());
    }
    if (within(owner, Element.Role.NOTE).isPresent() && atFoot()) {
      return;
    }
    grid(page, line, margins);
    text.add(new Set(line, paragraph(owner), page.number(), column(line, margins)));
  }

  private boolean atFoot() {
    return profile.notes().place() == org.qirtas.profile.Notes.Place.FOOT;
  }

  private void grid(Page page, PageItem.Line line, Insets margins) {
    Baselines grid = Baselines.of(profile);
    if (!grid.inUse()) {
      return;
    }
    long below =
        profile
            .trim()
            .height()
            .minus(margins.head())
            .minus(line.baseline())
            .minus(grid.first())
            .scaledPoints();
    long off = Math.floorMod(below + ROUNDING, grid.step().scaledPoints()) - ROUNDING;
    if (Math.abs(off) > ROUNDING) {
      faults.add("off the grid, page " + page.number() + ": " + line.text());
    }
  }

  private int column(PageItem.Line line, Insets margins) {
    if (line.measure().exceeds(profile.page().columnWidth())) {
      return ACROSS;
    }
    Length pitch = profile.page().columnWidth().plus(profile.page().columns().gutter());
    // Spaces hang out at a line's end.
    Length middle = Press.left(line).plus(Press.right(line)).times(0.5).minus(margins.left());
    return (int) Math.floor(middle.dividedBy(pitch));
  }

  private static Optional<Element> within(Element owner, Element.Role role) {
    Optional<Element> at = Optional.of(owner);
    while (at.isPresent() && at.get().role() != role) {
      at = at.get().parent();
    }
    return at;
  }

  private static Element paragraph(Element owner) {
    Element at = owner;
    while (switch (at.role()) {
      case SPAN, LINK, REFERENCE -> true;
      default -> false;
    }) {
      at = at.parent().orElseThrow();
    }
    return at;
  }

  private void endsOfColumns(List<Set> text) {
    var lengths = new IdentityHashMap<Element, Integer>();
    text.forEach(set -> lengths.merge(set.paragraph(), 1, Integer::sum));
    for (int i = 0; i + 1 < text.size(); i++) {
      Set above = text.get(i);
      Set below = text.get(i + 1);
      if (above.isIn(below) || (above.column() == ACROSS && above.page() == below.page())) {
        continue;
      }
      if (isHeading(above.paragraph())) {
        faults.add("heading at an end, page " + above.page() + ": " + above.line().text());
      }
      boolean parts = above.paragraph() == below.paragraph();
      int least = profile.lines().orphans() + profile.lines().widows();
      boolean inTable = within(above.paragraph(), Element.Role.TABLE).isPresent();
      if (parts && !inTable && lengths.getOrDefault(above.paragraph(), 0) >= 2) {
        int before = count(text, i, -1, above);
        int after = count(text, i + 1, 1, below);
        boolean few = before < profile.lines().orphans() || after < profile.lines().widows();
        if (few) {
          faults.add(
              "single line, page %d, %d + %d of %d: %s"
                  .formatted(above.page(), before, after, least, above.line().text()));
        }
      }
    }
  }

  private static int count(List<Set> text, int from, int step, Set like) {
    int count = 0;
    Length last = null;
    for (int i = from; i >= 0 && i < text.size(); i += step) {
      Set set = text.get(i);
      if (set.paragraph() != like.paragraph() || !set.isIn(like)) {
        break;
      }
      // The halves of a verse stand side by side.
      count += set.line().baseline().equals(last) ? 0 : 1;
      last = set.line().baseline();
    }
    return count;
  }

  private static boolean isHeading(Element element) {
    return switch (element.role()) {
      case HEADING_1, HEADING_2, HEADING_3, HEADING_4, HEADING_5, HEADING_6 -> true;
      default -> false;
    };
  }
}
