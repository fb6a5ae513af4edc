package org.qirtas.profile;

import java.util.List;
import org.qirtas.QirtasException;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;

/**
 * Whether the values of a profile go together. Where two do not, the one that is named first is the
 * one in the file nearest to whoever wrote it.
 */
final class Consistency {
  /** A measure of fewer ems is no measure. */
  private static final double NARROWEST = 5;

  private static final double NARROWEST_INDENTED = 3;
  private static final int FEWEST_LINES = 3;

  private final Fields all;
  private final PrintProfile profile;

  Consistency(Fields all, PrintProfile profile) {
    this.all = all;
    this.profile = profile;
  }

  /**
   * Looks at everything that needs two keys to be judged.
   *
   * @throws QirtasException for the first that does not hold
   */
  void check() {
    margins();
    columns();
    depth();
    styles();
    furniture();
    kashida();
  }

  private void margins() {
    Size trim = profile.trim();
    Margins margins = profile.page().margins();
    both("inner", "outer", margins.inner().plus(margins.outer()), trim.width());
    both("head", "foot", margins.head().plus(margins.foot()), trim.height());
  }

  private void both(String one, String other, Length margins, Length page) {
    if (!page.exceeds(margins)) {
      throw Fields.wrong(
          "profile.margins",
          nearest("page.margins." + one, "page.margins." + other, "page.size"),
          "page.margins." + one,
          "page.margins." + other,
          Notation.near(margins),
          Notation.near(page));
    }
  }

  private void columns() {
    Length column = profile.page().columnWidth();
    Length size = profile.styles().body().size();
    if (size.times(NARROWEST).exceeds(column)) {
      throw Fields.wrong(
          "profile.columns",
          nearest(
              "page.columns.count",
              "page.columns.gutter",
              "page.margins.inner",
              "page.margins.outer",
              "page.size",
              "styles.body.size"),
          profile.page().columns().count(),
          Notation.near(Length.ZERO.exceeds(column) ? Length.ZERO : column),
          Notation.near(size));
    }
  }

  private void depth() {
    Length depth = profile.page().typeArea().height();
    Length leading = profile.styles().body().leading();
    int lines = Math.max(FEWEST_LINES, profile.lines().orphans() + profile.lines().widows());
    if (leading.times(lines).exceeds(depth)) {
      throw Fields.wrong(
          "profile.depth",
          nearest(
              "page.margins.head",
              "page.margins.foot",
              "page.size",
              "styles.body.leading",
              "lines.orphans",
              "lines.widows"),
          Notation.near(depth),
          lines,
          Notation.near(leading));
    }
    order("openers.sink", profile.openers().sink(), depth.minus(leading.times(lines)));
    Grid grid = profile.page().grid();
    if (grid.inUse() && leading.scaledPoints() % grid.step().scaledPoints() != 0) {
      throw Fields.wrong(
          "profile.grid",
          nearest("styles.body.leading", "page.grid.step", "page.grid.in-use"),
          Notation.near(leading),
          Notation.near(grid.step()));
    }
  }

  private void styles() {
    PageLayout page = profile.page();
    profile
        .styles()
        .byRole()
        .forEach((role, style) -> {
          String key = "styles." + Notation.word(role);
          order(key + ".leading", style.leading(), page.typeArea().height());
          Length left =
              page.columnWidth()
                  .minus(style.indentStart())
                  .minus(style.indentEnd())
                  .minus(style.firstLine());
          boolean indented = !left.equals(page.columnWidth());
          if (indented && style.size().times(NARROWEST_INDENTED).exceeds(left)) {
            throw Fields.wrong(
                "profile.indent",
                nearest(
                    key + ".indent-start",
                    key + ".indent-end",
                    key + ".first-line",
                    "page.columns.count"),
                key,
                Notation.near(page.columnWidth()));
          }
        });
  }

  /** What stands around the type area stays on the page. */
  private void furniture() {
    Margins margins = profile.page().margins();
    Furniture furniture = profile.furniture();
    boolean headed = !furniture.heads().verso().isEmpty() || !furniture.heads().recto().isEmpty();
    if (headed) {
      order("running-heads.distance", furniture.heads().distance(), "head", margins.head());
    }
    Folios folios = furniture.folios();
    switch (folios.place()) {
      case NONE -> {}
      case HEAD_CENTRE, HEAD_OUTER ->
          order("folios.distance", folios.distance(), "head", margins.head());
      case FOOT_CENTRE, FOOT_OUTER ->
          order("folios.distance", folios.distance(), "foot", margins.foot());
    }
    if (furniture.lineNumbers().every() > 0) {
      order("line-numbers.distance", furniture.lineNumbers().distance(), "outer", margins.outer());
    }
  }

  private void kashida() {
    Justification.Kashidas kashida = profile.justification().kashida();
    if (kashida.least() > kashida.natural()) {
      throw kashida("natural", kashida.natural(), "least", kashida.least());
    }
    if (kashida.natural() > kashida.most()) {
      throw kashida("most", kashida.most(), "natural", kashida.natural());
    }
  }

  private QirtasException kashida(String longer, double most, String shorter, double least) {
    return Fields.wrong(
        "profile.order",
        nearest("lines.kashida." + longer, "lines.kashida." + shorter),
        "lines.kashida." + shorter,
        Notation.ems(least),
        "lines.kashida." + longer,
        Notation.ems(most));
  }

  private void order(String key, Length length, String margin, Length room) {
    if (length.exceeds(room)) {
      throw Fields.wrong(
          "profile.order",
          nearest(key, "page.margins." + margin),
          key,
          Notation.near(length),
          "page.margins." + margin,
          Notation.near(room));
    }
  }

  private void order(String key, Length length, Length room) {
    if (length.exceeds(room)) {
      throw Fields.wrong(
          "profile.most", nearest(key), key, Notation.near(length), Notation.near(room));
    }
  }

  private Spot nearest(String... keys) {
    return List.of(keys).stream().map(this::spot).reduce(Spot::orNearer).orElseThrow();
  }

  private Spot spot(String key) {
    Fields fields = all;
    String[] parts = key.split("\\.", -1);
    for (int at = 0; at < parts.length - 1; at++) {
      fields = fields.section(parts[at]);
    }
    return fields.spot(parts[parts.length - 1]);
  }
}
