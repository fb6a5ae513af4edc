package org.qirtas.press;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.qirtas.measure.Length;
import org.qirtas.pdf.MarkPen;

/**
 * What is printed around pages for who cuts, folds and inks: crop marks at the corners, fold marks,
 * registration marks in all inks, colour bars, steps on the spine of signatures, a slug line.
 */
final class Marks {
  /** From what they mark, so that a shifted cut leaves none on the page. */
  private static final float AWAY = 6;

  private static final float LENGTH = 14;
  private static final float PATCH = (float) MarkPen.PATCH.inPoints();
  private static final float STEP = 18;

  private final SheetLayout layout;
  private final Job job;
  private final PdfContentByte content;
  private final MarkPen pen = new MarkPen();

  Marks(SheetLayout layout, Job job, PdfContentByte content) {
    this.layout = layout;
    this.job = job;
    this.content = content;
  }

  void draw(Imposition.Side side, int sheets) {
    crops();
    if (job.imposition().folded()) {
      fold(side);
    }
    registration();
    bars();
    slug(side, sheets);
    content.setLiteral(new String(pen.operators(), StandardCharsets.US_ASCII));
  }

  private float away() {
    return Math.max(AWAY, layout.bleedWidth());
  }

  private void crops() {
    int columns = job.imposition().columns();
    int rows = job.imposition().rows();
    Rectangle block = layout.trim();
    for (int column = 0; column < columns; column++) {
      Rectangle cell = layout.cell(column);
      if (!job.imposition().folded() || column == 0) {
        vertical(cell.getLeft(), block);
      }
      if (!job.imposition().folded() || column == columns - 1) {
        vertical(cell.getRight(), block);
      }
    }
    for (int row = 0; row < rows; row++) {
      Rectangle cell = layout.cell(row * columns);
      horizontal(cell.getTop(), block);
      horizontal(cell.getBottom(), block);
    }
  }

  private void vertical(float x, Rectangle block) {
    line(x, block.getTop() + away(), x, block.getTop() + away() + LENGTH);
    line(x, block.getBottom() - away(), x, block.getBottom() - away() - LENGTH);
  }

  private void horizontal(float y, Rectangle block) {
    line(block.getRight() + away(), y, block.getRight() + away() + LENGTH, y);
    line(block.getLeft() - away(), y, block.getLeft() - away() - LENGTH, y);
  }

  private void line(float x, float y, float toX, float toY) {
    pen.line(at(x), at(y), at(toX), at(toY));
  }

  private static Length at(float points) {
    return Length.points(points);
  }

  /** Dashed, where the sheet is folded; on the spine, a step lower for each signature. */
  private void fold(Imposition.Side side) {
    Rectangle block = layout.trim();
    float middle = (block.getLeft() + block.getRight()) / 2;
    pen.dash();
    vertical(middle, block);
    pen.undash();
    boolean outside = side.depth() == 0 && !side.back();
    if (job.imposition() instanceof Imposition.PerfectBound && outside) {
      int steps = Math.max(1, (int) ((block.getHeight() - 2 * STEP) / STEP));
      float top = block.getTop() - STEP * (1 + (side.signature() - 1) % steps);
      pen.step(at(middle - 1.5f), at(top - STEP * 0.8f), at(3), at(STEP * 0.8f));
    }
  }

  private void registration() {
    Rectangle block = layout.trim();
    float middle = (block.getBottom() + block.getTop()) / 2;
    float out = away() + LENGTH / 2;
    pen.target(at(block.getLeft() - out), at(middle));
    pen.target(at(block.getRight() + out), at(middle));
  }

  /** Below the block, left of its middle. */
  private void bars() {
    Rectangle block = layout.trim();
    float y = block.getBottom() - away() - PATCH - 2;
    if (y >= 0) {
      pen.bars(at(block.getLeft() + 2 * PATCH), at(y), MarkPen.PATCH);
    }
  }

  /** Which sheet and which side this is, A the front and B the back. */
  private void slug(Imposition.Side side, int sheets) {
    Rectangle block = layout.trim();
    String text =
        String.format(
            Locale.ROOT,
            "%d/%d %s%s",
            side.sheet(),
            sheets,
            side.back() ? "B" : "A",
            job.imposition() instanceof Imposition.PerfectBound ? " S" + side.signature() : "");
    float x = (block.getLeft() + block.getRight()) / 2 + 3 * PATCH;
    float y = block.getBottom() - away() - PATCH - 2;
    if (y >= 0) {
      pen.letters(text, at(x), at(y), at(PATCH * 0.8f));
    }
  }
}
