package org.qirtas.press;

import java.util.Locale;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;

/**
 * What is printed around pages for who cuts, folds and inks: crop marks at the corners, fold marks,
 * registration marks in all inks, colour bars, steps on the spine of signatures, a slug line.
 */
final class Marks {
  private static final float HAIR = 0.25f;

  /** From what they mark, so that a shifted cut leaves none on the page. */
  private static final float AWAY = 6;

  private static final float LENGTH = 14;
  private static final float RADIUS = 4;
  private static final float PATCH = 9;
  private static final float STEP = 18;

  private final SheetLayout layout;
  private final Job job;
  private final PdfContentByte content;

  Marks(SheetLayout layout, Job job, PdfContentByte content) {
    this.layout = layout;
    this.job = job;
    this.content = content;
  }

  void draw(Imposition.Side side, int sheets) {
    content.saveState();
    content.setLineWidth(HAIR);
    content.setCMYKColorStroke(255, 255, 255, 255);
    crops();
    if (job.imposition().folded()) {
      fold(side);
    }
    registration();
    bars();
    slug(side, sheets);
    content.restoreState();
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
    content.moveTo(x, y);
    content.lineTo(toX, toY);
    content.stroke();
  }

  /** Dashed, where the sheet is folded; on the spine, a step lower for each signature. */
  private void fold(Imposition.Side side) {
    Rectangle block = layout.trim();
    float middle = (block.getLeft() + block.getRight()) / 2;
    content.setLineDash(3, 2, 0);
    vertical(middle, block);
    content.setLineDash(0);
    boolean outside = side.depth() == 0 && !side.back();
    if (job.imposition() instanceof Imposition.PerfectBound && outside) {
      int steps = Math.max(1, (int) ((block.getHeight() - 2 * STEP) / STEP));
      float top = block.getTop() - STEP * (1 + (side.signature() - 1) % steps);
      content.setCMYKColorFill(0, 0, 0, 255);
      content.rectangle(middle - 1.5f, top - STEP * 0.8f, 3, STEP * 0.8f);
      content.fill();
    }
  }

  private void registration() {
    Rectangle block = layout.trim();
    float middle = (block.getBottom() + block.getTop()) / 2;
    float out = away() + LENGTH / 2;
    target(block.getLeft() - out, middle);
    target(block.getRight() + out, middle);
  }

  private void target(float x, float y) {
    content.circle(x, y, RADIUS);
    content.stroke();
    line(x - 1.6f * RADIUS, y, x + 1.6f * RADIUS, y);
    line(x, y - 1.6f * RADIUS, x, y + 1.6f * RADIUS);
  }

  /** Each ink in full and in half, below the block, left of its middle. */
  private void bars() {
    Rectangle block = layout.trim();
    float x = block.getLeft() + 2 * PATCH;
    float y = block.getBottom() - away() - PATCH - 2;
    if (y < 0) {
      return;
    }
    for (int half = 0; half < 2; half++) {
      int strength = half == 0 ? 255 : 128;
      for (int ink = 0; ink < 4; ink++) {
        content.setCMYKColorFill(
            ink == 0 ? strength : 0,
            ink == 1 ? strength : 0,
            ink == 2 ? strength : 0,
            ink == 3 ? strength : 0);
        content.rectangle(x, y, PATCH, PATCH);
        content.fill();
        x += PATCH;
      }
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
      new StrokeLetters(content).write(text, x, y, PATCH * 0.8f);
    }
  }
}
