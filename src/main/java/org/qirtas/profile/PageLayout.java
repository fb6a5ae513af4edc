package org.qirtas.profile;

import java.util.Set;
import org.qirtas.measure.Insets;
import org.qirtas.measure.Length;
import org.qirtas.measure.Size;

/**
 * A page and what it is divided into.
 *
 * @param trim the size of the finished page
 * @param bleed how far what reaches an edge is printed beyond it
 * @param marks what is printed around a page of a print edition
 * @param binding at which edge pages are bound
 * @param margins what is kept free along the edges
 * @param columns what text runs in
 * @param grid what baselines stand on
 */
public record PageLayout(
    Size trim,
    Length bleed,
    Set<PrinterMark> marks,
    Binding binding,
    Margins margins,
    Columns columns,
    Grid grid) {
  /** Takes a copy of the marks. */
  public PageLayout {
    marks = Set.copyOf(marks);
  }

  /**
   * {@return what is kept free along the edges of a page}
   *
   * @param number the page's place in the document, from 1
   * @param rightToLeft whether the document runs from right to left
   */
  public Insets insets(int number, boolean rightToLeft) {
    return margins.on(binding.isLeftPage(margins.mirrored() ? number : 1, rightToLeft));
  }

  /**
   * {@return the same with text in other columns, and on no grid}
   *
   * @param count how many
   */
  public PageLayout inColumns(int count) {
    var others = new Columns(count, columns.gutter(), true);
    return new PageLayout(trim, bleed, marks, binding, margins, others, grid)
        .on(new Grid(false, grid.step()));
  }

  /**
   * {@return the same on another grid}
   *
   * @param other what baselines stand on
   */
  public PageLayout on(Grid other) {
    return new PageLayout(trim, bleed, marks, binding, margins, columns, other);
  }

  /**
   * {@return the same with other marks around it}
   *
   * @param others what is printed around a page of a print edition
   */
  public PageLayout marked(Set<PrinterMark> others) {
    return new PageLayout(trim, bleed, others, binding, margins, columns, grid);
  }

  /**
   * {@return the same with so much printed beyond the edges, if it is not more already}
   *
   * @param least how much
   */
  public PageLayout bledAtLeast(Length least) {
    return least.exceeds(bleed)
        ? new PageLayout(trim, least, marks, binding, margins, columns, grid)
        : this;
  }

  /** {@return the type area: what the margins leave, all columns together} */
  public Size typeArea() {
    return new Size(
        trim.width().minus(margins.inner()).minus(margins.outer()),
        trim.height().minus(margins.head()).minus(margins.foot()));
  }

  /** {@return how wide a column is} */
  public Length columnWidth() {
    return columns.width(typeArea().width());
  }
}
