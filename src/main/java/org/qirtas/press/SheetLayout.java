package org.qirtas.press;

import java.util.Locale;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfImportedPage;
import org.qirtas.Fault;
import org.qirtas.QirtasException;
import org.qirtas.measure.Length;

/**
 * Where on a sheet pages stand: in a grid in its middle, at their own size; only pages that are not
 * folded or cut, those of an overview, are made smaller so that they fit.
 *
 * <p>In points, from the sheet's lower left corner, as OpenPDF has them.
 */
final class SheetLayout {
  /** What marks need around what they mark. */
  private static final float MARK_ROOM = 24;

  /** Beside each other, pages of an overview keep apart. */
  private static final float GAP = 9;

  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  private final Job job;
  private final float width;
  private final float height;
  private final float cellWidth;
  private final float cellHeight;
  private final float scale;
  private final float gap;
  private final float bleedWidth;

  private SheetLayout(Job job, Master master, float width, float height) {
    this.job = job;
    this.width = width;
    this.height = height;
    this.bleedWidth = master.bleedWidth();
    boolean scaled = isScaled(job);
    this.gap = gap(job, master);
    float across = job.imposition().columns() * master.width();
    float down = job.imposition().rows() * master.height();
    float room = job.marks() ? MARK_ROOM : 0;
    float most =
        Math.min(
            (width - 2 * room - gap * (job.imposition().columns() - 1)) / across,
            (height - 2 * room - gap * (job.imposition().rows() - 1)) / down);
    this.scale = scaled ? Math.min(1, most) : 1;
    this.cellWidth = master.width() * scale;
    this.cellHeight = master.height() * scale;
  }

  private static boolean isScaled(Job job) {
    return job.imposition() instanceof Imposition.NUp;
  }

  private static float gap(Job job, Master master) {
    return switch (job.imposition()) {
      case Imposition.SaddleStitch _, Imposition.PerfectBound _ -> 0;
      case Imposition.NUp _ -> GAP;
      // Bleeds of neighbours do not reach into each other.
      case Imposition.CutAndStack _ -> 2 * master.bleedWidth();
    };
  }

  /** The paper is turned as it holds the pages best. */
  static SheetLayout of(Job job, Master master) {
    float one = (float) job.sheet().width().inPoints();
    float other = (float) job.sheet().height().inPoints();
    float across = job.imposition().columns() * master.width();
    float down = job.imposition().rows() * master.height();
    boolean landscape = across > down;
    float width = landscape ? Math.max(one, other) : Math.min(one, other);
    float height = landscape ? Math.min(one, other) : Math.max(one, other);
    var layout = new SheetLayout(job, master, width, height);
    if (!layout.fits()) {
      var turned = new SheetLayout(job, master, height, width);
      if (turned.fits()) {
        return turned;
      }
      throw new QirtasException(
          Fault.USAGE,
          "impose.sheet",
          millimetres(width, height),
          millimetres(layout.blockWidth(), layout.blockHeight()));
    }
    return layout;
  }

  private boolean fits() {
    return blockWidth() <= width + 0.1f && blockHeight() <= height + 0.1f;
  }

  private static String millimetres(float width, float height) {
    return String.format(
        Locale.ROOT,
        "%.0f × %.0f mm",
        width / POINTS_PER_MILLIMETRE,
        height / POINTS_PER_MILLIMETRE);
  }

  float width() {
    return width;
  }

  float height() {
    return height;
  }

  float blockWidth() {
    int columns = job.imposition().columns();
    return columns * cellWidth + (columns - 1) * gap;
  }

  float blockHeight() {
    int rows = job.imposition().rows();
    return rows * cellHeight + (rows - 1) * gap;
  }

  /** What is left once the sheet is cut. */
  Rectangle trim() {
    float left = (width - blockWidth()) / 2;
    float foot = (height - blockHeight()) / 2;
    return new Rectangle(left, foot, left + blockWidth(), foot + blockHeight());
  }

  Rectangle bleed() {
    Rectangle trim = trim();
    float around = bleedWidth * scale;
    return new Rectangle(
        Math.max(0, trim.getLeft() - around),
        Math.max(0, trim.getBottom() - around),
        Math.min(width, trim.getRight() + around),
        Math.min(height, trim.getTop() + around));
  }

  float bleedWidth() {
    return bleedWidth * scale;
  }

  /** The place of a page, counted row by row from the head, each from the left. */
  Rectangle cell(int at) {
    int columns = job.imposition().columns();
    Rectangle trim = trim();
    float left = trim.getLeft() + (at % columns) * (cellWidth + gap);
    int row = at / columns;
    float top = trim.getTop() - row * (cellHeight + gap);
    return new Rectangle(left, top - cellHeight, left + cellWidth, top);
  }

  /** Puts a page into its place; beyond it, its bleed is printed but where pages meet. */
  void place(
      PdfContentByte content,
      PdfImportedPage taken,
      Master.MasterPage page,
      int at,
      Imposition.Side side) {
    Rectangle cell = cell(at);
    float shift = creep(at, side);
    content.saveState();
    clip(content, cell, at);
    float x = cell.getLeft() + (cellWidth - page.width() * scale) / 2 + shift;
    float y = cell.getBottom() + (cellHeight - page.height() * scale) / 2;
    Rectangle trim = page.trim();
    float s = scale * page.unit();
    // The corner of the page that is seen at the lower left comes to (x, y).
    switch (page.turned()) {
      case 90 ->
          content.addTemplate(
              taken, 0, -s, s, 0, x - s * trim.getBottom(), y + s * trim.getRight());
      case 180 ->
          content.addTemplate(taken, -s, 0, 0, -s, x + s * trim.getRight(), y + s * trim.getTop());
      case 270 ->
          content.addTemplate(taken, 0, s, -s, 0, x + s * trim.getTop(), y - s * trim.getLeft());
      default ->
          content.addTemplate(taken, s, 0, 0, s, x - s * trim.getLeft(), y - s * trim.getBottom());
    }
    content.restoreState();
  }

  /** Towards the fold, the further the deeper a sheet lies in its signature. */
  private float creep(int at, Imposition.Side side) {
    Length creep = job.creep();
    if (!job.imposition().folded() || creep.equals(Length.ZERO)) {
      return 0;
    }
    float by = (float) (creep.inPoints() * side.depth());
    return at % 2 == 0 ? by : -by;
  }

  private void clip(PdfContentByte content, Rectangle cell, int at) {
    float around = bleedWidth();
    int columns = job.imposition().columns();
    boolean folded = job.imposition().folded();
    float left = folded && at % columns > 0 ? 0 : around;
    float right = folded && at % columns < columns - 1 ? 0 : around;
    content.rectangle(
        cell.getLeft() - left,
        cell.getBottom() - around,
        cellWidth + left + right,
        cellHeight + 2 * around);
    content.clip();
    content.newPath();
  }
}
